"""What a learner may ask for."""

from typing import Any

import msgspec
import pytest

from quizapp.errors import QuizError
from quizapp.quizzes.blueprint import MAX_COUNT, MAX_TIME_LIMIT, Blueprint, new_seed


@pytest.mark.parametrize(
    "choice",
    [
        {},
        {"count": 1},
        {"count": MAX_COUNT},
        {"mode": "exam", "time_limit": 1},
        {"mode": "exam", "time_limit": MAX_TIME_LIMIT},
    ],
)
def test_what_a_sitting_can_be_made_of_is_given_back(choice: dict[str, Any]) -> None:
    blueprint = Blueprint(seed=1, **choice)
    assert blueprint.checked() is blueprint


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({"count": 0}, "0 questions"),
        ({"count": MAX_COUNT + 1}, f"1 to {MAX_COUNT}"),
        ({"time_limit": 0}, "0 seconds"),
        ({"time_limit": MAX_TIME_LIMIT + 1}, "24 hours"),
    ],
)
def test_what_no_sitting_can_be_made_of_is_told(choice: dict[str, Any], told: str) -> None:
    with pytest.raises(QuizError, match=told):
        Blueprint(seed=1, **choice).checked()


def test_it_comes_back_from_the_library_as_it_was() -> None:
    for blueprint in (
        Blueprint(seed=7),
        Blueprint(seed=7, mode="exam", packs=("a",), topics=("date",), questions=(3, 1)),
    ):
        kept = msgspec.json.encode(blueprint)
        assert msgspec.json.decode(kept, type=Blueprint) == blueprint


def test_seeds_differ_and_every_json_reader_keeps_them_exact() -> None:
    seeds = {new_seed() for _ in range(100)}
    assert len(seeds) == 100
    assert all(0 <= seed < 2**53 for seed in seeds)
