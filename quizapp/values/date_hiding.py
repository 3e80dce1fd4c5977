"""Statements without the dates in them, to be learned from."""

import re

from quizapp.values.dates import month_names

HIDDEN = "[…]"

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ERA = r"BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\."
_YEAR = rf"(?:\d{{1,4}}\s(?:{_ERA})(?!\w)|A\.?D\.?\s\d{{1,4}}\b|(?:1\d|20|21)\d\d(?:s\b|\b))"
_NUMERIC = r"\d{4}-\d\d(?:-\d\d)?\b|\d{1,2}([./])\d{1,2}\1\d{2,4}\b"
_NO_NUMBER_BEFORE = r"(?<![\w.,])"
_NO_NUMBER_BEHIND = r"(?![.,]?\d)"


def hide_dates(text: str) -> str:
    """`text` with `HIDDEN` for each date or year in it.

    Months are known by their English names and those of the program's language. Numbers from 1000
    to 2199 without a separator pass for years.
    """
    return _pattern().sub(HIDDEN, text)


def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in dict.fromkeys((*_ENGLISH_MONTHS, *month_names())))
    day_first = rf"(?:{_DAY}\s(?:of\s)?)?(?:{names})\b(?:,?\s{_YEAR})?"
    month_first = rf"(?:{names})\s{_DAY}\b(?:,?\s{_YEAR})?"
    date = rf"{_NUMERIC}|{month_first}|{day_first}|{_YEAR}"
    return re.compile(rf"{_NO_NUMBER_BEFORE}(?:{date}){_NO_NUMBER_BEHIND}")
