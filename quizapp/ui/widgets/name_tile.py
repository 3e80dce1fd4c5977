"""A person to choose: their initials in a disc, and their name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import (
    CORNER,
    draw_box,
    draw_ring,
    leading,
    painting,
    start_of,
)
from quizapp.ui.widgets.push_button import PushButton

HEIGHT = 64
DISC = 36
SIDE = 14
GAP = 12
NARROWEST_NAME = 80


def initials(name: str) -> str:
    """One letter, or the first ones of the first and the last word."""
    words = name.split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words[:1]
    return "".join(word[0] for word in ends).upper()


class NameTile(PushButton):
    """A button with a person's name, which is shortened where there is no room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(scaled(SIDE + DISC + GAP + NARROWEST_NAME + SIDE))

    def sizeHint(self) -> QSize:
        name = QFontMetrics(text_font(TextRole.BODY, bold=True)).horizontalAdvance(self._name)
        return QSize(self._start() + name + SIDE, scaled(HEIGHT))

    def _start(self) -> int:
        return SIDE + scaled(DISC) + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.underMouse() or self.isDown()
        with painting(self) as painter:
            fill = colours.hover if is_lit else colours.surface
            draw_box(painter, self.rect(), fill, colours.edge, CORNER)
            self._draw_disc(painter, colours)
            self._draw_name(painter, colours)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CORNER)

    def _draw_disc(self, painter: QPainter, colours: Colours) -> None:
        size = scaled(DISC)
        disc = leading(self, QRectF(SIDE, (self.height() - size) / 2, size, size))
        draw_box(painter, disc, colours.accent_soft, None, size / 2)
        painter.setPen(QColor(colours.accent))
        painter.setFont(text_font(TextRole.SMALL, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(self._name))

    def _draw_name(self, painter: QPainter, colours: Colours) -> None:
        room = QRectF(self._start(), 0, self.width() - self._start() - SIDE, self.height())
        font = text_font(TextRole.BODY, bold=True)
        words = QFontMetrics(font).elidedText(
            self._name, Qt.TextElideMode.ElideRight, round(room.width())
        )
        self.setToolTip("" if words == self._name else self._name)
        painter.setPen(QColor(colours.text))
        painter.setFont(font)
        painter.drawText(leading(self, room), start_of(self), words)
