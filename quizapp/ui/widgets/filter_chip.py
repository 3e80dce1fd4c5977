"""A chip that can be chosen: one of several things to let through, any number of them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.painting import KeyboardFocus, draw_box, draw_ring, leading, painting

ICON = 18
SIDE = 14
GAP = 8


class FilterChip(QAbstractButton):
    """A word with an icon, a tick in the icon's place when it is on; `toggled` tells.

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
        self.setAccessibleName(f"{self._words}, {self._count}" if self._count else self._words)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(text_font(TextRole.BODY, bold=True))
        words = metrics.horizontalAdvance(self._words)
        count = metrics.horizontalAdvance(self._count) + GAP if self._count else 0
        return QSize(2 * SIDE + scaled(ICON) + GAP + words + count + 2, field_height())

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
        size = scaled(ICON)
        icon = QRectF(SIDE, (self.height() - size) / 2, size, size)
        start = SIDE + size + GAP
        room = QRectF(start, 0, self.width() - start - SIDE, self.height())
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, corner, 2 if is_on else 1)
            if self._focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, corner)
            draw_icon(painter, self._mark(), text, leading(self, icon))
            painter.setPen(QColor(text))
            painter.setFont(text_font(TextRole.BODY, bold=is_on))
            begin, end = self._sides()
            painter.drawText(leading(self, room), begin, self._words)
            painter.setPen(QColor(colours.quiet if self.isEnabled() else colours.disabled))
            painter.setFont(text_font(TextRole.BODY))
            painter.drawText(leading(self, room), end, self._count)

    def _mark(self) -> str:
        if self.isChecked():
            return "check"
        return self._icon_name or "plus"

    def _sides(self) -> tuple[int, int]:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        return int(left | middle), int(right | middle)
