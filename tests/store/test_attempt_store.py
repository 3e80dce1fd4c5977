"""Sittings on the disk."""

from datetime import timedelta

import msgspec
import pytest

from quizapp.questions.base import Grade
from quizapp.questions.true_false import TrueFalseAnswer
from quizapp.quizzes.attempt import Asked, Attempt
from quizapp.quizzes.blueprint import Blueprint
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.pack_store import PackStore
from tests.samples import NOW, sample_pack

SCORES = (1.0, 0.5, 0.0)


@pytest.fixture
def attempt(database: Database) -> Attempt:
    """A sitting of four questions in the library."""
    questions = [
        Asked(question=number, revision=number, seed=number, points=number)
        for number in (1, 2, 3, 4)
    ]
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "", NOW, lambda done, total: None)
        learner = LearnerStore(connection).add("Aigul", NOW).id
        return AttemptStore(connection).add(learner, Blueprint(seed=1), questions, NOW)


def answered(attempt: Attempt) -> Attempt:
    for position, score in enumerate(SCORES):
        attempt = attempt.answer(
            position,
            TrueFalseAnswer(value=True),
            Grade(score=score),
            at=NOW + timedelta(minutes=position, microseconds=1),
            seconds=2.5,
        )
    return attempt


def test_what_is_saved_comes_back(database: Database, attempt: Attempt) -> None:
    after = answered(attempt)
    over = after.finish(NOW + timedelta(hours=1))
    for before, now in ((attempt, after), (after, over)):
        with database.writing() as connection:
            AttemptStore(connection).save(before, now)
        with database.reading() as connection:
            assert AttemptStore(connection).get(attempt.id) == now


def test_a_line_says_what_the_questions_come_to(database: Database, attempt: Attempt) -> None:
    after = answered(attempt)
    with database.writing() as connection:
        AttemptStore(connection).save(attempt, after)
    with database.reading() as connection:
        (line,) = AttemptStore(connection).lines(attempt.learner, finished=False)
        assert AttemptStore(connection).lines(attempt.learner, finished=True) == ()
    assert msgspec.structs.asdict(line) == {
        "id": attempt.id,
        "mode": "practice",
        "packs": ("aldsand",),
        "started_at": NOW,
        "finished_at": None,
        "position": 2,
        "questions": 4,
        "answered": 3,
        "right": 1,
        "points": 2.0,
        "possible": 10.0,
        "seconds": 7.5,
    }
