"""Bringing what has the focus, or is dragged, into sight."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from quizapp.ui.widgets.painting import GRID

LAYOUT_PAUSE = 20
"""Milliseconds after which what was put into a page has its place."""


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The nearest area that scrolls `widget`."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def reveal(widget: QWidget) -> None:
    """Scroll until `widget` is seen: Qt does so for Tab alone."""
    area = scroll_area_of(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, 2 * GRID)


def reveal_range(first: QWidget, last: QWidget) -> None:
    """Scroll as little as is needed to see all from `first` to `last`, or else from `first` on."""
    area = scroll_area_of(first)
    content = area.widget() if area is not None else None
    if area is None or content is None:
        return
    bar = area.verticalScrollBar()
    top = first.mapTo(content, QPoint()).y() - 2 * GRID
    bottom = last.mapTo(content, QPoint(0, last.height())).y() + 2 * GRID
    lowest = bottom - area.viewport().height()
    bar.setValue(min(top, max(bar.value(), lowest)))
