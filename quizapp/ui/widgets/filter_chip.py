"""A chip that can be chosen: one of several things to let through, any number of them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.painting import (
    KeyboardFocus,
    draw_box,
    draw_ring,
    end_of,
    leading,
    painting,
    start_of,
)
from quizapp.ui.words import listed

ICON = 18
SIDE = 14
GAP = 8


class FilterChip(QAbstractButton):
    """A word, with an icon or without; a tick in the icon's place when it is on. `toggled` tells.

    `set_count` puts beside the word how many things it would let through.
    """

    def __init__(self, words: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._words = words
        self._count = ""
        self._focus = KeyboardFocus(self)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set_count(self, count: int) -> None:
        """How many; what lets nothing through cannot be chosen."""
        self._count = self.locale().toString(count)
        self.setEnabled(count > 0 or self.isChecked())
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        self.setText(self._words)
        self.setAccessibleName(listed(self._words, self._count))

    def sizeHint(self) -> QSize:
        return QSize(2 * SIDE + scaled(ICON) + GAP + self._written(bold=True) + 2, field_height())

    def _written(self, *, bold: bool) -> int:
        """How wide the words are with the count."""
        metrics = QFontMetrics(text_font(TextRole.BODY, bold=bold))
        count = metrics.horizontalAdvance(self._count) + GAP if self._count else 0
        return metrics.horizontalAdvance(self._words) + count

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_on = self.isChecked()
        text = colours.accent if is_on else colours.text
        fill = colours.accent_soft if is_on else colours.surface
        if not self.isEnabled():
            text, fill = colours.disabled, colours.surface
        elif self.underMouse() and not is_on:
            fill = colours.hover
        edge = colours.accent if is_on else colours.edge
        corner = self.height() / 2
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, corner, 2 if is_on else 1)
            if self._focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, corner)
            start, end = self._sides()
            self._draw_mark(painter, text)
            room = QRectF(start, 0, self.width() - start - end, self.height())
            painter.setPen(QColor(text))
            painter.setFont(text_font(TextRole.BODY, bold=is_on))
            painter.drawText(leading(self, room), start_of(self), self._words)
            painter.setPen(QColor(colours.quiet if self.isEnabled() else colours.disabled))
            painter.setFont(text_font(TextRole.BODY))
            painter.drawText(leading(self, room), end_of(self), self._count)

    def _draw_mark(self, painter: QPainter, colour: str) -> None:
        if mark := self._mark():
            size = scaled(ICON)
            room = QRectF(SIDE, (self.height() - size) / 2, size, size)
            draw_icon(painter, mark, colour, leading(self, room))

    def _mark(self) -> str:
        return "check" if self.isChecked() else self._icon_name

    def _sides(self) -> tuple[float, float]:
        """The room before and behind what is written, which without a mark is in the middle."""
        if self._mark():
            return SIDE + scaled(ICON) + GAP, SIDE
        side = (self.width() - self._written(bold=False)) / 2
        return side, side
