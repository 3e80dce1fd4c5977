"""A line of a list that can be opened: what it is, and at the end what came of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    draw_box,
    draw_ring,
    end_of,
    is_rtl,
    leading,
    painting,
    start_of,
)
from quizapp.ui.widgets.push_button import PushButton
from quizapp.ui.words import listed

HEIGHT = 48
ICON = 20
SIDE = 14
GAP = 12


class RowButton(PushButton):
    """`words` are shortened where there is no room; `end` never."""

    def __init__(
        self, icon_name: str, words: str, end: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._icon_name = icon_name
        self._words = words
        self._end = end
        self.setAccessibleName(listed(words, end))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * SIDE + scaled(ICON) + GAP + 200, scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.underMouse() or self.isDown()
        size = scaled(ICON)
        top = (self.height() - size) / 2
        chevron = QRectF(self.width() - SIDE - size, top, size, size)
        with painting(self) as painter:
            fill = colours.hover if is_lit else colours.surface
            draw_box(painter, self.rect(), fill, colours.line, CONTROL_CORNER)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            icon = leading(self, QRectF(SIDE, top, size, size))
            draw_icon(painter, self._icon_name, colours.quiet, icon)
            name = "chevron-left" if is_rtl(self) else "chevron-right"
            draw_icon(painter, name, colours.quiet, leading(self, chevron))
            self._draw_words(painter, colours)

    def _draw_words(self, painter: QPainter, colours: Colours) -> None:
        start = SIDE + scaled(ICON) + GAP
        room = QRectF(start, 0, self.width() - 2 * start, self.height())
        bold = text_font(TextRole.BODY, bold=True)
        taken = QFontMetrics(bold).horizontalAdvance(self._end) + GAP
        plain = text_font(TextRole.BODY)
        shown = QFontMetrics(plain).elidedText(
            self._words, Qt.TextElideMode.ElideRight, round(room.width()) - taken
        )
        painter.setPen(QColor(colours.text))
        painter.setFont(plain)
        painter.drawText(leading(self, room), start_of(self), shown)
        painter.setFont(bold)
        painter.drawText(leading(self, room), end_of(self), self._end)
