"""Learners on the disk."""

from datetime import timedelta

import pytest

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.store.database import Database
from quizapp.store.learner_store import LearnerStore
from tests.samples import NOW


def test_who_is_added_comes_back(database: Database) -> None:
    with database.writing() as connection:
        added = LearnerStore(connection).add("Aigul", NOW)
    assert added == Learner(id=added.id, name="Aigul", joined_at=NOW)
    with database.reading() as connection:
        assert LearnerStore(connection).get(added.id) == added


def test_nobody_else_is_there(database: Database) -> None:
    with database.reading() as connection, pytest.raises(QuizError, match="not in the library"):
        LearnerStore(connection).get(1)


def test_they_stand_by_name_whatever_its_case(database: Database) -> None:
    with database.writing() as connection:
        store = LearnerStore(connection)
        for name in ("noam", "Aigul", "Yael"):
            store.add(name, NOW)
        assert [learner.name for learner in store.all()] == ["Aigul", "noam", "Yael"]


def test_a_name_is_found_as_people_write_it(database: Database) -> None:
    with database.writing() as connection:
        store = LearnerStore(connection)
        aigul = store.add("Aigul  S.", NOW)
        assert store.named(" aigul s. ") == aigul
        assert store.named("Aigul") is None
        store.rename(aigul.id, "Dana")
        assert store.named("AIGUL S.") is None
        assert store.named("dana") == Learner(id=aigul.id, name="Dana", joined_at=NOW)


def test_an_archived_one_is_listed_when_asked_for_and_can_come_back(database: Database) -> None:
    with database.writing() as connection:
        store = LearnerStore(connection)
        aigul = store.add("Aigul", NOW)
        store.add("Noam", NOW)
        store.set_archived(aigul.id, NOW + timedelta(days=1))
        assert [learner.name for learner in store.all()] == ["Noam"]
        assert [learner.archived for learner in store.all(archived=True)] == [True, False]
        assert store.get(aigul.id).archived
        named = store.named("aigul")
        assert named is not None
        assert named.archived
        store.set_archived(aigul.id, None)
        assert store.get(aigul.id) == aigul
