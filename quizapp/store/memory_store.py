"""What each learner remembers, and which questions that makes worth asking."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from quizapp.quizzes.blueprint import Blueprint
from quizapp.quizzes.review import DECAY, FACTOR, Memory, Rating, recall
from quizapp.quizzes.selection import Candidate
from quizapp.store.models import memory, pack, question, question_fact, to_microseconds

CANDIDATES_PER_QUESTION = 8
"""How many more questions than needed are looked at, so that facts can be kept apart."""

DRAW_RANGE = 2**62
_SPREAD = 0x9E3779B97F4A7C15
"""An odd number without pattern: neighbouring seeds begin at places far apart."""

_DAY = 86_400_000_000
"""In microseconds, as times are kept."""


def _constant(value: float) -> BindParameter[Any]:
    """Written into the statement: SQLite works out what is constant once, a parameter each time."""
    return literal(value, literal_execute=True)


_LAST_REVIEW = type_coerce(memory.c.last_review, BigInteger)
_IS_MISSED = memory.c.last_rating == _constant(int(Rating.AGAIN))
_VALUES = [column for column in memory.c if not column.primary_key]

_MEMORY = select(*_VALUES).where(
    memory.c.learner_id == bindparam("learner"), memory.c.question_id == bindparam("number")
)
_NEW = upsert(memory)
_PUT = _NEW.on_conflict_do_update(
    index_elements=["learner_id", "question_id"],
    set_={column.name: _NEW.excluded[column.name] for column in _VALUES},
)
_NOW = bindparam("now", type_=BigInteger)
_DAYS = func.max((_NOW - _LAST_REVIEW) // _constant(_DAY), _constant(0))
# The same curve as `quizzes.review.recall`: a hundred thousand rows need not come out of SQLite.
_RECALL = case(
    (or_(_IS_MISSED, memory.c.stability <= _constant(0)), _constant(0)),
    else_=func.pow(
        _constant(1) + _constant(FACTOR) * _DAYS / memory.c.stability,
        _constant(DECAY),
    ),
)
_BY_TOPIC = (
    select(
        question.c.pack_id,
        question.c.topic,
        func.count(),
        func.sum(_RECALL),
    )
    .join(question, question.c.id == memory.c.question_id)
    .where(memory.c.learner_id == bindparam("learner"), question.c.retired_at.is_(None))
    .group_by(question.c.pack_id, question.c.topic)
)


class TopicMemory(msgspec.Struct, frozen=True, kw_only=True):
    """What a learner remembers of a topic of a pack.

    Of the questions `seen`, `recalled` would be today.
    """

    pack: int
    topic: str
    seen: int
    recalled: float


class MemoryStore:
    """What learners remember, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, learner: int, number: int) -> Memory | None:
        """What the learner remembers of a question; None for one never answered."""
        row = self._connection.execute(_MEMORY, {"learner": learner, "number": number}).first()
        if row is None:
            return None
        return Memory(
            stability=row.stability,
            difficulty=row.difficulty,
            state=row.state,
            step=row.step,
            due=row.due,
            last_review=row.last_review,
            last_rating=Rating(row.last_rating),
        )

    def put(self, learner: int, number: int, value: Memory) -> None:
        """Replace what the learner remembers of a question."""
        self._connection.execute(
            _PUT,
            {
                "learner_id": learner,
                "question_id": number,
                "stability": value.stability,
                "difficulty": value.difficulty,
                "state": value.state,
                "step": value.step,
                "due": value.due,
                "last_review": value.last_review,
                "last_rating": int(value.last_rating),
            },
        )

    def by_topic(self, learner: int, now: datetime) -> tuple[TopicMemory, ...]:
        """What the learner remembers at `now` of every topic of which they have seen a question."""
        rows = self._connection.execute(
            _BY_TOPIC, {"learner": learner, "now": to_microseconds(now)}
        )
        return tuple(
            TopicMemory(pack=number, topic=topic, seen=seen, recalled=recalled)
            for number, topic, seen, recalled in rows
        )

    def count_matching(self, blueprint: Blueprint) -> int:
        """How many questions the blueprint's filters leave."""
        return self._connection.execute(
            select(func.count()).select_from(question).where(*_filters(blueprint))
        ).scalar_one()

    def candidates(
        self, learner: int, blueprint: Blueprint, now: datetime
    ) -> tuple[Candidate, ...]:
        """Questions that may be asked: never answered ones, and the least remembered others."""
        limit = blueprint.count * CANDIDATES_PER_QUESTION
        fresh = self._fresh(learner, blueprint, limit)
        known = self._weakest(learner, blueprint, now, limit)
        facts = self._facts([number for number, *_ in (*fresh, *known)])
        return tuple(
            Candidate(
                question=number,
                revision=current,
                points=points,
                facts=facts.get(number, ()),
                recall=recall,
            )
            for number, current, points, recall in (*fresh, *known)
        )

    def _fresh(
        self, learner: int, blueprint: Blueprint, limit: int
    ) -> list[tuple[int, int, float, None]]:
        """Never answered questions, from a place in the order of `draw` that the seed picks."""
        seen = select(memory.c.question_id).where(memory.c.learner_id == learner)
        start = (blueprint.seed * _SPREAD) % DRAW_RANGE
        found: list[tuple[int, int, float, None]] = []
        for part in (question.c.draw >= start, question.c.draw < start):
            rows = self._connection.execute(
                select(question.c.id, question.c.revision, question.c.points)
                .where(*_filters(blueprint), question.c.id.not_in(seen), part)
                .order_by(question.c.draw)
                .limit(limit - len(found))
            )
            found += [(number, current, points, None) for number, current, points in rows]
        return found

    def _weakest(
        self, learner: int, blueprint: Blueprint, now: datetime, limit: int
    ) -> list[tuple[int, int, float, float]]:
        """Answered questions, last wrong ones first, then by how far the memory has faded.

        Recall falls with the time since the last answer, counted in stabilities, whatever the
        curve: ordering by that quotient is ordering by recall, and SQL can do it.
        """
        faded = (to_microseconds(now) - _LAST_REVIEW) / memory.c.stability
        rows = self._connection.execute(
            select(
                question.c.id,
                question.c.revision,
                question.c.points,
                memory.c.stability,
                memory.c.last_review,
                memory.c.last_rating,
            )
            .join(memory, memory.c.question_id == question.c.id)
            .where(memory.c.learner_id == learner, *_filters(blueprint))
            .order_by(~_IS_MISSED, faded.desc(), question.c.draw)
            .limit(limit)
        )
        return [
            (number, current, points, recall(days, (now - at).days, rating))
            for number, current, points, days, at, rating in rows
        ]

    def _facts(self, questions: Sequence[int]) -> dict[int, tuple[int, ...]]:
        rows = self._connection.execute(
            select(question_fact.c.question_id, question_fact.c.fact_id).where(
                question_fact.c.question_id.in_(questions)
            )
        )
        found: dict[int, tuple[int, ...]] = {}
        for number, each in rows:
            found[number] = (*found.get(number, ()), each)
        return found


def _filters(blueprint: Blueprint) -> list[ColumnElement[bool]]:
    """The conditions that a question must meet."""
    conditions: list[ColumnElement[bool]] = [question.c.retired_at.is_(None)]
    if blueprint.questions:
        return [*conditions, question.c.id.in_(blueprint.questions)]
    if blueprint.packs:
        packs = select(pack.c.id).where(pack.c.key.in_(blueprint.packs))
        conditions.append(question.c.pack_id.in_(packs))
    filters: list[tuple[Any, Sequence[Any]]] = [
        (question.c.topic, blueprint.topics),
        (question.c.type, blueprint.types),
        (question.c.difficulty, blueprint.difficulties),
    ]
    conditions += [column.in_(wanted) for column, wanted in filters if wanted]
    return conditions
