"""How much an entry of a pack may hold, what its texts may not, and the images that they show.

Looks at values as they stand in the file, so that one rule holds for all types of question.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec

from quizapp.formats.native.wording import nearest, shortened
from quizapp.questions.base import Problem, Question
from quizapp.translation import tr
from quizapp.values.images import image_uses, is_media_name

MAX_ENTRIES = 100
MAX_DEPTH = 20
MAX_DIGITS = 40
MAX_TEXT_LENGTH = 10_000
MAX_NAME_LENGTH = 500
MAX_KEY_LENGTH = 100
_NAMES = frozenset(
    (
        *("name", "other_names", "title", "unit", "other_units", "counts", "tags", "attributed_to"),
        *("institution_kind", "role", "place_kind", "version", "language", "authors", "licence"),
        *("publisher", "section", "references", "facts", "about", "id"),
    )
)
"""Fields that hold a line or a part of one."""
_MARKDOWN = (
    *("stem", "text", "hints", "explanation", "feedback"),
    *("options", "items", "pairs", "distractors"),
    *("regions", "rubric", "model_answer"),
)
"""The fields of questions that are shown as Markdown."""
UNWANTED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, halves of characters, and line ends that editors do not count as lines."""
_HALVES = re.compile("[\ud800-\udfff]")
_CODE = re.compile(r"(?<!`)`++[^`]++`++|\\[\\<]")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<[!?][A-Za-z]")


def size_problems(
    value: Any,  # noqa: ANN401
    field: str = "",
    most: int = MAX_ENTRIES,
) -> Iterator[Problem]:
    """What is too long in `value`, which stands in `field`: lists, and names of things.

    Longer texts have their limits in the reader of YAML and in the types of question.
    """
    if isinstance(value, list | dict) and field and len(value) > most:
        yield Problem(
            field,
            tr("There are {count:,} entries.").format(count=len(value)),
            tr("Give {n:,} at most.").format(n=most),
        )
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from size_problems(each, f"{field}[{place}]", most)
    elif isinstance(value, dict):
        for name, each in value.items():
            if len(name) > MAX_KEY_LENGTH:
                yield Problem(field, *long_name_words(name))
            yield from size_problems(each, f"{field}.{name}" if field else name, most)
    elif isinstance(value, str) and len(value) > MAX_NAME_LENGTH and _is_name(field):
        yield Problem(
            field,
            tr("This has {n:,} characters.").format(n=len(value)),
            tr("Keep it to {n:,}.").format(n=MAX_NAME_LENGTH),
        )


def unwanted_words(char: str) -> tuple[str, str]:
    """What is wrong with a character that is `UNWANTED`, and how to mend it."""
    code = f"U+{ord(char):04X}"
    if "\ud800" <= char <= "\udfff":
        return (
            tr("{code} is half of a character.").format(code=code),
            tr("Write the character itself."),
        )
    return (
        tr("There is a control character here ({code}).").format(code=code),
        tr("Take it out; the tab and the end of a line are the only ones allowed."),
    )


def long_text_words(count: int) -> tuple[str, str]:
    """That a text is too long with `count` characters."""
    return (
        tr("This text has {n:,} characters.").format(n=count),
        tr("Keep it to {n:,}.").format(n=MAX_TEXT_LENGTH),
    )


def long_name_words(name: str) -> tuple[str, str]:
    """That the name of a field is too long."""
    return (
        tr("The name “{name}” is too long.").format(name=shortened(name)),
        tr("Keep it to {n:,} characters.").format(n=MAX_KEY_LENGTH),
    )


def shape_problems(value: Any, field: str = "", depth: int = 0) -> Iterator[Problem]:  # noqa: ANN401
    """What no other rule could look at in a value that JSON may hold.

    The reader of YAML lets nothing of the kind pass.
    """
    if isinstance(value, str) and (found := _HALVES.search(value)):
        yield Problem(field, *unwanted_words(found[0]))
    elif isinstance(value, int) and abs(value) >= 10**MAX_DIGITS:
        yield Problem(
            field,
            tr("This number has too many digits."),
            tr("Give one of at most {n}.").format(n=MAX_DIGITS),
        )
    elif isinstance(value, list | dict) and depth >= MAX_DEPTH:
        yield Problem(field, tr("This is nested too deeply."), tr("Make it simpler."))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from shape_problems(each, f"{field}[{place}]", depth + 1)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _name_problems(name, field)
            yield from shape_problems(each, f"{field}.{name}" if field else name, depth + 1)


def character_problems(value: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Texts in `value` that are too long, or hold what the reader of YAML lets not pass."""
    for field, text in texts_in(value):
        if found := UNWANTED.search(text):
            yield Problem(field, *unwanted_words(found[0]))
        if len(text) > MAX_TEXT_LENGTH:
            yield Problem(field, *long_text_words(len(text)))


def _name_problems(name: str, field: str) -> Iterator[Problem]:
    """What is wrong with the name of a field inside of `field`."""
    if name == "<<" or UNWANTED.search(name):
        yield Problem(
            field,
            tr("“{name}” cannot be the name of a field.").format(
                name=shortened(UNWANTED.sub("�", name))
            ),
            tr("Give it a plain name."),
        )


def texts_in(value: Any, field: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Every text in `value`, after the field it stands in."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, list | tuple):
        for place, each in enumerate(value):
            yield from texts_in(each, f"{field}[{place}]")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from texts_in(each, f"{field}.{name}" if field else name)


def images_in(question: Mapping[str, Any] | Question) -> Iterator[tuple[str, str, str]]:
    """For each image of a question the field it stands in, its alternative text and its name."""
    entry = msgspec.to_builtins(question) if isinstance(question, Question) else question
    for field, text in texts_in(entry):
        if field == "image":
            if text:
                yield "image", str(entry.get("image_alt") or "").strip(), text
        else:
            yield from ((field, use.alt, use.name) for use in image_uses(text))


def image_problems(question: Mapping[str, Any], media: Collection[str]) -> Iterator[Problem]:
    """Images that a question shows and the pack, which holds `media`, has not."""
    for field, _, name in images_in(question):
        if name in media or (field == "image" and not is_media_name(name)):
            continue  # the type with this field says so itself
        if is_media_name(name):
            yield Problem(
                field,
                tr("The image “{name}” is not in the pack.").format(name=shortened(name)),
                nearest(name, media) or tr("Add it to the pack, in the folder “media”."),
            )
        elif name.lower().endswith(".svg"):
            yield Problem(
                field,
                tr("“{name}” is an SVG drawing, which is not shown.").format(name=shortened(name)),
                tr("Convert it to PNG."),
            )
        else:
            yield Problem(
                field,
                tr("“{name}” cannot be an image of a pack.").format(name=shortened(name)),
                tr("Add the image to the pack; it is called “media/map.png” then, for example."),
            )


def html_problems(question: dict[str, Any]) -> Iterator[Problem]:
    """Tags of HTML in the fields of a question that are Markdown."""
    for name in _MARKDOWN:
        if name in question:
            yield from _html_in(question[name], name)


def _html_in(value: Any, field: str) -> Iterator[Problem]:  # noqa: ANN401
    if isinstance(value, str):
        found = "<" in value and _HTML.search(_CODE.sub("", value))
        if found:
            yield Problem(
                field,
                tr("Texts are Markdown without HTML, and “{tag}” is HTML.").format(
                    tag=found[0][:40]
                ),
                tr("Use Markdown (**bold**), or write a backslash before the <."),
            )
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _html_in(each, f"{field}[{place}]")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _html_in(each, f"{field}.{name}")


def _is_name(field: str) -> bool:
    parts = re.findall(r"[a-z_]+", field)
    return not _NAMES.isdisjoint(parts)
