"""Late outcomes, double clicks and unexpected errors in the window."""

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import open_workspace
from quizapp.ui import application as module
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from quizapp.ui.widgets.sheet import Sheet
from tests.answers import right_answer

LONG = 20_000


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that knows Aigul and Botagoz."""
    path = tmp_path / "library.quizdb"
    workspace = open_workspace(str(path), now())
    for name in ("Aigul", "Botagoz"):
        workspace.study.add_learner(name, now())
    workspace.close()
    return path


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, library: Path, tmp_path: Path
) -> Iterator[Application]:
    """The program at the choice of a name."""
    made = Application(qapp, str(library), tmp_path / "preferences.json")
    qtbot.waitUntil(lambda: made.window.current_page == "learner", timeout=LONG)
    yield made
    made.close()
    made.window.deleteLater()


@pytest.fixture
def hold(program: Application) -> Iterator[Callable[[], Callable[[], None]]]:
    """Holds the worker up, as a backup does; what it gives lets it go on."""
    gates: list[threading.Event] = []

    def hold_up() -> Callable[[], None]:
        gate = threading.Event()
        gates.append(gate)
        program.runner.call(lambda: gate.wait(20), lambda done: None, lambda error: None)
        return gate.set

    yield hold_up
    for gate in gates:
        gate.set()


def learners(program: Application) -> tuple[Learner, ...]:
    """Aigul and Botagoz."""
    return program.session.workspace.study.learners()


def settle(qtbot: QtBot, program: Application) -> None:
    """Until nothing is under way."""
    qtbot.waitUntil(lambda: not program.runner.is_busy, timeout=LONG)


def choose(qtbot: QtBot, program: Application, learner: Learner) -> None:
    """As when a name is clicked."""
    page: Any = program.window.page("learner")
    page.chosen.emit(learner)
    settle(qtbot, program)


def open_sittings(program: Application, learner: Learner) -> int:
    """How many quizzes a learner has to go on with."""
    return len(program.session.workspace.study.home(learner.id, now()).open_sittings)


def test_a_second_click_starts_no_second_quiz(qtbot: QtBot, program: Application) -> None:
    aigul, _ = learners(program)
    choose(qtbot, program, aigul)
    home: Any = program.window.page("home")
    home.quiz_requested.emit(Blueprint(seed=1))
    home.quiz_requested.emit(Blueprint(seed=2))
    settle(qtbot, program)
    assert program.window.current_page == "quiz"
    assert open_sittings(program, aigul) == 1


def test_a_quiz_can_be_started_after_one_that_could_not(
    qtbot: QtBot, program: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[QuizError] = []
    monkeypatch.setattr(messages, "show_error", lambda parent, error: said.append(error))
    aigul, _ = learners(program)
    choose(qtbot, program, aigul)
    home: Any = program.window.page("home")
    home.quiz_requested.emit(Blueprint(seed=1, packs=("no such pack",)))
    settle(qtbot, program)
    assert len(said) == 1
    home.quiz_requested.emit(Blueprint(seed=2))
    settle(qtbot, program)
    assert program.window.current_page == "quiz"


def test_a_quiz_that_somebody_else_asked_for_is_not_shown(
    qtbot: QtBot, program: Application, hold: Callable[[], Callable[[], None]]
) -> None:
    aigul, botagoz = learners(program)
    choose(qtbot, program, aigul)
    let_go = hold()
    home: Any = program.window.page("home")
    home.quiz_requested.emit(Blueprint(seed=1))
    page: Any = program.window.page("learner")
    page.chosen.emit(botagoz)
    let_go()
    settle(qtbot, program)
    assert program.window.current_page == "home"
    assert open_sittings(program, botagoz) == 0


def test_a_late_new_name_does_not_bring_its_learner_back(
    qtbot: QtBot, program: Application, hold: Callable[[], Callable[[], None]]
) -> None:
    aigul, botagoz = learners(program)
    choose(qtbot, program, aigul)
    program.window.show_page("settings")
    let_go = hold()
    settings: Any = program.window.page("settings")
    settings.name_given.emit("Aigerim")
    page: Any = program.window.page("learner")
    page.chosen.emit(botagoz)
    let_go()
    settle(qtbot, program)
    assert program.seat.learner == botagoz
    assert [each.name for each in learners(program)] == ["Aigerim", "Botagoz"]


def test_what_comes_late_for_a_forgotten_page_is_dropped(
    qtbot: QtBot, program: Application, hold: Callable[[], Callable[[], None]]
) -> None:
    aigul, _ = learners(program)
    choose(qtbot, program, aigul)
    for name in ("new", "progress", "settings", "home"):
        program.window.show_page(name)
    let_go = hold()
    for name in ("new", "progress", "home"):
        program.window.show_page(name)
        program.window.forget_page(name)
    program.window.show_page("about")
    let_go()
    settle(qtbot, program)
    assert program.window.current_page == "about"


def test_time_that_runs_out_while_something_is_asked_leads_to_the_result(
    qtbot: QtBot, program: Application
) -> None:
    aigul, _ = learners(program)
    choose(qtbot, program, aigul)
    home: Any = program.window.page("home")
    home.quiz_requested.emit(Blueprint(seed=1, mode="exam", count=1, time_limit=2))
    settle(qtbot, program)
    page: Any = program.window.page("quiz")
    page._widget.set_answer(right_answer(page._widget.question))
    page._on_go()  # the last question: asks whether to hand in, and waits
    qtbot.waitUntil(lambda: program.window.current_page == "result", timeout=LONG)
    assert QApplication.activeModalWidget() is None
    result: Any = program.window.page("result")
    assert result._missed == ()


def test_a_bug_is_told_once_and_can_be_copied(
    qtbot: QtBot, program: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []

    def show(parent: object, error: BaseException) -> None:
        told.append(error)
        program.failures.report(ValueError("another, while the first is shown"))

    monkeypatch.setattr(messages, "show_bug", show)
    error = ValueError("a sample of a bug")
    monkeypatch.setattr(sys, "__excepthook__", lambda *words: None)
    module._on_unexpected(program.failures.report, ValueError, error, None)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [error]


def test_a_backup_that_fails_by_itself_is_no_sheet(
    qtbot: QtBot, program: Application, library: Path
) -> None:
    aigul, _ = learners(program)
    choose(qtbot, program, aigul)
    (library.parent / "backups").write_text("in the way of the folder")
    program.session._timer.timeout.emit()
    settle(qtbot, program)
    assert program.window.banner.words
    assert QApplication.activeModalWidget() is None


def test_leaving_is_asked_by_a_sheet_that_esc_refuses(qtbot: QtBot, program: Application) -> None:
    aigul, _ = learners(program)
    choose(qtbot, program, aigul)
    home: Any = program.window.page("home")
    home.quiz_requested.emit(Blueprint(seed=1))
    settle(qtbot, program)
    seen: list[str] = []

    def refuse() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, Sheet)
        seen.append(sheet.windowTitle())
        sheet.reject()

    QTimer.singleShot(0, partial(refuse))
    assert not program.window.show_page("home")
    assert seen == ["Leave this quiz?"]
    assert program.window.current_page == "quiz"
