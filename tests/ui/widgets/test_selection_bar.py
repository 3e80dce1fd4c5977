"""How many are selected, and what can be done with them, in whatever room there is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.deeds import Deed
from quizapp.ui.widgets.selection_bar import SelectionBar
from tests.ui.conftest import Place

ALL = list(Deed)


def buttons(bar: SelectionBar) -> list[QPushButton]:
    return [each for each in bar.findChildren(QPushButton) if each.isVisible()]


def test_it_counts(place: Place) -> None:
    bar = SelectionBar()
    place(bar, width=1000)
    bar.show_selection(0, 47, ALL)
    assert bar.words == "47 questions"
    assert buttons(bar) == []
    bar.show_selection(0, 100, ALL, is_counted=False)
    assert bar.words == "More than 100 questions"
    height = bar.height()
    bar.show_selection(3, 47, [Deed.TAG, Deed.RETIRE])
    assert bar.words == "3 of 47 selected"
    assert [each.text() for each in buttons(bar)] == ["Tags…", "Retire"]
    assert bar.height() == height


@pytest.mark.parametrize(("width", "has_words"), [(1200, True), (800, True), (420, False)])
def test_buttons_have_words_where_there_is_room(
    place: Place, unnamed: Callable[[QWidget], list[str]], width: int, has_words: bool
) -> None:
    bar = SelectionBar()
    window = place(bar, width=width)
    bar.show_selection(3, 47, [deed for deed in Deed if deed is not Deed.BRING_BACK])
    assert all(bool(each.text()) == has_words for each in buttons(bar))
    assert unnamed(window) == []
    assert all(each.geometry().right() <= bar.width() for each in buttons(bar))


def test_a_button_tells_its_deed(qtbot: QtBot, place: Place) -> None:
    bar = SelectionBar()
    place(bar, width=1200)
    bar.show_selection(1, 47, ALL)
    for deed, button in zip(Deed, buttons(bar), strict=True):
        with qtbot.waitSignal(bar.deed_requested) as told:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [deed]
