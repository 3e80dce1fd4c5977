"""The table of questions by itself: widths, ends, and a hundred thousand rows."""

from array import array
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.settings import Theme
from quizapp.ui.models.question_cells import Column
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.questions_table import QuestionsTable
from tests.ui.library import found

LEFT = Qt.MouseButton.LeftButton
MANY = 100_000


@pytest.fixture
def table(qtbot: QtBot) -> QuestionsTable:
    """With sixty questions, shown."""
    made = QuestionsTable()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    fill(made, 60)
    return made


def fill(table: QuestionsTable, count: int) -> None:
    first = [found(number) for number in range(1, min(count, 100) + 1)]
    table.rows.show_first(first, keeps_rows=False, is_complete=count <= 100)
    table.rows.show_numbers(array("q", range(1, count + 1)))


def drag_edge(table: QuestionsTable, column: Column, by: int) -> None:
    header = table.horizontalHeader()
    edge = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    start, middle = QPoint(edge, 10), QPoint(edge + by, 10)
    QTest.mousePress(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(header.viewport(), middle)
    QTest.mouseRelease(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle)


def test_the_stems_have_the_room_that_is_left(table: QuestionsTable) -> None:
    table.show_packs(is_shown=False)
    assert table.horizontalHeader().length() == table.viewport().width()
    narrow = table.columnWidth(Column.QUESTION)
    table.resize(1100, 500)
    assert table.columnWidth(Column.QUESTION) > narrow
    table.resize(500, 500)
    assert table.columnWidth(Column.QUESTION) >= 182
    assert table.horizontalScrollBar().maximum() > 0


def test_in_wide_windows_tags_and_titles_have_more_room(table: QuestionsTable) -> None:
    before = table.columnWidth(Column.TAGS)
    table.resize(1500, 500)
    assert table.columnWidth(Column.TAGS) > before
    table.resize(900, 500)
    assert table.columnWidth(Column.TAGS) == before


def test_a_width_that_was_chosen_is_kept(qapp: QApplication, table: QuestionsTable) -> None:
    drag_edge(table, Column.TAGS, 40)
    chosen = table.columnWidth(Column.TAGS)
    assert chosen > 100
    table.resize(1500, 500)
    fill(table, 30)
    table.show_packs(is_shown=False)
    table.show_packs(is_shown=True)
    apply_theme(qapp, "dark", 100)
    assert table.columnWidth(Column.TAGS) == chosen
    drag_edge(table, Column.QUESTION, -100)
    chosen = table.columnWidth(Column.QUESTION)
    table.resize(1700, 500)
    assert table.columnWidth(Column.QUESTION) == chosen


def test_home_and_end_go_to_the_first_and_the_last_question(table: QuestionsTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert list(table.selected_numbers()) == [60]
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_count() == 60


def test_letters_do_not_jump_through_the_rows(table: QuestionsTable) -> None:
    table.select_row(4)
    QTest.keyClicks(table, "About")
    assert table.current_number() == 5


def test_what_is_in_sight_is_asked_for(table: QuestionsTable) -> None:
    asked: list[int] = []
    table.rows.rows_requested.connect(lambda first, numbers: asked.append(first))
    fill(table, MANY)
    QApplication.processEvents()
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert asked
    assert asked[0] <= table.rowAt(0) <= asked[0] + 50


def test_a_hundred_thousand_rows_are_no_burden(table: QuestionsTable) -> None:
    """The bounds are generous: `bench_library_page` measures."""
    began = perf_counter()
    fill(table, MANY)
    table.selectAll()
    assert len(table.selected_numbers()) == MANY
    place = table.place()
    table.rows.renew(array("q", range(2, MANY + 1)))
    table.go_to(place)
    QApplication.processEvents()
    table.grab()
    assert table.selected_count() == MANY - 1
    assert perf_counter() - began < 2


def test_rows_are_painted_anew(qapp: QApplication, table: QuestionsTable) -> None:
    """In every scheme, and from right to left."""
    pictures = set()
    table.select_row(1)
    themes: tuple[Theme, ...] = ("light", "dark", "contrast")
    for theme in themes:
        apply_theme(qapp, theme, 100)
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            table.setLayoutDirection(direction)
            qapp.processEvents()
            picture = table.grab().toImage()
            pictures.add(bytes(picture.constBits()))
    assert len(pictures) == 6
