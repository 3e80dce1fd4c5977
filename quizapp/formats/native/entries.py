"""Entries in the editor: the fields of a question, a fact or a manifest as files hold them.

The editor works on the dict of an entry, half-finished as it may be. It is held against the rules
of the reader of files, and the same words are said.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from quizapp.facts import AnyFact
from quizapp.formats.native.advice import Adviser
from quizapp.formats.native.problems import Severity
from quizapp.formats.native.rules import (
    fact_links,
    fact_ruled,
    link_problems,
    manifest_ruled,
    media_problems,
    question_links,
    question_ruled,
    taken_problem,
)
from quizapp.formats.native.texts import character_problems, shape_problems
from quizapp.packs import FORMAT, Manifest
from quizapp.questions import AnyQuestion
from quizapp.questions.base import Problem

_FIRST = ("type", "stem", "image", "image_alt", "topic", "facts", "difficulty", "points", "tags")
_QUESTION_BEGINS = ("id", *_FIRST, "as_of", "keep_order", "scoring")
_QUESTION_ENDS = ("hints", "feedback", "explanation")
_FACT_BEGINS = ("id", "kind")
_FACT_ENDS = ("statement", "section", "references", "as_of", "attributed_to", "about")
_MANIFEST_BEGINS = ("format", "id", "title", "description")


class FieldProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Something to mend at the field with the path `field`, "" for the whole entry."""

    field: str
    message: str
    remedy: str
    severity: Severity


class CheckedEntry(msgspec.Struct, frozen=True):
    """A question and what is wrong with it: None while there are errors."""

    question: AnyQuestion | None
    problems: tuple[FieldProblem, ...]


class CheckedFact(msgspec.Struct, frozen=True):
    """A fact and what is wrong with it: None while there are errors."""

    fact: AnyFact | None
    problems: tuple[FieldProblem, ...]


class CheckedManifest(msgspec.Struct, frozen=True):
    """A manifest and what is wrong with it: None while there are errors."""

    manifest: Manifest | None
    problems: tuple[FieldProblem, ...]


class EntryContext(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What stands around an entry in its pack.

    `media` are the names of the pack's images, `taken_ids` the ids of the other entries of its
    kind; `stems` are those of the other questions (see `advice.stems_of`), where they are known.
    """

    manifest: Manifest
    facts: Mapping[str, AnyFact]
    media: Collection[str]
    taken_ids: Collection[str]
    stems: Mapping[str, str] = {}

    @cached_property
    def adviser(self) -> Adviser:
        """What gives advice here; made when it is first needed."""
        return Adviser(self.facts, self.manifest.language, self.stems)


def check_question_entry(entry: dict[str, Any], context: EntryContext) -> CheckedEntry:
    """What is wrong with a question; advice where nothing is. Never raises on what JSON holds."""
    problems = [*shape_problems(entry)]
    if problems:
        return CheckedEntry(None, _told(problems))
    ruled = question_ruled(entry)
    problems = [*character_problems(entry), *ruled.problems, *_id_problems(entry, context)]
    for link in question_links(entry):
        problems += link_problems(link, context.facts)
    problems += media_problems(entry, context.media)
    if problems:
        return CheckedEntry(None, _told(problems))
    return CheckedEntry(ruled.value, _told(context.adviser.on(ruled.value), "advice"))


def check_fact_entry(entry: dict[str, Any], context: EntryContext) -> CheckedFact:
    """What is wrong with a fact. Never raises on what JSON holds."""
    problems = [*shape_problems(entry)]
    if problems:
        return CheckedFact(None, _told(problems))
    ruled = fact_ruled(entry)
    problems = [*character_problems(entry), *ruled.problems, *_id_problems(entry, context)]
    known: dict[str, Collection[str]] = {
        "section": [section.id for section in context.manifest.sections],
        "references": [reference.id for reference in context.manifest.references],
        "about": {*context.facts, str(entry.get("id"))},
    }
    for link in fact_links(entry):
        problems += link_problems(link, known[link.field])
    return CheckedFact(None if problems else ruled.value, _told(problems))


def check_manifest_entry(entry: dict[str, Any]) -> CheckedManifest:
    """What is wrong with a manifest; its format is ours where it names none. Never raises."""
    problems = [*shape_problems(entry)]
    if problems:
        return CheckedManifest(None, _told(problems))
    ruled = manifest_ruled({"format": FORMAT, **entry})
    problems = [*character_problems(entry), *ruled.problems]
    return CheckedManifest(None if problems else ruled.value, _told(problems))


def question_entry(question: AnyQuestion) -> dict[str, Any]:
    """The entry of a question: what is not by default, in the order that authors write it."""
    return _ordered(plain(question), _QUESTION_BEGINS, _QUESTION_ENDS)


def fact_entry(fact: AnyFact) -> dict[str, Any]:
    """The entry of a fact: what is not by default, in the order that authors write it."""
    return _ordered(plain(fact), _FACT_BEGINS, _FACT_ENDS)


def manifest_entry(manifest: Manifest) -> dict[str, Any]:
    """The entry of a manifest: what is not by default, in the order that authors write it."""
    return _ordered(plain(manifest), _MANIFEST_BEGINS, ())


def plain(value: Any) -> Any:  # noqa: ANN401
    """`value` as a file holds it, without the fields that are as by default."""
    if isinstance(value, msgspec.Struct):
        tag = value.__struct_config__.tag
        fields = {str(value.__struct_config__.tag_field): tag} if tag else {}
        for field in msgspec.structs.fields(value):
            inner = getattr(value, field.name)
            if field.required or inner != _default(field):
                fields[field.encode_name] = plain(inner)
        return fields
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _default(field: msgspec.structs.FieldInfo) -> Any:  # noqa: ANN401
    if field.default is not msgspec.NODEFAULT:
        return field.default
    return field.default_factory() if callable(field.default_factory) else msgspec.NODEFAULT


def _ordered(entry: dict[str, Any], begins: Iterable[str], ends: Iterable[str]) -> dict[str, Any]:
    last = [name for name in ends if name in entry]
    first = [name for name in begins if name in entry]
    between = [name for name in entry if name not in {*first, *last}]
    return {name: entry[name] for name in (*first, *between, *last)}


def _id_problems(entry: Mapping[str, Any], context: EntryContext) -> Iterator[Problem]:
    name = entry.get("id")
    if isinstance(name, str) and name in context.taken_ids:
        yield taken_problem(name)


def _told(problems: Iterable[Problem], severity: Severity = "error") -> tuple[FieldProblem, ...]:
    return tuple(
        FieldProblem(field=each.field, message=each.message, remedy=each.remedy, severity=severity)
        for each in problems
    )
