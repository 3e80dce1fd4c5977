"""The teacher's PIN as it is kept."""

import msgspec
import pytest

from quizapp.errors import QuizError
from quizapp.pin import PinHash, check_pin, hash_pin, seconds_to_wait


def test_only_the_same_digits_match() -> None:
    kept = hash_pin("271828")
    assert kept.matches("271828")
    assert not any(kept.matches(each) for each in ("271827", "27182", "", "2718281", "abc"))


def test_the_digits_of_any_script_are_the_same() -> None:
    assert hash_pin("٢٧١٨").matches("2718")
    assert hash_pin("2718").matches("۲۷۱۸")


def test_nothing_of_the_pin_can_be_read_from_what_is_kept() -> None:
    one, other = hash_pin("2718"), hash_pin("2718")
    assert one.salt != other.salt
    assert one.hash != other.hash
    assert b"2718" not in msgspec.json.encode(one)


def test_it_survives_the_file() -> None:
    kept = msgspec.json.decode(msgspec.json.encode(hash_pin("2718")), type=PinHash)
    assert kept.matches("2718")


def test_the_parameters_it_was_made_with_count() -> None:
    kept = hash_pin("2718")
    assert not msgspec.structs.replace(kept, n=kept.n // 2).matches("2718")
    assert not msgspec.structs.replace(kept, n=1000).matches("2718")  # no power of two


@pytest.mark.parametrize("field", ["n", "r", "p"])
def test_a_changed_file_cannot_take_all_memory(field: str) -> None:
    document = msgspec.to_builtins(hash_pin("2718")) | {field: 2**40}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(document, PinHash)


@pytest.mark.parametrize("typed", ["", "123", "1234567890123", "12a4", "12 34", "-1234", "1²34"])
def test_what_is_no_pin_is_refused_in_words(typed: str) -> None:
    with pytest.raises(QuizError, match="4 to 12 digits"):
        check_pin(typed)


def test_the_wait_grows_to_half_a_minute() -> None:
    assert [seconds_to_wait(n) for n in range(8)] == [0, 1, 2, 4, 8, 16, 30, 30]
