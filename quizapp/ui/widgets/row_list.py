"""Rows that the arrow keys go through: one stop for Tab, however many they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
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
_KEYS = frozenset({*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End})


def is_list_key(event: QKeyEvent) -> bool:
    """Whether a row must leave this key to its list: buttons would move the focus by themselves."""
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and event.key() in _KEYS


class RowList(QWidget):
    """Up, Down, Page up and down, Home and End move between the rows; Tab leaves them.

    Rows ignore what `is_list_key` knows. `end_reached` tells that a key asks for a row beyond the
    last one, `end_requested` that it asks for the last of all: more rows can be added then, before
    the focus goes there.
    """

    end_reached = Signal()
    end_requested = Signal()
    moved = Signal(int)
    """A key has gone to the row in this place."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = GRID) -> None:
        super().__init__(parent)
        self._rows: list[QAbstractButton] = []
        self._stop: QAbstractButton | None = None
        self._column = _column(self, spacing)

    @property
    def rows(self) -> tuple[QAbstractButton, ...]:
        """All rows, in their order."""
        return tuple(self._rows)

    def add_rows(self, widgets: Sequence[QWidget]) -> None:
        """Append rows, and whatever stands between them, all at once.

        Into a list that is shown, Qt would show one after the other, with all laid out each time.
        """
        block = QWidget()
        column = _column(block, self._column.spacing())
        for widget in widgets:
            column.addWidget(widget)
            if isinstance(widget, QAbstractButton):
                self._add_row(widget)
        self._column.addWidget(block)

    def _add_row(self, row: QAbstractButton) -> None:
        self._rows.append(row)
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.pressed.connect(self._on_pressed)
        if self._stop is None:
            self._make_stop(row)

    def insert_below(self, row: QAbstractButton, widget: QWidget) -> None:
        """Put something right below a row."""
        block = row.parentWidget()
        column = block.layout() if block is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(row) + 1, widget)

    def clear(self) -> None:
        """Take all rows away, and whatever else stands between them."""
        self._rows = []
        self._stop = None
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def focus_row(self, number: int) -> None:
        """Give the keyboard to a row, at the ends to the last there is, and bring it into sight."""
        if self._rows:
            row = self._rows[min(max(number, 0), len(self._rows) - 1)]
            self._make_stop(row)
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(row)

    def _make_stop(self, row: QAbstractButton) -> None:
        if self._stop is not None:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = row
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, QAbstractButton) and row in self._rows:
            self._make_stop(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the row that has the focus."""
        row = self.focusWidget()
        if not is_list_key(event) or row not in self._rows:
            super().keyPressEvent(event)
            return
        wanted = self._wanted(self._rows.index(row), Qt.Key(event.key()))
        if wanted >= len(self._rows):
            self.end_reached.emit()
        self.focus_row(wanted)
        if self._stop is not None:
            self.moved.emit(self._rows.index(self._stop))

    def _wanted(self, here: int, key: Qt.Key) -> int:
        """The place of the row that a key asks for; it may lie beyond the ends."""
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            self.end_requested.emit()
            return len(self._rows) - 1
        return here + _STEPS[key]


def _column(widget: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
