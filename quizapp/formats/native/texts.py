"""How much an entry of a pack may hold, and what its texts may not.

Looks at values as they stand in the file, so that one rule holds for all types of question.
"""

import re
from collections.abc import Iterator
from typing import Any

from quizapp.questions.base import Problem
from quizapp.translation import tr

MAX_ENTRIES = 100
MAX_NAME_LENGTH = 500
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
)
"""The fields of questions that are shown as Markdown."""
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
            yield from size_problems(each, f"{field}.{name}" if field else name, most)
    elif isinstance(value, str) and len(value) > MAX_NAME_LENGTH and _is_name(field):
        yield Problem(
            field,
            tr("This has {n:,} characters.").format(n=len(value)),
            tr("Keep it to {n:,}.").format(n=MAX_NAME_LENGTH),
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
