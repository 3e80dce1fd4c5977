"""The key of a date: how exactly it is asked for, and what a part of it is worth."""

from collections.abc import Iterator
from typing import Literal

from quizapp.questions.base import Problem, Record, share_problems
from quizapp.translation import tr
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import DateValue, PartialDate, Precision, date_text, parse_date

PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")
MAX_YEARS_OFF = 500


class DateKey(Record, frozen=True, kw_only=True):
    """A date in normal form (`1992-04-10`, `1996-05`, `~1850`, `2009-09/2009-10`, `-0043`).

    `ask` is the precision that full credit needs, the answer's own by default. The right year
    alone, or year and month, earn `year_credit` and `month_credit` (0…1) where more is asked.
    """

    answer: str
    ask: Literal["", "year", "month", "day"] = ""
    year_credit: float = 0.5
    month_credit: float = 0.75
    within_years: int = 0

    @property
    def value(self) -> DateValue:
        """The right date."""
        return parse_date(self.answer)

    @property
    def precision(self) -> Precision:
        """How exactly the date is asked for."""
        return self.ask or self.value.precision

    def key_text(self) -> str:
        """The answer to show as the right one."""
        return date_text(self.value)

    def match(self, text: str) -> float:
        """What `text` is worth, 0…1: the best of its readings."""
        return max((self._match_value(reading) for reading in read_dates(text)), default=0.0)

    def _match_value(self, given: DateValue) -> float:
        key = self.value
        if key.end is None:
            return 0.0 if given.end else self._match_date(given.start, key.start)
        if given.end is None:
            # One end of the span is half of what was asked.
            ends = (self._match_date(given.start, end) for end in (key.start, key.end))
            return max(ends) / 2
        return min(self._match_date(given.start, key.start), self._match_date(given.end, key.end))

    def _match_date(self, given: PartialDate, key: PartialDate) -> float:
        asked = PRECISIONS.index(self.precision)
        if abs(given.year - key.year) > self.within_years:
            return 0.0
        if asked == 0:
            return 1.0
        if given.month != key.month:
            return self.year_credit
        if asked == 1 or given.day == key.day:
            return 1.0
        return self.month_credit

    def key_problems(self, at: str = "") -> Iterator[Problem]:
        """What the author has to mend; `at` is put before the names of fields."""
        try:
            value = self.value
        except ValueError:
            yield Problem(
                f"{at}answer",
                tr("“{text}” is not a date in normal form.").format(text=self.answer),
                tr("Write it like 1992, 1996-05 or 1992-04-10."),
            )
            return
        if PRECISIONS.index(self.precision) > PRECISIONS.index(value.precision):
            yield Problem(
                f"{at}ask",
                tr(
                    "The question asks for the {ask}, but the answer gives only the {known}."
                ).format(ask=self.precision, known=value.precision),
                tr("Ask for less, or give the full date."),
            )
        if self.year_credit > self.month_credit:
            yield Problem(
                f"{at}year_credit",
                tr("The right year alone earns more than year and month together."),
                tr("Give it the same or less."),
            )
        yield from share_problems(f"{at}year_credit", self.year_credit)
        yield from share_problems(f"{at}month_credit", self.month_credit)
        if not 0 <= self.within_years <= MAX_YEARS_OFF:
            yield Problem(
                f"{at}within_years",
                tr("{n} years off would still count.").format(n=self.within_years),
                tr("Give 0 to {n}.").format(n=MAX_YEARS_OFF),
            )
