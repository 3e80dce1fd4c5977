"""The rules for one entry of a pack, be it read from a file or written in the editor.

An entry is the dict of its fields. Its problems name the field by its path: "options[1].text".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

import msgspec

from quizapp.facts import AnyFact, Fact
from quizapp.formats.native.converting import converted, field_problems, fields_of, root_of
from quizapp.formats.native.texts import html_problems, image_problems, size_problems
from quizapp.formats.native.wording import nearest, shortened
from quizapp.packs import FORMAT, Manifest
from quizapp.questions import QUESTION_TYPES
from quizapp.questions.base import Problem, Question, common_problems
from quizapp.translation import tr
from quizapp.values.dates import parse_date

Entry = Mapping[str, Any]

MAX_LISTED = 2_000
"""Sections, references and authors of one pack."""
MAX_ID_LENGTH = 80
ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN, re.ASCII)
_STAND_INS: dict[str, Any] = {
    "id": "x",
    "stem": "x",
    "topic": "date",
    "facts": ["x"],
    "statement": "x",
    "section": "x",
}
"""What is put for a required field that is wrong, so that the others can be looked at."""

FACT_TYPES: dict[str, Any] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyFact)}


class Ruled(NamedTuple):
    """The value of an entry, None where its fields are wrong, and what is wrong with it.

    Where fields are right a value is given, even if it has problems.
    """

    value: Any
    problems: tuple[Problem, ...]


class Link(NamedTuple):
    """Names that a field gives of other entries of the pack."""

    field: str
    names: tuple[str, ...]


def question_ruled(entry: dict[str, Any]) -> Ruled:
    """A question, by all rules that need nothing but its entry."""
    before = [*html_problems(entry), *size_problems(entry), *id_problems(entry)]
    return _ruled(entry, _Family(Question, QUESTION_TYPES, "type"), before)


def fact_ruled(entry: dict[str, Any]) -> Ruled:
    """A fact, by all rules that need nothing but its entry."""
    before = [*size_problems(entry), *id_problems(entry)]
    return _ruled(entry, _Family(Fact, FACT_TYPES, "kind"), before)


def manifest_ruled(entry: dict[str, Any]) -> Ruled:
    """A manifest; one of another format is not looked at any further."""
    if entry.get("format", FORMAT) != FORMAT:
        problem = Problem(
            "format",
            tr("This pack is of format {n}.").format(n=shortened(entry["format"])),
            tr("This version of the program reads format {n}.").format(n=FORMAT),
        )
        return Ruled(None, (problem,))
    problems = [*size_problems(entry, most=MAX_LISTED), *id_problems(entry)]
    manifest, wrong = converted(entry, Manifest)
    own = _manifest_problems(manifest) if manifest else ()
    return Ruled(manifest, (*problems, *wrong, *own))


def question_links(entry: Entry) -> Iterator[Link]:
    """The facts that a question names."""
    yield from _links(entry, "facts")


def fact_links(entry: Entry) -> Iterator[Link]:
    """The section, the references and the facts that a fact names."""
    yield from _links(entry, "section", "references", "about")


def link_problems(link: Link, known: Collection[str]) -> Iterator[Problem]:
    """Names that nothing in the pack has."""
    for name in link.names:
        if name not in known:
            yield Problem(
                link.field,
                tr("“{name}” is not in the pack.").format(name=shortened(name)),
                nearest(name, known),
            )


def media_problems(entry: Entry, media: Collection[str]) -> Iterator[Problem]:
    """Images that a question names and the pack does not hold."""
    return image_problems(entry, media)


def taken_problem(name: str, where: str = "") -> Problem:
    """That another entry, which stands in `where`, has the id `name`."""
    place = f" ({where})" if where else ""
    return Problem(
        "id",
        tr("The id “{name}” is taken{place}.").format(name=shortened(name), place=place),
        tr("Give each entry an id of its own."),
    )


def id_problems(entry: Entry) -> Iterator[Problem]:
    """What is wrong with the form of an entry's id."""
    name = entry.get("id")
    if isinstance(name, str) and (len(name) > MAX_ID_LENGTH or not _ID.fullmatch(name)):
        yield Problem(
            "id",
            tr("“{name}” cannot be an id.").format(name=shortened(name)),
            tr("Use lower-case letters, digits and hyphens, at most {n}.").format(n=MAX_ID_LENGTH),
        )


class _Family(NamedTuple):
    """The types that an entry may have: what they have in common, and the field that tells."""

    common: Any
    types: Mapping[str, Any]
    tag: str


def _ruled(entry: dict[str, Any], family: _Family, before: Iterable[Problem]) -> Ruled:
    name = entry.get(family.tag)
    kind = family.types.get(name) if isinstance(name, str) else None
    if kind is None:
        told = [_unknown_type(family, name)]
        told += field_problems(_common_part(entry, family.common), family.common)
        wrong = {root_of(each.field) for each in told}
        return Ruled(None, (*before, *told, *_inner_problems(entry, None, family, wrong)))
    value, told = converted(entry, kind)
    if not told:
        return Ruled(value, (*before, *_own_problems(value)))
    wrong = {root_of(each.field) for each in told}
    return Ruled(None, (*before, *told, *_inner_problems(entry, kind, family, wrong)))


def _unknown_type(family: _Family, name: object) -> Problem:
    return Problem(
        family.tag,
        tr("The {tag} is missing or unknown: {value}.").format(
            tag=family.tag, value="–" if name is None else shortened(name)
        ),
        nearest(str(name), [*family.types]),
    )


def _inner_problems(
    entry: dict[str, Any],
    kind: Any,  # noqa: ANN401
    family: _Family,
    wrong: set[str],
) -> Iterator[Problem]:
    """What is wrong inside of the right fields of an entry that has `wrong` ones as well."""
    made = kind if kind is not None and not wrong & _own_needs(kind) else family.common
    fields = fields_of(made)
    right = {name: each for name, each in entry.items() if name in fields and name not in wrong}
    needed = {name: each for name, each in _STAND_INS.items() if name in fields}
    for problem in _own_problems(msgspec.convert({**needed, **right}, made)):
        if root_of(problem.field) in right:
            yield problem


def _own_needs(kind: Any) -> set[str]:  # noqa: ANN401
    """The fields that a type cannot do without, and that nothing can stand in for."""
    needs = {name for name, field in fields_of(kind).items() if field.required}
    return needs - _STAND_INS.keys()


def _common_part(entry: dict[str, Any], common: Any) -> dict[str, Any]:  # noqa: ANN401
    return {name: each for name, each in entry.items() if name in fields_of(common)}


def _own_problems(value: Any) -> Iterator[Problem]:  # noqa: ANN401
    """What the types say of their own values."""
    if isinstance(value, Fact):
        for field, message in value.value_problems():
            yield Problem(field, message, _fact_remedy(field))
        return
    yield from common_problems(value) if type(value) is Question else value.problems()
    if value.as_of and not _is_date(value.as_of):
        yield Problem(
            "as_of",
            tr("“{text}” is not a date in normal form.").format(text=shortened(value.as_of)),
            _date_form(),
        )


def _fact_remedy(field: str) -> str:
    if field in {"date", "as_of"}:
        return _date_form()
    return tr("Give one of at most 15 digits.") if field == "number" else tr("Write it.")


def _date_form() -> str:
    return tr("Write it like 1992, 1996-05 or 1992-04-10.")


def _manifest_problems(manifest: Manifest) -> Iterator[Problem]:
    """Names that are empty, and ids that stand for two sections or references."""
    if not manifest.title.strip():
        yield Problem("title", tr("This text is empty."), tr("Write it."))
    yield from _repeated_ids("sections", [section.id for section in manifest.sections])
    yield from _repeated_ids("references", [reference.id for reference in manifest.references])


def _repeated_ids(field: str, names: Sequence[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if not name.strip():
            yield Problem(
                f"{field}[{number}].id",
                tr("The id is empty."),
                tr("Give each entry an id of its own."),
            )
        elif name in seen:
            problem = taken_problem(name)
            yield msgspec.structs.replace(problem, field=f"{field}[{number}].id")
        seen.add(name)


def _links(entry: Entry, *fields: str) -> Iterator[Link]:
    for field in fields:
        value = entry.get(field)
        names = value if isinstance(value, list) else [value]
        named = tuple(name for name in names if isinstance(name, str))
        if named:
            yield Link(field, named)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
