"""Values in words."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from quizapp.questions import QUESTION_TYPES
from quizapp.ui.translation import PLAIN_ENGLISH
from quizapp.ui.words import (
    TOPIC_ICONS,
    TYPE_LOOKS,
    duration_words,
    listed,
    moment_words,
    topic_icon,
    type_icon,
    type_word,
)
from quizapp.values.topics import TOPICS


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(PLAIN_ENGLISH)


def test_near_days_have_names() -> None:
    noon = datetime.now().astimezone().replace(hour=12, minute=5)
    assert moment_words(noon.astimezone(UTC)) == "today, 12:05"
    assert moment_words((noon - timedelta(days=1)).astimezone(UTC)) == "yesterday, 12:05"


def test_other_days_are_written_as_the_locale_does() -> None:
    long_ago = datetime(2009, 11, 17, 12, 5).astimezone()
    assert moment_words(long_ago.astimezone(UTC)) == "17/11/2009, 12:05"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (119, "119 seconds"), (120, "2 minutes"), (7200, "2 hours")],
)
def test_time_spent_is_in_words(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


def test_every_kind_has_an_icon_and_so_has_one_that_is_unknown() -> None:
    assert {topic_icon(topic) for topic in TOPICS} == set(TOPIC_ICONS.values())
    assert topic_icon("war") == type_icon("riddle") == "circle-help"


def test_every_type_of_question_has_its_own_icon_and_word() -> None:
    assert list(TYPE_LOOKS) == list(QUESTION_TYPES)
    assert len({type_icon(kind) for kind in QUESTION_TYPES}) == len(QUESTION_TYPES)
    assert len({type_word(kind) for kind in QUESTION_TYPES}) == len(QUESTION_TYPES)
    assert type_word("riddle") == "riddle"


def test_parts_are_listed_without_the_empty_ones() -> None:
    assert listed("Question 3", "", "2 right", "1 flagged") == "Question 3, 2 right, 1 flagged"
    assert listed("", "") == ""
