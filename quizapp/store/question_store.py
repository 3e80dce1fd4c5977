"""Questions one by one, as their authors make and mend them."""

from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, func, select, update

from quizapp.questions import AnyQuestion, decode_question
from quizapp.store.media_rows import images_of
from quizapp.store.models import (
    asked,
    fact,
    media,
    pack,
    question,
    question_fact,
    revision,
    revision_media,
)
from quizapp.store.question_writing import Current, PackPlace, QuestionWriter
from quizapp.store.rows import batches


class StoredQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the bank as it is now. `pack` and `revision` are numbers, `key` is its id."""

    number: int
    pack: int
    key: str
    revision: int
    question: AnyQuestion
    retired_at: datetime | None


class RevisionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it was saved at a time."""

    number: int
    made_at: datetime
    question: AnyQuestion


class QuestionStore:
    """The questions of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, numbers: Iterable[int]) -> dict[int, StoredQuestion]:
        """Those of the questions with these numbers that there are, retired ones too."""
        query = select(
            question.c.id,
            question.c.pack_id,
            question.c.key,
            question.c.revision,
            revision.c.body,
            question.c.retired_at,
        ).join(revision, revision.c.id == question.c.revision)
        return {
            number: StoredQuestion(
                number=number,
                pack=of,
                key=key,
                revision=current,
                question=decode_question(body),
                retired_at=retired_at,
            )
            for batch in batches(numbers)
            for number, of, key, current, body, retired_at in self._connection.execute(
                query.where(question.c.id.in_(batch))
            )
        }

    def number_of(self, of: int, key: str) -> int | None:
        """The number of the question with this id in the pack `of`, retired or not."""
        query = select(question.c.id).where(question.c.pack_id == of, question.c.key == key)
        return self._connection.execute(query).scalar()

    def keys(self, of: int) -> set[str]:
        """The ids of all questions of a pack, of retired ones too."""
        query = select(question.c.key).where(question.c.pack_id == of)
        return set(self._connection.execute(query).scalars())

    def with_facts(self, of: int, keys: Collection[str]) -> dict[str, tuple[int, ...]]:
        """For each of these facts of a pack that are asked for the questions that do so.

        Retired questions do not count.
        """
        rows = self._connection.execute(
            select(fact.c.key, question.c.id)
            .join(question_fact, question_fact.c.fact_id == fact.c.id)
            .join(question, question.c.id == question_fact.c.question_id)
            .where(fact.c.pack_id == of, question.c.retired_at.is_(None))
            .order_by(fact.c.id, question.c.id)
        )
        found: dict[str, list[int]] = {}
        wanted = frozenset(keys)
        for key, number in rows:
            if key in wanted:
                found.setdefault(key, []).append(number)
        return {key: tuple(numbers) for key, numbers in found.items()}

    def with_media(self, of: int, name: str) -> tuple[int, ...]:
        """The questions of a pack, retired ones too, that name this image."""
        rows = self._connection.execute(
            select(question.c.id)
            .join(revision_media, revision_media.c.revision_id == question.c.revision)
            .where(question.c.pack_id == of, revision_media.c.name == name)
            .order_by(question.c.id)
        )
        return tuple(rows.scalars())

    def add(self, of: int, source: AnyQuestion, now: datetime) -> int:
        """A new question in the pack `of`, where its id must not be taken; gives its number."""
        writer = self._writer(of, source, now)
        written = writer.put(source, None)
        writer.flush()
        return written.number

    def revise(self, number: int, source: AnyQuestion, now: datetime) -> int:
        """Bring a question to this state; gives the number of its revision.

        That is a new one only where the question, or an image that it names, is another one.
        """
        of = self._connection.execute(
            select(question.c.pack_id).where(question.c.id == number)
        ).scalar_one()
        return self.move(number, of, source, now)

    def move(self, number: int, to: int, source: AnyQuestion, now: datetime) -> int:
        """Let a question be in the pack `to`, where its id must not be taken, in this state.

        All records of it stay. Gives the number of its revision, as `revise` does.
        """
        writer = self._writer(to, source, now)
        current = self._current(number)
        written = writer.put(source, current)
        if written.outcome == "unchanged":
            writer.settle(source, current)
        writer.flush()
        return written.revision

    def _writer(self, of: int, source: AnyQuestion, now: datetime) -> QuestionWriter:
        key = self._connection.execute(select(pack.c.key).where(pack.c.id == of)).scalar_one()
        facts = self._connection.execute(
            select(fact.c.key, fact.c.id).where(fact.c.pack_id == of, fact.c.key.in_(source.facts))
        )
        images = images_of(self._connection, of)
        place = PackPlace(of, key, {row[0]: row[1] for row in facts}, images)
        return QuestionWriter(self._connection, place, now)

    def _current(self, number: int) -> Current:
        made, name = self._connection.execute(
            select(revision.c.id, revision.c.hash)
            .join(question, question.c.revision == revision.c.id)
            .where(question.c.id == number)
        ).one()
        images = self._connection.execute(
            select(revision_media.c.name, media.c.hash)
            .join(media, media.c.id == revision_media.c.media_id)
            .where(revision_media.c.revision_id == made)
        )
        return Current(number, made, name, frozenset((row[0], row[1]) for row in images))

    def set_retired(self, numbers: Iterable[int], at: datetime | None) -> None:
        """Ask these questions no more, or with None again."""
        is_other = question.c.retired_at.is_(None) if at else question.c.retired_at.is_not(None)
        for batch in batches(numbers):
            self._connection.execute(
                update(question).where(question.c.id.in_(batch), is_other).values(retired_at=at)
            )

    def history(self, number: int) -> tuple[RevisionEntry, ...]:
        """Every revision of a question, the newest first."""
        rows = self._connection.execute(
            select(revision.c.id, revision.c.made_at, revision.c.body)
            .where(revision.c.question_id == number)
            .order_by(revision.c.id.desc())
        )
        return tuple(
            RevisionEntry(number=made, made_at=made_at, question=decode_question(body))
            for made, made_at, body in rows
        )

    def answers_by_revision(self, number: int) -> dict[int, int]:
        """How many answers each revision of a question has, where it has any."""
        rows = self._connection.execute(
            select(asked.c.revision_id, func.count())
            .where(asked.c.question_id == number, asked.c.score.is_not(None))
            .group_by(asked.c.revision_id)
        )
        return {row[0]: row[1] for row in rows}

    def answers_by_key(self, of: int) -> dict[str, int]:
        """How many answers each question of a pack has by its id, where it has any."""
        rows = self._connection.execute(
            select(question.c.key, func.count())
            .join(asked, asked.c.question_id == question.c.id)
            .where(question.c.pack_id == of, asked.c.score.is_not(None))
            .group_by(question.c.key)
        )
        return {row[0]: row[1] for row in rows}
