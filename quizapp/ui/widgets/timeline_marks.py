"""The marks on the axis of a time line: their shape says how exactly a date is known."""

from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui.theme import Colours, scaled
from quizapp.ui.widgets.painting import leading
from quizapp.values.dates import DateValue

Mark = Literal["day", "month", "year", "circa", "span", "covered", "unknown"]

RADIUS = 6


def mark_of(value: DateValue | None) -> Mark:
    """Which mark a date has."""
    if value is None:
        return "unknown"
    if value.circa:
        return "circa"
    return "span" if value.end else value.precision


def draw_axis(
    painter: QPainter, widget: QWidget, x: float, colours: Colours, *, dashed: bool = False
) -> None:
    """The line of time through the whole height of `widget`, `x` from where reading begins."""
    pen = QPen(QColor(colours.edge), 2)
    if dashed:
        pen.setStyle(Qt.PenStyle.DotLine)
    at = leading(widget, QRectF(x, 0, 0, 0)).left()
    painter.setPen(pen)
    painter.drawLine(QLineF(at, 0, at, widget.height()))


def draw_mark(painter: QPainter, mark: Mark, middle: QPointF, colours: Colours) -> None:
    """Full for a day, half for a month, a ring for a year; dotted where it is only about then."""
    radius = scaled(RADIUS)
    round_box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    pen = QPen(QColor(colours.accent), 2)
    if mark == "circa":
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.ground))
    if mark == "span":
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(round_box.adjusted(1, 0, -1, 2 * radius), radius - 1, radius - 1)
        return
    painter.drawEllipse(round_box)
    painter.setBrush(QColor(colours.accent))
    if mark in ("day", "unknown"):
        painter.drawEllipse(round_box)
    elif mark == "month":
        painter.drawPie(round_box, 180 * 16, 180 * 16)
