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
from sqlalchemy import Column, Connection, Table, delete, func, insert, select, update

from quizapp.facts import AnyFact, decode_fact, encode_fact, kind_of
from quizapp.packs import Manifest, Pack
from quizapp.questions import (
    AnyQuestion,
    content_hash,
    decode_question,
    encode_question,
    type_name,
)
from quizapp.store.models import fact, pack, question, question_fact, revision

BATCH = 2_000
Item = TypeVar("Item")
Report = Callable[[int, int], None]
"""Told how many questions of how many are in; may raise to stop the installation."""


class InstalledPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack in the library."""

    id: int
    manifest: Manifest
    files_hash: str


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
            InstalledPack(
                id=number, manifest=msgspec.json.decode(manifest, type=Manifest), files_hash=files
            )
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
        rows = self._connection.execute(
            select(fact.c.key, fact.c.body, pack.c.manifest)
            .join(pack, pack.c.id == fact.c.pack_id)
            .join(question, question.c.pack_id == pack.c.id)
            .where(question.c.id == number, fact.c.key.in_(keys))
        )
        found = {
            key: (decode_fact(body), msgspec.json.decode(manifest, type=Manifest))
            for key, body, manifest in rows
        }
        return tuple(found[key] for key in dict.fromkeys(keys) if key in found)

    def titles_of(self, questions: Iterable[int]) -> dict[int, str]:
        """For each question's number the title of its pack."""
        rows = self._connection.execute(
            select(question.c.id, question.c.pack_id).where(question.c.id.in_(list(questions)))
        )
        titles = {each.id: each.manifest.title for each in self.all()}
        return {number: titles[pack_id] for number, pack_id in rows}

    def questions_of(self, revisions: Iterable[int]) -> dict[int, AnyQuestion]:
        """For each revision's number its question."""
        rows = self._connection.execute(
            select(revision.c.id, revision.c.body).where(revision.c.id.in_(list(revisions)))
        )
        return {number: decode_question(body) for number, body in rows}

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
        for each in facts:
            values = {"kind": kind_of(each), "body": encode_fact(each), "retired_at": None}
            if each.id in known:
                self._connection.execute(
                    update(fact).where(fact.c.id == known[each.id]).values(values)
                )
        fresh = [each for each in facts if each.id not in known]
        self._insert(
            fact,
            (
                {
                    "pack_id": number,
                    "key": each.id,
                    "kind": kind_of(each),
                    "body": encode_fact(each),
                }
                for each in fresh
            ),
        )
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
        counts = {"new": 0, "changed": 0, "unchanged": 0}
        done = 0
        for batch in _batches(source.questions):
            fresh: list[dict[str, Any]] = []
            revisions: list[dict[str, Any]] = []
            links: list[dict[str, Any]] = []
            for each in batch:
                body = encode_question(each)
                name = content_hash(body)
                before = known.get(each.id)
                row = self._question_row(source.manifest.id, each)
                if before and before[1] == name:
                    counts["unchanged"] += 1
                    self._bring_back(before[0])
                    continue
                question_id = before[0] if before else next_question
                row["revision"] = next_revision
                if before:
                    counts["changed"] += 1
                    self._change(question_id, row)
                else:
                    counts["new"] += 1
                    next_question += 1
                    fresh.append({"id": question_id, "pack_id": number, **row})
                revisions.append(
                    {
                        "id": next_revision,
                        "question_id": question_id,
                        "hash": name,
                        "body": body,
                        "text": each.search_text(),
                        "made_at": now,
                    }
                )
                links += [
                    {"question_id": question_id, "fact_id": facts[key]}
                    for key in dict.fromkeys(each.facts)
                    if key in facts
                ]
                next_revision += 1
            self._insert(question, fresh)
            self._insert(revision, revisions)
            self._insert(question_fact, links)
            done += len(batch)
            report(done, len(source.questions))
        retired = self._retire(known, {each.id for each in source.questions}, now)
        return Installed(**counts, retired=retired)

    @staticmethod
    def _question_row(pack_key: str, source: AnyQuestion) -> dict[str, Any]:
        return {
            "key": source.id,
            "type": type_name(source),
            "topic": source.topic,
            "difficulty": source.difficulty,
            "points": source.points,
            "draw": draw_number(pack_key, source.id),
            "retired_at": None,
        }

    def _change(self, question_id: int, row: dict[str, Any]) -> None:
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

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        for batch in _batches(rows):
            self._connection.execute(insert(table), batch)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch
