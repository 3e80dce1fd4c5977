"""A short sitting for the tests of its course."""

from datetime import datetime

from quizapp.questions import SingleChoiceAnswer
from quizapp.questions.base import Grade
from quizapp.quizzes.attempt import Asked, Attempt
from quizapp.quizzes.blueprint import Blueprint, Mode
from tests.samples import NOW

ANSWER = SingleChoiceAnswer(option=0)


def attempt(mode: Mode = "practice", limit: int | None = None) -> Attempt:
    """Three questions worth 1, 1 and 2 points."""
    return Attempt(
        id=1,
        learner=1,
        blueprint=Blueprint(seed=1, mode=mode, time_limit=limit),
        started_at=NOW,
        asked=tuple(
            Asked(question=n, revision=n, seed=n, points=points)
            for n, points in enumerate((1, 1, 2))
        ),
    )


def answered(
    before: Attempt,
    position: int,
    score: float,
    *,
    seconds: float = 5,
    at: datetime = NOW,
    option: int = 0,
) -> Attempt:
    """With an answer to one of its questions."""
    return before.answer(
        position,
        SingleChoiceAnswer(option=option),
        Grade(score=score),
        at=at,
        seconds=seconds,
    )
