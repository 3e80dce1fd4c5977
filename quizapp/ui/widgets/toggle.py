"""A switch with its words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
    start_of,
)

TRACK_WIDTH = 40
TRACK_HEIGHT = 22
GAP = 12
MARGIN = 4


class Toggle(QAbstractButton):
    """On or off; `toggled` tells. What is on is to the side where reading ends, and filled."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self._focus = KeyboardFocus(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(width - self._start() - MARGIN, 60), 10_000).toRect()
        metrics = QFontMetrics(text_font(TextRole.BODY))
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, self.text())
        return max(text.height() + 2 * MARGIN, field_height())

    def sizeHint(self) -> QSize:
        text = QFontMetrics(text_font(TextRole.BODY)).horizontalAdvance(self.text())
        return QSize(self._start() + text + 2 * MARGIN, field_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._start() + 60, field_height())

    def _start(self) -> int:
        """Where the words begin."""
        return MARGIN + scaled(TRACK_WIDTH) + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            if self._focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            self._draw_track(painter, colours)
            painter.setFont(text_font(TextRole.BODY))
            painter.setPen(QColor(colours.text if self.isEnabled() else colours.disabled))
            start = self._start()
            room = leading(self, QRectF(start, 0, self.width() - start - MARGIN, self.height()))
            painter.drawText(room, start_of(self) | Qt.TextFlag.TextWordWrap.value, self.text())

    def _draw_track(self, painter: QPainter, colours: Colours) -> None:
        width, height = scaled(TRACK_WIDTH), scaled(TRACK_HEIGHT)
        track = QRectF(MARGIN, (self.height() - height) / 2, width, height)
        is_on = self.isChecked()
        colour = (colours.accent if is_on else colours.edge) if self.isEnabled() else colours.line
        fill = colour if is_on else colours.surface
        draw_box(painter, leading(self, track), fill, colour, height / 2, 2)
        knob = height - 8
        left = track.right() - knob - 4 if is_on else track.left() + 4
        spot = QRectF(left, track.top() + 4, knob, knob)
        draw_box(painter, leading(self, spot), colours.surface if is_on else colour, None, knob / 2)
