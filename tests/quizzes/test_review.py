"""Memory follows the published scheduler."""

from datetime import timedelta

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as FsrsRating

from quizapp.questions.base import Grade
from quizapp.quizzes.review import Memory, Rating, rating_of, recall, remembered
from tests.samples import NOW

DAYS = (0, 1, 3, 10, 30)
RATINGS = (Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.EASY)


def test_step_by_step_it_is_the_schedule_of_fsrs_itself() -> None:
    scheduler = Scheduler(enable_fuzzing=False)
    card = Card(card_id=1)
    memory: Memory | None = None
    for day, rating in zip(DAYS, RATINGS, strict=True):
        at = NOW + timedelta(days=day)
        card, _ = scheduler.review_card(card, FsrsRating(int(rating)), at)
        memory = remembered(memory, rating, at)
        assert memory.stability == card.stability
        assert memory.difficulty == card.difficulty
        assert memory.due == card.due
        if rating is not Rating.AGAIN:
            later = at + timedelta(days=9)
            expected = scheduler.get_card_retrievability(card, later)
            assert recall(memory.stability, 9, rating) == pytest.approx(expected)


def test_what_was_last_answered_wrong_is_not_known() -> None:
    memory = remembered(None, Rating.AGAIN, NOW)
    assert recall(memory.stability, 0, memory.last_rating) == 0


def test_a_clock_set_back_does_not_break_the_schedule() -> None:
    first = remembered(None, Rating.GOOD, NOW)
    second = remembered(first, Rating.GOOD, NOW - timedelta(days=365))
    assert second.last_review == NOW
    assert second == remembered(first, Rating.GOOD, NOW)


@pytest.mark.parametrize(
    ("score", "hints", "sure", "quick", "rating"),
    [
        (0, 0, True, True, Rating.AGAIN),
        (0.5, 0, True, True, Rating.HARD),
        (1, 1, True, True, Rating.HARD),
        (1, 0, False, True, Rating.GOOD),
        (1, 0, True, False, Rating.GOOD),
        (1, 0, True, True, Rating.EASY),
    ],
)
def test_ratings_come_from_checked_answers(
    score: float, hints: int, sure: bool, quick: bool, rating: Rating
) -> None:
    assert rating_of(Grade(score=score), hints_used=hints, sure=sure, quick=quick) is rating
