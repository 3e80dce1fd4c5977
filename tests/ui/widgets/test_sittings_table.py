"""All sittings in a table: order, words, and opening one."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.fields import ChoiceBox
from quizapp.ui.widgets.sittings_model import SittingsModel
from quizapp.ui.widgets.sittings_table import SittingsTable
from quizapp.ui.words import moment_words
from tests.ui.conftest import Place
from tests.ui.sittings import sitting, sittings

SITTINGS = (
    sitting(1, 7, seconds=30),
    sitting(2, 9, mode="exam", seconds=600),
    sitting(3, 7, seconds=300),
    sitting(4, 2, seconds=90, questions=20),
)
FALLING, RISING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@pytest.fixture
def table(place: Place) -> SittingsTable:
    """The table, shown with four sittings."""
    table = SittingsTable()
    table.show_sittings(SITTINGS)
    place(table, width=800)
    return table


def model() -> SittingsModel:
    made = SittingsModel(SITTINGS)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(made, mode, made)
    return made


def attempts(of: SittingsModel) -> list[int]:
    return [of.attempt_at(row) for row in range(of.rowCount())]


def test_the_newest_is_first_with_all_its_numbers() -> None:
    rows = model()
    assert attempts(rows) == [4, 3, 2, 1]
    words = [[rows.index(row, column).data() for column in range(5)] for row in (0, 2)]
    assert words == [
        [moment_words(SITTINGS[3].finished_at), "Practice", "2 of 20", "10%", "90 seconds"],  # type: ignore[arg-type]
        [moment_words(SITTINGS[1].finished_at), "Exam", "9 of 10", "90%", "10 minutes"],  # type: ignore[arg-type]
    ]
    across = Qt.Orientation.Horizontal
    heads = [rows.headerData(column, across) for column in range(rows.columnCount())]
    assert heads == ["Finished", "Kind", "Right", "Score", "Time"]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (SittingsModel.FINISHED, RISING, [1, 2, 3, 4]),
        (SittingsModel.FINISHED, FALLING, [4, 3, 2, 1]),
        (SittingsModel.KIND, RISING, [2, 4, 3, 1]),
        (SittingsModel.RIGHT, RISING, [4, 3, 1, 2]),
        (SittingsModel.SCORE, FALLING, [2, 3, 1, 4]),
        (SittingsModel.TIME, FALLING, [2, 3, 4, 1]),
    ],
)
def test_it_sorts_by_values_and_then_by_age(
    column: int, order: Qt.SortOrder, expected: list[int]
) -> None:
    """By 30 and 600 seconds, not by "30 seconds" and "10 minutes"."""
    rows = model()
    rows.sort(column, order)
    assert attempts(rows) == expected


def test_new_sittings_come_in_the_chosen_order() -> None:
    rows = model()
    rows.sort(SittingsModel.SCORE, RISING)
    rows.show_sittings(SITTINGS[:3])
    assert attempts(rows) == [3, 1, 2]


def test_the_keyboard_chooses_the_order(table: SittingsTable) -> None:
    (box,) = table.findChildren(ChoiceBox)
    for words, expected in (
        ("Oldest first", [1, 2, 3, 4]),
        ("Best score first", [2, 3, 1, 4]),
        ("Lowest score first", [4, 3, 1, 2]),
        ("Longest first", [2, 3, 4, 1]),
    ):
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == words
        assert [table.attempt_at(row) for row in range(4)] == expected


def test_enter_and_a_double_click_open_a_row(qtbot: QtBot, table: SittingsTable) -> None:
    (view,) = table.findChildren(DataTable)
    view.select_row(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [1]
    at = view.visualRect(view.model().index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(table.row_opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [2]


def is_high(view: DataTable, height: int) -> bool:
    return abs(view.height() - height) <= 2


def test_it_is_as_high_as_its_rows_up_to_ten(qtbot: QtBot, table: SittingsTable) -> None:
    (view,) = table.findChildren(DataTable)
    assert view.verticalScrollBar().maximum() == 0
    row = view.rowHeight(0)
    for count, rows in ((6, 6), (10, 10), (2000, 10)):
        table.show_sittings(sittings([5] * count))
        qtbot.waitUntil(partial(is_high, view, (rows + 1) * row))


def test_a_screen_reader_hears_what_it_is(
    table: SittingsTable, unnamed: Callable[[QWidget], list[str]]
) -> None:
    (view,) = table.findChildren(DataTable)
    assert "scores of the plot as a table" in view.accessibleName()
    assert unnamed(table) == []
