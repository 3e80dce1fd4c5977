"""The course of a sitting."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from quizapp.errors import QuizError
from quizapp.quizzes.attempt import MAX_SECONDS
from tests.quizzes.sittings import answered, attempt
from tests.samples import NOW

MINUTE = timedelta(minutes=1)


def test_the_score_is_the_share_of_all_points() -> None:
    after = answered(answered(attempt(), 0, 1), 2, 0.5)
    assert after.score == pytest.approx(2 / 4)
    assert after.answered == 2
    assert attempt().score == 0


def test_the_next_question_is_an_untouched_one_then_a_skipped_one() -> None:
    skipped = attempt().at(1).skip(1)
    assert skipped.position == 2
    after = answered(skipped, 0, 1)
    assert after.next_open() == 2
    assert answered(after, 2, 1).next_open() == 1
    assert answered(answered(after, 2, 1), 1, 1).next_open() is None


def test_the_last_open_question_stays_on_the_screen_when_it_is_skipped() -> None:
    after = answered(answered(attempt(), 0, 1), 1, 1).at(2).skip(2)
    assert after.position == 2
    assert after.current.skipped


def test_an_answer_ends_the_skipping() -> None:
    assert not answered(attempt().skip(0), 0, 1).asked[0].skipped


def test_what_is_answered_cannot_be_skipped() -> None:
    after = answered(attempt("exam"), 0, 1)
    assert after.skip(0, seconds=3) == after


def test_time_on_the_screen_is_held_to_an_hour() -> None:
    assert answered(attempt(), 0, 1, seconds=-3).asked[0].seconds == 0
    assert answered(attempt(), 0, 1, seconds=1e9).asked[0].seconds == MAX_SECONDS
    twice = answered(answered(attempt(), 0, 1, seconds=3000), 0, 1, seconds=3000)
    assert twice.asked[0].seconds == MAX_SECONDS


def test_the_time_of_every_visit_counts() -> None:
    after = attempt("exam").skip(0, seconds=7)
    assert after.asked[0].seconds == 7
    after = answered(answered(after, 0, 0, seconds=60, option=1), 0, 1, seconds=1)
    assert after.asked[0].seconds == 68


def test_an_answer_that_is_given_again_keeps_its_moment() -> None:
    first = answered(attempt("exam"), 0, 1, at=NOW + MINUTE)
    again = answered(first, 0, 1, at=NOW + 2 * MINUTE)
    assert again.asked[0].answered_at == NOW + MINUTE
    other = answered(again, 0, 0, at=NOW + 3 * MINUTE, option=1)
    assert other.asked[0].answered_at == NOW + 3 * MINUTE


def test_hints_are_counted_up_to_those_there_are_and_to_the_answer() -> None:
    first = attempt().use_hint(0, available=1)
    assert first.asked[0].hints_used == 1
    assert first.use_hint(0, available=1) == first
    after = answered(attempt(), 0, 1)
    assert after.use_hint(0, available=1) == after


def test_a_flag_comes_and_goes() -> None:
    flagged = attempt().flag(1, flagged=True)
    assert [asked.flagged for asked in flagged.asked] == [False, True, False]
    assert flagged.flag(1, flagged=False) == attempt()


@pytest.mark.parametrize("position", [-1, 3])
def test_there_is_no_question_beside_its_own(position: int) -> None:
    changes: tuple[Callable[[], object], ...] = (
        lambda: attempt().at(position),
        lambda: attempt().skip(position),
        lambda: attempt().flag(position, flagged=True),
        lambda: attempt().use_hint(position, available=1),
        lambda: answered(attempt(), position, 1),
    )
    for change in changes:
        with pytest.raises(QuizError, match="no question"):
            change()


def test_an_exam_left_open_ends_at_its_deadline() -> None:
    over = attempt("exam", 60).finish(NOW + timedelta(days=3))
    assert over.finished_at == NOW + MINUTE
    assert attempt("exam", 60).seconds_left(NOW + timedelta(days=3)) == 0
    assert attempt().seconds_left(NOW) is None


def test_it_is_over_when_finished_or_out_of_time() -> None:
    assert attempt().finish(NOW).is_over(NOW)
    assert not attempt("exam", 60).is_over(NOW + timedelta(seconds=59))
    assert attempt("exam", 60).is_over(NOW + MINUTE)
    assert not attempt("exam").is_over(NOW + timedelta(days=3))


def test_a_clock_set_back_turns_no_time_back() -> None:
    long_ago = NOW - timedelta(days=3)
    assert attempt("exam", 60).seconds_left(long_ago) == 60
    first = answered(attempt(), 0, 1, at=NOW + MINUTE)
    second = answered(first, 1, 1, at=long_ago)
    assert second.asked[1].answered_at == NOW + MINUTE
    assert second.finish(long_ago).finished_at == NOW + MINUTE
    assert answered(attempt(), 0, 1, at=long_ago).asked[0].answered_at == NOW
