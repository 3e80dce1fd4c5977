"""Packs and their facts, as their authors make and mend them."""

from collections import defaultdict
from datetime import datetime
from pathlib import Path

import msgspec

from quizapp.errors import QuizError
from quizapp.facts import AnyFact, DateFact, kind_of
from quizapp.formats.native.entries import (
    CheckedFact,
    CheckedManifest,
    EntryContext,
    check_fact_entry,
    check_manifest_entry,
    manifest_entry,
)
from quizapp.formats.native.template import example_pack
from quizapp.formats.native.texts import MAX_NAME_LENGTH
from quizapp.formats.native.writing import write_pack
from quizapp.packs import Manifest, Pack, Section
from quizapp.questions import type_name
from quizapp.services.authoring_values import (
    AuthorPack,
    Entry,
    FactsView,
    FactView,
    Timeline,
    TimelineEntry,
)
from quizapp.services.catalogue import author_pack
from quizapp.services.desks import at_desks, bring_in
from quizapp.store.database import Database
from quizapp.store.pack_store import PackStore
from quizapp.store.question_store import QuestionStore
from quizapp.translation import tr, tr_n
from quizapp.values.dates import date_text, parse_date
from quizapp.values.slugs import free_name, slug

Asking = dict[str, tuple[tuple[int, str, str], ...]]
"""By the id of a fact, number, type and stem of each question that asks for it."""


class PackWriting:
    """What authors do with packs as wholes, and with facts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Packs

    def new_pack(
        self,
        entry: Entry,
        now: datetime,
        folder: Path | None = None,
        *,
        with_examples: bool = False,
        example: Pack | None = None,
    ) -> AuthorPack:
        """A new pack of which `entry` says the details, in the library or in the new `folder`.

        `example` gives its first facts and questions, `with_examples` some made for that: one of
        each of several types. `QuizError` where the details are not sound
        or the id is taken.
        """
        manifest = _sound(check_manifest_entry(entry))
        if with_examples:
            example = example_pack(manifest)
        manifest = _with_section(manifest, example)
        with self._database.reading() as connection:
            _check_free(PackStore(connection), manifest.id)
        start = Pack(
            manifest=manifest,
            facts=example.facts if example else (),
            questions=example.questions if example else (),
            media=example.media if example else {},
        )
        if folder is not None:
            write_pack(start, folder)
            with self._database.writing() as connection:
                packs = PackStore(connection)
                bring_in(packs, folder, now)
                return self._author_pack(packs, manifest.id)
        return self._put_in(start, now)

    def copy_pack(self, number: int, now: datetime) -> AuthorPack:
        """A copy of a pack, to be changed; records stay with the original."""
        with self._database.reading() as connection:
            packs = PackStore(connection)
            pack = packs.contents(number)
            taken = {each.manifest.id for each in packs.all()}
        manifest = msgspec.structs.replace(
            pack.manifest,
            id=free_name(f"{pack.manifest.id[:70].rstrip('-')}-copy", taken),
            title=_copy_title(pack.manifest.title),
        )
        return self._put_in(msgspec.structs.replace(pack, manifest=manifest), now)

    def _put_in(self, pack: Pack, now: datetime) -> AuthorPack:
        with self._database.writing() as connection:
            packs = PackStore(connection)
            packs.install(pack, "", now, _silent)
            return self._author_pack(packs, pack.manifest.id)

    def _author_pack(self, packs: PackStore, key: str) -> AuthorPack:
        number = packs.number_of(key)
        if number is None:
            raise QuizError(tr("This pack is not in the library."), tr("Go back to the library."))
        return author_pack(packs.get(number))

    def details(self, number: int) -> Entry:
        """What a pack says of itself."""
        with self._database.reading() as connection:
            return manifest_entry(PackStore(connection).get(number).manifest)

    def check_details(self, entry: Entry) -> CheckedManifest:
        """What is wrong with the details of a pack."""
        return check_manifest_entry(entry)

    def save_details(self, number: int, entry: Entry, now: datetime) -> None:
        """Change what a pack says of itself; its id stays."""
        manifest = _sound(check_manifest_entry(entry))
        with at_desks(self._database, now) as desks:
            known = desks.packs.get(number).manifest
            if manifest.id != known.id:
                raise QuizError(
                    tr("The id of a pack does not change."), tr("Make a copy under another one.")
                )
            used = {fact.section for fact in desks.packs.facts(number)}
            missing = used - {section.id for section in manifest.sections}
            if missing:
                raise QuizError(
                    tr("Facts of the pack still name the section “{name}”.").format(
                        name=min(missing)
                    ),
                    tr("Change these facts first, or keep the section."),
                )
            desks.of(number).put_manifest(manifest)

    # Facts

    def facts(self, number: int) -> FactsView:
        """The facts of a pack, each with the questions that ask for it."""
        with self._database.reading() as connection:
            packs = PackStore(connection)
            pack = packs.get(number)
            facts = packs.facts(number)
            asking = _asking(QuestionStore(connection), number, [fact.id for fact in facts])
        sections = {section.id: section.title for section in pack.manifest.sections}
        references = {each.id: each.text for each in pack.manifest.references}
        return FactsView(
            pack=author_pack(pack),
            manifest=pack.manifest,
            facts=tuple(
                FactView(
                    fact=fact,
                    kind=kind_of(fact),
                    value=fact.value_text(),
                    section=sections.get(fact.section, fact.section),
                    references=tuple(references.get(each, each) for each in fact.references),
                    questions=asking.get(fact.id, ()),
                )
                for fact in facts
            ),
        )

    def check_fact(self, number: int, entry: Entry, present: str = "") -> CheckedFact:
        """What is wrong with a fact in its pack; `present` is the id of the fact it changes."""
        with self._database.reading() as connection:
            packs = PackStore(connection)
            manifest = packs.get(number).manifest
            facts = {fact.id: fact for fact in packs.facts(number)}
        return check_fact_entry(_with_id(entry, facts), _fact_context(manifest, facts, present))

    def save_fact(self, number: int, entry: Entry, now: datetime, present: str = "") -> str:
        """Add a fact, or change the fact `present`, whose id stays; gives the id."""
        with at_desks(self._database, now) as desks:
            manifest = desks.packs.get(number).manifest
            facts = {fact.id: fact for fact in desks.packs.facts(number)}
            whole = {**entry, "id": present} if present else _with_id(entry, facts)
            fact = _sound_fact(check_fact_entry(whole, _fact_context(manifest, facts, present)))
            desks.of(number).put_fact(fact)
        return fact.id

    def remove_fact(self, number: int, key: str, now: datetime) -> None:
        """Take a fact out; `QuizError` while questions or other facts name it."""
        with at_desks(self._database, now) as desks:
            asking = _asking(desks.questions, number, [key]).get(key, ())
            named = [fact.id for fact in desks.packs.facts(number) if key in fact.about]
            if asking or named:
                raise QuizError(
                    tr("This fact is still named: {questions}, {facts}.").format(
                        questions=tr_n("{n} question", "{n} questions", len(asking)),
                        facts=tr_n("{n} fact", "{n} facts", len(named)),
                    ),
                    tr("Retire or change these first."),
                )
            desks.of(number).drop_fact(key)

    def timeline(self, number: int) -> Timeline:
        """All dated facts of a pack, the earliest first."""
        view = self.facts(number)
        entries = [_timeline_entry(each) for each in view.facts if isinstance(each.fact, DateFact)]
        return Timeline(pack=view.pack, entries=tuple(sorted(entries, key=lambda each: each.sort)))


def _silent(done: int, total: int) -> None:
    del done, total


def _copy_title(title: str) -> str:
    """What the copy of a pack is called, which is not too long."""
    words = tr("{title} (copy)")
    room = MAX_NAME_LENGTH - len(words.format(title=""))
    return words.format(title=title if len(title) <= room else f"{title[: room - 1].rstrip()}…")


def _check_free(packs: PackStore, key: str) -> None:
    if packs.number_of(key) is not None:
        raise QuizError(
            tr("The library has a pack with the id “{id}” already.").format(id=key),
            tr("Choose another id."),
        )


def _with_section(manifest: Manifest, example: Pack | None) -> Manifest:
    """Every fact stands in a section: a pack without any gets one."""
    if manifest.sections:
        return manifest
    sections = example.manifest.sections if example else ()
    references = example.manifest.references if example else ()
    return msgspec.structs.replace(
        manifest,
        sections=sections or (Section(id="article", title=tr("The whole article")),),
        references=manifest.references or references,
    )


def _sound(checked: CheckedManifest) -> Manifest:
    if checked.manifest is None:
        first = next(each for each in checked.problems if each.severity == "error")
        raise QuizError(first.message, first.remedy)
    return checked.manifest


def _sound_fact(checked: CheckedFact) -> AnyFact:
    if checked.fact is None:
        first = next(each for each in checked.problems if each.severity == "error")
        raise QuizError(first.message, first.remedy)
    return checked.fact


def _fact_context(manifest: Manifest, facts: dict[str, AnyFact], present: str) -> EntryContext:
    return EntryContext(
        manifest=manifest,
        facts=facts,
        media=frozenset(),
        taken_ids=facts.keys() - {present},
    )


def _with_id(entry: Entry, facts: dict[str, AnyFact]) -> Entry:
    """`entry` with an id made from its name or statement where its author gave none."""
    if entry.get("id"):
        return entry
    words = str(entry.get("name") or entry.get("statement") or "")
    return {**entry, "id": free_name(slug(words, "fact"), facts)}


def _asking(questions: QuestionStore, number: int, keys: list[str]) -> Asking:
    by_fact = questions.with_facts(number, keys)
    numbers = dict.fromkeys(each for found in by_fact.values() for each in found)
    stored = questions.get(list(numbers))
    asking: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for key, found in by_fact.items():
        for each in found:
            question = stored[each].question
            asking[key].append((each, type_name(question), question.stem))
    return {key: tuple(found) for key, found in asking.items()}


def _timeline_entry(view: FactView) -> TimelineEntry:
    fact = view.fact
    value = parse_date(fact.date if isinstance(fact, DateFact) else "")
    start = value.start
    return TimelineEntry(
        sort=start.year + ((start.month or 1) - 1) / 12 + ((start.day or 1) - 1) / 372,
        year=start.year,
        date=date_text(value),
        normal_form=value.normal_form(),
        statement=fact.statement,
        section=view.section,
        fact=fact.id,
        questions=len(view.questions),
    )
