"""Text as it is compared: without the differences that do not matter."""

import unicodedata

MAX_ANSWER_LENGTH = 1_000
"""Characters of a typed answer that are looked at; no key is longer (`check` sees to it)."""


_UNSEEN = ("Cf", "Cc", "Cs")


def is_too_long(text: str) -> bool:
    """Whether `text` is longer than any answer can be."""
    return len(text) > MAX_ANSWER_LENGTH


def storable(text: str) -> str:
    """`text` without halves of characters, which a text field may leave and no file can hold."""
    return text.encode("utf-8", "replace").decode()


def clean(text: str) -> str:
    """`text` in NFKC, without what cannot be seen, white space folded.

    Right-to-left and zero-width marks, control characters and halves of characters go.
    """
    visible = "".join(
        char
        for char in unicodedata.normalize("NFKC", text)
        if char.isspace() or unicodedata.category(char) not in _UNSEEN
    )
    return " ".join(visible.split())


def ascii_digits(text: str) -> str:
    """`text` with the decimal digits of every script as 0–9."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def without_accents(text: str) -> str:
    """`text` without combining marks: "é" as "e", "й" as "и"."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def without_punctuation(text: str) -> str:
    """`text` with every punctuation mark as a space: "Nur-Sultan" as "Nur Sultan"."""
    return "".join(" " if unicodedata.category(char)[0] == "P" else char for char in text)


def fold(
    text: str,
    *,
    case_matters: bool = False,
    accents_matter: bool = False,
    punctuation_matters: bool = False,
) -> str:
    """`text` reduced to what is compared."""
    folded = ascii_digits(clean(text))
    if not case_matters:
        folded = folded.casefold()
    if not accents_matter:
        folded = without_accents(folded)
    if not punctuation_matters:
        folded = without_punctuation(folded.replace("&", " and "))
    return " ".join(folded.split())
