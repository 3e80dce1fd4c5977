"""Work for whoever is learning, and what comes of it once somebody else is."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.services.workspace import Workspace
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.tasks import Task, TaskRunner


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def session(tmp_path: Path, runner: TaskRunner) -> Iterator[LibrarySession]:
    """A session that is not open yet."""
    made = LibrarySession(str(tmp_path / "library.quizdb"), runner)
    yield made
    made.close()


@pytest.fixture
def told() -> list[Exception]:
    """The failures that nobody has dealt with."""
    return []


@pytest.fixture
def work(session: LibrarySession, runner: TaskRunner, told: list[Exception]) -> LibraryWork:
    return LibraryWork(session, runner, told.append)


@pytest.fixture
def two(qtbot: QtBot, session: LibrarySession) -> tuple[Learner, Learner]:
    """Aigul and Botagoz of the open library."""
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.open()
    add = session.workspace.study.add_learner
    return add("Aigul", now()), add("Botagoz", now())


def test_without_a_library_the_failure_is_told(work: LibraryWork, told: list[Exception]) -> None:
    done: list[object] = []
    work.call(lambda workspace: workspace.study.learners(), done.append)
    assert work.run(lambda workspace, task: None, done.append) is None
    assert [type(each) for each in told] == [QuizError, QuizError]
    assert done == []


def test_long_work_tells_how_far_it_is(
    qtbot: QtBot, work: LibraryWork, two: tuple[Learner, Learner]
) -> None:
    told: list[tuple[int, int, str]] = []
    done: list[int] = []

    def count(workspace: Workspace, task: Task) -> int:
        task.report(2, 2, "Counting")
        return len(workspace.study.learners())

    work.run(count, done.append, progress=lambda *report: told.append(report))
    qtbot.waitUntil(lambda: done == [2])
    assert told == [(2, 2, "Counting")]


def test_nothing_is_done_for_nobody(qtbot: QtBot, work: LibraryWork) -> None:
    seat = LearnerSeat(work)
    seat.call(lambda workspace, who: pytest.fail("for whom?"), lambda outcome: None)
    assert (seat.learner, seat.name) == (None, "")


def test_what_comes_late_for_somebody_else_is_dropped(
    qtbot: QtBot, work: LibraryWork, runner: TaskRunner, two: tuple[Learner, Learner]
) -> None:
    gate = threading.Event()
    done: list[str] = []

    def name_of(workspace: Workspace, who: int) -> str:
        gate.wait(20)
        return next(each.name for each in workspace.study.learners() if each.id == who)

    seat = LearnerSeat(work)
    seat.take(two[0])
    seat.call(name_of, done.append)
    seat.take(two[1])
    seat.call(name_of, done.append)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert done == ["Botagoz"]


def test_a_new_name_is_no_new_learner(
    qtbot: QtBot, work: LibraryWork, two: tuple[Learner, Learner]
) -> None:
    seat = LearnerSeat(work)
    with qtbot.waitSignal(seat.changed):
        seat.take(two[0])
    with qtbot.waitSignal(seat.renamed), qtbot.assertNotEmitted(seat.changed):
        seat.rename(Learner(id=two[0].id, name="Aigerim", joined_at=now()))
    assert seat.name == "Aigerim"
