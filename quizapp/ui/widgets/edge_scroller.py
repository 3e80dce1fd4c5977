"""Scrolling while something is dragged to the edge of what is seen."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.reveal import scroll_area_of

EVERY_MILLISECONDS = 16
EDGE = 4 * GRID
STEP = 10


class EdgeScroller(QObject):
    """Moves the area around `widget`; `scrolled` tells each step, and where the pointer is."""

    scrolled = Signal(QPoint)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._on_timeout)

    def follow(self, at: QPoint) -> None:
        """The pointer is now at `at`, on the whole screen: the mouse, or a finger."""
        self._at = at
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        area = scroll_area_of(self._widget)
        if area is None:
            return
        bar = area.verticalScrollBar()
        step = step_at(area.viewport().mapFromGlobal(self._at).y(), area.viewport().height())
        before = bar.value()
        bar.setValue(before + step)
        if bar.value() != before:
            self.scrolled.emit(self._at)


def step_at(y: int, height: int) -> int:
    """How far to scroll when the pointer is at `y` in a view of that height; up is below 0."""
    if y < EDGE:
        return -STEP
    return STEP if y > height - EDGE else 0
