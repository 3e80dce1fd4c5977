"""The focus stays in the page when the widget that has it goes away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.focus_keeper import FocusKeeper


class Place:
    """A page with two buttons beside a rail with one; the focus is in the page."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.rail, self.page = QWidget(), QWidget()
        row = QHBoxLayout(self.window)
        column = QVBoxLayout(self.page)
        self.first, self.second = QPushButton("first"), QPushButton("second")
        column.addWidget(self.first)
        column.addWidget(self.second)
        row.addWidget(self.page)
        row.addWidget(self.rail)
        self.on_rail = QPushButton("rail")
        QVBoxLayout(self.rail).addWidget(self.on_rail)
        self.keeper = FocusKeeper(self.rail, lambda: self.page, self.window)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.second.setFocus()
        qtbot.waitUntil(self.second.hasFocus)


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)


def test_what_goes_away_leaves_the_focus_in_the_page(qtbot: QtBot, place: Place) -> None:
    place.second.hide()
    qtbot.waitUntil(place.page.hasFocus)


def test_what_is_disabled_leaves_it_there_too(qtbot: QtBot, place: Place) -> None:
    place.second.setEnabled(False)
    qtbot.waitUntil(place.page.hasFocus)


def test_tab_goes_to_the_rail_and_stays_there(qtbot: QtBot, place: Place) -> None:
    QTest.keyClick(place.second, Qt.Key.Key_Tab)
    qtbot.waitUntil(place.on_rail.hasFocus)
    QApplication.processEvents()
    assert place.on_rail.hasFocus()
