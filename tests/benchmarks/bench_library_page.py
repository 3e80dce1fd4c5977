"""The page of the library over 100,000 questions: how long it keeps the window from moving on.

A pause is the time from one look at the events to the next, with all painting and all answers that
came in between. The questions come from a real library, by the worker of the program. What the
window's thread worked itself is told beside it: the rest is waiting for the worker, or for others
who use the machine.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter, thread_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.catalogue import Find, Order
from quizapp.services.authoring_values import FirstPage, FoundQuestion
from quizapp.services.catalogue import Catalogue
from quizapp.store.database import open_database
from quizapp.ui.fonts import load_first_fonts, load_other_fonts
from quizapp.ui.models.question_cells import Column
from quizapp.ui.pages.library_page import LibraryPage
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme import apply_theme
from tests.benchmarks.conftest import Figures, Libraries

QUESTIONS = 100_000
TYPED = ("lighthouse", "harbour office built", "1923", "which year -mint")
BETWEEN_KEYS = 0.12
"""Seconds: ten characters in a second are fast typing, eight are not slow."""
SCROLLS = 200
FRAME = 0.016


class Seat:
    """The page in a window, answered from a library, with a watch on every pause."""

    def __init__(self, page: LibraryPage, catalogue: Catalogue, runner: TaskRunner) -> None:
        self.page = page
        self.table = page._found.table
        self._catalogue = catalogue
        self._runner = runner
        self._shown = 0
        self.pauses: list[float] = []
        self.work: list[float] = []
        page.refresh_requested.connect(self._on_refresh)
        page.find_requested.connect(self._on_find)
        page.rows_requested.connect(self._on_rows)

    def _on_refresh(self) -> None:
        self.page.show_packs(self._catalogue.packs())

    def _on_find(self, find: Find, generation: int) -> None:
        done = partial(self._show_first, find, generation)
        self._runner.call(partial(self._catalogue.first, find), done, _fail)

    def _show_first(self, find: Find, generation: int, first: FirstPage) -> None:
        self.page.show_first(generation, first.rows, first.has_more)
        if first.has_more and generation == self.page.generation:
            done = partial(self.page.show_numbers, generation)
            self._runner.call(partial(self._catalogue.numbers, find), done, _fail)

    def _on_rows(self, generation: int, first: int, numbers: list[int], find: Find) -> None:
        done = partial(self._show_rows, generation, first)
        self._runner.call(partial(self._catalogue.rows, numbers, find), done, _fail)

    def _show_rows(self, generation: int, first: int, rows: Sequence[FoundQuestion]) -> None:
        self._shown += 1
        self.page.show_rows(generation, first, rows)

    def do(self, deed: Callable[[], object] | None = None) -> None:
        """Do it, and handle what follows at once."""
        began, busy = perf_counter(), thread_time()
        if deed is not None:
            deed()
        QApplication.processEvents()
        self.pauses.append(perf_counter() - began)
        self.work.append(thread_time() - busy)

    def go_on(self, seconds: float) -> None:
        """Handle events for so long."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            self.do()

    def settle(self) -> None:
        """Until nothing is under way."""
        self.go_on(0.15)
        while self._runner.is_busy:
            self.do()
        self.go_on(0.05)


def _fail(error: Exception) -> None:
    raise error


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, libraries: Libraries) -> Iterator[Seat]:
    qapp.setStyle("Fusion")
    load_first_fonts()
    load_other_fonts()
    apply_theme(qapp, "light", 100)
    database = open_database(str(libraries(QUESTIONS, 0)), create=False)
    runner = TaskRunner()
    page = LibraryPage()
    qtbot.addWidget(page)
    page.resize(1166, 700)
    made = Seat(page, Catalogue(database), runner)
    page.show()
    page.entered()
    made.settle()
    assert made.table.rows.rowCount() == QUESTIONS
    made.pauses.clear()
    made.work.clear()
    yield made
    runner.close()
    database.close()


def _line(what: str, seat: Seat) -> str:
    over = sum(pause > FRAME for pause in seat.pauses)
    pauses, work = _longest(seat.pauses), _longest(seat.work)
    return f"{what}: longest pauses {pauses} ms, {over} over 16 ms; longest own work {work} ms"


def _longest(seconds: list[float]) -> str:
    return ", ".join(f"{1000 * each:.1f}" for each in sorted(seconds, reverse=True)[:3])


def test_typing(seat: Seat, figures: Figures) -> None:
    """Four searches, each typed and taken back."""
    editor = seat.page._search.editor
    editor.setFocus()
    for text in TYPED:
        for character in text:
            seat.do(partial(QTest.keyClicks, editor, character))
            seat.go_on(BETWEEN_KEYS)
        seat.settle()
        seat.do(partial(QTest.keyClick, editor, Qt.Key.Key_Escape))
        seat.settle()
    assert seat.table.rows.rowCount() == QUESTIONS
    figures(_line("typing", seat))


def test_sorting(seat: Seat, figures: Figures) -> None:
    """Each heading twice, by the mouse."""
    header = seat.table.horizontalHeader()
    for column in (Column.QUESTION, Column.PACK, Column.TOPIC, Column.TYPE, Column.FACILITY):
        for _ in range(2):
            at = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
            click = partial(QTest.mouseClick, header.viewport(), Qt.MouseButton.LeftButton)
            seat.do(partial(click, Qt.KeyboardModifier.NoModifier, at))
            seat.settle()
    assert seat.page._found.shown is not None
    assert seat.page._found.shown.order == Order.FACILITY
    figures(_line("sorting", seat))


def test_scrolling(seat: Seat, figures: Figures) -> None:
    """By the wheel's steps, by pages, and by dragging the handle from end to end."""
    bar = seat.table.verticalScrollBar()
    for step in (60, 500, bar.maximum() // SCROLLS):
        bar.setValue(0)
        seat.settle()
        for place in range(SCROLLS):
            seat.do(partial(bar.setValue, place * step))
            seat.go_on(0.008)
    seat.settle()
    last = seat.table.rowAt(seat.table.viewport().height() // 2)
    assert seat.table.rows.question_at(last) is not None
    figures(_line("scrolling", seat))


def test_selecting_all(seat: Seat, figures: Figures) -> None:
    """All at once, one out, and the numbers of the rest."""
    seat.table.setFocus()
    seat.do(partial(QTest.keyClick, seat.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier))
    seat.settle()
    numbers: list[array[int]] = []
    seat.do(lambda: numbers.append(seat.table.selected_numbers()))
    assert len(numbers[0]) == QUESTIONS
    seat.do(seat.page.entered)
    seat.settle()
    assert seat.table.selected_count() == QUESTIONS
    figures(_line("selecting all, and coming back", seat))
