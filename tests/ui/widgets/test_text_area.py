import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.ui.widgets.text_area import MOST_LINES, TextArea, TextFrame
from tests.ui.conftest import Place

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(place: Place, area: TextArea) -> TextArea:
    place(TextFrame(area), width=300)
    area.setFocus()
    return area


def test_it_is_as_high_as_its_text(place: Place) -> None:
    area = shown(place, TextArea())
    low = area.sizeHint().height()
    area.setPlainText("\n".join(["line"] * 5))
    high = area.sizeHint().height()
    assert high > 4 * low - 30
    area.setPlainText("\n".join(["line"] * 100))
    assert area.sizeHint().height() < (MOST_LINES + 1) * low


@pytest.mark.parametrize(
    ("before", "cursor", "after", "expected"),
    [
        ("one two", 7, "one two three", 13),
        ("one two", 3, "one two three", 3),
        ("one two three", 5, "one three", 5),
        ("😀 one", 1, "😀 one two", 1),
        ("", 0, "new", 3),
    ],
)
def test_other_text_leaves_the_cursor_in_its_place(
    place: Place, before: str, cursor: int, after: str, expected: int
) -> None:
    area = shown(place, TextArea())
    area.show_text(before)
    area.select(cursor, cursor)
    area.show_text(after)
    assert area.text() == after
    assert area.selection() == (expected, expected)


def test_enter_in_a_line_is_for_what_is_around_it(place: Place) -> None:
    area = shown(place, TextArea(is_line=True))
    QTest.keyClicks(area, "one")
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert area.text() == "one"
    several = shown(place, TextArea())
    QTest.keyClicks(several, "one")
    QTest.keyClick(several, Qt.Key.Key_Return)
    assert several.text() == "one\n"


def test_lines_that_are_pasted_into_a_line_become_one(place: Place) -> None:
    area = shown(place, TextArea(is_line=True))
    QGuiApplication.clipboard().setText("one\ntwo")
    QTest.keyClick(area, Qt.Key.Key_V, CTRL)
    assert area.text() == "one two"


def test_it_undoes_nothing_by_itself(place: Place) -> None:
    area = shown(place, TextArea())
    QTest.keyClicks(area, "one")
    QTest.keyClick(area, Qt.Key.Key_Z, CTRL)
    assert area.text() == "one"


def test_tab_leaves_it(place: Place) -> None:
    first, second = TextArea(), TextArea()
    place(TextFrame(first), TextFrame(second))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
