from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.errors import LibraryLockedError
from quizapp.ui import messages

Deed = Callable[[QWidget], None]


@pytest.fixture
def when_open(qtbot: QtBot) -> Callable[[Deed], None]:
    """Does something to the sheet that opens next, then makes sure that it closes."""

    def act(deed: Deed) -> None:
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        try:
            deed(sheet)
        finally:
            if sheet.isVisible():
                sheet.close()

    return lambda deed: QTimer.singleShot(0, partial(act, deed))


def press(key: Qt.Key) -> Deed:
    def deed(sheet: QWidget) -> None:
        QTest.keyClick(sheet.focusWidget(), key)

    return deed


def click(text: str) -> Deed:
    def deed(sheet: QWidget) -> None:
        next(b for b in sheet.findChildren(QPushButton) if b.text() == text).click()

    return deed


def ask(*, danger: bool = False) -> bool:
    return messages.ask(None, "Leave?", "It can go on later.", "Leave", "Stay", danger=danger)


@pytest.mark.parametrize(
    ("deed", "danger", "answer"),
    [
        (click("Leave"), False, True),
        (click("Stay"), False, False),
        (press(Qt.Key.Key_Return), False, True),
        (press(Qt.Key.Key_Escape), False, False),
        (press(Qt.Key.Key_Return), True, False),
        (press(Qt.Key.Key_Escape), True, False),
        (click("Leave"), True, True),
    ],
)
def test_asking(when_open: Callable[[Deed], None], deed: Deed, danger: bool, answer: bool) -> None:
    when_open(deed)
    assert ask(danger=danger) is answer


def test_an_error_says_what_to_do(when_open: Callable[[Deed], None]) -> None:
    said: list[str] = []
    when_open(lambda sheet: said.extend(label.text() for label in sheet.findChildren(QLabel)))
    messages.show_error(None, LibraryLockedError("It is locked.", "Close the other program."))
    assert said == ["It is locked.", "Close the other program."]


def test_the_report_of_a_bug_can_be_copied(when_open: Callable[[Deed], None]) -> None:
    try:
        raise ValueError("oops")
    except ValueError as raised:
        error = raised
    when_open(click("Copy report"))
    messages.show_bug(None, error)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: oops" in copied
    assert "test_the_report_of_a_bug" in copied
    assert copied.startswith("quizapp ")


def test_everything_in_the_report_has_a_name(
    when_open: Callable[[Deed], None], unnamed: Callable[[QWidget], list[str]]
) -> None:
    found: list[str] = []
    when_open(lambda sheet: found.extend(unnamed(sheet)))
    messages.show_bug(None, ValueError("oops"))
    assert found == []


def test_the_keys_are_listed(when_open: Callable[[Deed], None]) -> None:
    said: list[str] = []
    when_open(lambda sheet: said.extend(label.text() for label in sheet.findChildren(QLabel)))
    messages.show_keys(None, [("Enter", "Check the answer")])
    assert "Check the answer" in said
