"""The marks of gaps in a text: {{1}}, {{2}} …, in their order."""

import re
from collections.abc import Sequence
from typing import Any

from quizapp.questions.cloze import MARKER
from quizapp.values.date_reading import read_dates
from quizapp.values.numbers import read_numbers

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def with_gap(text: str, start: int, end: int) -> tuple[str, int] | None:
    """A gap in the place of `text[start:end]`, later ones counted on, and its number from 1.

    None where the place holds or cuts a gap already.
    """
    if any(mark.start() < end and start < mark.end() for mark in MARKER.finditer(text)):
        return None
    number = len(MARKER.findall(text[:start])) + 1
    later = MARKER.sub(lambda mark: _mark(int(mark[1]) + 1), text[end:])
    return f"{text[:start]}{_mark(number)}{later}", number


def without_gap(text: str, number: int, words: str) -> str:
    """`words` in the place of gap `number`, and later ones counted down."""

    def renumbered(mark: re.Match[str]) -> str:
        found = int(mark[1])
        if found == number:
            return words
        return _mark(found - 1) if found > number else mark[0]

    return MARKER.sub(renumbered, text)


def in_order(text: str, count: int) -> tuple[str, list[int]] | None:
    """The text with its gaps counted as they stand, and their former places, from 0.

    None where they are in order, or are not the `count` gaps, each once.
    """
    found = [int(number) for number in MARKER.findall(text)]
    if found == sorted(found) or sorted(found) != list(range(1, count + 1)):
        return None
    numbers = iter(range(1, count + 1))
    return MARKER.sub(lambda _: _mark(next(numbers)), text), [number - 1 for number in found]


def gap_for(words: str) -> dict[str, Any]:
    """A gap for `words`, of the kind that they look like."""
    words = " ".join(words.split())
    if not words:
        return {"kind": "text"}
    dates = read_dates(words)
    if dates and (_YEAR.fullmatch(words) or dates[0].precision != "year"):
        return {"kind": "date", "answer": dates[0].normal_form()}
    numbers = read_numbers(words)
    if numbers and not numbers[0].unit:
        value = numbers[0].value
        whole = value == value.to_integral_value()
        return {"kind": "numeric", "answer": int(value) if whole else float(value)}
    return {"kind": "text", "accept": [words]}


def words_of(gap: object) -> str:
    """What fills a gap, as far as it says so."""
    if not isinstance(gap, dict):
        return ""
    if gap.get("kind") == "text":
        forms = gap.get("accept")
        first = forms[0] if isinstance(forms, list) and forms else ""
        first = first.get("text", "") if isinstance(first, dict) else first
    else:
        first = gap.get("answer", "")
    return str(first) if isinstance(first, str | int | float) else ""


def reordered(gaps: Sequence[Any], places: Sequence[int]) -> list[Any]:
    """The gaps as `places` has them."""
    return [gaps[place] for place in places]


def _mark(number: int) -> str:
    return f"{{{{{number}}}}}"
