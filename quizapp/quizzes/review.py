"""How well a learner remembers a question, after FSRS-6 (the `fsrs` package schedules).

Ratings come from checked answers, not from the learner's own judgement: wrong is Again; partly
right, or right with a hint, is Hard; right is Good; right, quick for this question and marked as
sure, is Easy.
"""

from datetime import UTC, datetime
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from quizapp.questions.base import Grade, Verdict

if TYPE_CHECKING:
    from fsrs import Scheduler

DECAY = -0.1542
"""The exponent of the curve of FSRS-6, as `fsrs` has it: the home page is shown without that."""

FACTOR = 0.9 ** (1 / DECAY) - 1
"""Makes recall 0.9 after as many days as the stability says."""


class Rating(IntEnum):
    """How a recall went; the numbers are those of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What FSRS keeps of one question for one learner.

    `stability` is in days, `difficulty` 1…10; `state` and `step` are the scheduler's own. Times
    are UTC.
    """

    stability: float
    difficulty: float
    state: int
    step: int | None
    due: datetime
    last_review: datetime
    last_rating: Rating


@cache
def _scheduler() -> "Scheduler":
    # Imported at the first answer: the window opens without it.
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)


def rating_of(grade: Grade, *, hints_used: int, sure: bool, quick: bool) -> Rating:
    """The rating that a checked answer stands for."""
    if grade.verdict is Verdict.WRONG:
        return Rating.AGAIN
    if grade.verdict is Verdict.PARTLY or hints_used:
        return Rating.HARD
    return Rating.EASY if sure and quick else Rating.GOOD


def remembered(memory: Memory | None, rating: Rating, at: datetime) -> Memory:
    """The memory after an answer at `at` (UTC); `memory` is None for a question never answered.

    An answer dated before the last one (a clock that was set back) counts as given at that moment.
    """
    from fsrs import Card, State
    from fsrs import Rating as FsrsRating

    # A card without an id of its own would sleep a millisecond to make one.
    card = Card(card_id=0)
    moment = at
    if memory:
        moment = max(at, memory.last_review)
        card = Card(
            card_id=0,
            state=State(memory.state),
            step=memory.step,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=memory.due.astimezone(UTC),
            last_review=memory.last_review.astimezone(UTC),
        )
    after, _ = _scheduler().review_card(card, FsrsRating(int(rating)), moment.astimezone(UTC))
    return Memory(
        stability=after.stability or 0.0,
        difficulty=after.difficulty or 0.0,
        state=int(after.state),
        step=after.step,
        due=after.due,
        last_review=moment,
        last_rating=rating,
    )


def recall(stability: float, days: int, last_rating: int) -> float:
    """The probability of recall, 0…1, whole days after the last answer, by FSRS-6's power law.

    A question last answered wrong is not known, whatever the curve says. FSRS alone would put it at
    1.0 on the day it was answered wrong: it expects the card to be shown until it is right, and a
    sitting may end before that.
    """
    if last_rating == Rating.AGAIN or stability <= 0:
        return 0.0
    return float((1 + FACTOR * max(days, 0) / stability) ** DECAY)
