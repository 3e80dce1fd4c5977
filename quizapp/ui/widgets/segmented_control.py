"""Pick one of few, all of them in sight."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
)

Value = TypeVar("Value")

SIDE = 14
TICK = 16


class SegmentedControl(QWidget, Generic[Value]):
    """One focus stop; the arrow keys choose. `chosen` tells the value of what the person chose.

    What finds no room stands on a second line. With `can_clear` nothing is chosen at first, and
    choosing the chosen one again clears it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[Value, str]],
        parent: QWidget | None = None,
        *,
        can_clear: bool = False,
    ) -> None:
        super().__init__(parent)
        self._can_clear = can_clear
        self._was_chosen: Value | None = None
        self.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(3, 3, 3, 3)
        lines = FlowLayout(gap=2, line_gap=2)
        box.addLayout(lines)
        self._segments: list[tuple[Value, _Segment]] = []
        for value, words in choices:
            segment = _Segment(words)
            segment.clicked.connect(self._on_clicked)
            lines.addWidget(segment)
            self._segments.append((value, segment))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.set_value(None if can_clear else self._segments[0][0])

    def value(self) -> Value:
        """The chosen one; where it can be cleared, ask `value_or_none`."""
        return next(value for value, segment in self._segments if segment.isChecked())

    def value_or_none(self) -> Value | None:
        """The chosen one; None where none is."""
        chosen = [value for value, segment in self._segments if segment.isChecked()]
        return chosen[0] if chosen else None

    def set_value(self, value: Value | None) -> None:
        """Choose without telling, or clear; nothing happens when there is no such choice."""
        if value is None and self._can_clear:
            self._clear()
        for other, segment in self._segments:
            if other == value:
                segment.setChecked(True)
        self._note_chosen()

    def _note_chosen(self) -> None:
        """Remember what is chosen; Tab stops there, or at the first where nothing is."""
        self._was_chosen = self.value_or_none()
        segments = [segment for _, segment in self._segments]
        stop = next((each for each in segments if each.isChecked()), segments[0])
        for segment in segments:
            is_stop = segment is stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    def _clear(self) -> None:
        for _, segment in self._segments:
            segment.setAutoExclusive(False)
            segment.setChecked(False)
            segment.setAutoExclusive(True)

    def _on_clicked(self) -> None:
        if self._can_clear and self.value_or_none() == self._was_chosen:
            self._clear()
        self._note_chosen()
        self.chosen.emit(self._was_chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.surface, colours.edge, CONTROL_CORNER + 2)


class _Segment(QAbstractButton):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._focus = KeyboardFocus(self)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(text_font(TextRole.BODY, bold=True)).horizontalAdvance(self.text())
        return QSize(text + 2 * SIDE + scaled(TICK) + 6, field_height() - 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_chosen = self.isChecked()
        fill = colours.hover if self.underMouse() and self.isEnabled() else None
        text = colours.text if self.isEnabled() else colours.disabled
        if is_chosen and self.isEnabled():
            fill, text = colours.accent, colours.accent_text
        with painting(self) as painter:
            box = self.rect()
            if self._focus.is_visible:
                draw_ring(painter, box, colours.focus, CONTROL_CORNER)
                box = box.adjusted(4, 4, -4, -4)
            draw_box(painter, box, fill, None, CONTROL_CORNER - 1)
            painter.setFont(text_font(TextRole.BODY, bold=is_chosen))
            painter.setPen(QColor(text))
            words = self.rect()
            if is_chosen:
                size = scaled(TICK)
                tick = QRectF(SIDE - 2, (self.height() - size) / 2, size, size)
                draw_icon(painter, "check", text, leading(self, tick))
                words = leading(
                    self, QRectF(SIDE + size, 0, self.width() - SIDE - size, 1)
                ).toRect()
                words.setHeight(self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
