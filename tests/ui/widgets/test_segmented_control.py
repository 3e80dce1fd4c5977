"""One of few, all of them in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from quizapp.ui.widgets.segmented_control import SegmentedControl
from tests.ui.conftest import Place

CHOICES = [("a", "First"), ("b", "Second"), ("c", "Third")]


def segments(control: QWidget) -> list[QAbstractButton]:
    """Its segments in order."""
    return control.findChildren(QAbstractButton)


@pytest.fixture
def control(place: Place) -> SegmentedControl[str]:
    """A control between two fields, the second segment chosen."""
    made = SegmentedControl("Letters", CHOICES)
    made.set_value("b")
    before, after = QLineEdit(), QLineEdit()
    place(before, made, after)
    before.setFocus()
    return made


def focused(control: QWidget) -> str:
    """What has the focus in its window."""
    widget = control.window().focusWidget()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_tab_stops_once_at_what_is_chosen(control: SegmentedControl[str]) -> None:
    QTest.keyClick(control.window().focusWidget(), Qt.Key.Key_Tab)
    assert focused(control) == "Second"
    QTest.keyClick(control.window().focusWidget(), Qt.Key.Key_Tab)
    assert focused(control) == ""


def test_arrows_choose_and_tell(control: SegmentedControl[str]) -> None:
    told: list[object] = []
    control.chosen.connect(told.append)
    segments(control)[1].setFocus()
    QTest.keyClick(segments(control)[1], Qt.Key.Key_Right)
    assert told == ["c"]
    assert control.value() == "c"
    assert focused(control) == "Third"


def test_a_click_chooses_and_a_value_set_is_not_told(control: SegmentedControl[str]) -> None:
    told: list[object] = []
    control.chosen.connect(told.append)
    control.set_value("c")
    assert told == []
    QTest.mouseClick(segments(control)[0], Qt.MouseButton.LeftButton)
    assert told == ["a"]


def test_a_choice_that_can_be_cleared_begins_with_none(place: Place) -> None:
    control = SegmentedControl("Letters", CHOICES, can_clear=True)
    place(control)
    told: list[object] = []
    control.chosen.connect(told.append)
    assert control.value_or_none() is None
    first = segments(control)[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert told == ["a", None]
    control.set_value("b")
    control.set_value(None)
    assert control.value_or_none() is None


def test_choices_stand_on_two_lines_where_there_is_no_room(place: Place) -> None:
    choices = [(number, "A choice of some words") for number in range(4)]
    control = SegmentedControl[int]("Theme", choices)
    holder = place(control, width=1200)
    assert control.width() == control.sizeHint().width()
    before = control.height()
    holder.resize(500, 600)
    QApplication.processEvents()
    assert control.width() <= 500
    assert control.height() > 1.5 * before
