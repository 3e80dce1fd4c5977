"""A line of a list that can be opened: what it is, and at the end what came of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
)

HEIGHT = 48
ICON = 20
SIDE = 14
GAP = 12


class RowButton(QPushButton):
    """`words` are shortened where there is no room; `end` never."""

    def __init__(
        self, icon_name: str, words: str, end: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._words = words
        self._end = end
        self._focus = KeyboardFocus(self)
        self.setAccessibleName(", ".join(part for part in (words, end) if part))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * SIDE + scaled(ICON) + GAP + 200, scaled(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.underMouse() or self.isDown()
        size = scaled(ICON)
        top = (self.height() - size) / 2
        chevron = QRectF(self.width() - SIDE - size, top, size, size)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with painting(self) as painter:
            fill = colours.hover if is_lit else colours.surface
            draw_box(painter, self.rect(), fill, colours.line, CONTROL_CORNER)
            if self._focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            icon = leading(self, QRectF(SIDE, top, size, size))
            draw_icon(painter, self._icon_name, colours.quiet, icon)
            name = "chevron-left" if is_rtl else "chevron-right"
            draw_icon(painter, name, colours.quiet, leading(self, chevron))
            self._draw_words(painter, colours, is_rtl=is_rtl)

    def _draw_words(self, painter: QPainter, colours: Colours, *, is_rtl: bool) -> None:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        begin, finish = (right, left) if is_rtl else (left, right)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
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
        painter.drawText(leading(self, room), int(begin | middle), shown)
        painter.setFont(bold)
        painter.drawText(leading(self, room), int(finish | middle), self._end)
