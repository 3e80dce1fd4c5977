"""A field for several lines: it grows, Tab leaves it, and Esc is the page's."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.area_field import MOST_LINES, AreaField
from tests.ui.conftest import Place


def test_it_grows_with_its_lines_up_to_a_bound(qtbot: QtBot, place: Place) -> None:
    field = AreaField("Statement")
    place(field)
    heights = []
    for count in (1, 6, MOST_LINES, 3 * MOST_LINES):
        field.set_lines(["line"] * count)
        qtbot.waitUntil(lambda: field.editor.height() == field.editor.sizeHint().height())
        heights.append(field.editor.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_lines_come_without_empty_ones() -> None:
    field = AreaField("Authors")
    field.set_text(" A. Keeper \n\n B. Marsh\n")
    assert field.lines() == ["A. Keeper", "B. Marsh"]


def test_tab_leaves_it(place: Place) -> None:
    field, button = AreaField("Statement"), QPushButton("next")
    place(field, button)
    field.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert field.text() == ""


def test_what_is_wrong_is_said_until_the_text_changes(place: Place) -> None:
    field = AreaField("Statement", "One sentence.")
    place(field)
    field.set_error("This is empty.")
    assert field.editor.accessibleDescription() == "This is empty."
    QTest.keyClicks(field.editor, "x")
    assert field.editor.accessibleDescription() == "One sentence."
