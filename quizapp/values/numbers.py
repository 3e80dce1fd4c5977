"""Numbers as people type them: `1,000`, `1 000`, `1.000,5`, `25%`, `٢٥`, `8.5 thousand`, `1/4`.

Where a separator can mean two things ("1,500"), every reading is given, the likelier first; whoever
grades takes the best.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from quizapp.values.folding import ascii_digits, clean, is_too_long

_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_QUALIFIER = re.compile(
    r"^(?:~|≈|[<>]=?|[≤≥]|circa\b|ca\.?(?=\s)|c\.|approx(?:imately)?\b\.?|about\b|around\b|roughly\b"
    r"|nearly\b|almost\b|over\b|more than\b|at least\b|under\b|less than\b|some\b)\s*"
)
_NUMBER = re.compile(
    r"(?P<before>[^\d+\-.,]*)(?P<sign>[+-]?)\s*"
    r"(?P<digits>\d(?:[\d.,'\s]*\d)?|[.,]\d+)(?P<exponent>e[+-]?\d{1,3})?"
    r"(?:\s*/\s*(?P<divisor>\d{1,9}))?\s*(?P<after>.*)",
    re.ASCII,
)
_GROUPED = re.compile(r"\d{1,3}([.,' ])(?:\d{2,3}\1)*\d{3}", re.ASCII)
_MAX_DIGITS = 40


class NumberReading(msgspec.Struct, frozen=True):
    """A number and the unit word written with it ("%", "km", ""), case folded."""

    value: Decimal
    unit: str = ""


def exact(number: float) -> Decimal:
    """The decimal number that is written like `number`: 0.1 is exactly one tenth."""
    return Decimal(repr(number))


def _is_grouped(digits: str, mark: str) -> bool:
    match = _GROUPED.fullmatch(digits)
    return bool(match) and match is not None and match.group(1) == mark and digits[0] != "0"


def _whole_and_fraction(digits: str, decimal_mark: str) -> str | None:
    whole, _, fraction = digits.rpartition(decimal_mark)
    other = "," if decimal_mark == "." else "."
    if other in fraction or decimal_mark in whole:
        return None
    marks = {char for char in whole if not char.isdigit()}
    if not marks or (len(marks) == 1 and _is_grouped(whole, marks.pop())):
        return "".join(filter(str.isdigit, whole)) + "." + fraction
    return None


def _plain_numbers(digits: str) -> Iterator[str]:
    """The numbers that `digits` with separators can mean, in Python's notation."""
    marks = {char for char in digits if not char.isdigit()}
    if not marks:
        yield digits
        return
    readings: list[str] = []
    if len(marks) == 1:
        mark = next(iter(marks))
        if _is_grouped(digits, mark):
            readings.append("".join(filter(str.isdigit, digits)))
        if mark in ".," and digits.count(mark) == 1:
            readings.insert(0 if mark == "." else len(readings), digits.replace(mark, "."))
    else:
        last = max(".,", key=digits.rfind)
        if number := _whole_and_fraction(digits, last):
            readings.append(number)
    yield from readings


def _unit_and_scale(before: str, after: str) -> tuple[str, int]:
    words = after.replace("per cent", "%").replace("percent", "%").replace("٪", "%").split()
    scale = 1
    while words and words[0] in _SCALES:
        scale *= _SCALES[words.pop(0)]
    return " ".join([*before.split(), *words]).rstrip("."), scale


def read_numbers(text: str) -> tuple[NumberReading, ...]:
    """Every usual reading of `text`, the likeliest first; empty where it is no number."""
    if is_too_long(text):
        return ()
    plain = ascii_digits(clean(text)).casefold().replace("−", "-").replace("’", "'")
    plain = plain.replace("٬", ",").replace("٫", ".")
    match = _NUMBER.fullmatch(_QUALIFIER.sub("", plain))
    if not match or len(match["digits"]) > _MAX_DIGITS:
        return ()
    unit, scale = _unit_and_scale(match["before"], match["after"])
    if any(char.isdigit() for char in unit):
        return ()
    divisor = int(match["divisor"] or 1)
    if divisor == 0:
        return ()
    return tuple(
        NumberReading(
            Decimal(match["sign"] + number + (match["exponent"] or "")) * scale / divisor, unit
        )
        for number in _plain_numbers(match["digits"])
    )


def number_text(number: float | Decimal) -> str:
    """`number` with its thousands grouped: "8,500", "0.25"."""
    value = number if isinstance(number, Decimal) else exact(number)
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"
