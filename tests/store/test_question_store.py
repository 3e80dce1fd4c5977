"""Questions one by one: what changes with one of them, and what never does."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import Connection

from quizapp.catalogue import Find
from quizapp.packs import Pack
from quizapp.questions import AnyQuestion, TrueFalse, grade
from quizapp.quizzes.attempt import Asked
from quizapp.quizzes.blueprint import Blueprint
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.pack_store import PackStore
from quizapp.store.question_store import QuestionStore, RevisionEntry, StoredQuestion
from quizapp.store.search import QuestionSearch
from tests.answers import right_answer
from tests.samples import IMAGE, NOW, sample_pack, sample_questions

LATER = NOW + timedelta(days=1)
NEW = TrueFalse(
    id="new",
    stem="The lamp of Aldsand is electric.",
    topic="institution",
    facts=("keeper", "height", "keeper"),
    tags=("Lamp", "lamp", "night"),
    answer=True,
)


class Bank:
    """A library with the sample pack, and the stores over one transaction of it."""

    def __init__(self, connection: Connection) -> None:
        self.packs = PackStore(connection)
        self.packs.install(sample_pack(), "first", NOW, lambda done, total: None)
        self.questions = QuestionStore(connection)
        self.search = QuestionSearch(connection)
        self._attempts = AttemptStore(connection)
        self._learner = LearnerStore(connection).add("Aigul", NOW).id
        (pack,) = self.packs.all()
        self.pack = pack.id

    def number(self, key: str) -> int:
        number = self.questions.number_of(self.pack, key)
        assert number is not None
        return number

    def question(self, key: str) -> AnyQuestion:
        return self.questions.get([self.number(key)])[self.number(key)].question

    def found(self, text: str) -> list[int]:
        return list(self.search.numbers(Find(text=text)))

    def add_pack(self, key: str) -> int:
        source = sample_pack(())
        manifest = msgspec.structs.replace(source.manifest, id=key)
        pack = Pack(manifest=manifest, facts=source.facts[:1], questions=())
        self.packs.install(pack, "", NOW, lambda done, total: None)
        number = self.packs.number_of(key)
        assert number is not None
        return number

    def answer(self, stored: StoredQuestion, times: int) -> None:
        """Let the learner answer a question as it is now."""
        answer = right_answer(stored.question)
        asked = Asked(
            question=stored.number,
            revision=stored.revision,
            seed=1,
            points=1,
            answer=answer,
            grade=grade(stored.question, answer),
            answered_at=NOW,
        )
        for _ in range(times):
            self._attempts.add(self._learner, Blueprint(seed=1), [asked], NOW)


@pytest.fixture
def bank(database: Database) -> Iterator[Bank]:
    with database.writing() as connection:
        yield Bank(connection)


def test_a_question_is_got_as_it_was_put(bank: Bank) -> None:
    numbers = [bank.number(each.id) for each in sample_questions()]
    found = bank.questions.get([*numbers, 999])
    assert [found[number].question for number in numbers] == list(sample_questions())
    assert [found[number].key for number in numbers] == [each.id for each in sample_questions()]
    assert {each.pack for each in found.values()} == {bank.pack}
    assert {each.retired_at for each in found.values()} == {None}
    assert bank.questions.keys(bank.pack) == {each.id for each in sample_questions()}
    assert bank.questions.number_of(bank.pack, "unknown") is None


def test_a_new_question_is_found_and_asks_for_its_facts(bank: Bank) -> None:
    number = bank.questions.add(bank.pack, NEW, LATER)
    assert bank.questions.get([number])[number].question == NEW
    assert bank.found("lamp electric") == [number]
    assert number in bank.questions.with_facts(bank.pack, ["keeper"])["keeper"]
    assert bank.search.tags([bank.pack]) == (("Lamp", 1), ("night", 1))
    (row,) = bank.search.rows([number], Find())
    assert row.changed_at == LATER


def test_the_same_again_makes_no_revision(bank: Bank) -> None:
    number = bank.number("tallest")
    before = bank.questions.get([number])
    revision = bank.questions.revise(number, bank.question("tallest"), LATER)
    assert bank.questions.get([number]) == before
    assert revision == before[number].revision
    assert len(bank.questions.history(number)) == 1
    (row,) = bank.search.rows([number], Find())
    assert row.changed_at == NOW


def test_a_changed_question_is_known_by_what_it_is_now(bank: Bank) -> None:
    number = bank.number("tallest")
    first = bank.questions.get([number])[number]
    changed = msgspec.structs.replace(
        bank.question("tallest"),
        stem="Its spire is made of copper.",
        topic="place",
        difficulty=5,
        facts=("keeper",),
        tags=("metal",),
    )
    revision = bank.questions.revise(number, changed, LATER)
    assert bank.questions.history(number) == (
        RevisionEntry(number=revision, made_at=LATER, question=changed),
        RevisionEntry(number=first.revision, made_at=NOW, question=first.question),
    )
    assert bank.found("copper") == [number]
    assert bank.found('"31 metres high"') == []
    assert bank.found("tag:metal topic:place") == [number]
    assert number not in bank.questions.with_facts(bank.pack, ["height"])["height"]
    assert number in bank.questions.with_facts(bank.pack, ["keeper"])["keeper"]


def test_a_question_may_get_another_id(bank: Bank) -> None:
    number = bank.number("tallest")
    bank.questions.revise(
        number, msgspec.structs.replace(bank.question("tallest"), id="height"), LATER
    )
    assert bank.number("height") == number
    assert "tallest" not in bank.questions.keys(bank.pack)


def test_another_image_of_the_same_name_is_a_change(bank: Bank) -> None:
    (number,) = bank.questions.with_media(bank.pack, IMAGE)
    (entry,) = bank.questions.history(number)
    bank.packs.put_media(bank.pack, IMAGE, b"another one")
    revision = bank.questions.revise(number, entry.question, LATER)
    assert revision != entry.number
    assert bank.packs.media_of_revisions([entry.number, revision]) == {
        entry.number: {IMAGE: sample_pack().media[IMAGE]},
        revision: {IMAGE: b"another one"},
    }
    assert bank.questions.revise(number, entry.question, LATER) == revision


def test_a_moved_question_keeps_its_number_and_revision(bank: Bank) -> None:
    other = bank.add_pack("harbour")
    number = bank.number("built-choice")
    before = bank.questions.get([number])[number]
    revision = bank.questions.move(number, other, before.question, LATER)
    after = bank.questions.get([number])[number]
    assert revision == before.revision
    assert after == msgspec.structs.replace(before, pack=other)
    assert bank.questions.number_of(bank.pack, "built-choice") is None
    assert number not in bank.questions.with_facts(bank.pack, ["built"])["built"]
    assert bank.questions.with_facts(other, ["built"]) == {"built": (number,)}
    assert bank.found("pack:harbour built") == [number]


def test_a_question_that_changes_as_it_moves_gets_a_revision(bank: Bank) -> None:
    other = bank.add_pack("harbour")
    number = bank.number("built-choice")
    changed = msgspec.structs.replace(bank.question("built-choice"), id="built-choice-2")
    revision = bank.questions.move(number, other, changed, LATER)
    assert bank.questions.number_of(other, "built-choice-2") == number
    newest, _ = bank.questions.history(number)
    assert newest == RevisionEntry(number=revision, made_at=LATER, question=changed)


def test_retired_questions_come_back(bank: Bank) -> None:
    numbers = [bank.number("tallest"), bank.number("rooms")]
    bank.questions.set_retired(numbers[:1], NOW)
    bank.questions.set_retired(numbers, LATER)
    found = bank.questions.get(numbers)
    assert [found[number].retired_at for number in numbers] == [NOW, LATER]
    assert set(numbers).isdisjoint(bank.found(""))
    assert bank.questions.keys(bank.pack) == {each.id for each in sample_questions()}
    assert numbers[0] not in bank.questions.with_facts(bank.pack, ["height"])["height"]
    bank.questions.set_retired(numbers, None)
    assert {each.retired_at for each in bank.questions.get(numbers).values()} == {None}


def test_answers_count_for_the_revision_that_was_asked(bank: Bank) -> None:
    number = bank.number("tallest")
    first = bank.questions.get([number])[number]
    bank.answer(first, times=2)
    changed = msgspec.structs.replace(first.question, difficulty=5)
    bank.questions.revise(number, changed, LATER)
    second = bank.questions.get([number])[number]
    bank.answer(second, times=1)
    assert bank.questions.answers_by_revision(number) == {first.revision: 2, second.revision: 1}
    assert bank.packs.revisions([first.revision])[first.revision].question == first.question
