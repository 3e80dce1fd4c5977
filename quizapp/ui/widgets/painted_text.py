"""Text in painted rows: wrapped, cut after so many lines, each in the direction of its writing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.fields import NARROWEST_TEXT, wrapped
from quizapp.ui.widgets.painting import leading, start_of


def text_height(text: str, font: QFont, width: int, most_lines: int = 0) -> int:
    """How high `text` is when its lines are at most `width` wide; 0 lines are as many as needed."""
    metrics = QFontMetrics(font)
    height = wrapped(metrics, text, width).height()
    return min(height, most_lines * metrics.lineSpacing()) if most_lines else height


def draw_text(
    painter: QPainter, widget: QWidget, room: QRectF, text: str, font: QFont, colour: str
) -> None:
    """Draw `text` from the top of `room`, which is measured from where reading begins.

    What is higher than the room is cut after a whole line, with three points at the end.
    """
    direction = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = start_of(widget) & ~Qt.AlignmentFlag.AlignVCenter
    flags = (side | Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextWordWrap.value
    painter.drawText(leading(widget, room), flags, _cut(text, font, room))
    painter.setLayoutDirection(direction)


def _cut(text: str, font: QFont, room: QRectF) -> str:
    """As much of `text` as finds place in `room`."""
    metrics = QFontMetrics(font)
    width = max(round(room.width()), NARROWEST_TEXT)
    if wrapped(metrics, text, width).height() <= room.height() + 1:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        is_fitting = wrapped(metrics, f"{text[:middle]}…", width).height() <= room.height() + 1
        low, high = (middle, high) if is_fitting else (low, middle - 1)
    return f"{text[:low].rstrip()}…"
