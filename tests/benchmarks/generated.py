"""Banks and records of any size, the same ones at every run."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import insert

from quizapp.facts import AnyFact, DateFact, FigureFact, InstitutionFact
from quizapp.packs import FORMAT, Article, Manifest, Pack, Reference, Section
from quizapp.questions import (
    AnyAnswer,
    AnyQuestion,
    Cloze,
    ClozeAnswer,
    Date,
    DateAnswer,
    Matching,
    MatchingAnswer,
    MultipleChoice,
    MultipleChoiceAnswer,
    Numeric,
    NumericAnswer,
    Ordering,
    OrderingAnswer,
    ShortText,
    ShortTextAnswer,
    SingleChoice,
    SingleChoiceAnswer,
    TrueFalse,
    TrueFalseAnswer,
    grade,
    type_name,
)
from quizapp.questions.cloze import ChoiceGap, DateGap, NumericGap, TextGap
from quizapp.questions.keys.options import Option
from quizapp.questions.matching import Pair
from quizapp.quizzes.attempt import Asked
from quizapp.quizzes.blueprint import Blueprint
from quizapp.quizzes.review import Memory, Rating, remembered
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database, open_database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.models import memory
from quizapp.store.pack_store import PackStore
from quizapp.values.topics import TOPICS
from tests.answers import right_answer

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LEARNER = "Aigul"
PER_SITTING = 20
PER_FACT = 2
"""How many questions ask for each fact."""

_FIRST = ("Ald", "Bren", "Cor", "Dun", "Esk", "Fal", "Gren", "Hol", "Inver", "Kel", "Lang", "Mor")
_LAST = ("sand", "mouth", "ford", "wick", "ham", "by", "stead", "holm", "ness", "burgh", "vik")
_THINGS = ("lighthouse", "harbour office", "observatory", "town library", "sailing school", "mint")


class Subject(msgspec.Struct, frozen=True):
    """What a fact and its questions are about."""

    place: str
    thing: str
    year: int
    month: int
    number: int

    @property
    def name(self) -> str:
        """The subject in words."""
        return f"the {self.thing} of {self.place}"

    @property
    def month_text(self) -> str:
        """The date in normal form."""
        return f"{self.year}-{self.month:02}"


def generated_pack(count: int, seed: int = 1) -> Pack:
    """A sound pack of `count` questions, all types in turn, half as many facts."""
    rng = random.Random(seed)
    subjects = [_subject(number, rng) for number in range(-(-count // PER_FACT))]
    return Pack(
        manifest=Manifest(
            format=FORMAT,
            id=f"generated-{count}",
            title=f"A generated pack of {count:,} questions",
            version="1.0.0",
            language="en",
            description="Made by a program to measure this one.",
            authors=("A program",),
            licence="CC0-1.0",
            article=Article(title="The almanac of the coast"),
            sections=(Section(id="coast", title="The coast"),),
            references=(Reference(id="1", text="Harbour almanac, 1843"),),
        ),
        facts=tuple(_fact(number, each) for number, each in enumerate(subjects)),
        questions=tuple(_question(number, subjects[number // PER_FACT]) for number in range(count)),
    )


def _subject(number: int, rng: random.Random) -> Subject:
    name = f"{rng.choice(_FIRST)}{rng.choice(_LAST)} {number}"
    month = rng.randrange(1, 13)
    return Subject(
        name, rng.choice(_THINGS), rng.randrange(1700, 2020), month, rng.randrange(3, 9_000)
    )


def _fact(number: int, about: Subject) -> AnyFact:
    common: dict[str, Any] = {
        "id": f"fact-{number}",
        "section": "coast",
        "references": ("1",),
    }
    if number % 3 == 0:
        words = f"The doors of {about.name} opened in {about.month_text}."
        return DateFact(**common, statement=words, date=about.month_text)
    if number % 3 == 1:
        words = f"It took {about.number} loads of stone to build {about.name}."
        return FigureFact(
            **common, statement=words, number=about.number, unit="loads", counts="loads of stone"
        )
    words = f"The whole coast relies on {about.name}, opened in {about.year}."
    return InstitutionFact(**common, statement=words, name=about.name, institution_kind="office")


def _question(number: int, about: Subject) -> AnyQuestion:
    common = {
        "id": f"question-{number}",
        "topic": TOPICS[number % len(TOPICS)],
        "facts": (f"fact-{number // PER_FACT}",),
        "difficulty": 1 + number % 5,
        "hints": ("The railway came later.",),
        "explanation": f"The almanac tells of {about.name} in its entry for {about.year}.",
    }
    make = _MAKERS[number % len(_MAKERS)]
    return make(common, about)


def _single_choice(common: dict[str, Any], about: Subject) -> AnyQuestion:
    years = (about.year - 31, about.year - 8, about.year, about.year + 19)
    return SingleChoice(
        **common,
        stem=f"In which year did {about.name} open?",
        options=tuple(Option(text=str(year), right=year == about.year) for year in years),
        keep_order=True,
    )


def _multiple_choice(common: dict[str, Any], about: Subject) -> AnyQuestion:
    return MultipleChoice(
        **common,
        stem=f"Which rooms does {about.name} have?",
        options=(
            Option(text="Lamp room", right=True),
            Option(text="Watch room", right=True),
            Option(text="Ballroom"),
            Option(text="Stable"),
        ),
    )


def _true_false(common: dict[str, Any], about: Subject) -> AnyQuestion:
    return TrueFalse(**common, stem=f"It is {about.year} that saw {about.name} open.", answer=True)


def _short_text(common: dict[str, Any], about: Subject) -> AnyQuestion:
    return ShortText(**common, stem=f"Where does {about.name} stand?", accept=(about.place,))


def _numeric(common: dict[str, Any], about: Subject) -> AnyQuestion:
    stem = f"How many loads of stone did it take to build {about.name}?"
    return Numeric(**common, stem=stem, answer=about.number, unit="loads")


def _date(common: dict[str, Any], about: Subject) -> AnyQuestion:
    stem = f"In which month and year did {about.name} open?"
    return Date(**common, stem=stem, answer=about.month_text)


def _ordering(common: dict[str, Any], about: Subject) -> AnyQuestion:
    return Ordering(
        **common,
        stem=f"What happened to {about.name} first, what last?",
        items=("It was planned", "It was built", "It was lit", "It became a museum"),
    )


def _matching(common: dict[str, Any], about: Subject) -> AnyQuestion:
    return Matching(
        **common,
        stem=f"Which number belongs to which part of {about.name}?",
        pairs=(Pair(left="Steps", right=str(about.number)), Pair(left="Windows", right="9")),
        distractors=("31",),
    )


def _cloze(common: dict[str, Any], about: Subject) -> AnyQuestion:
    return Cloze(
        **common,
        stem=f"Fill the gaps on {about.name}.",
        text="The {{1}} tower of {{2}}, with its {{3}} loads of stone, opened in {{4}}.",
        gaps=(
            ChoiceGap(options=("white", "red"), answer="white"),
            TextGap(accept=(about.place,)),
            NumericGap(answer=about.number),
            DateGap(answer=str(about.year)),
        ),
    )


_MAKERS: tuple[Callable[[dict[str, Any], Subject], AnyQuestion], ...] = (
    _single_choice,
    _multiple_choice,
    _true_false,
    _short_text,
    _numeric,
    _date,
    _ordering,
    _matching,
    _cloze,
)

_WRONG: dict[str, AnyAnswer] = {
    "single_choice": SingleChoiceAnswer(option=0),
    "multiple_choice": MultipleChoiceAnswer(options=(2, 3)),
    "true_false": TrueFalseAnswer(value=False),
    "short_text": ShortTextAnswer(text="elsewhere"),
    "numeric": NumericAnswer(text="1"),
    "date": DateAnswer(text="May 1066"),
    "ordering": OrderingAnswer(items=(3, 2, 1, 0)),
    "matching": MatchingAnswer(choices=(2, 2)),
    "cloze": ClozeAnswer(gaps=("red", "elsewhere", "1", "1066")),
}


def make_library(path: Path, pack: Pack, answers: int = 0) -> None:
    """A library at `path` with the pack and the learner, who gave so many answers to it."""
    database = open_database(str(path), create=True)
    try:
        with database.writing() as connection:
            PackStore(connection).install(pack, pack.manifest.id, NOW, lambda done, total: None)
            LearnerStore(connection).add(LEARNER, NOW - timedelta(days=400))
        _give_answers(database, pack.questions, answers)
    finally:
        database.close()


def _give_answers(database: Database, questions: Sequence[AnyQuestion], answers: int) -> None:
    """Finished sittings over the past year, through all questions again and again.

    Questions and their revisions are numbered from 1 in a new library.
    """
    if not answers:
        return
    rng = random.Random(answers)
    memories: dict[int, Memory] = {}
    with database.writing() as connection:
        store = AttemptStore(connection)
        (learner,) = LearnerStore(connection).all()
        for first in range(0, answers, PER_SITTING):
            began = NOW - timedelta(days=365) * (1 - first / answers)
            asked = [
                _asked(number % len(questions), questions, began, rng)
                for number in range(first, min(first + PER_SITTING, answers))
            ]
            blueprint = Blueprint(seed=first, count=PER_SITTING)
            attempt = store.add(learner.id, blueprint, asked, began)
            over = attempt.at(len(asked) - 1).finish(began + timedelta(minutes=5))
            store.save(attempt, over)
            for each in asked:
                assert each.grade is not None
                rating = Rating.GOOD if each.grade.score >= 1 else Rating.AGAIN
                before = memories.get(each.question)
                memories[each.question] = remembered(before, rating, began)
        connection.execute(insert(memory), list(_memory_rows(learner.id, memories)))


def _asked(place: int, questions: Sequence[AnyQuestion], at: datetime, rng: random.Random) -> Asked:
    question = questions[place]
    is_right = rng.random() < 0.7
    answer = right_answer(question) if is_right else _WRONG[type_name(question)]
    return Asked(
        question=place + 1,
        revision=place + 1,
        seed=rng.getrandbits(32),
        points=question.points,
        answer=answer,
        grade=grade(question, answer),
        answered_at=at,
        seconds=5 + 10 * rng.random(),
    )


def _memory_rows(learner: int, memories: dict[int, Memory]) -> Iterator[dict[str, Any]]:
    for question, value in sorted(memories.items()):
        fields = msgspec.structs.asdict(value) | {"last_rating": int(value.last_rating)}
        yield {"learner_id": learner, "question_id": question, **fields}
