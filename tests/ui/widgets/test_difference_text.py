"""Differences are told by line, colour and words."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import DARK, LIGHT, apply_theme
from quizapp.ui.widgets.difference_text import DifferenceText


def test_a_screen_reader_hears_what_changed(qtbot: QtBot) -> None:
    text = DifferenceText("It opened in April.", "It opened in May.")
    qtbot.addWidget(text)
    assert text.accessibleName() == "It opened in (removed: April)(inserted: May)."
    assert "line-through" in text.text()
    assert "underline" in text.text()


def test_nothing_in_a_text_is_taken_for_marks(qtbot: QtBot) -> None:
    text = DifferenceText("<b>a</b>", '<b>b</b> <img src="x">')
    qtbot.addWidget(text)
    assert "<b>" not in text.text()
    assert "<img" not in text.text()


def test_the_colours_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    text = DifferenceText("a", "b")
    qtbot.addWidget(text)
    text.show()
    assert LIGHT.wrong in text.text()
    apply_theme(qapp, "dark", 100)
    qapp.processEvents()
    assert DARK.wrong in text.text()
