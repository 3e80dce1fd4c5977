"""Advice on what a question says: its stem, its hints, what it accepts.

The rules that look for words know English only.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from quizapp.facts import AnyFact, FigureFact
from quizapp.formats.native.names import fold
from quizapp.formats.native.texts import images_in
from quizapp.questions import AnyQuestion, Cloze, Date, Numeric, ShortText, SingleChoice
from quizapp.questions.base import Problem
from quizapp.questions.cloze import TextGap
from quizapp.questions.keys.text import TextKey
from quizapp.translation import tr
from quizapp.values.dates import date_text
from quizapp.values.images import without_images
from quizapp.values.numbers import number_text

LONG_STEM = 300
"""Characters that a stem is read in at one go; those of the bundled pack have half of them."""
TELLING_LENGTH = 4
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
_NAMES_A_TIME = re.compile(r"\barticle\b|\baccording to\b|\b\d{4}\b", re.IGNORECASE)


def asked_text(question: AnyQuestion) -> str:
    """The stem, with the text of a cloze."""
    return f"{question.stem} {question.text}" if isinstance(question, Cloze) else question.stem


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


def giveaway_advice(question: AnyQuestion) -> Iterator[Problem]:
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


def alias_advice(question: AnyQuestion, named: dict[str, dict[str, str]]) -> Iterator[Problem]:
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


def _text_keys(question: AnyQuestion) -> Iterator[tuple[str, TextKey]]:
    if isinstance(question, ShortText):
        yield "accept", question.key
    elif isinstance(question, Cloze):
        for n, gap in enumerate(question.gaps):
            if isinstance(gap, TextGap):
                yield f"gaps[{n}].accept", gap.key


def as_of_advice(question: AnyQuestion, facts: Iterable[AnyFact]) -> Iterator[Problem]:
    dated = [fact for fact in facts if isinstance(fact, FigureFact) and fact.as_of]
    if dated and not question.as_of and question.topic == "figure":
        yield Problem(
            "as_of",
            tr("The figure was true at a time ({date}, fact {fact}).").format(
                date=dated[0].as_of, fact=dated[0].id
            ),
            tr("Give as_of here too."),
        )


def stem_length_advice(question: AnyQuestion) -> Iterator[Problem]:
    """On a stem that takes long to read."""
    count = len(without_images(question.stem))
    if count > LONG_STEM:
        yield Problem(
            "stem",
            tr("The stem is long: {n:,} characters.").format(n=count),
            tr("Ask in one or two short sentences, and put the rest into the explanation."),
        )


def image_text_advice(question: AnyQuestion) -> Iterator[Problem]:
    """On images that a screen reader could say nothing about."""
    for field, text, name in images_in(question):
        if not text:
            yield Problem(
                "image_alt" if field == "image" else field,
                tr("The image “{name}” has no alternative text.").format(name=name),
                tr("Say in a few words what it shows, for those who cannot see it."),
            )


def wording_advice(question: AnyQuestion) -> Iterator[Problem]:
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
    if question.as_of and not _NAMES_A_TIME.search(asked_text(question)):
        yield Problem(
            "stem",
            tr("This was true at a time ({date}), and the stem does not say so.").format(
                date=question.as_of
            ),
            tr("Name the year, or write “according to the article”."),
        )
