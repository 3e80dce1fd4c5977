"""The key of a numeric answer: the number, its unit, and how far off still counts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import msgspec

from quizapp.questions.base import Problem, Record, share_problems, text_problems
from quizapp.translation import tr
from quizapp.values.folding import clean
from quizapp.values.numbers import (
    NumberReading,
    exact,
    is_countable,
    is_scaled,
    measures_in,
    number_text,
    read_numbers,
)


class Tolerance(Record, frozen=True, kw_only=True):
    """In the key's unit, relative (0.05 is 5 %), or from `low` to `high`; exact where empty."""

    absolute: float | None = None
    relative: float | None = None
    low: float | None = None
    high: float | None = None

    def limits(self, key: Decimal) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that count as `key`."""
        if self.low is not None or self.high is not None:
            low = key if self.low is None else exact(self.low)
            high = key if self.high is None else exact(self.high)
            return low, high
        off = exact(self.absolute or 0) + exact(self.relative or 0) * abs(key)
        return key - off, key + off

    def given(self) -> tuple[float, ...]:
        """The numbers that the author wrote."""
        numbers = (self.absolute, self.relative, self.low, self.high)
        return tuple(number for number in numbers if number is not None)


class Band(Record, frozen=True, kw_only=True):
    """A wider tolerance that earns a part. `credit` is 0…1."""

    tolerance: Tolerance
    credit: float
    feedback: str = ""


class Match(NamedTuple):
    """What a typed number is worth, 0…1, and what the author says to it."""

    credit: float
    feedback: str = ""


class NumberKey(Record, frozen=True, kw_only=True):
    """A number, perhaps with a unit; `other_units` are words with their factor to `unit`."""

    answer: int | float
    tolerance: Tolerance = Tolerance()
    bands: tuple[Band, ...] = ()
    unit: str = ""
    other_units: dict[str, float] = msgspec.field(default_factory=dict)
    unit_needed: bool = False

    def key_text(self) -> str:
        """The answer to show as the right one: "over" and the like stand in the stem."""
        return self.with_unit(number_text(self.answer))

    def with_unit(self, number: str) -> str:
        """`number` with the unit behind it, "%" without a space."""
        return number + self.unit if self.unit == "%" else f"{number} {self.unit}".strip()

    def match(self, text: str) -> Match:
        """The best that any reading of `text` is worth."""
        matches = [self._match_reading(reading) for reading in read_numbers(text)]
        return max(matches, key=lambda match: match.credit, default=Match(0))

    def _match_reading(self, reading: NumberReading) -> Match:
        value = self._in_unit(reading)
        if value is None:
            return Match(0)
        key = exact(self.answer)
        exactly = Band(tolerance=self.tolerance, credit=1)
        for band in (exactly, *self.bands):
            low, high = band.tolerance.limits(key)
            if low <= value <= high:
                return Match(band.credit, band.feedback)
        return Match(0)

    def _in_unit(self, reading: NumberReading) -> Decimal | None:
        """The number in the key's unit; None where it is in another one, or in none as needed.

        Words that are no unit of measure ("14 Jewish schools") do not make a number wrong, nor
        does any unit where the author names none.
        """
        if reading.unit in _forms(self.unit):
            return None if self.unit_needed and not reading.unit else reading.value
        for unit, factor in self.other_units.items():
            if reading.unit in _forms(unit):
                return reading.value * exact(factor)
        if self.unit_needed or (self.unit and measures_in(reading.unit) - measures_in(self.unit)):
            return None
        return reading.value

    def key_problems(self, at: str = "") -> Iterator[Problem]:
        """What the author has to mend; `at` is put before the names of fields."""
        if not is_countable(self.answer):
            yield Problem(
                f"{at}answer",
                tr("This is no number that can be asked for."),
                tr("Give one of at most 15 digits."),
            )
            return
        for field, tolerance in [
            (f"{at}tolerance", self.tolerance),
            *((f"{at}bands[{n}].tolerance", band.tolerance) for n, band in enumerate(self.bands)),
        ]:
            yield from self._tolerance_problems(field, tolerance)
        for place, band in enumerate(self.bands):
            yield from share_problems(f"{at}bands[{place}].credit", band.credit)
        if is_scaled(self.unit):
            yield Problem(
                f"{at}unit",
                tr("“{unit}” begins with a part of the number.").format(unit=self.unit),
                tr("Write the whole number as the answer, and only what it counts as the unit."),
            )
        if self.unit_needed:
            yield from text_problems(f"{at}unit", self.unit)
        if any(not is_countable(factor) or factor <= 0 for factor in self.other_units.values()):
            yield Problem(
                f"{at}other_units",
                tr("A unit's factor must be above 0."),
                tr("Write what one of it is in “{unit}”.").format(unit=self.unit),
            )

    def _tolerance_problems(self, field: str, tolerance: Tolerance) -> Iterator[Problem]:
        if not all(map(is_countable, tolerance.given())):
            yield Problem(
                field,
                tr("The tolerance holds what is no number."),
                tr("Give numbers of at most 15 digits."),
            )
            return
        low, high = tolerance.limits(exact(self.answer))
        if not low <= exact(self.answer) <= high:
            yield Problem(
                field,
                tr("The answer itself lies outside of its tolerance."),
                tr("Give limits with the answer between them, and nothing negative."),
            )


def _forms(unit: str) -> set[str]:
    word = clean(unit).casefold()
    return {word, word.removesuffix("s"), word + "s"} if word else {""}
