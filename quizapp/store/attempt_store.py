"""Sittings and their answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, case, func, insert, or_, select, update

from quizapp.questions import decode_answer
from quizapp.questions.base import Grade
from quizapp.quizzes.attempt import Asked, Attempt, Confidence
from quizapp.quizzes.blueprint import Blueprint
from quizapp.store.models import asked, attempt, pack, question


class AttemptLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sitting without its questions, with what they came to."""

    id: int
    blueprint: Blueprint
    started_at: datetime
    finished_at: datetime | None
    position: int
    packs: tuple[str, ...]
    questions: int
    answered: int
    right: int
    points: float
    possible: float
    seconds: float


class AttemptStore:
    """The sittings of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, learner: int, blueprint: Blueprint, questions: Sequence[Asked], now: datetime
    ) -> Attempt:
        """A new sitting."""
        row = {
            "learner_id": learner,
            "mode": blueprint.mode,
            "blueprint": msgspec.json.encode(blueprint),
            "started_at": now,
            "position": 0,
        }
        added = self._connection.execute(insert(attempt).values(row).returning(attempt.c.id))
        number = added.scalar_one()
        rows = [
            {
                "attempt_id": number,
                "position": position,
                "question_id": each.question,
                "revision_id": each.revision,
                **_asked_row(each),
            }
            for position, each in enumerate(questions)
        ]
        self._connection.execute(insert(asked), rows)
        return Attempt(
            id=number,
            learner=learner,
            blueprint=blueprint,
            started_at=now,
            asked=tuple(questions),
        )

    def get(self, number: int) -> Attempt | None:
        """The sitting with this number."""
        row = self._connection.execute(select(attempt).where(attempt.c.id == number)).first()
        if row is None:
            return None
        questions = self._connection.execute(
            select(asked).where(asked.c.attempt_id == number).order_by(asked.c.position)
        )
        return Attempt(
            id=number,
            learner=row.learner_id,
            blueprint=msgspec.json.decode(row.blueprint, type=Blueprint),
            started_at=row.started_at,
            asked=tuple(_asked(each) for each in questions),
            position=row.position,
            finished_at=row.finished_at,
        )

    def save_asked(self, after: Attempt, position: int) -> None:
        """Write the question at `position` and the sitting's own place."""
        self._connection.execute(
            update(asked)
            .where(asked.c.attempt_id == after.id, asked.c.position == position)
            .values(_asked_row(after.asked[position]))
        )
        self.save(after)

    def save(self, after: Attempt) -> None:
        """Write the sitting's own place and end."""
        self._connection.execute(
            update(attempt)
            .where(attempt.c.id == after.id)
            .values(position=after.position, finished_at=after.finished_at)
        )

    def lines(self, learner: int, *, finished: bool, limit: int = -1) -> tuple[AttemptLine, ...]:
        """A learner's sittings, the newest first; `limit` -1 is all."""
        over = attempt.c.finished_at.is_not(None) if finished else attempt.c.finished_at.is_(None)
        chosen = (
            select(attempt.c.id)
            .where(attempt.c.learner_id == learner, over)
            .order_by(attempt.c.started_at.desc(), attempt.c.id.desc())
            .limit(limit)
        )
        rows = self._connection.execute(_lines().where(attempt.c.id.in_(chosen)))
        titles = self._pack_keys(chosen)
        return tuple(_line(row, titles.get(row.id, ())) for row in rows)

    def _pack_keys(self, chosen: Select[int]) -> dict[int, tuple[str, ...]]:
        rows = self._connection.execute(
            select(asked.c.attempt_id, pack.c.key)
            .join(question, question.c.id == asked.c.question_id)
            .join(pack, pack.c.id == question.c.pack_id)
            .where(asked.c.attempt_id.in_(chosen))
            .group_by(asked.c.attempt_id, pack.c.key)
            .order_by(asked.c.attempt_id, func.min(asked.c.position))
        )
        keys: dict[int, tuple[str, ...]] = {}
        for number, key in rows:
            keys[number] = (*keys.get(number, ()), key)
        return keys

    def finished_count(self, learner: int) -> int:
        """How many sittings the learner has finished."""
        return self._connection.execute(
            select(func.count()).where(
                attempt.c.learner_id == learner, attempt.c.finished_at.is_not(None)
            )
        ).scalar_one()

    def typical_seconds(self, number: int) -> float | None:
        """The mean time right answers to this question took; None with fewer than three."""
        count, mean = self._connection.execute(
            select(func.count(), func.avg(asked.c.seconds)).where(
                asked.c.question_id == number, asked.c.score >= 1
            )
        ).one()
        return float(mean) if count >= 3 else None

    def question_scores(self, learner: int) -> tuple[tuple[str, int, int, float], ...]:
        """Pack key, current revision, number of answers and mean score of every question
        answered.
        """
        rows = self._connection.execute(
            select(pack.c.key, question.c.revision, func.count(), func.avg(asked.c.score))
            .join(attempt, attempt.c.id == asked.c.attempt_id)
            .join(question, question.c.id == asked.c.question_id)
            .join(pack, pack.c.id == question.c.pack_id)
            .where(
                attempt.c.learner_id == learner,
                asked.c.score.is_not(None),
                or_(attempt.c.mode != "exam", attempt.c.finished_at.is_not(None)),
            )
            .group_by(question.c.id)
            .order_by(pack.c.id, question.c.id)
        )
        return tuple((key, number, count, mean) for key, number, count, mean in rows)


def _lines() -> Select[*tuple[Any, ...]]:
    """Every sitting with the sums over its questions, the newest first."""
    return (
        select(
            attempt.c.id,
            attempt.c.blueprint,
            attempt.c.started_at,
            attempt.c.finished_at,
            attempt.c.position,
            func.count().label("questions"),
            func.count(asked.c.score).label("answered"),
            func.sum(case((asked.c.score >= 1, 1), else_=0)).label("right"),
            func.sum(func.coalesce(asked.c.score, 0) * asked.c.points).label("points"),
            func.sum(asked.c.points).label("possible"),
            func.sum(asked.c.seconds).label("seconds"),
        )
        .join(asked, asked.c.attempt_id == attempt.c.id)
        .group_by(attempt.c.id)
        .order_by(attempt.c.started_at.desc(), attempt.c.id.desc())
    )


def _line(row: Row[Any], packs: tuple[str, ...]) -> AttemptLine:
    return AttemptLine(
        id=row.id,
        blueprint=msgspec.json.decode(row.blueprint, type=Blueprint),
        started_at=row.started_at,
        finished_at=row.finished_at,
        position=row.position,
        packs=packs,
        questions=row.questions,
        answered=row.answered,
        right=row.right,
        points=row.points,
        possible=row.possible,
        seconds=row.seconds,
    )


def _asked_row(source: Asked) -> dict[str, Any]:
    """The columns that change while a sitting goes on, and those that make a new row."""
    return {
        "seed": source.seed,
        "points": source.points,
        "answer": msgspec.json.encode(source.answer) if source.answer else None,
        "grade": msgspec.json.encode(source.grade) if source.grade else None,
        "score": source.grade.score if source.grade else None,
        "answered_at": source.answered_at,
        "seconds": source.seconds,
        "confidence": source.confidence,
        "hints_used": source.hints_used,
        "skipped": source.skipped,
        "flagged": source.flagged,
    }


def _asked(row: Row[Any]) -> Asked:
    return Asked(
        question=row.question_id,
        revision=row.revision_id,
        seed=row.seed,
        points=row.points,
        answer=decode_answer(row.answer) if row.answer else None,
        grade=msgspec.json.decode(row.grade, type=Grade) if row.grade else None,
        answered_at=row.answered_at,
        seconds=row.seconds,
        confidence=Confidence(row.confidence) if row.confidence else None,
        hints_used=row.hints_used,
        skipped=bool(row.skipped),
        flagged=bool(row.flagged),
    )
