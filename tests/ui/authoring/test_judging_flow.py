"""Texts that learners hand in are judged by the teacher, and the result says so."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.questions import Essay, EssayAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import open_workspace
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from tests.authors import settle, workspace_of
from tests.samples import NOW, sample_pack, sample_questions

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library in which two learners have written a text for the teacher."""
    path = tmp_path / "library.quizdb"
    workspace = open_workspace(str(path), now())
    essay = next(each for each in sample_questions() if isinstance(each, Essay))
    essay = msgspec.structs.replace(essay, judged_by="teacher", points=3.0)
    workspace.packs.new_pack(
        {"id": "mine", "title": "Mine", "version": "1.0.0", "language": "en"},
        NOW,
        example=sample_pack((essay,)),
    )
    for number, name in enumerate(("Aigul", "Noam")):
        learner = workspace.study.add_learner(name, NOW)
        moment = NOW + timedelta(minutes=number)
        blueprint = Blueprint(seed=1, packs=("mine",))
        attempt = workspace.study.start(learner.id, blueprint, moment).attempt.id
        answer = EssayAnswer(text=f"So says {name}.")
        workspace.study.answer(attempt, 0, answer, seconds=9, confidence=None, now=moment)
        workspace.study.finish(attempt, moment)
    workspace.close()
    return path


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, program: Application, words: str) -> None:
    """Press the button of the present page that says so."""
    QApplication.processEvents()
    page = program.window.page(program.window.current_page)
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    target = next(each for each in shown if words in (each.text(), each.accessibleName()))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    settle(qtbot, program)


def type_key(
    qtbot: QtBot,
    program: Application,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    settle(qtbot, program)


def show_result(qtbot: QtBot, program: Application) -> list[str]:
    """What the first learner reads of their quiz."""
    program.window.show_page("home")
    home: Any = program.window.page("home")
    home.result_requested.emit(1)
    settle(qtbot, program)
    assert program.window.current_page == "result"
    return texts(program.window.page("result"))


def show_library(qtbot: QtBot, program: Application) -> list[str]:
    program.window.show_page("library")
    settle(qtbot, program)
    return texts(program.window.page("library"))


def test_texts_are_judged_and_the_learner_reads_it(qtbot: QtBot, program: Application) -> None:
    said = show_result(qtbot, program)
    assert "Not scored yet" in said
    assert "1 answer has yet to be judged; it counts from then on." in said

    assert "2 texts wait to be judged." in show_library(qtbot, program)
    press(qtbot, program, "Judge now")
    page = program.window.page("judging")
    assert "Answer of Aigul" in texts(page)
    assert "So says Aigul." in texts(page)
    type_key(qtbot, program, Qt.Key.Key_1)
    type_key(qtbot, program, Qt.Key.Key_1)
    (comment,) = [each for each in page.findChildren(QPlainTextEdit) if each.isVisible()]
    QTest.keyClicks(comment, "Who keeps it now?")
    QTest.keyClick(comment, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, program)
    assert "Answer of Noam" in texts(page)
    assert [each.learner for each in workspace_of(program).study.waiting()] == ["Noam"]
    press(qtbot, program, "Full")
    type_key(qtbot, program, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_2):
        type_key(qtbot, program, key)
    press(qtbot, program, "Save judgement")
    assert "Nothing waits to be judged." in texts(page)
    press(qtbot, program, "Back to the library")
    assert program.window.current_page == "library"
    assert not any("to be judged" in words for words in texts(program.window.page("library")))

    said = show_result(qtbot, program)
    assert "2 of 3 points" in said
    assert "Partly right" in said
    result: Any = program.window.page("result")
    shown = [each.toPlainText() for each in result.findChildren(QWidget) if _is_text(each)]
    assert "Who keeps it now?" in shown
    assert "Names the Harbour Office" in said
    assert not any("yet to be judged" in words for words in said)
    study = workspace_of(program).study
    assert study.result(2).sitting.attempt.score == 1


def _is_text(widget: QWidget) -> bool:
    return hasattr(widget, "toPlainText") and widget.isVisible()


def test_a_changed_judgement_is_what_the_learner_reads(qtbot: QtBot, program: Application) -> None:
    program.window.resize(1366, 768)
    program.authoring.judging.show()
    settle(qtbot, program)
    for key in (Qt.Key.Key_0, Qt.Key.Key_0, Qt.Key.Key_Return):
        type_key(qtbot, program, key)
    assert "0 of 3 points" in show_result(qtbot, program)
    program.authoring.judging.show()
    settle(qtbot, program)
    page: Any = program.window.page("judging")
    press(qtbot, program, page._side._list.rows[0].accessibleName())
    page._panel.points.focus_open()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        type_key(qtbot, program, key)
    press(qtbot, program, "Save the change")
    said = show_result(qtbot, program)
    assert "3 of 3 points" in said
    assert "Right" in said


def test_what_the_library_refuses_is_said_and_can_be_mended(
    qtbot: QtBot, program: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error.message))
    program.authoring.judging.show()
    settle(qtbot, program)
    page: Any = program.window.page("judging")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        type_key(qtbot, program, key)
    page._panel._comment.set_text("a" * 4_001)
    press(qtbot, program, "Save judgement and next")
    assert told == ["The comment has 4,001 characters."]
    page._panel._comment.set_text("Well told.")
    press(qtbot, program, "Save judgement and next")
    assert "Answer of Noam" in texts(page)


def test_only_teachers_see_what_learners_wrote(program: Application) -> None:
    assert program.authoring.plans()["judging"].is_protected
