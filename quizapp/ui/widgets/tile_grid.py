"""Tiles of one width side by side, or two by two where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.ui.widgets.painting import GRID

NARROW = 2


class TileGrid(QWidget):
    """All in one row if each has the width it needs."""

    def __init__(self, tiles: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = tuple(tiles)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._place(len(self._tiles))

    @property
    def columns(self) -> int:
        """How many stand side by side now."""
        return self._columns

    def minimumSizeHint(self) -> QSize:
        """Never wider than two, whatever the present rows need: else it could not get narrower."""
        return QSize(self._needed(NARROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._needed(len(self._tiles)) <= self.width()
        self._place(len(self._tiles) if fits else NARROW)

    def _needed(self, columns: int) -> int:
        widest = max(tile.minimumSizeHint().width() for tile in self._tiles)
        return columns * widest + (columns - 1) * GRID

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(len(self._tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
