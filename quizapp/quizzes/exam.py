"""Exam: answers can be changed until the end, feedback comes after it, a clock may run."""

from datetime import datetime

from quizapp.errors import LibraryChangedError
from quizapp.quizzes.attempt import Attempt
from quizapp.translation import tr


def check_may_answer(attempt: Attempt, position: int, now: datetime) -> None:
    """`LibraryChangedError` where the sitting is over."""
    attempt.check_position(position)
    if attempt.is_finished:
        raise LibraryChangedError(tr("This exam is finished."), tr("Look at its result."))
    if attempt.is_over(now):
        raise LibraryChangedError(
            tr("The time for this exam is up."),
            tr("The answers given in time are kept. Look at the result."),
        )


def shows_feedback(attempt: Attempt, position: int) -> bool:
    """Whether the answer at `position` may be met with its grade now."""
    return attempt.is_finished and attempt.asked[position].is_answered
