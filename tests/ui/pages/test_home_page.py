"""What to do next."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.people import Learner
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import Workspace
from quizapp.ui.pages.home_page import HomePage
from quizapp.ui.widgets.row_button import RowButton
from tests.answers import right_answer
from tests.samples import NOW
from tests.ui.conftest import Place


@pytest.fixture
def page(place: Place) -> HomePage:
    """The page in a window."""
    made = HomePage()
    place(made, width=900)
    return made


@pytest.fixture
def learner(workspace: Workspace) -> Learner:
    """Somebody new."""
    return workspace.study.add_learner("Aigul", NOW)


def words_of(page: HomePage) -> str:
    """All words on the page."""
    labels = [label.accessibleName() for label in page.findChildren(QLabel)]
    return "\n".join([*labels, *(row.accessibleName() for row in page.findChildren(RowButton))])


def button(page: HomePage, words: str) -> QPushButton:
    """The button that says `words`."""
    return next(each for each in page.findChildren(QPushButton) if words in each.text())


def asked_for(signal: Any) -> Any:
    """What a caught signal tells."""
    assert signal.args is not None
    return signal.args[0]


def test_somebody_new_can_start_at_once(
    qtbot: QtBot, page: HomePage, workspace: Workspace, learner: Learner
) -> None:
    page.show_home(workspace.study.home(learner.id, NOW))
    assert "Hello, Aigul" in words_of(page)
    assert "Your finished quizzes will be listed here." in words_of(page)
    with qtbot.waitSignal(page.quiz_requested) as signal:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert asked_for(signal).count == 10


def test_an_open_quiz_is_offered_first(
    qtbot: QtBot, page: HomePage, workspace: Workspace, learner: Learner
) -> None:
    older = workspace.study.start(learner.id, Blueprint(seed=1), NOW - timedelta(hours=1))
    newer = workspace.study.start(learner.id, Blueprint(seed=2), NOW)
    page.show_home(workspace.study.home(learner.id, NOW))
    with qtbot.waitSignal(page.resume_requested) as signal:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert asked_for(signal) == newer.attempt.id
    (row,) = page.findChildren(RowButton)
    with qtbot.waitSignal(page.resume_requested) as signal:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert asked_for(signal) == older.attempt.id
    with qtbot.waitSignal(page.end_requested) as signal:
        QTest.mouseClick(button(page, "End it here"), Qt.MouseButton.LeftButton)
    assert asked_for(signal) == newer.attempt.id
    with qtbot.waitSignal(page.quiz_requested):
        QTest.mouseClick(button(page, "Start another quiz"), Qt.MouseButton.LeftButton)


def test_finished_quizzes_can_be_looked_at_again(
    qtbot: QtBot, page: HomePage, workspace: Workspace, learner: Learner
) -> None:
    sitting = workspace.study.start(learner.id, Blueprint(seed=1, count=2), NOW)
    first = sitting.questions[0].question
    workspace.study.answer(
        sitting.attempt.id, 0, right_answer(first), seconds=3, confidence=None, now=NOW
    )
    workspace.study.finish(sitting.attempt.id, NOW)
    page.show_home(workspace.study.home(learner.id, NOW))
    (row,) = page.findChildren(RowButton)
    assert row.accessibleName().endswith("Practice · 1 of 2 right, 50%")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.result_requested) as signal:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert asked_for(signal) == sitting.attempt.id


def test_a_pack_can_be_practised_alone(
    qtbot: QtBot, page: HomePage, workspace: Workspace, learner: Learner
) -> None:
    page.show_home(workspace.study.home(learner.id, NOW))
    assert "0 of 11 questions seen" in words_of(page)
    with qtbot.waitSignal(page.quiz_requested) as signal:
        QTest.mouseClick(button(page, "Practise this pack"), Qt.MouseButton.LeftButton)
    (pack,) = workspace.library.packs()
    assert asked_for(signal).packs == (pack.id,)


def test_filled_anew_it_has_the_focus_on_what_to_do(
    qtbot: QtBot, place: Place, workspace: Workspace, learner: Learner
) -> None:
    page = HomePage()
    place(QPushButton("Something that could have the focus"), page, width=900)
    for _ in range(3):
        page.show_home(workspace.study.home(learner.id, NOW))
        primary = page._primary
        assert primary is not None
        qtbot.waitUntil(primary.hasFocus)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert primary.hasFocus()


def test_everything_has_a_name(
    page: HomePage,
    workspace: Workspace,
    learner: Learner,
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    workspace.study.start(learner.id, Blueprint(seed=1), NOW)
    page.show_home(workspace.study.home(learner.id, NOW))
    assert unnamed(page) == []


def test_an_empty_library_says_what_to_do(
    page: HomePage, workspace: Workspace, learner: Learner
) -> None:
    view = workspace.study.home(learner.id, NOW)
    page.show_home(msgspec.structs.replace(view, packs=()))
    assert "quizapp import FOLDER" in words_of(page)
