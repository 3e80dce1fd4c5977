"""Looking for questions: what is found, in which order, and how it is shown."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.catalogue import Find, Flag, Order
from quizapp.packs import Pack
from quizapp.questions import AnyQuestion, Essay, ShortText, SingleChoice, TrueFalse, grade
from quizapp.questions.essay import Criterion
from quizapp.quizzes.attempt import Asked
from quizapp.quizzes.blueprint import Blueprint
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.draft_store import DraftStore
from quizapp.store.learner_store import LearnerStore
from quizapp.store.pack_store import PackStore
from quizapp.store.question_store import QuestionStore
from quizapp.store.search import SHOWN_STEM, FoundQuestion, QuestionSearch
from tests.answers import right_answer, wrong_answer
from tests.samples import NOW, options, sample_pack

COMMON: dict[str, Any] = {"facts": ("built",), "topic": "date"}
TOWER = SingleChoice(
    id="tower",
    stem="When was the **tower**\n\nof Größe built?",
    options=options("In 1811", "In 1842", right=(1,)),
    explanation="The keeper wrote so.",
    tags=("Tower", "19th century"),
    difficulty=3,
    **COMMON,
)
KEEPER = ShortText(
    id="keeper",
    stem="Who keeps the light?",
    accept=("The harbour office of Алматы",),
    tags=("people",),
    **COMMON | {"topic": "institution"},
)
LAMP = TrueFalse(
    id="lamp",
    stem='Towering over the sea, the lamp is lit by the keeper\'s "boy".',
    answer=True,
    difficulty=5,
    **COMMON,
)
ESSAY = Essay(
    id="essay",
    stem="Tell of the tower." + " More words." * 60 + " Buoy.",
    rubric=(Criterion(text="Names the year"),),
    **COMMON,
)
LIGHTS = (TOWER, KEEPER, LAMP)


class Bank:
    """A library with two packs, “Lights of the coast” and “Deep water”; everything is findable."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.install("lights", "Lights of the coast", LIGHTS)
        self.install("deep", "Deep water", (ESSAY,))

    def install(self, key: str, title: str, questions: tuple[AnyQuestion, ...]) -> None:
        source = sample_pack(questions)
        manifest = msgspec.structs.replace(source.manifest, id=key, title=title)
        pack = Pack(manifest=manifest, facts=source.facts, questions=questions)
        with self._database.writing() as connection:
            PackStore(connection).install(pack, "", NOW, lambda done, total: None)

    def rows(self, text: str = "", **find: Any) -> tuple[FoundQuestion, ...]:
        """What is found, after a look at whether all ways to find it agree."""
        wanted = Find(text=text, **find)
        with self._database.reading() as connection:
            search = QuestionSearch(connection)
            rows = search.first(wanted, 100)
            numbers = search.numbers(wanted)
            assert [row.number for row in rows] == list(numbers)
            assert search.count(wanted) == len(numbers)
            assert search.first(wanted, 2) == rows[:2]
            assert search.rows(numbers[::-1], wanted) == rows[::-1]
        return rows

    def keys(self, text: str = "", **find: Any) -> list[str]:
        return [row.key for row in self.rows(text, **find)]

    def answer(self, number: int, *, right: int = 0, wrong: int = 0) -> None:
        with self._database.writing() as connection:
            (stored,) = QuestionStore(connection).get([number]).values()
            learners = LearnerStore(connection)
            learner = learners.named("Aigul") or learners.add("Aigul", NOW)
            for is_right in [True] * right + [False] * wrong:
                give = right_answer if is_right else wrong_answer
                answer = give(stored.question)
                asked = Asked(
                    question=number,
                    revision=stored.revision,
                    seed=1,
                    points=1,
                    answer=answer,
                    grade=grade(stored.question, answer),
                    answered_at=NOW,
                )
                AttemptStore(connection).add(learner.id, Blueprint(seed=1), [asked], NOW)


@pytest.fixture
def bank(database: Database) -> Bank:
    return Bank(database)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["tower", "keeper", "lamp", "essay"]),
        ("tower", ["tower", "lamp", "essay"]),
        ("TOWER grosse", []),
        ("TOWER größe", ["tower"]),
        ("Große", ["tower"]),
        ("тоwer алм", []),
        ("алм", ["keeper"]),
        ("1842", ["tower"]),
        ("keep", ["tower", "keeper", "lamp"]),
        ("keep harb", ["keeper"]),
        ('"the keeper"', ["tower", "lamp"]),
        ('"the keep"', []),
        ('"the keeper" sea', ["lamp"]),
        ("tower -built", ["lamp", "essay"]),
        ("-tower", ["keeper", "lamp"]),
        ('-"the keeper" -more', ["keeper"]),
        ("-tow", ["tower", "keeper", "lamp", "essay"]),
        ("people", ["keeper"]),
        ("tag:tower", ["tower"]),
        ('tag:"19TH century"', ["tower"]),
        ("tag:tow", []),
        ("tag:tower tag:people", ["tower", "keeper"]),
        ("-tag:tower -tag:people", ["lamp", "essay"]),
        ("type:single", ["tower"]),
        ("type:Short-Text type:essay", ["keeper", "essay"]),
        ("-type:s", ["lamp", "essay"]),
        ("type:nonsense", []),
        ("topic:institution", ["keeper"]),
        ("topic:Inst tag:people", ["keeper"]),
        ("topic:inst tag:tower", []),
        ("pack:lights", ["tower", "keeper", "lamp"]),
        ("pack:DEEP", ["essay"]),
        ('pack:"coast lig" keep sea', ["lamp"]),
        ("pack:oast", []),
        ("-pack:water tower", ["tower", "lamp"]),
        ("the pack:", ["tower", "keeper", "lamp", "essay"]),
    ],
)
def test_what_is_typed_finds(bank: Bank, text: str, keys: list[str]) -> None:
    assert bank.keys(text) == keys


@pytest.mark.parametrize(
    "text", ["???", "--", "tower …", '"" tower', "tower -!", "tower \0", "tower *"]
)
def test_marks_alone_narrow_nothing(bank: Bank, text: str) -> None:
    assert bank.keys(text) == bank.keys("tower" if "tower" in text else "")


@pytest.mark.parametrize(
    "text",
    [
        '"', '"tower', "tower OR lamp", "NEAR(tower lamp)", "stem:tower", "tower AND", "(tower",
        "^tower", "{stem words}: tower", "rank:1", "tower' --", "\ud800 tower", "a " * 250,
        "-a " * 160, "%_", "\x02\x03",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_error(bank: Bank, text: str) -> None:
    bank.keys(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from('ta1é"-:*()^{}+ \0\ud800\u0301٣字') | st.characters(), max_size=30))
def test_whatever_is_typed_is_a_search(bank: Bank, text: str) -> None:
    for row in bank.rows(text):
        assert_marks_fit(row)


def assert_marks_fit(row: FoundQuestion) -> None:
    for shown, marks in ((row.stem, row.marked), (row.snippet, row.snippet_marked)):
        places = [0, *(place for start, size in marks for place in (start, start + size))]
        assert all(before <= after for before, after in pairwise(places))
        assert places[-1] <= len(shown)


def hits(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start : start + size] for start, size in marks]


def test_hits_are_marked_in_the_stem(bank: Bank) -> None:
    tower, lamp, _ = bank.rows("TOWER")
    assert tower.stem == "When was the **tower** of Größe built?"
    assert hits(tower.stem, tower.marked) == ["tower"]
    assert (tower.snippet, tower.snippet_marked) == ("", ())
    assert hits(lamp.stem, lamp.marked) == ["Towering"]
    (both,) = bank.rows('built "of große"')
    assert hits(both.stem, both.marked) == ["of Größe", "built"]


def test_hits_elsewhere_are_shown_with_the_words_around_them(bank: Bank) -> None:
    (row,) = bank.rows("wrote")
    assert row.marked == ()
    assert row.snippet == "In 1811 · In 1842 · The keeper wrote so. · Tower · 19th century"
    assert hits(row.snippet, row.snippet_marked) == ["wrote"]


def test_a_long_stem_is_cut(bank: Bank) -> None:
    (row,) = bank.rows("tell buoy")
    assert row.stem == ESSAY.stem[:SHOWN_STEM]
    assert hits(row.stem, row.marked) == ["Tell"]
    (row,) = bank.rows("buoy")
    assert row.marked == ()
    assert row.snippet.endswith("Buoy.")
    assert hits(row.snippet, row.snippet_marked) == ["Buoy"]


def test_without_words_nothing_is_marked(bank: Bank) -> None:
    for row in bank.rows("type:single -light"):
        assert (row.marked, row.snippet, row.snippet_marked) == ((), "", ())


def test_a_row_tells_what_the_table_shows(bank: Bank, database: Database) -> None:
    bank.answer(1, right=1, wrong=3)
    with database.writing() as connection:
        DraftStore(connection).put(1, 1, b"{}", NOW)
        QuestionStore(connection).set_retired([3], NOW)
    tower, keeper, _ = bank.rows()
    assert tower == FoundQuestion(
        number=1,
        pack=1,
        key="tower",
        stem="When was the **tower** of Größe built?",
        type="single_choice",
        topic="date",
        difficulty=3,
        tags=("19th century", "Tower"),
        asked=4,
        facility=0.25,
        changed_at=NOW,
        retired=False,
        has_draft=True,
    )
    assert (keeper.asked, keeper.facility, keeper.has_draft) == (0, None, False)
    (lamp,) = bank.rows(flags=(Flag.RETIRED,))
    assert (lamp.key, lamp.tags, lamp.retired) == ("lamp", (), True)


@pytest.mark.parametrize(
    ("find", "keys"),
    [
        ({"packs": (1,)}, ["tower", "keeper", "lamp"]),
        ({"packs": (1, 2), "text": "tower"}, ["tower", "lamp", "essay"]),
        ({"packs": (9,)}, []),
        ({"topics": ("institution", "place")}, ["keeper"]),
        ({"types": ("essay", "true_false")}, ["lamp", "essay"]),
        ({"difficulties": (3, 5)}, ["tower", "lamp"]),
        ({"difficulties": (3, 5), "packs": (1,), "text": "sea"}, ["lamp"]),
        ({"tags": ("TOWER", "people")}, ["tower", "keeper"]),
        ({"tags": ("people",), "text": "tag:tower"}, []),
        ({"flags": (Flag.RETIRED,)}, []),
    ],
)
def test_filters_narrow_what_is_found(bank: Bank, find: dict[str, Any], keys: list[str]) -> None:
    assert bank.keys(**find) == keys


def test_flags_narrow_to_what_learners_and_authors_did(bank: Bank, database: Database) -> None:
    bank.answer(1, right=1, wrong=2)
    bank.answer(2, right=2, wrong=2)
    bank.answer(3, wrong=2)
    with database.writing() as connection:
        drafts = DraftStore(connection)
        drafts.put(1, None, b"{}", NOW)
        drafts.put(1, 2, b"{}", NOW)
    assert bank.keys(flags=(Flag.NEVER_ASKED,)) == ["essay"]
    assert bank.keys(flags=(Flag.LOW_FACILITY,)) == ["tower"]
    assert bank.keys(flags=(Flag.DRAFT,)) == ["keeper"]
    assert bank.keys("light", flags=(Flag.DRAFT,)) == ["keeper"]
    assert bank.keys(flags=(Flag.DRAFT, Flag.LOW_FACILITY)) == []


def test_a_question_that_was_only_seen_counts_as_never_asked(
    bank: Bank, database: Database
) -> None:
    with database.writing() as connection:
        learner = LearnerStore(connection).add("Dana", NOW)
        asked = Asked(question=1, revision=1, seed=1, points=1)
        AttemptStore(connection).add(learner.id, Blueprint(seed=1), [asked], NOW)
    assert "tower" in bank.keys(flags=(Flag.NEVER_ASKED,))
    assert bank.rows()[0].asked == 0


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        (Order.ADDED, [1, 2, 3, 4], [4, 3, 2, 1]),
        (Order.STEM, [4, 3, 1, 2], [2, 1, 3, 4]),
        (Order.PACK, [4, 1, 2, 3], [1, 2, 3, 4]),
        (Order.TOPIC, [1, 3, 4, 2], [2, 1, 3, 4]),
        (Order.TYPE, [4, 2, 1, 3], [3, 1, 2, 4]),
        (Order.DIFFICULTY, [2, 4, 1, 3], [3, 1, 2, 4]),
        (Order.ASKED, [1, 4, 3, 2], [2, 3, 1, 4]),
        (Order.FACILITY, [2, 3, 1, 4], [3, 2, 1, 4]),
        (Order.CHANGED, [2, 3, 4, 1], [1, 4, 3, 2]),
    ],
)
def test_orders(
    bank: Bank, database: Database, order: Order, up: list[int], down: list[int]
) -> None:
    """Equals stand as they came in, either way."""
    bank.answer(2, right=1, wrong=2)
    bank.answer(3, right=2)
    with database.writing() as connection:
        changed = msgspec.structs.replace(TOWER, points=2)
        QuestionStore(connection).revise(1, changed, NOW + timedelta(days=1))
    for text in ("", "t"):  # all four have a word that begins so
        found = [row.number for row in bank.rows(text, order=order)]
        assert found == up
        found = [row.number for row in bank.rows(text, order=order, descending=True)]
        assert found == down


def test_rows_come_in_the_order_asked_for(bank: Bank, database: Database) -> None:
    with database.reading() as connection:
        rows = QuestionSearch(connection).rows([3, 99, 1], Find(text="tower"))
        assert QuestionSearch(connection).rows([], Find()) == ()
    assert [row.number for row in rows] == [3, 1]
    assert all(row.marked for row in rows)


def test_tags_are_counted_whatever_their_case(bank: Bank, database: Database) -> None:
    more = msgspec.structs.replace(LAMP, tags=("TOWER", "lit"))
    with database.writing() as connection:
        QuestionStore(connection).revise(3, more, NOW)
        QuestionStore(connection).set_retired([2], NOW)
        search = QuestionSearch(connection)
        assert search.tags() == (("19th century", 1), ("lit", 1), ("TOWER", 2))
        assert search.tags([1]) == search.tags()
        assert search.tags([2]) == ()


def test_an_empty_library_has_nothing_to_find(database: Database) -> None:
    with database.reading() as connection:
        search = QuestionSearch(connection)
        assert search.first(Find(), 100) == ()
        assert list(search.numbers(Find(text="tower"))) == []
        assert search.count(Find(text="pack:x")) == 0
        assert search.tags() == ()
