"""Advice on lists to choose from: the options of questions and of gaps, and pairs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from quizapp.formats.native.names import fold
from quizapp.questions import AnyQuestion, Cloze, Matching, MultipleChoice, SingleChoice
from quizapp.questions.base import Problem
from quizapp.questions.cloze import ChoiceGap
from quizapp.translation import tr
from quizapp.values.date_reading import read_dates
from quizapp.values.numbers import read_numbers

LENGTH_RATIO, LENGTH_SLACK = 2, 6
KEY_RATIO = 1.5
_CATCH_ALL = re.compile(r"\b(?:all|none|both|neither) of (?:the above|these|them)\b", re.IGNORECASE)


class _Choices(NamedTuple):
    """A list to choose from: `options`, or those of a gap."""

    field: str
    texts: tuple[str, ...]
    right: frozenset[int]
    keep_order: bool


def choice_advice(question: AnyQuestion, names: Mapping[str, set[str]]) -> Iterator[Problem]:
    """On what a question lets choose from; `names` are the facts by the folded names of things."""
    for choices in _choices(question):
        yield from _choices_advice(choices, names)
    if isinstance(question, Matching):
        yield from _one_thing_twice("pairs", question.choices(), names)


def _choices(question: AnyQuestion) -> Iterator[_Choices]:
    if isinstance(question, SingleChoice | MultipleChoice):
        texts = tuple(option.text for option in question.options)
        right = frozenset(n for n, option in enumerate(question.options) if option.right)
        yield _Choices("options", texts, right, question.keep_order)
    elif isinstance(question, Cloze):
        for n, gap in enumerate(question.gaps):
            if isinstance(gap, ChoiceGap):
                right = frozenset([gap.options.index(gap.answer)])
                yield _Choices(f"gaps[{n}].options", gap.options, right, gap.keep_order)


def _choices_advice(choices: _Choices, names: Mapping[str, set[str]]) -> Iterator[Problem]:
    yield from _order_advice(choices)
    yield from _length_advice(choices)
    yield from _one_thing_twice(choices.field, choices.texts, names)
    for place, text in enumerate(choices.texts):
        if _CATCH_ALL.search(text):
            yield Problem(
                f"{choices.field}[{place}]",
                tr("“{text}” depends on the other options, and they are shuffled.").format(
                    text=text
                ),
                tr("Put an option in its place that stands for itself."),
            )


def _order_advice(choices: _Choices) -> Iterator[Problem]:
    """Dates and numbers are found quickest where they are listed in their order."""
    values = _values(choices.texts)
    if not values:
        return
    rising = all(first <= second for first, second in pairwise(values))
    falling = all(first >= second for first, second in pairwise(values))
    if not (rising or falling):
        yield Problem(
            choices.field,
            tr("These dates or numbers are not in order."),
            tr("List them ascending, and turn on “keep order”."),
        )
    elif not choices.keep_order:
        yield Problem(
            choices.field,
            tr("These dates or numbers will be shuffled."),
            tr("Turn on “keep order”."),
        )


def _values(texts: tuple[str, ...]) -> list[tuple[Decimal, int, int]]:
    """`texts` as numbers, or as dates, to be compared; empty where they are not all of one kind."""
    numbers = [read_numbers(text)[:1] for text in texts]
    if all(numbers):
        return [(number.value, 0, 0) for (number,) in numbers]
    dates = [read_dates(text)[:1] for text in texts]
    if all(dates):
        return [(Decimal(date.start.year), date.start.month, date.start.day) for (date,) in dates]
    return []


def _length_advice(choices: _Choices) -> Iterator[Problem]:
    lengths = [len(text) for text in choices.texts]
    if max(lengths) > LENGTH_RATIO * min(lengths) + LENGTH_SLACK:
        yield Problem(
            choices.field,
            tr("The options are of uneven length ({least} to {most} characters).").format(
                least=min(lengths), most=max(lengths)
            ),
            tr("Word them alike: a long option looks like the right one."),
        )
        return
    rest = [length for n, length in enumerate(lengths) if n not in choices.right]
    keys = [length for n, length in enumerate(lengths) if n in choices.right]
    if len(keys) == 1 and keys[0] > KEY_RATIO * max(rest) + LENGTH_SLACK:
        yield Problem(
            choices.field,
            tr("The right option is much longer than the others."),
            tr("Shorten it, or say as much in the others."),
        )


def _one_thing_twice(
    field: str, texts: Iterable[str], names: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """Two names of one thing never stand against each other."""
    seen: dict[str, str] = {}
    for place, text in enumerate(texts):
        for fact_id in sorted(names.get(fold(text), ())):
            other = seen.setdefault(fact_id, text)
            if other != text:
                yield Problem(
                    f"{field}[{place}]",
                    tr("“{text}” and “{other}” are names of one thing (fact {fact}).").format(
                        text=text, other=other, fact=fact_id
                    ),
                    tr("Leave one of them out."),
                )
