"""What learners remember, as SQL adds it up."""

from datetime import timedelta

import pytest

from quizapp.quizzes.review import Memory, Rating, recall, remembered
from quizapp.store.database import Database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.memory_store import MemoryStore
from quizapp.store.pack_store import PackStore
from tests.samples import NOW, sample_pack, sample_questions

RATINGS = (Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY)


def test_topics_add_up_to_what_the_curve_says_of_each_question(database: Database) -> None:
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "", NOW, lambda done, total: None)
        learner = LearnerStore(connection).add("Aigul", NOW).id
        store = MemoryStore(connection)
        memories: dict[str, list[Memory]] = {}
        for number, question in enumerate(sample_questions()[:-1], start=1):
            at = NOW - timedelta(days=number * 2, hours=7)
            memory = remembered(None, RATINGS[number % 4], at)
            store.put(learner, number, memory)
            memories.setdefault(question.topic, []).append(memory)
        by_topic = {each.topic: each for each in store.by_topic(learner, NOW)}
    assert by_topic.keys() == memories.keys()
    for topic, expected in memories.items():
        found = by_topic[topic]
        assert found.seen == len(expected)
        sums = [
            recall(each.stability, (NOW - each.last_review).days, each.last_rating)
            for each in expected
        ]
        assert found.recalled == pytest.approx(sum(sums))


def test_a_clock_set_back_makes_nothing_better_known_than_known(database: Database) -> None:
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "", NOW, lambda done, total: None)
        learner = LearnerStore(connection).add("Aigul", NOW).id
        store = MemoryStore(connection)
        store.put(learner, 1, remembered(None, Rating.GOOD, NOW))
        (found,) = store.by_topic(learner, NOW - timedelta(days=400))
    assert found.recalled == 1


def test_what_is_put_comes_back(database: Database) -> None:
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "", NOW, lambda done, total: None)
        learner = LearnerStore(connection).add("Aigul", NOW).id
        store = MemoryStore(connection)
        first = remembered(None, Rating.GOOD, NOW)
        second = remembered(first, Rating.HARD, NOW + timedelta(days=3, microseconds=7))
        for memory in (first, second):
            store.put(learner, 4, memory)
            assert store.get(learner, 4) == memory
        assert store.get(learner, 5) is None
