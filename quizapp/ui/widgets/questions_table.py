"""The table of found questions: sorting, selecting many, and keeping its place."""

from array import array
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from quizapp.catalogue import Order
from quizapp.translation import tr
from quizapp.ui.models.question_cells import FALLING_FIRST, ORDERS, Column
from quizapp.ui.models.questions_model import QuestionsModel
from quizapp.ui.theme import TextRole, scaled, text_font
from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.question_delegate import QuestionDelegate

ROW_HEIGHT = 52
LEAST_ROWS = 3
LEAST_STEM = 182
MOST_SOUGHT = 1_000
"""As many selected questions are found again after the rows have changed; of more only all are."""

WIDE = 1_200
"""From this width on, in pixels at 100 % text size, there is room for whole titles and tags."""

_WIDTHS = {
    Column.PACK: (104, 190),
    Column.TOPIC: (92, 110),
    Column.TYPE: (104, 160),
    Column.DIFFICULTY: (86, 100),
    Column.TAGS: (96, 180),
    Column.ASKED: (68, 84),
    Column.FACILITY: (76, 92),
    Column.CHANGED: (86, 110),
}
"""Usual and wide."""
_Select = QItemSelectionModel.SelectionFlag
_ROWS = _Select.ClearAndSelect | _Select.Rows
_Falling, _Rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


class Place(NamedTuple):
    """What is selected and where one is, as numbers of questions: rows may change."""

    selected: "array[int]"
    has_all: bool
    current: int | None
    current_row: int
    scroll: int


class QuestionsTable(DataTable):
    """Shows what its `rows` hold. Selecting is by ranges, so all of 100,000 cost what one does."""

    question_opened = Signal(int)
    sort_requested = Signal(object, bool)
    """An `Order`, and whether the greatest comes first."""
    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    retire_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._fixed: set[int] = set()
        self._is_fitting = False
        self._wants_all = False
        self._is_wide = False
        super().__init__(tr("Questions"), parent)
        self.rows = QuestionsModel()
        self._delegate = QuestionDelegate(self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.stretch_column(Column.QUESTION)
        self._fit_widths()
        self._connect()

    def _connect(self) -> None:
        header = self.horizontalHeader()
        # Else it asks at each painting of every row whether its column is selected.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_heading)
        header.sectionResized.connect(self._on_resized)
        self.show_order(Order.ADDED, descending=False)
        self.row_activated.connect(self._on_row)
        self.verticalScrollBar().valueChanged.connect(self._tell_view)
        self.rows.modelReset.connect(self._on_reset)
        self.rows.rowsInserted.connect(self._on_more)

    # Sizes

    def _fit_text_size(self) -> None:
        super()._fit_text_size()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setFont(text_font(TextRole.SMALL, bold=True))
        self.setMinimumHeight((LEAST_ROWS + 1) * scaled(ROW_HEIGHT))
        self._fit_widths()

    def _fit_widths(self) -> None:
        """Every column as wide as usual, unless somebody has made it wider or narrower."""
        self._least = scaled(LEAST_STEM)
        self._is_fitting = True
        self._is_wide = self.width() >= scaled(WIDE)
        for column, widths in _WIDTHS.items():
            if column not in self._fixed:
                self.setColumnWidth(column, scaled(widths[self._is_wide]))
        self._is_fitting = False
        self._stretch()

    def _stretch(self) -> None:
        if Column.QUESTION not in self._fixed:
            self._is_fitting = True
            super()._stretch()
            self._is_fitting = False

    def show_packs(self, *, is_shown: bool) -> None:
        """Have a column for the pack, or not."""
        self._is_fitting = True
        self.setColumnHidden(Column.PACK, not is_shown)
        self._is_fitting = False
        self._stretch()

    def _on_resized(self, column: int, old: int, new: int) -> None:
        if not self._is_fitting and old and new:  # not for being hidden or shown
            self._fixed.add(column)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "_delegate"):
            self._delegate.forget_look()

    # What is in sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_wide != (self.width() >= scaled(WIDE)):
            self._fit_widths()
        self._tell_view()

    def _tell_view(self) -> None:
        height = max(self.verticalHeader().defaultSectionSize(), 1)
        top = self.verticalScrollBar().value()
        self.rows.set_view(top // height, (top + self.viewport().height()) // height)

    def _on_reset(self) -> None:
        self._wants_all = False
        self._tell_view()
        self.selection_changed.emit()

    def _on_more(self) -> None:
        if self._wants_all:
            self.selectAll()

    # Selecting

    def selectAll(self) -> None:  # noqa: N802
        """All that was found, also what is not known yet."""
        super().selectAll()
        self._wants_all = True
        self.selection_changed.emit()

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        self._wants_all = False
        self.selection_changed.emit()

    def currentChanged(  # noqa: N802
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ring is around the whole row."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                top = self.rowViewportPosition(index.row())
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(index.row()))

    def selected_ranges(self) -> list[tuple[int, int]]:
        """First and last row of each range that is selected, from the top."""
        selection = self.selectionModel().selection()
        found = (selection.at(number) for number in range(selection.count()))
        ranges = sorted((each.top(), each.bottom()) for each in found)
        merged: list[tuple[int, int]] = []
        for top, bottom in ranges:
            if merged and top <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(bottom, merged[-1][1]))
            else:
                merged.append((top, bottom))
        return merged

    def selected_count(self) -> int:
        """How many questions are selected."""
        return sum(bottom - top + 1 for top, bottom in self.selected_ranges())

    def selected_numbers(self) -> "array[int]":
        """The numbers of the selected questions, in the order of the rows."""
        numbers: array[int] = array("q")
        for top, bottom in self.selected_ranges():
            numbers.extend(self.rows.numbers[top : bottom + 1])
        return numbers

    def current_number(self) -> int | None:
        """The number of the question that the keyboard is at."""
        index = self.currentIndex()
        return self.rows.numbers[index.row()] if index.isValid() else None

    # Keeping one's place

    def place(self) -> Place:
        """Where one is now, to go back to with `go_to`."""
        selected = self.selected_numbers()
        has_all = self._wants_all or 0 < self.rows.rowCount() == len(selected)
        return Place(
            selected if not has_all and len(selected) <= MOST_SOUGHT else array("q"),
            has_all,
            self.current_number(),
            self.currentIndex().row(),
            self.verticalScrollBar().value(),
        )

    def go_to(self, place: Place, *, scrolls: bool = True) -> None:
        """Select what was selected, and be at the same question, or at the same place without it.

        Of more than `MOST_SOUGHT` questions only all are selected again.
        """
        wanted = set(place.selected)
        sought = wanted | ({place.current} if place.current is not None else set())
        rows = [row for row, number in enumerate(self.rows.numbers) if number in sought]
        numbers = self.rows.numbers
        here = next((row for row in rows if numbers[row] == place.current), place.current_row)
        self.setAutoScroll(False)
        if here >= 0:
            here = min(here, len(numbers) - 1)
            self.selectionModel().setCurrentIndex(self.rows.index(here, 0), _Select.NoUpdate)
        if place.has_all:
            self.selectAll()
        else:
            self._select_rows([row for row in rows if numbers[row] in wanted])
        self.setAutoScroll(True)
        if scrolls:
            self.updateGeometries()
            self.verticalScrollBar().setValue(place.scroll)

    def _select_rows(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for row in rows:
            selection.select(self.rows.index(row, 0), self.rows.index(row, 0))
        if rows:
            self.selectionModel().select(selection, _ROWS)

    # Order

    def show_order(self, order: Order, *, descending: bool) -> None:
        """Mark the column that the rows are in the order of."""
        column = next((column for column, each in ORDERS.items() if each == order), -1)
        # Fusion's mark for falling points upwards; here it points to where the greatest are.
        direction = _Rising if descending else _Falling
        self._shown_order = (order, descending)
        self.horizontalHeader().setSortIndicator(column, direction)

    def _on_heading(self, column: int) -> None:
        """Once the usual way round, then the other way, then as at first."""
        shown, is_descending = self._shown_order
        order = ORDERS.get(Column(column))
        self.show_order(shown, descending=is_descending)  # Qt has turned its mark already
        if order is None:
            return
        falls_first = order in FALLING_FIRST
        if order != shown:
            self.sort_requested.emit(order, falls_first)
        elif is_descending == falls_first:
            self.sort_requested.emit(order, not falls_first)
        else:
            self.sort_requested.emit(Order.ADDED, False)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.retire_requested.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row, not along the row."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.rows.rowCount() - 1,
        }
        if action in ends and self.rows.rowCount():
            return self.rows.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Qt would look through all rows, known or not; there is a field for searching."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse where it is; by the key at the row."""
        index = self.currentIndex()
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(event.globalPos())
        elif index.isValid():
            at = self.visualRect(index).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def _on_row(self, row: int) -> None:
        self.question_opened.emit(self.rows.numbers[row])
