"""Buttons, by how much they matter: one primary a page, then plain ones, then quiet ones."""

import math
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    GRID,
    TOUCH_HEIGHT,
    draw_box,
    draw_ring,
    is_rtl,
    painting,
)
from quizapp.ui.widgets.push_button import PushButton

ICON_SIZE = 20
RING_GAP = 4


class Kind(Enum):
    PRIMARY = auto()
    PLAIN = auto()
    QUIET = auto()
    DANGER = auto()


@dataclass(frozen=True, slots=True)
class _Look:
    text: str
    fill: str | None
    edge: str | None


class Button(PushButton):
    """A plain button: a verb, with an icon before it where that helps."""

    kind = Kind.PLAIN

    def __init__(self, text: str = "", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = self._font_metrics_width()
        icon = scaled(ICON_SIZE) if self._icon_name else 0
        gap = GRID if text and icon else 0
        height = max(TOUCH_HEIGHT, scaled(TOUCH_HEIGHT * 0.85))
        side = height if not text else 0
        return QSize(max(text + gap + icon + 4 * GRID, side), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look(colours_of(self.palette()))
        with painting(self) as painter:
            self._draw_ground(painter, look)
            self._draw_content(painter, look.text)

    def _draw_ground(self, painter: QPainter, look: _Look) -> None:
        box = self.rect()
        if self.keyboard_focus.is_visible:
            focus = colours_of(self.palette()).focus
            draw_ring(painter, box, focus, CONTROL_CORNER)
            box = box.adjusted(RING_GAP, RING_GAP, -RING_GAP, -RING_GAP)
        draw_box(painter, box, look.fill, look.edge, CONTROL_CORNER)

    def _draw_content(self, painter: QPainter, colour: str) -> None:
        font = text_font(TextRole.BODY, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        size = scaled(ICON_SIZE) if self._icon_name else 0
        gap = GRID if size and self._shown_text() else 0
        text_width = self._font_metrics_width()
        left = (self.width() - size - gap - text_width) / 2
        icon = QRectF(left, (self.height() - size) / 2, size, size)
        text = QRectF(left + size + gap, 0, text_width + 1, self.height())
        if is_rtl(self):
            icon.moveLeft(self.width() - icon.right())
            text.moveLeft(self.width() - text.right())
        if size:
            draw_icon(painter, self._icon_name, colour, icon)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | _MNEMONIC), self._shown_text())

    def _shown_text(self) -> str:
        return self.text()

    def _font_metrics_width(self) -> int:
        return _text_width(self._shown_text())

    def _look(self, colours: Colours) -> _Look:
        if not self.isEnabled():
            return _disabled(self.kind, colours)
        is_lit = self.underMouse() or self.isDown()
        match self.kind:
            case Kind.PRIMARY:
                fill = colours.accent_hover if is_lit else colours.accent
                return _Look(colours.accent_text, fill, None)
            case Kind.DANGER:
                fill = colours.wrong_hover if is_lit else colours.wrong
                return _Look(colours.accent_text, fill, None)
            case Kind.PLAIN:
                fill = colours.hover if is_lit else colours.surface
                return _Look(colours.text, fill, colours.edge)
            case Kind.QUIET:
                return _Look(colours.accent, colours.hover if is_lit else None, None)


class PrimaryButton(Button):
    """What one comes to the page for."""

    kind = Kind.PRIMARY


class QuietButton(Button):
    """Something that can be done besides."""

    kind = Kind.QUIET


class DangerButton(Button):
    """What cannot be taken back."""

    kind = Kind.DANGER


class IconButton(Button):
    """An icon alone; `name` is what it does, for the tool tip and for screen readers."""

    kind = Kind.QUIET

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon_name, parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setToolTip(name)
        self.setAccessibleName(name)


_MNEMONIC = Qt.TextFlag.TextShowMnemonic


def _text_width(text: str) -> int:
    if not text:
        return 0
    metrics = QFontMetricsF(text_font(TextRole.BODY, bold=True))
    return math.ceil(metrics.size(_MNEMONIC.value, text).width())


def _disabled(kind: Kind, colours: Colours) -> _Look:
    if kind is Kind.QUIET:
        return _Look(colours.disabled, None, None)
    return _Look(colours.disabled, colours.hover, colours.line)
