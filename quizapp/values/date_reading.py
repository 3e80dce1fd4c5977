"""Dates as people type them, in any usual order.

Where the order is open ("4/10/1992"), every reading is given; whoever grades takes the best.
"""

import re
from collections.abc import Iterator
from itertools import product

from quizapp.values.dates import DateValue, PartialDate, is_real, month_names, parse_date
from quizapp.values.folding import ascii_digits, clean, is_too_long, without_accents

_ENGLISH_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_CIRCA = re.compile(r"^(?:~|≈|circa\b|approximately\b|approx\b|about\b|around\b|ca?\b)\.?\s*")
_BEFORE_CHRIST = re.compile(r"\s*\b(?:b\.?\s?c\.?(?:\s?e\.?)?)$")
_OUR_ERA = re.compile(r"^(?:a\.?d\.?)\s+|\s*\b(?:a\.?\s?d\.?|c\.?\s?e\.?)$")
_SPAN = re.compile(r"\s+(?:-|to|until|till|and)\s+|\s*[–—]\s*|(?<=\d{4})\s*/\s*(?=\d{4})")
_SPAN_PREFIX = re.compile(r"^(?:between|from)\s+")
_YEARS = re.compile(r"(\d{3,4})-(\d{4})")
_NOISE = re.compile(
    r"\b(?:the|of|on|in|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b|[,،]|(?<=\d)(?:st|nd|rd|th)\b"
)
_TOKEN = re.compile(r"-?(?<!\d)\d{1,4}(?!\d)|[^\W\d_]+")
_SEPARATED = re.compile(r"(?<=\d)\s*[./\-]\s*(?=\d)")
_MAX_TOKENS = 3


def _month_of(word: str) -> int:
    """1–12 for the name of a month or three letters of it at least; 0 for any other word."""
    names = [without_accents(name).casefold() for name in month_names()]
    for known in (_ENGLISH_MONTHS, names):
        for number, name in enumerate(known, start=1):
            if word == name or (len(word) >= 3 and name.startswith(word)):
                return number
    return 9 if word == "sept" else 0


def _years(digits: str) -> list[int]:
    """The years that the last number of a full date can mean: "92" is 1992, 2092 or 92."""
    year = int(digits)
    return [1900 + year, 2000 + year, year] if len(digits) == 2 else [year]


def _with_month_name(month: int, numbers: list[str]) -> Iterator[PartialDate]:
    if len(numbers) == 1:
        yield PartialDate(int(numbers[0]), month)
    elif len(numbers) == 2:
        for day, year in (numbers, reversed(numbers)):
            if len(day) <= 2:
                yield from (PartialDate(each, month, int(day)) for each in _years(year))


def _numbers_only(numbers: list[str]) -> Iterator[PartialDate]:
    if len(numbers) == 1:
        yield PartialDate(int(numbers[0]))
    elif len(numbers) == 2:
        first, second = numbers
        if len(first) >= 3:
            yield PartialDate(int(first), int(second))
        else:
            yield PartialDate(int(second), int(first))
    else:
        first, second, third = numbers
        if len(first) >= 3:
            yield PartialDate(int(first), int(second), int(third))
            return
        for (day, month), year in product(((first, second), (second, first)), _years(third)):
            yield PartialDate(year, int(month), int(day))


def _readings(text: str) -> Iterator[PartialDate]:
    before_christ = bool(_BEFORE_CHRIST.search(text))
    bare = _OUR_ERA.sub("", _BEFORE_CHRIST.sub("", text))
    tokens = _TOKEN.findall(_SEPARATED.sub(" ", _NOISE.sub(" ", bare)))
    if not 1 <= len(tokens) <= _MAX_TOKENS:
        return
    words = [token for token in tokens if not token.lstrip("-").isdigit()]
    numbers = [token for token in tokens if token.lstrip("-").isdigit()]
    months = [_month_of(word) for word in words]
    if len(months) > 1 or 0 in months:
        return
    dates = _with_month_name(months[0], numbers) if months else _numbers_only(numbers)
    for date in dates:
        year = 1 - date.year if before_christ else date.year
        dated = PartialDate(year, date.month, date.day)
        said = len(numbers) + len(months)
        if is_real(dated) and (dated.month or said < 2) and (dated.day or said < 3):
            yield dated


def read_dates(text: str) -> tuple[DateValue, ...]:
    """Every usual reading of `text`, the likeliest first; empty where there is none."""
    if is_too_long(text):
        return ()
    plain = without_accents(ascii_digits(clean(text))).casefold().replace("−", "-")
    try:
        return (parse_date(plain),)
    except ValueError:
        pass
    circa = bool(_CIRCA.match(plain))
    plain = _CIRCA.sub("", plain)
    if years := _YEARS.fullmatch(plain):
        ends = list(years.groups())
    else:
        ends = _SPAN.split(_SPAN_PREFIX.sub("", plain))
    if len(ends) == 1:
        return tuple(dict.fromkeys(DateValue(date, None, circa) for date in _readings(ends[0])))
    if len(ends) != 2:
        return ()
    return tuple(
        DateValue(first, last, circa)
        for first, last in product(_readings(ends[0]), _readings(ends[1]))
        if first <= last
    )
