from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.option_row import OptionRow, OptionState
from tests.ui.conftest import Place

LEFT = Qt.MouseButton.LeftButton


def test_a_click_anywhere_chooses(qtbot: QtBot, place: Place) -> None:
    row = OptionRow("May 1996", "1")
    place(row)
    with qtbot.waitSignal(row.toggled):
        QTest.mouseClick(row, LEFT, pos=QPoint(row.width() - 3, row.height() - 3))
    assert row.isChecked()


def test_one_of_a_single_choice_is_chosen(place: Place) -> None:
    rows = [OptionRow("A"), OptionRow("B")]
    place(*rows)
    QTest.mouseClick(rows[0], LEFT)
    QTest.mouseClick(rows[1], LEFT)
    assert [row.isChecked() for row in rows] == [False, True]


def test_any_of_a_multiple_choice_are_chosen(place: Place) -> None:
    rows = [OptionRow("A", multiple=True), OptionRow("B", multiple=True)]
    place(*rows)
    for row in rows:
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Space)
    assert [row.isChecked() for row in rows] == [True, True]


def test_the_arrow_keys_go_from_option_to_option(place: Place) -> None:
    rows = [OptionRow("A"), OptionRow("B")]
    place(*rows)
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()


def test_a_choice_can_be_cleared(place: Place) -> None:
    row = OptionRow("A")
    place(row)
    row.choose()
    row.choose(False)
    assert not row.isChecked()


@pytest.mark.parametrize("state", [OptionState.RIGHT, OptionState.WRONG, OptionState.MISSED])
def test_after_the_check_words_say_it_and_nothing_changes(place: Place, state: OptionState) -> None:
    row = OptionRow("A", "1")
    holder = place(row)
    row.set_state(state)
    assert row.accessibleDescription()
    QTest.mouseClick(holder, LEFT, pos=row.geometry().center())
    assert not row.isChecked()
    assert row.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(("multiple", "role"), [(False, "RadioButton"), (True, "CheckBox")])
def test_it_is_spoken_as_what_it_is(place: Place, multiple: bool, role: str) -> None:
    row = OptionRow("**May** 1996", "2", multiple=multiple)
    place(row)
    spoken = QAccessible.queryAccessibleInterface(row)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "2. May 1996"
    assert spoken.role() == QAccessible.Role[role]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("percent", [80, 200])
def test_a_long_text_gets_the_lines_it_needs(
    place: Place, qapp: QApplication, direction: Qt.LayoutDirection, percent: int
) -> None:
    apply_theme(qapp, "light", percent)
    row = OptionRow("wordwithoutend" * 30, "1")
    holder = place(row)
    holder.setLayoutDirection(direction)
    assert row.heightForWidth(300) > row.heightForWidth(600) > row.minimumSizeHint().height()
    assert row.minimumSizeHint().width() < 400
    row.set_state(OptionState.MISSED)
    assert not row.grab().isNull()


def test_everything_has_a_name(place: Place, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(place(OptionRow("A"), OptionRow("B", "2", multiple=True))) == []
