"""Packs that are given before anybody is learning, and after."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.people import Learner
from quizapp.ui.incoming_packs import IncomingPacks
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.library_session import LibrarySession
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.tasks import TaskRunner

AIGUL = Learner(id=1, name="Aigul", joined_at=datetime(2026, 1, 1, tzinfo=UTC))
ONE, TWO = Path("/packs/one.quizpack"), Path("/packs/two")


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    made.add_pages({name: PagePlan(name, "house", Page) for name in ("learner", "home")})
    qtbot.addWidget(made)
    return made


@pytest.fixture
def seat(window: MainWindow) -> LearnerSeat:
    """Nobody's."""
    runner = TaskRunner(window)
    return LearnerSeat(LibraryWork(LibrarySession("", runner), runner, print))


def test_what_the_program_was_started_with_waits_for_a_name(
    qtbot: QtBot, window: MainWindow, seat: LearnerSeat
) -> None:
    incoming = IncomingPacks(window, seat, [ONE, TWO])
    with qtbot.assertNotEmitted(incoming.arrived, wait=20):
        window.show_page("learner")
    assert "one.quizpack and 1 more pack" in window.banner.words
    with qtbot.waitSignal(incoming.arrived) as told:
        seat.take(AIGUL)
        window.show_page("home")
    assert told.args == [(ONE, TWO)]
    with qtbot.assertNotEmitted(incoming.arrived, wait=20):
        window.show_page("learner")
        window.show_page("home")


def test_what_is_dropped_comes_at_once(qtbot: QtBot, window: MainWindow, seat: LearnerSeat) -> None:
    incoming = IncomingPacks(window, seat)
    seat.take(AIGUL)
    window.show_page("home")
    with qtbot.waitSignal(incoming.arrived) as told:
        window.files_dropped.emit((TWO,))
    assert told.args == [(TWO,)]


def test_what_is_dropped_before_a_name_is_chosen_waits(
    qtbot: QtBot, window: MainWindow, seat: LearnerSeat
) -> None:
    incoming = IncomingPacks(window, seat, [ONE])
    window.show_page("learner")
    window.files_dropped.emit((ONE, TWO))
    assert "First, who are you?" in window.banner.words
    with qtbot.waitSignal(incoming.arrived) as told:
        seat.take(AIGUL)
        window.show_page("home")
    assert told.args == [(ONE, TWO)]
