"""What an exam allows."""

from datetime import timedelta

import pytest

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.quizzes import exam
from tests.quizzes.sittings import answered, attempt
from tests.samples import NOW


def test_other_answers_are_taken_until_the_time_is_up() -> None:
    running = answered(attempt("exam", 60), 0, 0)
    exam.check_may_answer(running, 0, NOW + timedelta(seconds=59))
    with pytest.raises(LibraryChangedError, match="time"):
        exam.check_may_answer(running, 0, NOW + timedelta(seconds=60))


def test_without_a_limit_there_is_time_until_it_is_finished() -> None:
    later = NOW + timedelta(days=400)
    exam.check_may_answer(attempt("exam"), 2, later)
    with pytest.raises(LibraryChangedError, match="finished"):
        exam.check_may_answer(attempt("exam").finish(NOW), 2, later)


def test_a_clock_set_back_brings_no_time_again() -> None:
    running = answered(attempt("exam", 60), 0, 1, at=NOW + timedelta(seconds=59))
    assert running.seconds_left(NOW - timedelta(hours=1)) == 1


def test_there_is_no_question_beside_its_own() -> None:
    with pytest.raises(QuizError, match="no question 4"):
        exam.check_may_answer(attempt("exam"), 3, NOW)


def test_feedback_waits_for_the_end() -> None:
    running = answered(attempt("exam"), 0, 1)
    assert not exam.shows_feedback(running, 0)
    assert exam.shows_feedback(running.finish(NOW), 0)
    assert not exam.shows_feedback(running.finish(NOW), 1)
