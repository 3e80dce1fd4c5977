"""Finished sittings as a table's rows."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from quizapp.services.values import SittingSummary
from quizapp.translation import tr
from quizapp.ui.words import duration_words, mode_word, moment_words, percent_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Column(NamedTuple):
    """A column's heading, a cell's words, and what orders the rows."""

    heading: str
    words: Callable[[SittingSummary], str]
    key: Callable[[SittingSummary], Any]


class SittingsModel(QAbstractTableModel):
    """The newest first, until `sort`; a row's sitting number is `attempt_at(row)`."""

    FINISHED, KIND, RIGHT, SCORE, TIME = range(5)

    def __init__(self, sittings: Sequence[SittingSummary] = ()) -> None:
        super().__init__()
        self._columns = _columns()
        self._order = (self.FINISHED, Qt.SortOrder.DescendingOrder)
        self._sittings: list[SittingSummary] = []
        self.show_sittings(sittings)

    def show_sittings(self, sittings: Sequence[SittingSummary]) -> None:
        """Have these rows instead, in the order that was chosen."""
        self.beginResetModel()
        self._sittings = list(sittings)
        self._sort()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows; where a column does not decide, the newest comes first."""
        self.beginResetModel()
        self._order = (column, order)
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        column, order = self._order
        self._sittings.sort(key=self._columns[self.FINISHED].key, reverse=True)
        self._sittings.sort(
            key=self._columns[column].key, reverse=order == Qt.SortOrder.DescendingOrder
        )

    def attempt_at(self, row: int) -> int:
        """The number of the sitting in a row."""
        return self._sittings[row].attempt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each sitting."""
        return 0 if parent.isValid() else len(self._sittings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """When, kind, right, score, time."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._columns[section].heading

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A cell's words."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        return self._columns[index.column()].words(self._sittings[index.row()])


def _finished_at(sitting: SittingSummary) -> tuple[Any, int]:
    return sitting.finished_at or sitting.started_at, sitting.attempt


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(tr("Finished"), lambda s: moment_words(_finished_at(s)[0]), _finished_at),
        _Column(tr("Kind"), lambda s: mode_word(s.mode), lambda s: s.mode),
        _Column(
            tr("Right"),
            lambda s: tr("{right} of {count}").format(right=s.right, count=s.questions),
            lambda s: (s.right / max(s.questions, 1), s.right),
        ),
        _Column(tr("Score"), lambda s: percent_words(s.score), lambda s: s.score),
        _Column(tr("Time"), lambda s: duration_words(s.seconds), lambda s: s.seconds),
    )
