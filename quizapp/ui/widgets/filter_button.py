"""A chip that says what is chosen of one kind, and opens a list to choose from."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.painting import draw_box, draw_ring, leading, painting, start_of
from quizapp.ui.widgets.push_button import PushButton

ICON = 16
SIDE = 11
GAP = 5
WIDEST = 260


class FilterButton(PushButton):
    """`name` alone while nothing is chosen, then "Topic: Dates, Figures". A tick says so too."""

    def __init__(self, name: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._name = name
        self._icon_name = icon_name
        self._chosen = ""
        self._is_on = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chosen("")

    def set_chosen(self, words: str, *, narrows: bool = True) -> None:
        """Say what is chosen; with `narrows` it is marked as letting through only some."""
        self._chosen = words
        self._is_on = bool(words) and narrows
        shown = tr("{name}: {chosen}").format(name=self._name, chosen=words)
        self.setText(shown if words else self._name)
        all_of_it = tr("{name}: all").format(name=self._name)
        self.setAccessibleName(shown if words else all_of_it)
        self.updateGeometry()
        self.update()

    @property
    def chosen(self) -> str:
        """What it says is chosen; "" for nothing."""
        return self._chosen

    def _icon(self) -> str:
        return "check" if self._is_on else self._icon_name

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(text_font(TextRole.BODY, bold=True))
        icons = 2 if self._icon() else 1
        width = metrics.horizontalAdvance(self.text()) + icons * (scaled(ICON) + GAP) + 2 * SIDE
        return QSize(min(width + 2, scaled(WIDEST)), field_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        text = colours.accent if self._is_on else colours.text
        fill = colours.accent_soft if self._is_on else colours.surface
        if self.underMouse() and not self._is_on:
            fill = colours.hover
        edge = colours.accent if self._is_on else colours.edge
        corner = self.height() / 2
        size = scaled(ICON)
        top = (self.height() - size) / 2
        start = SIDE + (size + GAP if self._icon() else 0)
        room = QRectF(start, 0, self.width() - start - SIDE - size - GAP, self.height())
        font = text_font(TextRole.BODY, bold=self._is_on)
        words = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(room.width())
        )
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, corner, 2 if self._is_on else 1)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, corner)
            if icon := self._icon():
                draw_icon(painter, icon, text, leading(self, QRectF(SIDE, top, size, size)))
            chevron = QRectF(self.width() - SIDE - size, top, size, size)
            draw_icon(painter, "chevron-down", text, leading(self, chevron))
            painter.setFont(font)
            painter.setPen(QColor(text))
            painter.drawText(leading(self, room), start_of(self), words)
