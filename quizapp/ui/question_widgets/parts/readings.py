"""How a typed number or date is understood, in words that help while typing."""

from quizapp.questions.keys.number import NumberKey
from quizapp.translation import tr
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import DateValue, Precision, date_text
from quizapp.values.numbers import NumberReading, number_text, read_numbers

_FINENESS: dict[Precision, int] = {"year": 0, "month": 1, "day": 2}


def number_reading(text: str, key: NumberKey) -> str:
    """The number that is read, or what to type."""
    if not text.strip():
        return tr("In digits, such as 1,000 or 25%.")
    readings = read_numbers(text)
    if not readings:
        return tr("Not a number yet. Type digits, such as 1,000 or 25%.")
    return tr("Read as {number}").format(number=_number_words(readings[0], key))


def _number_words(reading: NumberReading, key: NumberKey) -> str:
    number = number_text(reading.value)
    if not reading.unit:
        return key.with_unit(number)
    return number + reading.unit if reading.unit == "%" else f"{number} {reading.unit}"


def date_reading(text: str, asked: Precision) -> str:
    """The date that is read, both where it can mean two, or what to type."""
    readings = read_dates(text)
    if not text.strip() or not readings:
        example = tr("such as {example}").format(example=_example(asked))
        if not text.strip() and asked == "year":
            return tr("A year, {example}.").format(example=example)
        if not text.strip():
            return tr("In any usual order, {example}.").format(example=example)
        return tr("Not a date yet. Type it in any usual order, {example}.").format(example=example)
    words = [date_text(reading) for reading in readings[:2]]
    if len(words) > 1:
        return tr("Read as {first} or {second}").format(first=words[0], second=words[1])
    return tr("Read as {date}").format(date=words[0]) + _what_is_missing(readings[0], asked)


def _what_is_missing(reading: DateValue, asked: Precision) -> str:
    if _FINENESS[reading.precision] >= _FINENESS[asked]:
        return ""
    if asked == "month":
        return tr("; the month is asked for too")
    return tr("; the day is asked for too")


def _example(asked: Precision) -> str:
    examples = {
        "year": tr("1987"),
        "month": tr("June 1987 or 6/1987"),
        "day": tr("23 June 1987 or 1987-06-23"),
    }
    return examples[asked]
