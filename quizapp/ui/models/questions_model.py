"""Found questions as a table's rows, of which only those in sight are in memory."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from quizapp.services.authoring_values import FoundQuestion
from quizapp.translation import tr
from quizapp.ui.models.question_cells import CellWords, Column, heading_tips, headings

Index = QModelIndex | QPersistentModelIndex

PAGE = 50
MOST_PAGES = 4
"""As many pages as are asked for at once."""
MOST_ROWS_KEPT = 2_000

_NOWHERE = QModelIndex()
_COLUMNS = len(Column)


class QuestionsModel(QAbstractTableModel):
    """Knows the numbers of all questions found, and asks for the rows that come into view.

    The view tells what it shows by `set_view`. One request is out at a time; when it is answered by
    `show_rows`, the next one asks for what is in view by then: what was scrolled past is never
    fetched. Rows not there yet are empty, `question_at` gives None for them.
    """

    rows_requested = Signal(int, object)
    """The first row, and the numbers (a list) of the questions from there on."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: array[int] = array("q")
        self._rows: dict[int, FoundQuestion] = {}
        self._stale: set[int] = set()
        self._cells: dict[int, tuple[str, ...]] = {}
        self._words = CellWords()
        self._headings, self._tips = headings(), heading_tips()
        self._view = (0, -1)
        self._asked: range | None = None

    # What there is

    def show_first(
        self, rows: Sequence[FoundQuestion], *, keeps_rows: bool, is_complete: bool
    ) -> None:
        """Have these rows instead of all others, until `show_numbers` says how many follow.

        With `keeps_rows` what is known of other questions stays good: only the order has changed.
        """
        self.beginResetModel()
        if not keeps_rows:
            self._forget()
        self._numbers = array("q", [row.number for row in rows])
        self._keep(rows)
        self.endResetModel()
        if is_complete:
            self._ask()

    def show_numbers(self, numbers: "array[int]") -> None:
        """All that was found. Rows that are there already stay, and what is selected with them."""
        there = len(self._numbers)
        if numbers[:there] != self._numbers:
            self._reset(numbers)
        elif len(numbers) > there:
            self.beginInsertRows(_NOWHERE, there, len(numbers) - 1)
            self._numbers = numbers
            self.endInsertRows()
        self._ask()

    def renew(self, numbers: "array[int]", rows: Iterable[FoundQuestion] = ()) -> None:
        """The same search, asked again. Old rows are shown until the new ones have come."""
        self._stale = set(self._rows)
        self._keep(rows)
        self._asked = None
        if numbers != self._numbers:
            self._reset(numbers)
        else:
            self._tell_changed(0, len(self._numbers))
        self._ask()

    def show_rows(self, first: int, rows: Sequence[FoundQuestion]) -> None:
        """The answer to a request. Rows of questions that are no longer there are left out."""
        self._asked = None
        self._keep(rows)
        self._tell_changed(first, len(rows))
        self._ask()

    def give_up(self) -> None:
        """There will be no answer to the last request."""
        self._asked = None

    def set_packs(self, titles: Mapping[int, str]) -> None:
        """The titles of packs by their numbers."""
        if titles != self._words.packs:
            self._words.packs = dict(titles)
            self._cells.clear()
            self._tell_changed(0, len(self._numbers))

    def _reset(self, numbers: "array[int]") -> None:
        self.beginResetModel()
        self._numbers = numbers
        self.endResetModel()

    def _tell_changed(self, first: int, count: int) -> None:
        last = min(first + count, len(self._numbers)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, _COLUMNS - 1))

    def _forget(self) -> None:
        self._rows.clear()
        self._cells.clear()
        self._stale.clear()
        self._asked = None

    def _keep(self, rows: Iterable[FoundQuestion]) -> None:
        for row in rows:
            self._rows.pop(row.number, None)  # so that it is the newest
            self._rows[row.number] = row
            self._cells.pop(row.number, None)
            self._stale.discard(row.number)
        for number in list(self._rows)[: max(len(self._rows) - MOST_ROWS_KEPT, 0)]:
            del self._rows[number]
            self._cells.pop(number, None)
            self._stale.discard(number)

    # Fetching

    def set_view(self, first: int, last: int) -> None:
        """The first and the last row in sight."""
        self._view = (first, last)
        self._ask()

    def _ask(self) -> None:
        """Ask for what is in view and not there; nothing while an answer is awaited."""
        if self._asked is not None:
            return
        wanted = self._missing()
        if wanted:
            self._asked = wanted
            self.rows_requested.emit(wanted.start, list(self._numbers[wanted.start : wanted.stop]))

    def _missing(self) -> range:
        """Whole pages, from the first in view that lacks a row to the last one that does."""
        first, last = self._view
        last = min(last, len(self._numbers) - 1)
        pages = [page for page in range(max(first, 0) // PAGE, last // PAGE + 1) if last >= 0]
        lacking = [page for page in pages if self._is_lacking(page)]
        if not lacking:
            return range(0)
        stop = min(lacking[-1] + 1, lacking[0] + MOST_PAGES) * PAGE
        return range(lacking[0] * PAGE, min(stop, len(self._numbers)))

    def _is_lacking(self, page: int) -> bool:
        return any(
            number not in self._rows or number in self._stale
            for number in self._numbers[page * PAGE : (page + 1) * PAGE]
        )

    # Rows and numbers

    @property
    def numbers(self) -> "array[int]":
        """The numbers of all questions, in their order; not to be changed."""
        return self._numbers

    def question_at(self, row: int) -> FoundQuestion | None:
        """What is known of the question in a row."""
        return self._rows.get(self._numbers[row])

    def cells_at(self, row: int) -> tuple[str, ...] | None:
        """The words of each column in a row."""
        number = self._numbers[row]
        cells = self._cells.get(number)
        if cells is None and number in self._rows:
            cells = self._cells[number] = self._words.all(self._rows[number])
        return cells

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each question found."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One for each `Column`."""
        return 0 if parent.isValid() else _COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The columns' names, and what they mean."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < _COLUMNS:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[Column(section)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips.get(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A cell's words: short, at length, and as a screen reader says them."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self.cells_at(row)
            return cells[column] if cells else ""
        question = self.question_at(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.spoken(question, column) if question else tr("Loading")
        if role == Qt.ItemDataRole.ToolTipRole and question:
            return self._words.tip(question, column)
        return None
