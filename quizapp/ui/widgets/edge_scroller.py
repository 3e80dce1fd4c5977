"""Scrolling while something is dragged to the edge of what is seen."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.reveal import scroll_area_of

EVERY_MILLISECONDS = 16
EDGE = 4 * GRID
STEP = 10


class EdgeScroller(QObject):
    """Moves the area around `widget`; `scrolled` tells each step."""

    scrolled = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """From now on the pointer at an edge scrolls."""
        self._timer.start()

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        area = scroll_area_of(self._widget)
        if area is None:
            return
        bar = area.verticalScrollBar()
        step = step_at(area.viewport().mapFromGlobal(QCursor.pos()).y(), area.viewport().height())
        before = bar.value()
        bar.setValue(before + step)
        if bar.value() != before:
            self.scrolled.emit()


def step_at(y: int, height: int) -> int:
    """How far to scroll when the pointer is at `y` in a view of that height; up is below 0."""
    if y < EDGE:
        return -STEP
    return STEP if y > height - EDGE else 0
