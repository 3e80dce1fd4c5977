"""Practice: every answer is met with its feedback at once, and then stands."""

from datetime import datetime

from quizapp.errors import LibraryChangedError
from quizapp.quizzes.attempt import Attempt
from quizapp.translation import tr


def check_may_answer(attempt: Attempt, position: int, now: datetime) -> None:
    """`LibraryChangedError` where the question has its answer, or the sitting is over."""
    del now
    attempt.check_position(position)
    if attempt.is_finished:
        raise LibraryChangedError(
            tr("This quiz is finished."), tr("Look at its result, or start a new one.")
        )
    if attempt.asked[position].is_answered:
        raise LibraryChangedError(
            tr("Question {n} has been answered already.").format(n=position + 1),
            tr("Its first answer stands. Go on with the next question."),
        )


def shows_feedback(attempt: Attempt, position: int) -> bool:
    """Whether the answer at `position` may be met with its grade now."""
    return attempt.asked[position].is_answered
