"""Counts of advice: each present revision is looked at once."""

from collections.abc import Iterator

import msgspec
import pytest
from sqlalchemy import Connection

from quizapp.catalogue import Find, Flag
from quizapp.store.advice_store import AdviceStore
from quizapp.store.database import Database
from quizapp.store.pack_store import PackStore
from quizapp.store.question_store import QuestionStore
from quizapp.store.search import QuestionSearch
from tests.samples import NOW, sample_pack, sample_questions

FLAGGED = Find(flags=(Flag.ADVICE,))
COUNT = len(sample_questions())


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "", NOW, lambda done, total: None)
        yield connection


def test_every_present_revision_waits_to_be_looked_at(connection: Connection) -> None:
    advice = AdviceStore(connection)
    QuestionStore(connection).set_retired([2], NOW)
    waiting = advice.missing(1)
    assert list(waiting.values()) == [sample_questions()[0], *sample_questions()[2:]]
    assert list(advice.missing(1, 3)) == list(waiting)[:3]
    advice.put(dict.fromkeys(waiting, 0))
    assert advice.missing(1) == {}
    assert advice.missing(2) == {}


def test_questions_with_advice_are_found(connection: Connection) -> None:
    advice = AdviceStore(connection)
    assert list(QuestionSearch(connection).numbers(FLAGGED)) == []
    advice.put({1: 0, 2: 3, 3: 1})
    advice.put({3: 0, 4: 2})
    assert list(QuestionSearch(connection).numbers(FLAGGED)) == [2, 4]


def test_a_changed_question_is_looked_at_again(connection: Connection) -> None:
    advice, questions = AdviceStore(connection), QuestionStore(connection)
    advice.put(dict.fromkeys(advice.missing(1), 1))
    changed = msgspec.structs.replace(sample_questions()[0], difficulty=5)
    revision = questions.revise(1, changed, NOW)
    assert advice.missing(1) == {revision: changed}
    assert 1 not in QuestionSearch(connection).numbers(FLAGGED)
    advice.forget(1)
    assert len(advice.missing(1)) == COUNT
