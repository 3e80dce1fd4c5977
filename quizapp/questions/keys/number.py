"""The key of a numeric answer: the number, its unit, and how far off still counts."""

from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

import msgspec

from quizapp.questions.base import Problem, Record, share_problems, text_problems
from quizapp.translation import tr
from quizapp.values.folding import clean
from quizapp.values.numbers import NumberReading, exact, number_text, read_numbers


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

    def is_empty(self) -> bool:
        """Whether only the exact number counts."""
        return self == Tolerance()


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
        """The number in the key's unit; None where the unit is another one, or missing."""
        if not reading.unit:
            return None if self.unit_needed else reading.value
        if reading.unit in _forms(self.unit):
            return reading.value
        for unit, factor in self.other_units.items():
            if reading.unit in _forms(unit):
                return reading.value * exact(factor)
        return None

    def key_problems(self, at: str = "") -> Iterator[Problem]:
        """What the author has to mend; `at` is put before the names of fields."""
        if not isfinite(self.answer):
            yield Problem(f"{at}answer", tr("This is no number."), tr("Give a number."))
            return
        for field, tolerance in [
            (f"{at}tolerance", self.tolerance),
            *((f"{at}bands[{n}].tolerance", band.tolerance) for n, band in enumerate(self.bands)),
        ]:
            yield from self._tolerance_problems(field, tolerance)
        for place, band in enumerate(self.bands):
            yield from share_problems(f"{at}bands[{place}].credit", band.credit)
        if self.unit_needed:
            yield from text_problems(f"{at}unit", self.unit)
        if any(not isfinite(factor) or factor <= 0 for factor in self.other_units.values()):
            yield Problem(
                f"{at}other_units",
                tr("A unit's factor must be above 0."),
                tr("Write what one of it is in “{unit}”.").format(unit=self.unit),
            )

    def _tolerance_problems(self, field: str, tolerance: Tolerance) -> Iterator[Problem]:
        low, high = tolerance.limits(exact(self.answer))
        if not low <= exact(self.answer) <= high:
            yield Problem(
                field,
                tr("The answer itself lies outside of its tolerance."),
                tr("Give limits with the answer between them, and nothing negative."),
            )


def _forms(unit: str) -> set[str]:
    word = clean(unit).casefold()
    return {word, word.removesuffix("s"), word + "s"}
