"""Made-up sittings and records to show, without a library."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from quizapp.people import Learner
from quizapp.quizzes.blueprint import Mode
from quizapp.services.values import ProgressView, SittingSummary, TopicMastery
from tests.samples import NOW

TOPICS = (
    TopicMastery(topic="date", questions=40, seen=30, mastery=0.5),
    TopicMastery(topic="figure", questions=20, seen=3, mastery=0.07),
    TopicMastery(topic="place", questions=5, seen=0, mastery=0.0),
)


def sitting(
    number: int, right: int, *, mode: Mode = "practice", seconds: float = 100, questions: int = 10
) -> SittingSummary:
    """The sitting with this number, a day after the one before it."""
    at: datetime = NOW - timedelta(days=5000 - number)
    return SittingSummary(
        attempt=number,
        mode=mode,
        packs=("The lighthouse of Aldsand",),
        started_at=at - timedelta(minutes=5),
        finished_at=at,
        questions=questions,
        answered=questions,
        right=right,
        score=right / questions,
        points=right,
        possible_points=questions,
        position=0,
        seconds=seconds,
    )


def sittings(rights: Sequence[int]) -> tuple[SittingSummary, ...]:
    """One for each count of right answers out of ten; every third is an exam."""
    return tuple(
        sitting(number, right, mode="exam" if number % 3 == 0 else "practice")
        for number, right in enumerate(rights, start=101)
    )


def record(of: Sequence[SittingSummary], **named: Any) -> ProgressView:
    """A view of these sittings, in a library of one pack unless `titles` is given."""
    values: dict[str, Any] = {
        "titles": {"aldsand": "The lighthouse of Aldsand"},
        "topics": TOPICS,
        "answers": 1234,
        "seconds": 90.0,
        **named,
    }
    return ProgressView(
        learner=Learner(id=1, name="Aigul", joined_at=NOW), sittings=tuple(of), packs=(), **values
    )
