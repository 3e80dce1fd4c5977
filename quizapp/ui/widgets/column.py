"""The column of a page: centred, not too wide to read, scrolling when it is too tall."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars

READING_WIDTH = 760


class Column(QScrollArea):
    """Put things into `body`. `width` is the widest it grows, in pixels at 100 % text size.

    The column has the width of the window and never scrolls sideways, so what is in it must wrap.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = READING_WIDTH) -> None:
        super().__init__(parent)
        self._widest = width
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2 * GRID)
        self._set_up()
        self._fit_text_size()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        slim_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setSpacing(0)
        self._row = row
        self.set_margin(3 * GRID)
        row.addStretch(1)
        row.addWidget(self._content, 10_000)
        row.addStretch(1)
        self.setWidget(holder)

    def _fit_text_size(self) -> None:
        self._content.setMaximumWidth(scaled(self._widest))

    def set_margin(self, margin: int) -> None:
        """The room around the column, in pixels."""
        self._row.setContentsMargins(margin, margin, margin, margin)

    def scroll_to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit_text_size()
        super().changeEvent(event)
