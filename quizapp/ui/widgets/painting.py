"""What the painted widgets share: boxes, the focus ring, and knowing when to show it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

GRID = 8
CORNER = 10.0
CONTROL_CORNER = 8.0
TOUCH_HEIGHT = 40
RING_WIDTH = 2.0

_KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_KEYBOARD_USED = "quizapp_keyboard_used"


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """A painter on `widget` with smooth edges, ended even when something is raised."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: str | None,
    edge: str | None = None,
    corner: float = CORNER,
    width: float = 1.0,
) -> None:
    """A rounded box that stays inside `rect`, its edge included."""
    inset = width / 2 if edge else 0.0
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, max(corner - inset, 0.0), max(corner - inset, 0.0))


def draw_ring(painter: QPainter, rect: QRect | QRectF, colour: str, corner: float) -> None:
    """The focus ring along the edge of `rect`."""
    draw_box(painter, rect, None, colour, corner, RING_WIDTH)


def centred(rect: QRect | QRectF, size: float) -> QRectF:
    """The square of `size` in the middle of `rect`."""
    box = QRectF(0, 0, size, size)
    box.moveCenter(QRectF(rect).center())
    return box


def leading(widget: QWidget, rect: QRectF) -> QRectF:
    """`rect`, measured from the side where reading begins, as it lies in `widget`."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return rect
    return QRectF(widget.width() - rect.right(), rect.top(), rect.width(), rect.height())


def is_rtl(widget: QWidget) -> bool:
    """Whether reading begins at the right in `widget`."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def start_of(widget: QWidget) -> Qt.AlignmentFlag:
    """To the side where reading begins in the program, whatever the text is written in."""
    side = Qt.AlignmentFlag.AlignRight if is_rtl(widget) else Qt.AlignmentFlag.AlignLeft
    return side | _MIDDLE


def end_of(widget: QWidget) -> Qt.AlignmentFlag:
    """To the side where reading ends in the program, whatever the text is written in."""
    side = Qt.AlignmentFlag.AlignLeft if is_rtl(widget) else Qt.AlignmentFlag.AlignRight
    return side | _MIDDLE


class KeyboardFocus(QObject):
    """Knows whether `widget` should show a focus ring: when the keyboard brought the focus.

    Focus that the program gives shows a ring when the person's last deed in the window was a key.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._is_visible = False
        widget.installEventFilter(self)

    @property
    def is_visible(self) -> bool:
        return self._is_visible

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isValid(self._widget):  # it loses the focus while it is being destroyed
            return False
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._on_focus(event.reason())
        elif kind == QEvent.Type.FocusOut:
            self._is_visible = False
            self._widget.update()
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._on_deed(by_keyboard=kind == QEvent.Type.KeyPress)
        return False

    def _on_focus(self, reason: Qt.FocusReason) -> None:
        window = self._widget.window()
        if reason in _KEYBOARD_REASONS:
            window.setProperty(_KEYBOARD_USED, True)
        by_mouse = reason == Qt.FocusReason.MouseFocusReason
        self._is_visible = bool(window.property(_KEYBOARD_USED)) and not by_mouse
        self._widget.update()

    def _on_deed(self, *, by_keyboard: bool) -> None:
        self._is_visible = by_keyboard and self._widget.hasFocus()
        self._widget.window().setProperty(_KEYBOARD_USED, by_keyboard)
        self._widget.update()
