"""What a command can see of the craft of writing questions. Advice never keeps a pack out.

The rules follow the usual guidelines for item writers: options alike in kind and length, a short
stem that can be read alone, nothing that gives the key away, every fact asked in several ways. The
rules that look for words know English only and leave packs in other languages alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from quizapp.facts import AnyFact
from quizapp.formats.native.choice_advice import choice_advice
from quizapp.formats.native.item_advice import (
    MOST_ALIASES,
    alias_advice,
    as_of_advice,
    asked_text,
    giveaway_advice,
    image_text_advice,
    stem_length_advice,
    wording_advice,
)
from quizapp.formats.native.names import fold, folded_names, names_of_things
from quizapp.formats.native.texts import images_in
from quizapp.packs import Pack
from quizapp.questions import AnyQuestion, SingleChoice, TrueFalse, type_name
from quizapp.questions.base import Problem
from quizapp.translation import tr

Placed = tuple[int, Problem]
"""The place of a fact or of a question in its pack, and the advice on it."""

ENOUGH_TO_COUNT = 8
MOST_OF_ONE = 2 / 3
LEAST_TRUE_SHARE = 0.3


class Adviser:
    """Advice on single questions of a pack that has these facts.

    `stems` holds for each question that is there already the key of its stem (see `stem_key`) and
    its id; `language` is that of the pack.
    """

    def __init__(
        self, facts: Mapping[str, AnyFact], language: str, stems: Mapping[str, str]
    ) -> None:
        self._facts = facts
        self._named = folded_names(facts.values())
        self._names = names_of_things(self._named)
        self._is_english = language.casefold().split("-")[0] == "en"
        self._stems = stems

    def on(self, question: AnyQuestion) -> Iterator[Problem]:
        """What one could do better in a sound question."""
        about = [self._facts[name] for name in question.facts if name in self._facts]
        yield from choice_advice(question, self._names)
        yield from giveaway_advice(question)
        yield from islice(alias_advice(question, self._named), MOST_ALIASES)
        yield from as_of_advice(question, about)
        yield from stem_length_advice(question)
        if self._is_english:
            yield from wording_advice(question)
        yield from image_text_advice(question)
        yield from self._same_stem_advice(question)

    def _same_stem_advice(self, question: AnyQuestion) -> Iterator[Problem]:
        other = self._stems.get(stem_key(question), question.id)
        if other != question.id:
            yield Problem(
                "stem",
                tr("“{id}” has the same stem.").format(id=other),
                tr("Say in other words what is asked, so that the two can be told apart."),
            )


def stem_key(question: AnyQuestion) -> str:
    """Equal for questions that ask the same in words."""
    return fold(asked_text(question))


def stems_of(questions: Iterable[AnyQuestion]) -> dict[str, str]:
    """For each stem the id of the first of `questions` that has it, as an `Adviser` takes them."""
    stems: dict[str, str] = {}
    for question in questions:
        stems.setdefault(stem_key(question), question.id)
    return stems


def pack_advice(pack: Pack) -> Iterator[Problem]:
    """On the pack as a whole: keys that a learner could guess without reading."""
    yield from _place_advice(pack.questions)
    yield from _longest_key_advice(pack.questions)
    yield from _truth_advice(pack.questions)


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
    adviser = Adviser(facts, pack.manifest.language, stems_of(pack.questions))
    for place, question in enumerate(pack.questions):
        yield from ((place, problem) for problem in adviser.on(question))


def image_advice(pack: Pack) -> Iterator[tuple[str, Problem]]:
    """On images that no question shows, each after its name."""
    if not pack.media:
        return
    shown = {name for each in pack.questions for _, _, name in images_in(each)}
    for name in pack.media:
        if name not in shown:
            yield (
                name,
                Problem("", tr("No question shows this image."), tr("Use it, or take it out.")),
            )


def _place_advice(questions: Sequence[AnyQuestion]) -> Iterator[Problem]:
    fixed = [
        question
        for question in questions
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


def _longest_key_advice(questions: Sequence[AnyQuestion]) -> Iterator[Problem]:
    """On right options that give themselves away by saying more than the wrong ones."""
    uneven = [
        question
        for question in questions
        if isinstance(question, SingleChoice) and _longest(question) is not None
    ]
    longest = sum(_longest(question) == question.key for question in uneven)
    if len(uneven) >= ENOUGH_TO_COUNT and longest > len(uneven) * MOST_OF_ONE:
        yield Problem(
            "",
            tr("The right option is the longest in {n} of {count} lists.").format(
                n=longest, count=len(uneven)
            ),
            tr("Shorten right options, or say as much in wrong ones."),
        )


def _longest(question: SingleChoice) -> int | None:
    """The place of the longest option; None where several are as long."""
    lengths = [len(option.text) for option in question.options]
    return lengths.index(max(lengths)) if lengths.count(max(lengths)) == 1 else None


def _truth_advice(questions: Sequence[AnyQuestion]) -> Iterator[Problem]:
    answers = [question.answer for question in questions if isinstance(question, TrueFalse)]
    share = sum(answers) / max(len(answers), 1)
    if len(answers) >= ENOUGH_TO_COUNT and not LEAST_TRUE_SHARE <= share <= 1 - LEAST_TRUE_SHARE:
        yield Problem(
            "",
            tr("{n} of the {count} true-or-false statements are true.").format(
                n=sum(answers), count=len(answers)
            ),
            tr("Make about half of them true."),
        )


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


def _place_of_key(question: SingleChoice) -> str:
    if question.key == 0:
        return tr("first")
    return tr("last") if question.key == len(question.options) - 1 else tr("in the middle")
