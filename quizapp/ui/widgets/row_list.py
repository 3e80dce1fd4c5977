"""Rows that the arrow keys go through: one stop for Tab, however many they are."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.reveal import reveal

PAGE = 10
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}


class RowList(QWidget):
    """Up, Down, Page up and down, Home and End move between the rows; Tab leaves them.

    `end_reached` tells that a key asked for a row beyond the last one.
    """

    end_reached = Signal()

    def __init__(self, parent: QWidget | None = None, *, spacing: int = GRID) -> None:
        super().__init__(parent)
        self._rows: list[QAbstractButton] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)

    @property
    def rows(self) -> tuple[QAbstractButton, ...]:
        """All rows, in their order."""
        return tuple(self._rows)

    def add_row(self, row: QAbstractButton, holder: QWidget | None = None) -> None:
        """Append a row, in `holder` where it stands in something larger."""
        self._rows.append(row)
        row.installEventFilter(self)
        is_first = len(self._rows) == 1
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_first else Qt.FocusPolicy.ClickFocus)
        self.column.addWidget(holder or row)

    def clear(self) -> None:
        """Take all rows away, and whatever else stands between them."""
        self._rows = []
        while item := self.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def focus_row(self, number: int) -> None:
        """Give the keyboard to a row, at the ends to the last there is, and bring it into sight."""
        if self._rows:
            row = self._rows[min(max(number, 0), len(self._rows) - 1)]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._rows:
            self._make_stop(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _make_stop(self, stop: QObject) -> None:
        for row in self._rows:
            is_stop = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _on_key(self, row: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or row not in self._rows:
            return False
        here = self._rows.index(row)
        key = Qt.Key(event.key())
        if key in _STEPS:
            wanted = here + _STEPS[key]
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            wanted = 0 if key == Qt.Key.Key_Home else len(self._rows)
        else:
            return False
        if wanted >= len(self._rows):
            self.end_reached.emit()
        self.focus_row(wanted)
        return True
