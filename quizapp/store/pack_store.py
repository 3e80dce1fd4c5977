"""Packs, their facts and their questions.

An installed pack is never deleted from: what a newer version of it no longer has is retired, and a
changed question becomes a new revision, so that every answer keeps pointing at what was asked.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Connection, bindparam, delete, func, insert, select, update

from quizapp.facts import AnyFact, decode_fact, encode_fact, kind_of
from quizapp.packs import Manifest, Pack
from quizapp.questions import (
    AnyQuestion,
    content_hash,
    decode_question,
    encode_question,
    type_name,
)
from quizapp.store.models import fact, pack, question, question_fact, revision, to_microseconds

_manifest_decoder = msgspec.json.Decoder(Manifest)

# Made once, here: while a quiz goes on, making these would cost more than running them.
_FACTS = (
    select(fact.c.key, fact.c.body, pack.c.manifest)
    .join(pack, pack.c.id == fact.c.pack_id)
    .join(question, question.c.pack_id == pack.c.id)
    .where(
        question.c.id == bindparam("number"),
        fact.c.key.in_(bindparam("keys", expanding=True)),
    )
)
_TITLES = select(pack.c.id, func.json_extract(pack.c.manifest, "$.title"))
_REVISIONS = (
    select(revision.c.id, question.c.pack_id, revision.c.body)
    .join(question, question.c.id == revision.c.question_id)
    .where(revision.c.id.in_(bindparam("numbers", expanding=True)))
)

# Columns of new rows, in the order of their tables.
_FACT_COLUMNS = (fact.c.pack_id, fact.c.key, fact.c.kind, fact.c.body)
_CHANGING_COLUMNS = (
    question.c.key,
    question.c.type,
    question.c.topic,
    question.c.difficulty,
    question.c.points,
    question.c.draw,
    question.c.revision,
)
_QUESTION_COLUMNS = (question.c.id, question.c.pack_id, *_CHANGING_COLUMNS)
_REVISION_COLUMNS = tuple(revision.c)
_LINK_COLUMNS = tuple(question_fact.c)

BATCH = 2_000
Values = tuple[Any, ...]
Item = TypeVar("Item")
Report = Callable[[int, int], None]
"""Told how many questions of how many are in; may raise to stop the installation."""


class InstalledPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack in the library."""

    id: int
    manifest: Manifest
    files_hash: str


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it was at a time, and the number of its pack. Neither ever changes."""

    pack: int
    question: AnyQuestion


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """What an installation changed, counted in questions."""

    new: int
    changed: int
    unchanged: int
    retired: int


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many questions a pack has of a topic, type and difficulty."""

    pack: int
    topic: str
    type: str
    difficulty: int
    questions: int


def draw_number(pack_key: str, question_key: str) -> int:
    """A number in 0…2⁶²-1 that looks random and is the same on every computer."""
    digest = hashlib.blake2b(f"{pack_key}/{question_key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 2


class PackStore:
    """The packs of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[InstalledPack, ...]:
        """Every pack, in the order they came in."""
        rows = self._connection.execute(
            select(pack.c.id, pack.c.manifest, pack.c.files_hash).order_by(pack.c.id)
        )
        return tuple(
            InstalledPack(id=number, manifest=_manifest_decoder.decode(manifest), files_hash=files)
            for number, manifest, files in rows
        )

    def tallies(self) -> tuple[Tally, ...]:
        """How many questions there are of each kind; retired ones do not count."""
        kinds = (question.c.pack_id, question.c.topic, question.c.type, question.c.difficulty)
        rows = self._connection.execute(
            select(*kinds, func.count())
            .where(question.c.retired_at.is_(None))
            .group_by(*kinds)
            .order_by(*kinds)
        )
        return tuple(
            Tally(pack=number, topic=topic, type=kind, difficulty=difficulty, questions=count)
            for number, topic, kind, difficulty, count in rows
        )

    def fact_counts(self) -> dict[int, int]:
        """For each pack's number how many facts it has."""
        rows = self._connection.execute(
            select(fact.c.pack_id, func.count())
            .where(fact.c.retired_at.is_(None))
            .group_by(fact.c.pack_id)
        )
        return {row[0]: row[1] for row in rows}

    def facts_of(self, number: int, keys: Sequence[str]) -> tuple[tuple[AnyFact, Manifest], ...]:
        """The facts with these ids in the pack of the question `number`, each with its manifest."""
        rows = self._connection.execute(_FACTS, {"number": number, "keys": keys}).all()
        if not rows:
            return ()
        manifest = _manifest_decoder.decode(rows[0].manifest)
        found = {key: (decode_fact(body), manifest) for key, body, _ in rows}
        return tuple(found[key] for key in dict.fromkeys(keys) if key in found)

    def titles(self) -> dict[int, str]:
        """For each pack's number its title."""
        return {row[0]: row[1] for row in self._connection.execute(_TITLES)}

    def revisions(self, numbers: Iterable[int]) -> dict[int, Revision]:
        """The revisions with these numbers."""
        found: dict[int, Revision] = {}
        for batch in _batches(numbers):  # there is a limit to what one statement can name
            for number, of, body in self._connection.execute(_REVISIONS, {"numbers": batch}):
                found[number] = Revision(pack=of, question=decode_question(body))
        return found

    def install(self, source: Pack, files_hash: str, now: datetime, report: Report) -> Installed:
        """Put in a pack, or bring it to the state of `source`."""
        number = self._put_manifest(source.manifest, files_hash, now)
        facts = self._put_facts(number, source.facts, now)
        return self._put_questions(number, source, facts, now, report)

    def _put_manifest(self, manifest: Manifest, files_hash: str, now: datetime) -> int:
        values = {"files_hash": files_hash, "manifest": msgspec.json.encode(manifest)}
        found = self._connection.execute(select(pack.c.id).where(pack.c.key == manifest.id))
        number = found.scalar_one_or_none()
        if number is None:
            row = {"key": manifest.id, "installed_at": now, **values}
            added = self._connection.execute(insert(pack).values(row).returning(pack.c.id))
            return added.scalar_one()
        self._connection.execute(update(pack).where(pack.c.id == number).values(values))
        return number

    def _put_facts(self, number: int, facts: Sequence[AnyFact], now: datetime) -> dict[str, int]:
        known = self._fact_numbers(number)
        fresh = []
        for each in facts:
            kind, body = kind_of(each), encode_fact(each)
            if each.id in known:
                values = {"kind": kind, "body": body, "retired_at": None}
                self._connection.execute(
                    update(fact).where(fact.c.id == known[each.id]).values(values)
                )
            else:
                fresh.append((number, each.id, kind, body))
        self._insert(_FACT_COLUMNS, fresh)
        gone = known.keys() - {each.id for each in facts}
        for key in sorted(gone):
            self._connection.execute(
                update(fact)
                .where(fact.c.id == known[key], fact.c.retired_at.is_(None))
                .values(retired_at=now)
            )
        return self._fact_numbers(number)

    def _put_questions(
        self, number: int, source: Pack, facts: dict[str, int], now: datetime, report: Report
    ) -> Installed:
        known = self._known_questions(number)
        next_question = self._next_number(question.c.id)
        next_revision = self._next_number(revision.c.id)
        made_at = to_microseconds(now)
        counts = {"new": 0, "changed": 0, "unchanged": 0}
        done = 0
        for batch in _batches(source.questions):
            fresh: list[Values] = []
            revisions: list[Values] = []
            links: list[Values] = []
            for each in batch:
                body = encode_question(each)
                name = content_hash(body)
                before = known.get(each.id)
                if before and before[1] == name:
                    counts["unchanged"] += 1
                    self._bring_back(before[0])
                    continue
                values = (*_question_values(source.manifest.id, each), next_revision)
                if before:
                    counts["changed"] += 1
                    question_id = before[0]
                    self._change(question_id, values)
                else:
                    counts["new"] += 1
                    question_id = next_question
                    next_question += 1
                    fresh.append((question_id, number, *values))
                revisions.append(
                    (next_revision, question_id, name, body, each.search_text(), made_at)
                )
                links += [
                    (question_id, facts[key]) for key in dict.fromkeys(each.facts) if key in facts
                ]
                next_revision += 1
            self._insert(_QUESTION_COLUMNS, fresh)
            self._insert(_REVISION_COLUMNS, revisions)
            self._insert(_LINK_COLUMNS, links)
            done += len(batch)
            report(done, len(source.questions))
        retired = self._retire(known, {each.id for each in source.questions}, now)
        return Installed(**counts, retired=retired)

    def _change(self, question_id: int, values: Values) -> None:
        row: dict[Any, Any] = dict(zip(_CHANGING_COLUMNS, values, strict=True))
        row[question.c.retired_at] = None
        self._connection.execute(update(question).where(question.c.id == question_id).values(row))
        self._connection.execute(
            delete(question_fact).where(question_fact.c.question_id == question_id)
        )

    def _bring_back(self, question_id: int) -> None:
        self._connection.execute(
            update(question)
            .where(question.c.id == question_id, question.c.retired_at.is_not(None))
            .values(retired_at=None)
        )

    def _retire(self, known: dict[str, tuple[int, bytes]], present: set[str], now: datetime) -> int:
        retired = 0
        for key in sorted(known.keys() - present):
            result = self._connection.execute(
                update(question)
                .where(question.c.id == known[key][0], question.c.retired_at.is_(None))
                .values(retired_at=now)
            )
            retired += result.rowcount
        return retired

    def _known_questions(self, number: int) -> dict[str, tuple[int, bytes]]:
        rows = self._connection.execute(
            select(question.c.key, question.c.id, revision.c.hash)
            .join(revision, revision.c.id == question.c.revision)
            .where(question.c.pack_id == number)
        )
        return {key: (question_id, name) for key, question_id, name in rows}

    def _fact_numbers(self, number: int) -> dict[str, int]:
        rows = self._connection.execute(
            select(fact.c.key, fact.c.id).where(fact.c.pack_id == number)
        )
        return {row[0]: row[1] for row in rows}

    def _next_number(self, column: Column[int]) -> int:
        greatest: int | None = self._connection.execute(select(func.max(column))).scalar()
        return (greatest or 0) + 1

    def _insert(self, columns: Sequence[Column[Any]], rows: Sequence[Values]) -> None:
        """Many rows at once, with the values as the database has them.

        Past SQLAlchemy's own care for each row, which takes longer than SQLite's writing of it.
        """
        if not rows:
            return
        statement = insert(columns[0].table).compile(
            dialect=self._connection.dialect, column_keys=[column.name for column in columns]
        )
        self._connection.exec_driver_sql(str(statement), list(rows))


def _question_values(pack_key: str, source: AnyQuestion) -> Values:
    """What stands in `_CHANGING_COLUMNS`, but for the revision."""
    return (
        source.id,
        type_name(source),
        source.topic,
        source.difficulty,
        source.points,
        draw_number(pack_key, source.id),
    )


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch
