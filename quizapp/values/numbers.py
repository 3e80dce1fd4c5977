"""Numbers as people type them: `1,000`, `1 000`, `1.000,5`, `25%`, `٢٥`, `8.5 thousand`, `2½`.

Where a separator can mean two things ("1,500"), every reading is given, the likelier first; whoever
grades takes the best.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from quizapp.values.folding import ascii_digits, clean, is_too_long

_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_QUALIFIERS = re.compile(
    r"^(?:(?:~|≈|[<>]=?|[≤≥]|circa\b|ca\.?(?=\s)|c\.|approx(?:imately)?\b\.?|about\b|around\b"
    r"|roughly\b|nearly\b|almost\b|over\b|(?:no )?(?:more|less|fewer) than\b|at (?:least|most)\b"
    r"|under\b|up to\b|some\b|exactly\b|only\b|just\b|slightly\b|well\b)\s*)+"
)
_MINUS = re.compile(r"^(?:[−–—‐‒]|(?:minus|negative)\b)\s*")
_PERCENT = re.compile(r"\bper ?cent\b|\bpct\b|٪")
_MIXED = re.compile(r"(?<![\d.,])(\d{1,9}) (\d{1,2}) ?/ ?(\d{1,2})(?!\d)", re.ASCII)
_POWER = re.compile(r"\d[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]")
_NUMBER = re.compile(
    r"(?P<before>[^\d+\-.,]*)(?P<sign>[+-]?)\s*"
    r"(?P<digits>\d(?:[\d.,'\s]*\d)?|[.,]\d+)(?P<exponent>e[+-]?\d{1,3})?"
    r"(?:\s*/\s*(?P<divisor>\d{1,9}))?\s*(?P<after>.*)",
    re.ASCII,
)
_GROUPED = re.compile(r"\d{1,3}([.,' ])(?:\d{2,3}\1)*\d{3}", re.ASCII)
_MAX_DIGITS = 40
_MAX_NUMBER = 10**15
_MEASURES = (
    ("%", "per cent", "percent"),
    ("$", "us$", "usd", "dollar"),
    ("€", "eur", "euro"),
    ("£", "gbp", "pound"),
    ("₪", "ils", "shekel"),
    ("₸", "kzt", "tenge"),
    ("mm", "millimetre", "millimeter"),
    ("cm", "centimetre", "centimeter"),
    ("m", "metre", "meter"),
    ("km", "kilometre", "kilometer"),
    ("mile",),
    ("ft", "foot", "feet"),
    ("km2", "km^2"),
    ("ha", "hectare"),
    ("square",),
    ("cubic",),
    ("per",),
    ("litre", "liter"),
    ("barrel",),
    ("g", "gram"),
    ("kg", "kilo", "kilogram"),
    ("t", "ton", "tonne"),
    ("hour",),
    ("day",),
    ("week",),
    ("month",),
    ("year",),
)
_MEASURE_OF = {word: names[0] for names in _MEASURES for word in names}
_WITHOUT_MEANING = '.,;:!?…+-–—()[]"“”„«»*'
_UNIT_WITH_DIGIT = re.compile(r"[^\W\d_]+\^?[23]")


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
    if not fraction.isdigit() or decimal_mark in whole:
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


def _units_and_scales(before: str, after: str) -> Iterator[tuple[str, int]]:
    """What the words around a number can mean: its unit, and what it is to be multiplied with."""
    first, words = (
        [bare for word in text.split() if (bare := word.strip(_WITHOUT_MEANING))]
        for text in (before, after)
    )
    scale = 1
    while words and words[0] in _SCALES:
        scale *= _SCALES[words.pop(0)]
    yield " ".join([*first, *words]), scale
    if words[:1] == ["m"]:  # metres, or millions
        yield " ".join([*first, *words[1:]]), scale * 1_000_000


def _is_unit(text: str) -> bool:
    """Whether no further number stands in `text`: "km2" is a unit, "or 15" is none."""
    return all(
        _UNIT_WITH_DIGIT.fullmatch(word) or not any(map(str.isdigit, word)) for word in text.split()
    )


def _as_fraction(match: re.Match[str]) -> str:
    whole, above, below = map(int, match.groups())
    return f"{whole * below + above}/{below}"


def _plain(text: str) -> str:
    """`text` with its digits, signs and fractions written in one way."""
    # "2½" is folded to "21⁄2", which would be more than ten.
    apart = "".join(
        f" {char}" if "⁄" in unicodedata.normalize("NFKC", char) else char for char in text
    )
    plain = ascii_digits(clean(apart)).casefold().replace("⁄", "/").replace("’", "'")
    plain = _PERCENT.sub("%", plain.replace("٬", ",").replace("٫", "."))
    plain = _MINUS.sub("-", _QUALIFIERS.sub("", plain))
    return _MIXED.sub(_as_fraction, plain)


def read_numbers(text: str) -> tuple[NumberReading, ...]:
    """Every usual reading of `text`, the likeliest first; empty where it is no number."""
    if is_too_long(text) or _POWER.search(text):
        return ()
    match = _NUMBER.fullmatch(_plain(text))
    if not match or len(match["digits"]) > _MAX_DIGITS:
        return ()
    divisor = int(match["divisor"] or 1)
    if divisor == 0:
        return ()
    return tuple(
        NumberReading(
            Decimal(match["sign"] + number + (match["exponent"] or "")) * scale / divisor, unit
        )
        for unit, scale in _units_and_scales(match["before"], match["after"])
        if _is_unit(unit)
        for number in _plain_numbers(match["digits"])
    )


def is_countable(number: float) -> bool:
    """Whether `number` is one that we calculate with: finite, and of 15 digits at most."""
    return -_MAX_NUMBER <= number <= _MAX_NUMBER


def is_scaled(unit: str) -> bool:
    """Whether `unit` begins with a word that belongs to the number: "million dollars"."""
    return clean(unit).casefold().partition(" ")[0] in _SCALES


def measures_in(unit: str) -> set[str]:
    """The units of measure, as far as we know any, that the words of `unit` name."""
    words = clean(unit).casefold().split()
    names = (_MEASURE_OF.get(word) or _MEASURE_OF.get(word.removesuffix("s")) for word in words)
    return {name for name in names if name}


def number_text(number: float | Decimal) -> str:
    """`number` with its thousands grouped: "8,500", "0.25"."""
    value = number if isinstance(number, Decimal) else exact(number)
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"
