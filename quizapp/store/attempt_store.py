"""Sittings and their answers.

The statements of a sitting are made once, here: making one costs more than running it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

import msgspec
from sqlalchemy import (
    Connection,
    LargeBinary,
    Row,
    Text,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from quizapp.questions import decode_answer
from quizapp.questions.base import Grade
from quizapp.quizzes.attempt import Asked, Attempt, Confidence
from quizapp.quizzes.blueprint import Blueprint, Mode
from quizapp.store.models import asked, attempt, pack, question, revision

_blueprint_decoder = msgspec.json.Decoder(Blueprint)
_grade_decoder = msgspec.json.Decoder(Grade)
_packs_decoder = msgspec.json.Decoder(tuple[str, ...])

_ATTEMPT = select(attempt).where(attempt.c.id == bindparam("number"))
_ASKED = select(asked).where(asked.c.attempt_id == bindparam("number")).order_by(asked.c.position)
_ADD_ATTEMPT = insert(attempt).returning(attempt.c.id)
_SAVE_ATTEMPT = update(attempt).where(attempt.c.id == bindparam("number"))
_SAVE_ASKED = update(asked).where(
    asked.c.attempt_id == bindparam("number"), asked.c.position == bindparam("place")
)
_PACKS = (
    select(question.c.id, pack.c.key)
    .join(pack, pack.c.id == question.c.pack_id)
    .where(question.c.id.in_(bindparam("numbers", expanding=True)))
)
_LINES = (
    select(
        attempt.c.id,
        attempt.c.mode,
        attempt.c.packs,
        attempt.c.started_at,
        attempt.c.finished_at,
        attempt.c.position,
        attempt.c.questions,
        attempt.c.answered,
        attempt.c.right,
        attempt.c.points,
        attempt.c.possible,
        attempt.c.seconds,
    )
    .where(attempt.c.learner_id == bindparam("learner"))
    .order_by(attempt.c.started_at.desc(), attempt.c.id.desc())
    .limit(bindparam("most"))
)
_FINISHED_LINES = _LINES.where(attempt.c.finished_at.is_not(None))
_OPEN_LINES = _LINES.where(attempt.c.finished_at.is_(None))
# Ids of packs stand in quotes there, and hold none.
_OF_PACK = func.instr(attempt.c.packs, bindparam("pack", type_=LargeBinary)) > 0
_OPEN_EXAMS = select(attempt.c.id, attempt.c.started_at, attempt.c.blueprint).where(
    attempt.c.learner_id == bindparam("learner"),
    attempt.c.finished_at.is_(None),
    attempt.c.mode == "exam",
)
_TYPICAL_SECONDS = select(func.count(), func.avg(asked.c.seconds)).where(
    asked.c.question_id == bindparam("number"),
    asked.c.attempt_id != bindparam("but"),
    asked.c.score >= 1,
)
# A pending grade has no score. Most rows have one, or were never answered.
_PENDING = (
    select(asked, attempt.c.learner_id)
    .join(attempt, attempt.c.id == asked.c.attempt_id)
    .where(
        asked.c.score.is_(None),
        asked.c.grade.is_not(None),
        or_(attempt.c.mode != "exam", attempt.c.finished_at.is_not(None)),
    )
    .order_by(asked.c.answered_at, asked.c.attempt_id, asked.c.position)
)
_SCORED_ANSWERS = (
    select(asked)
    .join(attempt, attempt.c.id == asked.c.attempt_id)
    .where(
        attempt.c.learner_id == bindparam("learner"),
        asked.c.question_id == bindparam("number"),
        asked.c.score.is_not(None),
        or_(attempt.c.mode != "exam", attempt.c.finished_at.is_not(None)),
    )
    .order_by(asked.c.answered_at, asked.c.attempt_id, asked.c.position)
)
_HAS_ANSWERS = select(attempt.c.id).where(attempt.c.answered > 0).limit(1)
_QUESTION_SCORES = (
    select(
        pack.c.key,
        question.c.key,
        func.json_extract(revision.c.body.cast(Text), "$.stem"),
        func.count(),
        func.avg(asked.c.score),
    )
    .join(attempt, attempt.c.id == asked.c.attempt_id)
    .join(question, question.c.id == asked.c.question_id)
    .join(revision, revision.c.id == question.c.revision)
    .join(pack, pack.c.id == question.c.pack_id)
    .where(
        attempt.c.learner_id == bindparam("learner"),
        asked.c.score.is_not(None),
        or_(attempt.c.mode != "exam", attempt.c.finished_at.is_not(None)),
    )
    .group_by(question.c.id)
    .order_by(pack.c.id, question.c.id)
)


class AttemptLine(msgspec.Struct, frozen=True):
    """A sitting without its questions, with what they came to."""

    id: int
    mode: Mode
    packs: tuple[str, ...]
    started_at: datetime
    finished_at: datetime | None
    position: int
    questions: int
    answered: int
    right: int
    points: float
    possible: float
    seconds: float


class PendingAnswer(msgspec.Struct, frozen=True):
    """An answer that has yet to be judged, and where it stands."""

    attempt: int
    position: int
    learner: int
    asked: Asked


class AttemptStore:
    """The sittings of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, learner: int, blueprint: Blueprint, questions: Sequence[Asked], now: datetime
    ) -> Attempt:
        """A new sitting."""
        begun = Attempt(
            id=0, learner=learner, blueprint=blueprint, started_at=now, asked=tuple(questions)
        )
        row = {
            "learner_id": learner,
            "mode": blueprint.mode,
            "blueprint": msgspec.json.encode(blueprint),
            "started_at": now,
            "packs": msgspec.json.encode(self._packs_of(questions)),
            **_attempt_row(begun),
        }
        number = self._connection.execute(_ADD_ATTEMPT, row).scalar_one()
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
        return msgspec.structs.replace(begun, id=number)

    def _packs_of(self, questions: Sequence[Asked]) -> tuple[str, ...]:
        """The ids of the packs of these questions, in the order they come up."""
        numbers = [each.question for each in questions]
        rows = self._connection.execute(_PACKS, {"numbers": numbers})
        keys = {row[0]: row[1] for row in rows}
        return tuple(dict.fromkeys(keys[number] for number in numbers))

    def get(self, number: int) -> Attempt | None:
        """The sitting with this number."""
        row = self._connection.execute(_ATTEMPT, {"number": number}).first()
        if row is None:
            return None
        return Attempt(
            id=number,
            learner=row.learner_id,
            blueprint=_blueprint_decoder.decode(row.blueprint),
            started_at=row.started_at,
            asked=tuple(map(_asked, self._connection.execute(_ASKED, {"number": number}))),
            position=row.position,
            finished_at=row.finished_at,
        )

    def save(self, before: Attempt, after: Attempt) -> None:
        """Write what is not in `after` as it was in `before`, which is what the library has."""
        pairs = enumerate(zip(before.asked, after.asked, strict=True))
        changed = [
            {"number": after.id, "place": place, **_asked_row(new)}
            for place, (old, new) in pairs
            if new is not old
        ]
        if changed:
            self._connection.execute(_SAVE_ASKED, changed)
        row = _attempt_row(after)
        if row != _attempt_row(before):
            self._connection.execute(_SAVE_ATTEMPT, {"number": after.id, **row})

    def lines(
        self, learner: int, *, finished: bool, limit: int = -1, pack: str = ""
    ) -> tuple[AttemptLine, ...]:
        """A learner's sittings, the newest first; `limit` -1 is all.

        With the id of a `pack`, only those that ask something of it.
        """
        query = _FINISHED_LINES if finished else _OPEN_LINES
        values: dict[str, object] = {"learner": learner, "most": limit}
        if pack:
            query = query.where(_OF_PACK)
            values["pack"] = msgspec.json.encode(pack)
        rows = self._connection.execute(query, values)
        return tuple(
            AttemptLine(number, cast("Mode", mode), _packs_decoder.decode(packs), *rest)
            for number, mode, packs, *rest in rows.all()
        )

    def overdue(self, learner: int, now: datetime) -> tuple[int, ...]:
        """The learner's open exams whose time is up at `now`, by their numbers."""
        rows = self._connection.execute(_OPEN_EXAMS, {"learner": learner})
        limits = [
            (number, started_at, _blueprint_decoder.decode(blueprint).time_limit)
            for number, started_at, blueprint in rows
        ]
        return tuple(
            number
            for number, started_at, limit in limits
            if limit is not None and started_at + timedelta(seconds=limit) <= now
        )

    def pending(self) -> tuple[PendingAnswer, ...]:
        """The answers that have yet to be judged, the oldest first; open exams tell nothing yet."""
        return tuple(
            PendingAnswer(row.attempt_id, row.position, row.learner_id, _asked(row))
            for row in self._connection.execute(_PENDING)
        )

    def scored_answers(self, learner: int, number: int) -> tuple[tuple[int, Asked], ...]:
        """A learner's answers to a question that have a score, each with the number of its
        sitting, the oldest first; open exams tell nothing yet.
        """
        rows = self._connection.execute(_SCORED_ANSWERS, {"learner": learner, "number": number})
        return tuple((row.attempt_id, _asked(row)) for row in rows)

    def has_answers(self) -> bool:
        """Whether anybody has answered anything."""
        return self._connection.execute(_HAS_ANSWERS).first() is not None

    def typical_seconds(self, number: int, but: int) -> float | None:
        """The mean time that right answers to this question took in other sittings than `but`;
        None with fewer than three.
        """
        values = {"number": number, "but": but}
        count, mean = self._connection.execute(_TYPICAL_SECONDS, values).one()
        return float(mean) if count >= 3 else None

    def question_scores(self, learner: int) -> tuple[tuple[str, str, str, int, float], ...]:
        """Pack id, question id, present stem, number of answers and mean score of every question
        answered.
        """
        rows = self._connection.execute(_QUESTION_SCORES, {"learner": learner})
        return tuple((of, key, stem, count, mean) for of, key, stem, count, mean in rows)


def _attempt_row(source: Attempt) -> dict[str, Any]:
    """The columns of a sitting that change while it goes on."""
    grades = [each.grade for each in source.asked if each.grade]
    return {
        "position": source.position,
        "finished_at": source.finished_at,
        "questions": len(source.asked),
        "answered": len(grades),
        "right": sum(grade.score >= 1 for grade in grades),
        "points": sum(each.earned for each in source.asked),
        "possible": source.possible,
        "seconds": sum(each.seconds for each in source.asked),
    }


def _asked_row(source: Asked) -> dict[str, Any]:
    """The columns of a question that change while a sitting goes on, and that make a new row."""
    return {
        "seed": source.seed,
        "points": source.points,
        "answer": msgspec.json.encode(source.answer) if source.answer else None,
        "grade": msgspec.json.encode(source.grade) if source.grade else None,
        "score": source.grade.score if source.grade and not source.is_pending else None,
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
        grade=_grade_decoder.decode(row.grade) if row.grade else None,
        answered_at=row.answered_at,
        seconds=row.seconds,
        confidence=Confidence(row.confidence) if row.confidence else None,
        hints_used=row.hints_used,
        skipped=bool(row.skipped),
        flagged=bool(row.flagged),
    )
