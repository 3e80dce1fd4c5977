"""Values in words."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from quizapp.ui.translation import PLAIN_ENGLISH
from quizapp.ui.words import duration_words, moment_words, percent_words


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
    ("share", "words"), [(0, "0%"), (0.995, "99%"), (1, "100%"), (0.29, "29%")]
)
def test_only_all_is_a_hundred_percent(share: float, words: str) -> None:
    assert percent_words(share) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (119, "119 seconds"), (120, "2 minutes"), (7200, "2 hours")],
)
def test_time_spent_is_in_words(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words
