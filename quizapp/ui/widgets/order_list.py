"""Rows to be put in order, by dragging, with buttons or with keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.edge_scroller import EdgeScroller
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.order_row import OrderRow
from quizapp.ui.widgets.painting import CORNER, GRID, painting
from quizapp.ui.widgets.reveal import reveal

_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderList(QWidget):
    """Items are named by their place in `texts`.

    `moved` tells that a person changed the order, `confirm_requested` of Enter on a row. The list
    is one focus stop: arrows go from row to row, with Alt or Ctrl they take the row along.
    """

    moved = Signal()
    confirm_requested = Signal()

    def __init__(
        self, texts: Sequence[str], parent: QWidget | None = None, *, media: Media = NO_MEDIA
    ) -> None:
        super().__init__(parent)
        self.rows = [OrderRow(text, self, media=media) for text in texts]
        self._order = list(range(len(texts)))
        self._is_read_only = False
        self._grabbed: OrderRow | None = None
        self._drag: _Drag | None = None
        self._press = QPoint()
        self._scroller = EdgeScroller(self)
        self._scroller.scrolled.connect(self._follow)
        for row in self.rows:
            row.installEventFilter(self)
            row.move_requested.connect(self._on_move_requested)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_order(self._order)

    def order(self) -> tuple[int, ...]:
        """The items as they stand now, from above."""
        return tuple(self._order)

    def set_order(self, order: Sequence[int]) -> None:
        """Show another order; nothing is told."""
        self._order = list(order)
        for place, row in enumerate(self.shown_rows(), start=1):
            row.set_place(place, len(self._order))
            row.raise_()  # a screen reader reads the children in this order
        self._stop_at(self.shown_rows()[0])
        self._arrange()

    def shown_rows(self) -> list[OrderRow]:
        """The rows as they stand now, from above."""
        return [self.rows[item] for item in self._order]

    def set_read_only(self, read_only: bool) -> None:
        """Nothing moves then."""
        self._cancel_drag()
        self._is_read_only = read_only
        for row in self.rows:
            row.set_read_only(read_only)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.ClickFocus)
        if not read_only:
            self._stop_at(self.shown_rows()[0])
        self.updateGeometry()

    def focus_row(self, position: int, reason: Qt.FocusReason) -> None:
        """Give the focus to the row at `position`, from 0."""
        row = self.shown_rows()[position]
        self._stop_at(row)
        row.setFocus(reason)
        reveal(row)

    def _stop_at(self, stop: OrderRow) -> None:
        """Let Tab stop at this row alone."""
        for row in self.rows:
            is_stop = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    # Moving

    def move_row(self, row: OrderRow, target: int) -> None:
        """Let `row` be at `target`, from 0, and tell; no place beyond the ends."""
        if self._is_read_only or not 0 <= target < len(self._order):
            return
        if self._take_to(row, target):
            self._tell(row)

    def _take_to(self, row: OrderRow, target: int) -> bool:
        item = self.rows.index(row)
        if self._order.index(item) == target:
            return False
        self._order.remove(item)
        self._order.insert(target, item)
        for place, each in enumerate(self.shown_rows(), start=1):
            each.set_place(place, len(self._order))
        self._arrange()
        return True

    def _tell(self, row: OrderRow) -> None:
        for each in self.shown_rows():
            each.raise_()
        self._stop_at(row)
        words = tr("{item}: now {n} of {count}").format(
            item=row.words, n=self.shown_rows().index(row) + 1, count=len(self._order)
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(row, words))
        reveal(row)
        self.moved.emit()

    def _on_move_requested(self, by: int) -> None:
        row = self.sender()
        if isinstance(row, OrderRow):
            self.move_row(row, self.shown_rows().index(row) + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.shown_rows()
        at = next((n for n, row in enumerate(rows) if row.hasFocus()), -1)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._cancel_drag()
        elif key in ENTER and at >= 0:
            self.confirm_requested.emit()
        elif at >= 0 and key in _STEPS and event.modifiers() & _MOVING:
            self.move_row(rows[at], at + _STEPS[key])
        elif at >= 0 and (target := _row_for(key, at, len(rows))) is not None:
            self.focus_row(target, Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # Dragging

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press, move and release of a row; a finger does the same as the mouse."""
        if isinstance(watched, OrderRow) and isinstance(event, QMouseEvent):
            return not self._is_read_only and self._on_mouse(watched, event)
        return super().eventFilter(watched, event)

    def _on_mouse(self, row: OrderRow, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            if event.button() == Qt.MouseButton.LeftButton:
                self._grabbed, self._press = row, at
                self._stop_at(row)
        elif event.type() == QEvent.Type.MouseMove and self._grabbed is not None:
            self._on_pulled(self._grabbed, at)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._on_released()
        else:
            return False
        return True

    def _on_pulled(self, row: OrderRow, at: QPoint) -> None:
        if self._drag is None:
            if abs(at.y() - self._press.y()) < QApplication.startDragDistance():
                return
            self._drag = _Drag(row, row.mapFromGlobal(self._press).y(), self.order())
            row.set_lifted(True)
            row.raise_()
        self._scroller.follow(at)
        self._follow(at)

    def _follow(self, at: QPoint) -> None:
        """Let the dragged row follow the pointer, and the others make room where it would drop."""
        drag = self._drag
        if drag is None:
            return
        lowest = self.height() - drag.row.height()
        top = min(max(self.mapFromGlobal(at).y() - drag.grip, 0), lowest)
        self._take_to(drag.row, self._nearest_place(drag.row, top))
        drag.row.move(0, top)
        self.update()

    def _nearest_place(self, row: OrderRow, top: int) -> int:
        """Where a row that is held at `top` would drop."""
        tops, used = [0], 0
        for other in self.shown_rows():
            if other is not row:
                used += other.height() + GRID
                tops.append(used)
        return min(range(len(tops)), key=lambda place: abs(tops[place] - top))

    def _on_released(self) -> None:
        drag = self._end_drag()
        if drag is not None and drag.before != self.order():
            self._tell(drag.row)

    def _cancel_drag(self) -> None:
        drag = self._end_drag()
        if drag is not None:
            self.set_order(drag.before)
            self._stop_at(drag.row)

    def _end_drag(self) -> "_Drag | None":
        drag, self._drag, self._grabbed = self._drag, None, None
        self._scroller.stop()
        if drag is not None:
            drag.row.set_lifted(False)
            self._arrange()
        return drag

    # Sizes and painting

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [row.heightForWidth(width) for row in self.rows]
        return sum(heights) + GRID * (len(heights) - 1)

    def sizeHint(self) -> QSize:
        width = max(row.sizeHint().width() for row in self.rows)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max(row.minimumSizeHint().width() for row in self.rows)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def _arrange(self) -> None:
        """Stack the rows; the dragged one keeps its place in the hand."""
        top = 0
        for row in self.shown_rows():
            height = row.heightForWidth(self.width())
            room = QRect(0, top, self.width(), height)
            if self._drag is not None and row is self._drag.row:
                self._drag.slot = room
                row.resize(room.size())
            else:
                row.setGeometry(room)
            top += height + GRID
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The place where the dragged row would drop."""
        if self._drag is None:
            return
        colours = colours_of(self.palette())
        with painting(self) as painter:
            painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(self._drag.slot.adjusted(1, 1, -1, -1), CORNER, CORNER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)


class _Drag:
    """A row in the hand: held `grip` pixels below its top, taken out of the order `before`."""

    def __init__(self, row: OrderRow, grip: int, before: tuple[int, ...]) -> None:
        self.row = row
        self.grip = grip
        self.before = before
        self.slot = row.geometry()


def _row_for(key: Qt.Key, at: int, count: int) -> int | None:
    """The row to which a key leads from the row `at`."""
    places = {
        Qt.Key.Key_Up: max(at - 1, 0),
        Qt.Key.Key_Down: min(at + 1, count - 1),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: count - 1,
    }
    return places.get(key)
