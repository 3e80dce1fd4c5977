"""The marks before what can be chosen: round for one of many, square for any of many."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from quizapp.ui.icons import draw_icon
from quizapp.ui.widgets.painting import centred, draw_box


def draw_radio_mark(
    painter: QPainter, rect: QRectF, colour: str, on_colour: str, *, is_chosen: bool
) -> None:
    """A ring, with a dot in it when chosen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), rect.width() / 10))
    painter.drawEllipse(centred(rect, rect.width() * 0.85))
    if is_chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(centred(rect, rect.width() * 0.45))


def draw_check_mark(
    painter: QPainter, rect: QRectF, colour: str, on_colour: str, *, is_chosen: bool
) -> None:
    """A box; when chosen it is filled, with a tick in `on_colour`."""
    box = centred(rect, rect.width() * 0.9)
    draw_box(painter, box, colour if is_chosen else None, colour, 4, rect.width() / 10)
    if is_chosen:
        draw_icon(painter, "check", on_colour, centred(rect, rect.width() * 0.8))
