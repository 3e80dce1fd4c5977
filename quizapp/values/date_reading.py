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
_BC = r"b\.?\s?c\.?(?:\s?e\.?)?"
_BEFORE_CHRIST = re.compile(rf"^{_BC}\s+|\s*(?<![^\W\d_]){_BC}$")
_OUR_ERA = re.compile(r"^(?:a\.?d\.?)\s+|\s*(?<![^\W\d_])(?:a\.?\s?d\.?|c\.?\s?e\.?)$")
_SPAN = re.compile(r"\s+(?:-|to|until|till|and)\s+|\s*[–—]\s*|(?<=\d{4})\s*/\s*(?=\d{4})")
_SPAN_PREFIX = re.compile(r"^(?:between|from)\s+")
_YEARS = re.compile(r"(\d{3,4})-(\d{4}|\d\d)")
_HYPHEN = re.compile(
    r"(?P<day>(?<![\d./-])\d{1,2})-(?=\d{1,2}\s*[^\W\d_])|(?<=[^\W\d_])-(?=[^\W\d_])"
)
_THOUSANDS = re.compile(r"(?<!\d)(\d{1,2}),(\d{3})(?!\d)")
_NOISE = re.compile(
    r"\b(?:the|of|on|in|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b|[,،]|(?<=\d)(?:st|nd|rd|th)\b"
)
_TOKEN = re.compile(r"(?:(?<!\w)-)?(?<!\d)\d{1,4}(?!\d)|[^\W\d_]+")
_SEPARATED = re.compile(r"(?<=\d)\s*[./\-]\s*(?=\d)")
_MAX_TOKENS = 3
_LONGEST_MONTH = 31


def _month_of(word: str) -> int:
    """1–12 for the name of a month or three letters of it at least; 0 for any other word."""
    names = [without_accents(name).casefold() for name in month_names()]
    for known in (_ENGLISH_MONTHS, names):
        for number, name in enumerate(known, start=1):
            if word == name or (len(word) >= 3 and name.startswith(word)):
                return number
    return 9 if word == "sept" else 0


def _years(digits: str) -> list[int]:
    """The years that a number can mean: "92" is 1992, 2092 or 92."""
    year = int(digits)
    return [1900 + year, 2000 + year, year] if len(digits) == 2 else [year]


def _with_month_name(month: int, numbers: list[str]) -> Iterator[PartialDate]:
    if len(numbers) == 1:
        year = numbers[0]
        if len(year) > 2 or int(year) > _LONGEST_MONTH:  # "10 April" says no year
            yield from (PartialDate(each, month) for each in _years(year))
    elif len(numbers) == 2:
        for day, year in (numbers, reversed(numbers)):
            if len(day) <= 2:
                yield from (PartialDate(each, month, int(day)) for each in _years(year))


def _numbers_only(numbers: list[str]) -> Iterator[PartialDate]:
    first, *others = numbers
    if not others:
        yield from (PartialDate(each) for each in _years(first))
    elif len(first) >= 3:
        yield PartialDate(int(first), *map(int, others))
    elif len(others) == 1:
        yield from (PartialDate(each, int(first)) for each in _years(others[0]))
    else:
        second, third = others
        for (day, month), year in product(((first, second), (second, first)), _years(third)):
            yield PartialDate(year, int(month), int(day))


def _tokens(text: str) -> list[str]:
    """The numbers and words of a date without its era."""
    bare = _OUR_ERA.sub("", _BEFORE_CHRIST.sub("", text))
    return _TOKEN.findall(_SEPARATED.sub(" ", _NOISE.sub(" ", bare)))


def _readings(text: str) -> Iterator[PartialDate]:
    before_christ = bool(_BEFORE_CHRIST.search(text))
    tokens = _tokens(text)
    words = [token for token in tokens if not token.lstrip("-").isdigit()]
    numbers = [token for token in tokens if token.lstrip("-").isdigit()]
    months = [_month_of(word) for word in words]
    if len(tokens) > _MAX_TOKENS or len(months) > 1 or 0 in months or not numbers:
        return
    if before_christ or _OUR_ERA.search(text):
        numbers[-1] = numbers[-1].zfill(4)  # "44 BC" is no year of our century
    dates = _with_month_name(months[0], numbers) if months else _numbers_only(numbers)
    for date in dates:
        year = 1 - date.year if before_christ else date.year
        dated = PartialDate(year, date.month, date.day)
        if is_real(dated) and len(tokens) == bool(dated.month) + bool(dated.day) + 1:
            yield dated


def _spans(first: str, last: str) -> Iterator[tuple[PartialDate, PartialDate]]:
    """The spans of two ends, of which the first may leave to the last what both share."""
    if era := _BEFORE_CHRIST.search(last):
        first = f"{_BEFORE_CHRIST.sub('', first)} {era.group().strip()}"
    begun, ended = _tokens(first), _tokens(last)
    shared = " ".join(ended[len(begun) :])  # "10 – 12 April 1992", "May – June 1990"
    if len(begun) == len(ended) == 1 and len(begun[0]) == 4 and len(ended[0]) == 2:
        last = begun[0][:2] + last  # "1939–45"
    starts = list(_readings(f"{shared} {first}")) if shared else []
    return product(starts or list(_readings(first)), _readings(last))


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
    plain = _THOUSANDS.sub(r"\1\2", _CIRCA.sub("", plain))
    plain = _HYPHEN.sub(r"\g<day> – ", plain)
    if years := _YEARS.fullmatch(plain):
        ends = list(years.groups())
    else:
        ends = _SPAN.split(_SPAN_PREFIX.sub("", plain))
    if len(ends) == 1:
        found = [DateValue(date, None, circa) for date in _readings(ends[0])]
    elif len(ends) == 2:
        found = [DateValue(*span, circa) for span in _spans(*ends) if span[0] <= span[1]]
    else:
        found = []
    return tuple(dict.fromkeys(found))
