"""The course of a sitting, and what practice and exam allow."""

from datetime import timedelta
from typing import Any

import pytest

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.questions import SingleChoiceAnswer
from quizapp.questions.base import Grade
from quizapp.quizzes import exam, practice
from quizapp.quizzes.attempt import MAX_SECONDS, Asked, Attempt
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


def answered(before: Attempt, position: int, score: float, seconds: float = 5) -> Attempt:
    return before.answer(position, ANSWER, Grade(score=score), at=NOW, seconds=seconds)


def test_the_score_is_the_share_of_all_points() -> None:
    after = answered(answered(attempt(), 0, 1), 2, 0.5)
    assert after.score == pytest.approx(2 / 4)
    assert after.answered == 2
    assert attempt().score == 0


def test_the_next_question_is_an_untouched_one_then_a_skipped_one() -> None:
    import msgspec

    first = attempt()
    skipped = first.with_asked(1, msgspec.structs.replace(first.asked[1], skipped=True))
    after = answered(skipped, 0, 1)
    assert after.next_open() == 2
    assert answered(after, 2, 1).next_open() == 1
    assert answered(answered(after, 2, 1), 1, 1).next_open() is None


def test_time_on_the_screen_is_held_to_an_hour() -> None:
    assert answered(attempt(), 0, 1, seconds=-3).asked[0].seconds == 0
    assert answered(attempt(), 0, 1, seconds=1e9).asked[0].seconds == MAX_SECONDS


def test_practice_takes_one_answer_to_a_question() -> None:
    practice.check_may_answer(attempt(), 0, NOW)
    with pytest.raises(LibraryChangedError):
        practice.check_may_answer(answered(attempt(), 0, 0), 0, NOW)
    with pytest.raises(LibraryChangedError):
        practice.check_may_answer(attempt().finish(NOW), 0, NOW)
    with pytest.raises(QuizError):
        practice.check_may_answer(attempt(), 3, NOW)


def test_an_exam_takes_other_answers_until_its_time_is_up() -> None:
    running = answered(attempt("exam", 60), 0, 0)
    exam.check_may_answer(running, 0, NOW + timedelta(seconds=59))
    with pytest.raises(LibraryChangedError, match="time"):
        exam.check_may_answer(running, 0, NOW + timedelta(seconds=60))
    assert not exam.shows_feedback(running, 0)
    assert exam.shows_feedback(running.finish(NOW), 0)


def test_an_exam_left_open_ends_at_its_deadline() -> None:
    over = attempt("exam", 60).finish(NOW + timedelta(days=3))
    assert over.finished_at == NOW + timedelta(seconds=60)
    assert attempt("exam", 60).seconds_left(NOW + timedelta(days=3)) == 0
    assert attempt().seconds_left(NOW) is None


@pytest.mark.parametrize("wrong", [{"count": 0}, {"count": 10_000}, {"time_limit": 0}])
def test_blueprints_that_no_sitting_can_be_made_of(wrong: dict[str, Any]) -> None:
    with pytest.raises(QuizError):
        Blueprint(seed=1, **wrong).checked()
