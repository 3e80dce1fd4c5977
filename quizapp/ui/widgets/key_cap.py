"""A key as it looks on the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import draw_box, painting

CAP = 26
CORNER = 5


def cap_width(key: str) -> int:
    """How wide the cap of `key` is: square, or wider for a word."""
    metrics = QFontMetrics(text_font(TextRole.SMALL, bold=True))
    return max(scaled(CAP), metrics.horizontalAdvance(key) + scaled(14))


def draw_key_cap(painter: QPainter, rect: QRectF, key: str, colours: Colours, text: str) -> None:
    """A key cap that fills `rect`, its letter in the colour `text`."""
    draw_box(painter, rect, colours.surface, colours.edge, CORNER)
    painter.setFont(text_font(TextRole.SMALL, bold=True))
    painter.setPen(QColor(text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class KeyCap(QWidget):
    """Shows one key, as in "press [Enter]"."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self._key), scaled(CAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_key_cap(painter, QRectF(self.rect()), self._key, colours, colours.quiet)
