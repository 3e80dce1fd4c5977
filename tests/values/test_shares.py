import pytest

from quizapp.values.shares import percent_words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "0%"),
        (2 / 3, "67%"),
        (0.9999, "99%"),
        (0.995, "99%"),
        (1, "100%"),
        (0.29, "29%"),
        (0.57, "57%"),
    ],
)
def test_only_all_is_a_hundred_percent(share: float, words: str) -> None:
    assert percent_words(share) == words
