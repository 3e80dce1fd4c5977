"""From a learner's answer to the next question: checked, remembered, on the disk.

Beside each step one small commit of SQLite alone, on the same disk: nobody can be faster than that.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from tests.answers import right_answer
from tests.benchmarks.conftest import Figures, percentiles, repeat
from tests.benchmarks.generated import NOW

STEPS = 600
COUNT = 10


class Learner:
    """Takes one quiz after another and answers rightly."""

    def __init__(self, workspace: Workspace) -> None:
        self._study = workspace.study
        (self._learner,) = self._study.learners()
        self._now = NOW
        self._seed = 0
        self._sitting: Sitting | None = None

    def get_ready(self) -> Sitting:
        """The sitting at a question after which another comes."""
        sitting = self._sitting
        if sitting is None or sitting.attempt.position == COUNT - 1:
            self._seed += 1
            blueprint = Blueprint(seed=self._seed, count=COUNT)
            sitting = self._study.start(self._learner.id, blueprint, self._now)
        self._now += timedelta(seconds=9)
        return sitting

    def step(self, sitting: Sitting) -> None:
        """Answer the question on the screen and go on."""
        attempt = sitting.attempt
        answered, feedback = self._study.answer(
            attempt.id,
            attempt.position,
            right_answer(sitting.current.question),
            seconds=6,
            confidence=None,
            now=self._now,
        )
        assert feedback is not None
        assert feedback.grade.score == 1
        following = answered.attempt.next_open()
        assert following is not None
        self._sitting = self._study.go_to(attempt.id, following)


@pytest.fixture
def commit(tmp_path: Path) -> Iterator[Callable[[], float]]:
    """Does the least that can be on the disk; gives the seconds it took."""
    path = tmp_path / "floor.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, count INTEGER)")
        connection.execute("INSERT INTO answer VALUES (1, 0)")

        def write() -> float:
            began = perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE answer SET count = count + 1 WHERE id = 1")
            connection.execute("COMMIT")
            return perf_counter() - began

        yield write


@pytest.mark.parametrize("questions", [1_000, 10_000, 100_000])
def test_answer_and_next_question(
    questions: int,
    opened: Callable[[int, int], Workspace],
    commit: Callable[[], float],
    benchmark: BenchmarkFixture,
    figures: Figures,
) -> None:
    learner = Learner(opened(questions, 0))
    floor: list[float] = []

    def get_ready() -> tuple[tuple[Sitting], dict[str, object]]:
        floor.append(commit())
        return (learner.get_ready(),), {}

    benchmark.group = "answer, commit, next question"
    _, steps = repeat(benchmark, learner.step, STEPS, setup=get_ready)
    figures(f"answer to next question, {questions:,} questions: {percentiles(steps)}")
    figures(f"    one commit of bare SQLite meanwhile: {percentiles(floor)}")
