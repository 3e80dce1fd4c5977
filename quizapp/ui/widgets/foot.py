"""What stays at the foot of a page while its column scrolls."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.column import READING_WIDTH, Column
from quizapp.ui.widgets.painting import GRID


class Foot(QWidget):
    """A row as wide as `column` and in line with it; put things into `row`."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget()
        self.row = QHBoxLayout(self._content)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2 * GRID)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 2 * GRID)
        outer.setSpacing(0)
        # Spacings and not margins: Qt mirrors only these from right to left.
        outer.addSpacing(3 * GRID)
        outer.addStretch(1)
        outer.addWidget(self._content, 10_000)
        outer.addStretch(1)
        outer.addSpacing(3 * GRID + column.verticalScrollBar().sizeHint().width())
        self._fit_text_size()

    def _fit_text_size(self) -> None:
        self._content.setMaximumWidth(scaled(READING_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit_text_size()
        super().changeEvent(event)
