"""What practice allows."""

from datetime import timedelta

import pytest

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.quizzes import practice
from tests.quizzes.sittings import answered, attempt
from tests.samples import NOW


def test_a_question_takes_one_answer() -> None:
    running = answered(attempt(), 0, 0)
    with pytest.raises(LibraryChangedError, match="Question 1 has been answered"):
        practice.check_may_answer(running, 0, NOW)
    practice.check_may_answer(running, 1, NOW)


def test_nothing_is_answered_after_the_end() -> None:
    with pytest.raises(LibraryChangedError, match="finished"):
        practice.check_may_answer(attempt().finish(NOW), 0, NOW)


def test_there_is_always_time() -> None:
    later = NOW + timedelta(days=400)
    practice.check_may_answer(attempt(), 0, later)
    assert not attempt().is_over(later)


def test_there_is_no_question_beside_its_own() -> None:
    with pytest.raises(QuizError, match="no question 4"):
        practice.check_may_answer(attempt(), 3, NOW)


def test_feedback_meets_the_answer() -> None:
    running = answered(attempt(), 0, 0)
    assert practice.shows_feedback(running, 0)
    assert not practice.shows_feedback(running, 1)
