"""Names of learners, however they are typed."""

import pytest

from quizapp.errors import QuizError
from quizapp.people import MAX_NAME_LENGTH, learner_name, name_key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Айгүл \t Қасымова ", "Айгүл Қасымова"),
        ("\u202bדנה\u202c", "דנה"),
        ("A\x1b\x00nn", "Ann"),
        ("Ann\ud83d", "Ann"),
    ],
)
def test_names_are_kept_without_what_cannot_be_seen(typed: str, name: str) -> None:
    assert learner_name(typed) == name


@pytest.mark.parametrize("typed", ["", " \u200f", "\x00", "x" * (MAX_NAME_LENGTH + 1)])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(QuizError):
        learner_name(typed)


@pytest.mark.timeout(5)
def test_a_name_without_end_is_refused_at_once() -> None:
    with pytest.raises(QuizError):
        learner_name("a" + "\u0301\u0316" * 500_000)


def test_case_and_spaces_tell_no_two_learners_apart() -> None:
    assert name_key(" ANN  Lee") == name_key("ann lee")
