"""Made-up packs, facts, dates, imports and revisions to show, without a library."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec

from quizapp.facts import (
    AnyFact,
    DateFact,
    FigureFact,
    InstitutionFact,
    PersonFact,
    PlaceFact,
    kind_of,
)
from quizapp.packs import Article, Manifest, Reference, Section
from quizapp.services.authoring_values import (
    AuthorPack,
    Difference,
    FactsView,
    FactView,
    ImportPreview,
    ItemChange,
    RevisionView,
    Timeline,
    TimelineEntry,
)
from quizapp.values.dates import date_text, parse_date
from tests.samples import NOW

PACK = AuthorPack(
    number=1,
    id="aldsand",
    title="The lighthouse of Aldsand",
    version="1.0.0",
    language="en",
    origin="library",
    questions=12,
    facts=6,
)
BUNDLED = msgspec.structs.replace(PACK, origin="bundled")

MANIFEST = Manifest(
    format=1,
    id="aldsand",
    title="The lighthouse of Aldsand",
    version="1.0.0",
    language="en",
    description="A lighthouse, its keepers and its lamp.",
    authors=("A. Keeper",),
    licence="CC-BY-SA-4.0",
    article=Article(title="Aldsand lighthouse", publisher="The Coast", licence="CC-BY-SA-4.0"),
    sections=(Section(id="history", title="History"), Section(id="lamp", title="The lamp")),
    references=(
        Reference(id="1", text="The register of lights, 1931.", address="https://example.org/1"),
        Reference(id="2", text="Letters of the keepers."),
    ),
)

FACTS: tuple[AnyFact, ...] = (
    DateFact(
        id="built",
        date="1867",
        statement="The lighthouse was built in 1867 by the harbour board.",
        section="history",
        references=("1",),
        about=("harbour-board",),
    ),
    DateFact(
        id="lit",
        date="1868-10-01",
        statement="Its lamp was first lit on 1 October 1868.",
        section="history",
        references=("1", "2"),
    ),
    FigureFact(
        id="height",
        number=34.5,
        unit="m",
        counts="the height of the tower",
        qualifier="about",
        statement="The tower is about **34.5 metres** high.",
        section="lamp",
        as_of="2009-04",
        attributed_to="the harbour board",
    ),
    InstitutionFact(
        id="harbour-board",
        name="Aldsand Harbour Board",
        other_names=("Harbour Board",),
        institution_kind="agency",
        statement="The Aldsand Harbour Board built the tower and still keeps it.",
        section="history",
    ),
    PersonFact(
        id="keeper",
        name="Ada Marsh",
        role="first keeper",
        statement="Ada Marsh was the first keeper.",
        section="history",
    ),
    PlaceFact(
        id="aldsand",
        name="Aldsand",
        place_kind="village",
        statement="Aldsand is a village on the north coast.",
        section="lamp",
    ),
)

QUESTIONS: dict[str, tuple[tuple[int, str, str], ...]] = {
    "built": (
        (11, "date", "In which year was the lighthouse of Aldsand built?"),
        (12, "ordering", "Put these in the order in which they happened."),
    ),
    "lit": ((13, "date", "When was the lamp first lit?"),),
    "height": ((14, "numeric", "About how high is the tower?"),),
}


def fact_view(fact: AnyFact, manifest: Manifest = MANIFEST) -> FactView:
    """`fact` with the questions that ask for it."""
    sections = {section.id: section.title for section in manifest.sections}
    references = {reference.id: reference.text for reference in manifest.references}
    return FactView(
        fact=fact,
        kind=kind_of(fact),
        value=fact.value_text(),
        section=sections.get(fact.section, fact.section),
        references=tuple(references[each] for each in fact.references),
        questions=QUESTIONS.get(fact.id, ()),
    )


def facts_view(
    facts: Sequence[AnyFact] = FACTS, pack: AuthorPack = PACK, manifest: Manifest = MANIFEST
) -> FactsView:
    """The facts of the made-up pack, or other ones."""
    views = tuple(fact_view(fact, manifest) for fact in facts)
    return FactsView(pack=pack, manifest=manifest, facts=views)


def many_facts(count: int) -> tuple[AnyFact, ...]:
    """So many facts of all kinds."""
    return tuple(
        msgspec.structs.replace(
            FACTS[number % len(FACTS)],
            id=f"fact-{number}",
            statement=f"{FACTS[number % len(FACTS)].statement} This is number {number}.",
            about=(),
        )
        for number in range(count)
    )


DATES = (
    ("-0043-03-15", "Caesar was killed on 15 March 44 BC."),
    ("~1850", "A beacon stood here from about 1850."),
    ("1867", "The lighthouse was built in 1867 by the harbour board."),
    ("1868-10-01", "Its lamp was first lit on 1 October 1868."),
    ("1868-11", "The first keeper came in November 1868."),
    ("1914-08/1918-11", "The lamp was dark from August 1914 to November 1918."),
    ("2009-04", "The tower was measured in April 2009."),
)


def timeline(dates: Sequence[tuple[str, str]] = DATES, pack: AuthorPack = PACK) -> Timeline:
    """Dated facts in order; every second is asked for."""
    return Timeline(
        pack=pack,
        entries=tuple(
            _timeline_entry(number, date, statement)
            for number, (date, statement) in enumerate(dates)
        ),
    )


def _timeline_entry(number: int, date: str, statement: str) -> TimelineEntry:
    value = parse_date(date)
    return TimelineEntry(
        sort=float(number),
        year=value.start.year,
        date=date_text(value),
        statement=statement,
        section="History",
        fact=f"fact-{number}",
        questions=number % 3,
        normal_form=date,
    )


def changes(count: int, *, answers: int = 0, before: str = "") -> tuple[ItemChange, ...]:
    """So many questions that an import touches."""
    return tuple(
        ItemChange(
            id=f"question-{number}",
            type=("date", "numeric", "single_choice")[number % 3],
            stem=f"In which year was lamp number {number} first lit?",
            before=before.format(n=number) if before else "",
            answers=answers,
        )
        for number in range(1, count + 1)
    )


def preview(**named: Any) -> ImportPreview:
    """A pack that the library does not have, unless `named` says otherwise."""
    values: dict[str, Any] = {
        "path": "/home/teacher/aldsand.quizpack",
        "id": "aldsand",
        "title": "The lighthouse of Aldsand",
        "version": "1.1.0",
        "language": "en",
        "authors": ("A. Keeper", "B. Marsh"),
        "licence": "CC-BY-SA-4.0",
        "present": "",
        "present_title": "",
        "relation": "new",
        "new": changes(12),
        "changed": (),
        "gone": (),
        "unchanged": 0,
        "facts": 6,
        "images": 2,
        "advice": (),
        "files_hash": "abc",
        **named,
    }
    return ImportPreview(**values)


def newer() -> ImportPreview:
    """Another version of a pack that is there already."""
    return preview(
        relation="newer",
        present="1.0.0",
        present_title="The lighthouse of Aldsand",
        new=changes(3),
        changed=changes(2, answers=4, before="When was lamp number {n} first lit?"),
        gone=changes(1, answers=5),
        unchanged=9,
        advice=("A stem is long.", "An image has no alternative text."),
    )


ENTRY = {
    "id": "when-lit",
    "type": "date",
    "stem": "When was the lamp first lit?",
    "answer": "1868-10-01",
}


def revisions() -> tuple[RevisionView, ...]:
    """Three revisions of a question, the newest first."""
    return (
        RevisionView(
            revision=33,
            made_at=NOW,
            is_current=True,
            entry=ENTRY,
            differences=(
                Difference(
                    field="stem",
                    before="When was the light of Aldsand first lit?",
                    after="When was the lamp first lit?",
                ),
                Difference(field="explanation", before="", after="Oil was brought in **1868**."),
            ),
            answers=0,
        ),
        RevisionView(
            revision=32,
            made_at=NOW - timedelta(days=3),
            is_current=False,
            entry=ENTRY,
            differences=(Difference(field="difficulty", before="2", after="3"),),
            answers=17,
        ),
        RevisionView(
            revision=31,
            made_at=NOW - timedelta(days=30),
            is_current=False,
            entry=ENTRY,
            differences=(),
            answers=1,
        ),
    )
