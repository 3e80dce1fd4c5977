"""Dates as articles state them: to the year, the month or the day; circa; spans; BC.

Normal form (a part of ISO 8601-2, "EDTF"): `1992`, `1996-05`, `1992-04-10`, `~1850` for circa,
`2009-09/2009-10` for a span, `-0043` for 44 BC (there is a year 0, as astronomers count).
"""

import calendar
import re
from typing import Literal

import msgspec

from quizapp.translation import tr, tr_c

Precision = Literal["year", "month", "day"]

_NORMAL = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class PartialDate(msgspec.Struct, frozen=True, order=True):
    """A date to the year, month or day; 0 stands for "not said"."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    def normal_form(self) -> str:
        """The date as packs write it."""
        sign = "-" if self.year < 0 else ""
        parts = [f"{sign}{abs(self.year):04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


class DateValue(msgspec.Struct, frozen=True):
    """One date, or a span with its last date, perhaps only about then."""

    start: PartialDate
    end: PartialDate | None = None
    circa: bool = False

    @property
    def precision(self) -> Precision:
        """How exactly the (first) date is known."""
        return self.start.precision

    def normal_form(self) -> str:
        """The value as packs write it."""
        ends = [self.start, self.end] if self.end else [self.start]
        return ("~" if self.circa else "") + "/".join(end.normal_form() for end in ends)


def is_real(date: PartialDate) -> bool:
    """Whether the calendar has this date (proleptic Gregorian)."""
    if not -9999 <= date.year <= 9999 or not 0 <= date.month <= 12 or (date.day and not date.month):
        return False
    # The calendar repeats every 400 years, and `calendar` has no years before 1.
    year = date.year % 400 + 400
    return not date.day or 1 <= date.day <= calendar.monthrange(year, date.month)[1]


def _parse_partial(text: str) -> PartialDate:
    match = _NORMAL.fullmatch(text)
    if not match:
        raise ValueError(text)
    date = PartialDate(*(int(part or 0) for part in match.groups()))
    zero_part = any(part == "00" for part in match.groups()[1:])
    if zero_part or not is_real(date):
        raise ValueError(text)
    return date


def parse_date(text: str) -> DateValue:
    """The value of a normal form; `ValueError` for anything else."""
    circa = text.startswith("~")
    first, slash, last = text.removeprefix("~").partition("/")
    start = _parse_partial(first)
    end = _parse_partial(last) if slash else None
    if end and end < start:
        raise ValueError(text)
    return DateValue(start, end, circa)


def month_names() -> tuple[str, ...]:
    """January to December in the language of the program."""
    return (
        tr_c("month", "January"),
        tr_c("month", "February"),
        tr_c("month", "March"),
        tr_c("month", "April"),
        tr_c("month", "May"),
        tr_c("month", "June"),
        tr_c("month", "July"),
        tr_c("month", "August"),
        tr_c("month", "September"),
        tr_c("month", "October"),
        tr_c("month", "November"),
        tr_c("month", "December"),
    )


def _partial_text(date: PartialDate) -> str:
    year = str(date.year)
    if date.year <= 0:
        year = tr("{year} BC").format(year=1 - date.year)
    elif date.year < 100:  # "January 31" would be a day
        year = tr("{year} AD").format(year=date.year)
    if not date.month:
        return year
    month = month_names()[date.month - 1]
    if not date.day:
        return tr("{month} {year}").format(month=month, year=year)
    return tr("{day} {month} {year}").format(day=date.day, month=month, year=year)


def date_text(value: DateValue) -> str:
    """The date in words: "10 April 1992", "about 1850", "September 2009 – October 2009"."""
    text = _partial_text(value.start)
    if value.end:
        text = tr("{first} – {last}").format(first=text, last=_partial_text(value.end))
    return tr("about {date}").format(date=text) if value.circa else text
