"""What a command can see of the craft of writing questions. Advice never keeps a pack out.

The rules follow the usual guidelines for item writers: options alike in kind and length, a stem
that can be read alone, nothing that gives the key away, every fact asked in several ways. The rules
that look for words know English only and leave packs in other languages alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import NamedTuple

from quizapp.facts import AnyFact, FigureFact, NamedFact
from quizapp.packs import Pack
from quizapp.questions import (
    AnyQuestion,
    Cloze,
    Date,
    Matching,
    MultipleChoice,
    Numeric,
    ShortText,
    SingleChoice,
    TrueFalse,
    type_name,
)
from quizapp.questions.base import Problem
from quizapp.questions.cloze import ChoiceGap, TextGap
from quizapp.questions.keys.text import TextKey
from quizapp.translation import tr
from quizapp.values import folding
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import date_text
from quizapp.values.numbers import number_text, read_numbers

Placed = tuple[int, Problem]
"""The place of a fact or of a question in its pack, and the advice on it."""

LENGTH_RATIO, LENGTH_SLACK = 2, 6
KEY_RATIO = 1.5
ENOUGH_TO_COUNT = 8
MOST_OF_ONE = 2 / 3
LEAST_TRUE_SHARE = 0.3
TELLING_LENGTH = 4
MOST_OF_ONE_NAME = 10
MOST_ALIASES = 20
"""Packs are not trusted: what a question is compared with must not grow with the pack."""
_THINGS = (
    "agenc(?:y|ies)|article|band|body|building|cent(?:re|er)|ceremony|city|claim|committee|country"
    "|date|day|decade|embassy|event|figure|group|institution|man|meeting|month|museum|number"
    "|organi[sz]ation|passage|period|person|place|region|school|section|sentence|share|society"
    "|song|state|synagogue|talks|text|time|town|university|village|visit|war|woman|year"
)
_LEANS_ON_CONTEXT = re.compile(
    rf"\b(?:this|that) (?:{_THINGS})\b|\bthe (?:latter|aforementioned|said)\b"
    r"|\bthe (?:group|band)\b(?! (?:of|that|which|who|whose|in|to|from|named|called)\b)"
    r"|^(?:he|she|they|his|her|their|there)\b"
    r"|\b(?:as|see|mentioned|named|shown) (?:above|below|earlier|before)\b"
    r"|\bprevious question\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"(?<![*_\w])(?:[Nn]ot|[Nn]o|[Nn]ever|[Nn]one|[Nn]either|nor|[Ee]xcept|[Cc]annot|\w+n['’]t)\b"
)
"""A negative that is neither in bold type nor in capitals."""
_CATCH_ALL = re.compile(r"\b(?:all|none|both|neither) of (?:the above|these|them)\b", re.IGNORECASE)
_NAMES_A_TIME = re.compile(r"\barticle\b|\baccording to\b|\b\d{4}\b", re.IGNORECASE)

fold = lru_cache(maxsize=1_024)(folding.fold)
"""Several rules look at the same text, and many questions have the same options."""


class _Choices(NamedTuple):
    """A list to choose from: `options`, or those of a gap."""

    field: str
    texts: tuple[str, ...]
    right: frozenset[int]
    keep_order: bool


def pack_advice(pack: Pack) -> Iterator[Problem]:
    """On the pack as a whole: keys that a learner could guess from their places."""
    fixed = [
        question
        for question in pack.questions
        if isinstance(question, SingleChoice) and question.keep_order
    ]
    places = Counter(_place_of_key(question) for question in fixed)
    for place, count in places.items():
        if len(fixed) >= ENOUGH_TO_COUNT and count > len(fixed) * MOST_OF_ONE:
            yield Problem(
                "",
                tr(
                    "The right option stands {place} in {n} of the {count} lists in fixed order."
                ).format(place=place, n=count, count=len(fixed)),
                tr("Choose wrong options on both sides of the right one, or on the other side."),
            )
    answers = [question.answer for question in pack.questions if isinstance(question, TrueFalse)]
    share = sum(answers) / max(len(answers), 1)
    if len(answers) >= ENOUGH_TO_COUNT and not LEAST_TRUE_SHARE <= share <= 1 - LEAST_TRUE_SHARE:
        yield Problem(
            "",
            tr("{n} of the {count} true-or-false statements are true.").format(
                n=sum(answers), count=len(answers)
            ),
            tr("Make about half of them true."),
        )


def fact_advice(pack: Pack) -> Iterator[Placed]:
    """On facts that nobody asks for, or that are asked in one way only."""
    types: dict[str, set[str]] = defaultdict(set)
    for question in pack.questions:
        for fact_id in question.facts:
            types[fact_id].add(type_name(question))
    for place, fact in enumerate(pack.facts):
        yield from ((place, problem) for problem in _asking_advice(types[fact.id]))


def question_advice(pack: Pack) -> Iterator[Placed]:
    """On single questions."""
    facts = {fact.id: fact for fact in pack.facts}
    named = _folded_names(pack.facts)
    names = _names_of_things(named)
    english = pack.manifest.language.casefold().split("-")[0] == "en"
    first: dict[str, str] = {}
    for place, question in enumerate(pack.questions):
        on = [facts[fact_id] for fact_id in question.facts]
        rules = [
            *(_choices_advice(choices, names) for choices in _choices(question)),
            _giveaway_advice(question),
            islice(_alias_advice(question, named), MOST_ALIASES),
            _matching_advice(question, names),
            _as_of_advice(question, on),
            _wording_advice(question) if english else (),
            _stem_advice(question, first),
        ]
        yield from ((place, problem) for problem in chain.from_iterable(rules))


def _asking_advice(types: set[str]) -> Iterator[Problem]:
    """On a fact that questions of these types ask for."""
    if not types:
        yield Problem(
            "id",
            tr("No question asks for this fact."),
            tr("Write one, or leave the fact out."),
        )
    elif len(types) == 1:
        yield Problem(
            "id",
            tr("This fact is asked in one way only ({type}).").format(type=min(types)),
            tr("Add a question of another type."),
        )


def _stem_advice(question: AnyQuestion, first: dict[str, str]) -> Iterator[Problem]:
    """`first` remembers for each stem which question had it."""
    other = first.setdefault(fold(_asked_text(question)), question.id)
    if other != question.id:
        yield Problem(
            "stem",
            tr("“{id}” has the same stem.").format(id=other),
            tr("Say in other words what is asked, so that the two can be told apart."),
        )


def _asked_text(question: AnyQuestion) -> str:
    return f"{question.stem} {question.text}" if isinstance(question, Cloze) else question.stem


def _place_of_key(question: SingleChoice) -> str:
    if question.key == 0:
        return tr("first")
    return tr("last") if question.key == len(question.options) - 1 else tr("in the middle")


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


def _text_keys(question: AnyQuestion) -> Iterator[tuple[str, TextKey]]:
    if isinstance(question, ShortText):
        yield "accept", question.key
    elif isinstance(question, Cloze):
        for n, gap in enumerate(question.gaps):
            if isinstance(gap, TextGap):
                yield f"gaps[{n}].accept", gap.key


def _folded_names(facts: Iterable[AnyFact]) -> dict[str, dict[str, str]]:
    """For each fact that has names these names, by what is compared of them."""
    named: dict[str, dict[str, str]] = {}
    for fact in facts:
        if isinstance(fact, NamedFact):
            folded = named.setdefault(fact.id, {})
            for name in (fact.name, *fact.other_names):
                folded.setdefault(fold(name), name)
    return named


def _names_of_things(named: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """For each folded name the facts whose name it is: not all of them where they are many."""
    names: dict[str, set[str]] = defaultdict(set)
    for fact_id, folded in named.items():
        for name in folded:
            if len(names[name]) < MOST_OF_ONE_NAME:
                names[name].add(fact_id)
    return names


def _choices_advice(choices: _Choices, names: dict[str, set[str]]) -> Iterator[Problem]:
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
            tr("List them ascending, with keep_order: true."),
        )
    elif not choices.keep_order:
        yield Problem(
            choices.field,
            tr("These dates or numbers will be shuffled."),
            tr("Add keep_order: true."),
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
    field: str, texts: Iterable[str], names: dict[str, set[str]]
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


def _matching_advice(question: AnyQuestion, names: dict[str, set[str]]) -> Iterator[Problem]:
    if isinstance(question, Matching):
        yield from _one_thing_twice("pairs", question.choices(), names)


def _answers(question: AnyQuestion) -> list[str]:
    """Texts that alone would be a right answer."""
    if isinstance(question, SingleChoice):
        return [question.key_text()]
    if isinstance(question, ShortText):
        return [form.text for form in question.key.forms() if form.credit == 1]
    if isinstance(question, Numeric):
        return [number_text(question.answer), str(question.answer)]
    if isinstance(question, Date):
        value = question.key.value
        return [str(value.start.year) if question.key.precision == "year" else date_text(value)]
    return []


def _giveaway_advice(question: AnyQuestion) -> Iterator[Problem]:
    answers = {answer: fold(answer) for answer in _answers(question)}
    hints = [(f"hints[{place}]", hint) for place, hint in enumerate(question.hints)]
    for field, text in [("stem", question.stem), *hints]:
        words = f" {fold(text)} "
        said = next((each for each, key in answers.items() if key and f" {key} " in words), None)
        if said:
            yield Problem(
                field,
                tr("The right answer, “{answer}”, stands here.").format(answer=said),
                tr("Say it in other words."),
            )
            return
    if isinstance(question, SingleChoice):
        yield from _telling_words(question)


def _telling_words(question: SingleChoice) -> Iterator[Problem]:
    """Words that the stem shares with the right option and with no other."""
    others = {
        word
        for place, option in enumerate(question.options)
        if place != question.key
        for word in _words(option.text)
    }
    telling = (_words(question.key_text()) & _words(question.stem)) - others
    if telling:
        yield Problem(
            "stem",
            tr("The stem shares “{words}” with the right option only.").format(
                words=", ".join(sorted(telling))
            ),
            tr("Reword one of them, or use the word in a wrong option too."),
        )


def _words(text: str) -> set[str]:
    """The longer words, singular and plural as one."""
    words = (word.removesuffix("s") for word in fold(text).split())
    return {word for word in words if len(word) >= TELLING_LENGTH}


def _alias_advice(question: AnyQuestion, named: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """Whoever types another name of the same thing is right as well."""
    for field, key in _text_keys(question):
        accepted = {fold(form.text): form.text for form in key.forms() if form.credit == 1}
        for fact_id in question.facts:
            names = named.get(fact_id, {})
            if names.keys().isdisjoint(accepted):
                continue
            # Matching is slow, and a name that is accepted as it stands needs none.
            others = (name for folded, name in names.items() if accepted.get(folded) != name)
            for name in islice(others, MOST_ALIASES):
                form = key.match(name)
                if form is None or form.credit < 1:
                    yield Problem(
                        field,
                        tr("“{name}” is another name of it (fact {fact}).").format(
                            name=name, fact=fact_id
                        ),
                        tr("Accept it too."),
                    )


def _as_of_advice(question: AnyQuestion, facts: Iterable[AnyFact]) -> Iterator[Problem]:
    dated = [fact for fact in facts if isinstance(fact, FigureFact) and fact.as_of]
    if dated and not question.as_of and question.topic == "figure":
        yield Problem(
            "as_of",
            tr("The figure was true at a time ({date}, fact {fact}).").format(
                date=dated[0].as_of, fact=dated[0].id
            ),
            tr("Give as_of here too."),
        )


def _wording_advice(question: AnyQuestion) -> Iterator[Problem]:
    """The rules that know English."""
    if match := _LEANS_ON_CONTEXT.search(question.stem):
        yield Problem(
            "stem",
            tr("“{words}” leans on something outside of the question.").format(words=match[0]),
            tr("Name what is meant: each question is read alone."),
        )
    if match := _NEGATIVE.search(question.stem):
        yield Problem(
            "stem",
            tr("The negative “{word}” is easily overlooked.").format(word=match[0]),
            tr("Ask for what is true, or mark the word: **not**."),
        )
    if question.as_of and not _NAMES_A_TIME.search(_asked_text(question)):
        yield Problem(
            "stem",
            tr("This was true at a time ({date}), and the stem does not say so.").format(
                date=question.as_of
            ),
            tr("Name the year, or write “according to the article”."),
        )
