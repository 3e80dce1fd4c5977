"""The key of a typed answer: the forms that are accepted, and what is forgiven."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.questions.base import Problem, Record, share_problems, text_problems
from quizapp.translation import tr
from quizapp.values.folding import MAX_ANSWER_LENGTH, fold, is_too_long

MAX_TYPOS = 2
LETTERS_PER_TYPO = 5
"""A shorter word with another letter is mostly another word: Iran, Iraq."""

_ROMAN = re.compile(
    r"\b(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\b", re.IGNORECASE
)


class AcceptedForm(Record, frozen=True, kw_only=True):
    """One accepted answer. `credit` is 0…1."""

    text: str
    credit: float = 1
    feedback: str = ""


class TextKey(Record, frozen=True, kw_only=True):
    """Accepted forms, the best first.

    A typo (a letter more, less, other or swapped) is forgiven per five letters, at most `typos`,
    never in a number (42, XIV), and never where the result is one of `reject` or nearer to one.
    Unless punctuation matters, neither do spaces, "the" at the beginning, nor "&" for "and".
    """

    accept: tuple[str | AcceptedForm, ...]
    reject: tuple[str, ...] = ()
    typos: int = 1
    case_matters: bool = False
    accents_matter: bool = False
    punctuation_matters: bool = False

    def forms(self) -> tuple[AcceptedForm, ...]:
        """The accepted forms, each with its credit."""
        return tuple(
            AcceptedForm(text=form) if isinstance(form, str) else form for form in self.accept
        )

    def key_text(self) -> str:
        """The answer to show as the right one."""
        return self.forms()[0].text

    def match(self, text: str) -> AcceptedForm | None:
        """The form that `text` comes to, the one with the most credit; None for a wrong answer."""
        given = self._folded(text)
        if not given.text or is_too_long(text):
            return None
        forms = [(form, self._folded(form.text)) for form in self.forms()]
        exact = [form for form, folded in forms if folded.text == given.text]
        if exact:
            return max(exact, key=lambda form: form.credit)
        nearest = min(
            (_typos(given.text, self._folded(form).text, MAX_TYPOS) for form in self.reject),
            default=MAX_TYPOS + 1,
        )
        near = [form for form, folded in forms if self._forgives(given, folded, nearest)]
        return max(near, key=lambda form: form.credit, default=None)

    def _forgives(self, given: "_Folded", form: "_Folded", nearest_rejected: int) -> bool:
        allowed = min(self.typos, len(form.text) // LETTERS_PER_TYPO)
        typos = _typos(given.text, form.text, allowed)
        return typos <= allowed and typos < nearest_rejected and given.numbers == form.numbers

    def _folded(self, text: str) -> "_Folded":
        folded = fold(
            text[: MAX_ANSWER_LENGTH + 1],
            case_matters=self.case_matters,
            accents_matter=self.accents_matter,
            punctuation_matters=self.punctuation_matters,
        )
        numbers = (*filter(str.isdigit, folded), *_ROMAN.findall(folded))
        if self.punctuation_matters:
            return _Folded(folded, numbers)
        bare = re.sub(r"^the ", "", folded, flags=re.IGNORECASE)
        return _Folded(bare.replace(" ", ""), numbers)

    def key_problems(self, at: str = "") -> Iterator[Problem]:
        """What the author has to mend; `at` is put before the names of fields."""
        if not self.accept:
            yield Problem(f"{at}accept", tr("No answer is accepted."), tr("Give one at least."))
        elif self.forms()[0].credit < 1:
            yield Problem(
                f"{at}accept[0]",
                tr("The first form, which is shown as the right one, earns only a part."),
                tr("Put the form that earns everything first."),
            )
        for place, form in enumerate(self.forms()):
            field = f"{at}accept[{place}]"
            yield from text_problems(field, form.text, MAX_ANSWER_LENGTH)
            yield from share_problems(field, form.credit)
            if form.text.strip() and not self._folded(form.text).text:
                yield Problem(
                    field,
                    tr("Nothing is left of this form when punctuation is forgiven."),
                    tr("Let punctuation matter."),
                )
        accepted = {self._folded(form.text).text for form in self.forms()}
        for place, rejected in enumerate(self.reject):
            if self._folded(rejected).text in accepted:
                yield Problem(
                    f"{at}reject[{place}]",
                    tr("“{text}” is both accepted and rejected.").format(text=rejected),
                    tr("Take it out of one of the two lists."),
                )
        if not 0 <= self.typos <= MAX_TYPOS:
            yield Problem(
                f"{at}typos",
                tr("{n} typos are forgiven.").format(n=self.typos),
                tr("Give 0 to {n}.").format(n=MAX_TYPOS),
            )


class _Folded(NamedTuple):
    """A text as it is compared, and its numbers, where no typo is forgiven."""

    text: str
    numbers: tuple[str, ...]


def _typos(first: str, second: str, limit: int) -> int:
    """How many letters lie between two texts, counted up to `limit` + 1."""
    # rapidfuzz takes 30 ms to import, and a misspelled answer is the first to need it.
    from rapidfuzz.distance import OSA

    return int(OSA.distance(first, second, score_cutoff=limit))
