"""How far one is in a quiz: a segment for each question, told apart by shape and by colour."""

from collections.abc import Collection, Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.translation import tr, tr_n
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, colours_of, scaled
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import (
    KeyboardFocus,
    centred,
    draw_box,
    draw_ring,
    is_rtl,
    painting,
)
from quizapp.ui.words import listed

HEIGHT = 22
ROOM_ABOVE = 10
ROOM_BELOW = 10
WIDEST = 96
NARROWEST_WITH_ICON = 22
NARROWEST_BOX = 9
WIDEST_FLAG = 8


class SegmentState(Enum):
    """What became of a question. ANSWERED says no more than that, as during an exam."""

    LEFT = auto()
    ANSWERED = auto()
    SKIPPED = auto()
    RIGHT = auto()
    PARTLY = auto()
    WRONG = auto()


_ICONS = {
    SegmentState.ANSWERED: "check",
    SegmentState.SKIPPED: "skip-forward",
    SegmentState.RIGHT: "check",
    SegmentState.WRONG: "x",
}


class Segments(QWidget):
    """All questions of a sitting in one line, of which one is the present one.

    A small flag stands above those that are flagged. `segment_clicked` tells which one was clicked,
    or chosen with the arrow keys and Enter; the one that the keys have come to is spoken.
    """

    segment_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: list[SegmentState] = []
        self._flagged: frozenset[int] = frozenset()
        self._current = -1
        self._cursor = 0
        self._focus = KeyboardFocus(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_states([], -1)

    def show_states(
        self,
        states: Sequence[SegmentState],
        current: int,
        flagged: Collection[int] = frozenset(),
    ) -> None:
        """Show `states`; the question at `current` is the present one, -1 for none.

        `flagged` has the positions, from 0, of those that are flagged.
        """
        self._states = list(states)
        self._flagged = frozenset(flagged)
        self._current = current
        self._cursor = max(current, 0)
        self.setAccessibleName(_summary(self._states, current, len(self._flagged)))
        self.setAccessibleDescription(self._words_at(self._cursor) if states else "")
        self.update()

    def _words_at(self, index: int) -> str:
        form = tr("Question {n}: {state}")
        if index in self._flagged:
            form = tr("Question {n}: {state}, flagged")
        return form.format(n=index + 1, state=_state_words(self._states[index]))

    def _move_cursor(self, index: int) -> None:
        """To `index`, or to the end that lies before it; a screen reader says what is there."""
        self._cursor = min(max(index, 0), len(self._states) - 1)
        words = self._words_at(self._cursor)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            min(len(self._states), 20) * 24, scaled(ROOM_ABOVE) + scaled(HEIGHT) + ROOM_BELOW
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def segment_at(self, position: QPointF) -> int:
        """The segment at `position`, -1 beside them."""
        for index in range(len(self._states)):
            if self._slot(index).contains(position):
                return index
        return -1

    def _slot(self, index: int) -> QRectF:
        """The room of one segment, half of the gaps beside it included."""
        count = len(self._states)
        width = min(self.width() / count, scaled(WIDEST))
        left = index * width
        if is_rtl(self):
            left = self.width() - (index + 1) * width
        return QRectF(left, 0, width, self.height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            for index, state in enumerate(self._states):
                slot = self._slot(index)
                gap = 2.0 if slot.width() > 12 else 1.0
                box = slot.adjusted(gap, scaled(ROOM_ABOVE) + 2, -gap, -ROOM_BELOW + 2)
                self._draw_segment(painter, box, state, colours, is_current=index == self._current)
                if index in self._flagged:
                    _draw_flag(painter, box, colours.accent)
                if index == self._cursor and self._focus.is_visible:
                    around = slot.adjusted(0, scaled(ROOM_ABOVE), 0, -ROOM_BELOW + 4)
                    draw_ring(painter, around, colours.focus, 6)

    def _draw_segment(
        self,
        painter: QPainter,
        box: QRectF,
        state: SegmentState,
        colours: Colours,
        *,
        is_current: bool,
    ) -> None:
        _draw_state(painter, box, state, colours)
        if is_current:
            if state is SegmentState.LEFT:
                draw_box(painter, box, colours.accent_soft, colours.accent, 5, 2)
            _draw_pointer(painter, box, colours.accent)
        icon = _ICONS.get(state)
        if icon and box.width() >= scaled(NARROWEST_WITH_ICON):
            draw_icon(painter, icon, _icon_colour(state, colours), centred(box, scaled(14)))

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.segment_at(event.position())
        if index >= 0:
            self.segment_clicked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps and self._states:
            self._move_cursor(self._cursor + (-steps[key] if is_rtl(self) else steps[key]))
        elif key in ENTER | {Qt.Key.Key_Space} and self._states:
            self.segment_clicked.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.segment_at(QPointF(event.pos()))
            if index >= 0:
                QToolTip.showText(event.globalPos(), self._words_at(index), self)
            return True
        return super().event(event)


def _draw_state(painter: QPainter, box: QRectF, state: SegmentState, colours: Colours) -> None:
    if box.width() < NARROWEST_BOX:
        _draw_narrow_state(painter, box, state, colours)
        return
    corner = min(5.0, box.width() / 3)
    match state:
        case SegmentState.RIGHT:
            draw_box(painter, box, colours.right, None, corner)
        case SegmentState.PARTLY:
            draw_box(painter, box, colours.partly_soft, colours.partly, corner, 1.5)
            half = box.adjusted(0, box.height() / 2, 0, 0)
            draw_box(painter, half, colours.partly, None, corner)
        case SegmentState.WRONG:
            draw_box(painter, box, colours.wrong_soft, colours.wrong, corner, 2)
        case SegmentState.ANSWERED:
            draw_box(painter, box, colours.quiet, None, corner)
        case SegmentState.SKIPPED:
            draw_box(painter, box, None, colours.edge, corner, 1.5)
        case SegmentState.LEFT:
            line = QRectF(box.left(), box.center().y() - 2.5, box.width(), 5)
            draw_box(painter, line, colours.edge, None, 3)


def _draw_narrow_state(
    painter: QPainter, box: QRectF, state: SegmentState, colours: Colours
) -> None:
    """Too narrow for outlines and icons: the height tells the states apart."""
    colour, share = {
        SegmentState.RIGHT: (colours.right, 1.0),
        SegmentState.ANSWERED: (colours.quiet, 1.0),
        SegmentState.PARTLY: (colours.partly, 0.65),
        SegmentState.WRONG: (colours.wrong, 0.35),
        SegmentState.SKIPPED: (colours.edge, 0.15),
        SegmentState.LEFT: (colours.edge, 0.15),
    }[state]
    height = box.height() * share
    low = QRectF(box.left(), box.bottom() - height, box.width(), height)
    draw_box(painter, low, colour, None, min(2.0, box.width() / 3))


def _icon_colour(state: SegmentState, colours: Colours) -> str:
    match state:
        case SegmentState.WRONG:
            return colours.wrong
        case SegmentState.SKIPPED:
            return colours.quiet
    return colours.surface


def _draw_pointer(painter: QPainter, box: QRectF, colour: str) -> None:
    """A small triangle below the present question."""
    x, y = box.center().x(), box.bottom() + 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(x - 6, y + 6), QPointF(x + 6, y + 6), QPointF(x, y)]))


def _draw_flag(painter: QPainter, box: QRectF, colour: str) -> None:
    """A pennant on its pole above a flagged question, as wide as there is room for."""
    width, height = min(scaled(WIDEST_FLAG), box.width()), scaled(ROOM_ABOVE)
    left, top = box.center().x() - width / 2, box.top() - height - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(QRectF(left, top, width / 5, height))
    cloth = height * 0.6
    tip = QPointF(left + width, top + cloth / 2)
    painter.drawPolygon(QPolygonF([QPointF(left, top), tip, QPointF(left, top + cloth)]))


def _state_words(state: SegmentState) -> str:
    return {
        SegmentState.LEFT: tr("to come"),
        SegmentState.ANSWERED: tr("answered"),
        SegmentState.SKIPPED: tr("skipped"),
        SegmentState.RIGHT: tr("right"),
        SegmentState.PARTLY: tr("partly right"),
        SegmentState.WRONG: tr("not right"),
    }[state]


def _summary(states: Sequence[SegmentState], current: int, flagged: int) -> str:
    """In words, as in: Question 3 of 10, 2 right, 1 flagged."""
    if current >= 0:
        place = tr("Question {number} of {count}")
        parts = [place.format(number=current + 1, count=len(states))]
    else:
        parts = [tr_n("{n} question", "{n} questions", len(states))]
    for state in SegmentState:
        count = states.count(state)
        if count and state is not SegmentState.LEFT:
            parts.append(_count_words(state, count))
    if flagged:
        parts.append(tr_n("{n} flagged", "{n} flagged", flagged))
    return listed(*parts)


def _count_words(state: SegmentState, count: int) -> str:
    return {
        SegmentState.LEFT: tr_n("{n} to come", "{n} to come", count),
        SegmentState.ANSWERED: tr_n("{n} answered", "{n} answered", count),
        SegmentState.SKIPPED: tr_n("{n} skipped", "{n} skipped", count),
        SegmentState.RIGHT: tr_n("{n} right", "{n} right", count),
        SegmentState.PARTLY: tr_n("{n} partly right", "{n} partly right", count),
        SegmentState.WRONG: tr_n("{n} not right", "{n} not right", count),
    }[state]
