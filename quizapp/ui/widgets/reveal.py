"""Bringing what has the focus, or is dragged, into sight."""

from PySide6.QtWidgets import QScrollArea, QWidget

from quizapp.ui.widgets.painting import GRID


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
