"""Packs: an article's facts and the questions on them, with where all of it comes from."""

import msgspec

from quizapp.facts import AnyFact
from quizapp.questions import AnyQuestion
from quizapp.values.dates import date_text, parse_date

FORMAT = 1


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The article that a pack asks about."""

    title: str
    publisher: str = ""
    address: str = ""
    licence: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section of the article."""

    id: str
    title: str


class Reference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A work that the article cites."""

    id: str
    text: str
    address: str = ""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `pack.yaml` says. `id` is the author's stable name for the pack."""

    format: int
    id: str
    title: str
    version: str
    language: str
    description: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    article: Article | None = None
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A whole pack; ids of facts and of questions are unique in it.

    `media` holds the bytes of each image by the name that questions call it: "media/map.png".
    """

    manifest: Manifest
    facts: tuple[AnyFact, ...]
    questions: tuple[AnyQuestion, ...]
    media: dict[str, bytes] = {}


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as it is shown beside an answer: in full, with where the article says so.

    `as_of` is a date in normal form, or "".
    """

    statement: str
    section: str
    references: tuple[str, ...]
    article: str
    as_of: str = ""
    attributed_to: str = ""

    def as_of_text(self) -> str:
        """When it was true, in words."""
        return date_text(parse_date(self.as_of)) if self.as_of else ""


def evidence_for(fact: AnyFact, manifest: Manifest) -> Evidence:
    """`fact` with the names of its section, references and article."""
    sections = {section.id: section.title for section in manifest.sections}
    references = {reference.id: reference.text for reference in manifest.references}
    return Evidence(
        statement=fact.statement,
        section=sections.get(fact.section, fact.section),
        references=tuple(references[ref] for ref in fact.references if ref in references),
        article=manifest.article.title if manifest.article else manifest.title,
        as_of=fact.as_of,
        attributed_to=fact.attributed_to,
    )
