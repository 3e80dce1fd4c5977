from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.fields import ChoiceField, NumberField, TextField
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.toggle import Toggle
from tests.ui.conftest import Place


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_text_is_typed_and_returned(qtbot: QtBot, place: Place) -> None:
    field = TextField("Your name", "As your class knows you")
    place(field)
    field.setFocus()
    with qtbot.waitSignal(field.returned):
        QTest.keyClicks(field.editor, "Anna")
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.text() == "Anna"
    assert words_of(field) == ["Your name", "As your class knows you"]


def test_an_error_stays_until_the_text_changes(place: Place) -> None:
    field = TextField("Year", "For example 1996")
    place(field)
    field.set_error("This is not a year.")
    assert words_of(field) == ["Year", "This is not a year."]
    assert field.editor.accessibleDescription() == "This is not a year."
    QTest.keyClicks(field.editor, "1")
    assert words_of(field) == ["Year", "For example 1996"]


def test_a_number_stays_within_bounds(qtbot: QtBot, place: Place) -> None:
    field = NumberField("Number of questions", 1, 12, 10)
    place(field)
    for _ in range(5):
        QTest.keyClick(field.editor, Qt.Key.Key_Up)
    assert field.value() == 12
    with qtbot.waitSignal(field.value_changed):
        field.set_value(2)


def test_a_choice_is_told_by_its_value(qtbot: QtBot, place: Place) -> None:
    field = ChoiceField[int]("Difficulty", [(0, "Any"), (3, "Hard")])
    place(field)
    with qtbot.waitSignal(field.chosen) as told:
        QTest.keyClick(field.editor, Qt.Key.Key_Down)
    assert told.args == [3]
    with qtbot.assertNotEmitted(field.chosen):
        field.set_value(0)
    assert field.value() == 0


def test_a_list_is_no_wider_than_its_box(place: Place) -> None:
    field = ChoiceField[int]("Difficulty", [(0, "Any"), (3, "A very long choice " * 20)])
    place(field, width=300)
    field.editor.showPopup()
    assert field.editor.view().window().width() <= 300
    assert field.editor.view().sizeHintForRow(1) > 2 * field.editor.view().sizeHintForRow(0)
    field.editor.hidePopup()


@pytest.mark.parametrize("words", ["Anna", "1996", "אנה"])
def test_text_begins_where_the_programs_lines_do(place: Place, words: str) -> None:
    text, number = TextField("Name"), NumberField("Year", 1, 2200, 1996)
    holder = place(text, number)
    text.set_text(words)
    for direction, side in (
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
    ):
        holder.setLayoutDirection(direction)
        for editor in (text.editor, number.editor):
            assert editor.alignment() & side
            assert editor.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_one_of_few_is_picked_with_the_arrow_keys(qtbot: QtBot, place: Place) -> None:
    control = SegmentedControl[str]("Theme", [("light", "Light"), ("dark", "Dark")])
    place(control)
    assert control.value() == "light"
    control.set_value("dark")
    assert control.value() == "dark"
    first, second = (child for child in control.children() if isinstance(child, QWidget))
    second.setFocus()
    with qtbot.waitSignal(control.chosen) as told:
        QTest.keyClick(second, Qt.Key.Key_Left)
    assert told.args == ["light"]
    assert first.hasFocus()


def test_a_toggle_is_switched_by_space(qtbot: QtBot, place: Place) -> None:
    toggle = Toggle("Reduced motion")
    place(toggle)
    with qtbot.waitSignal(toggle.toggled):
        QTest.keyClick(toggle, Qt.Key.Key_Space)


@pytest.mark.parametrize("percent", [80, 200])
def test_all_have_names_and_fit(
    place: Place, qapp: QApplication, unnamed: Callable[[QWidget], list[str]], percent: int
) -> None:
    apply_theme(qapp, "light", percent)
    window = place(
        TextField("Name"),
        NumberField("Number of questions", 1, 50, 10),
        ChoiceField[int]("Difficulty", [(0, "Any"), (3, "A very long choice " * 10)]),
        SegmentedControl[int]("Size", [(0, "Small"), (1, "Large")]),
        Toggle("A switch with a long text that has to wrap when there is no room " * 2),
        width=500,
    )
    assert unnamed(window) == []
    assert window.width() == 500
