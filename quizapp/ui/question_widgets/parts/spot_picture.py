"""A picture on which marks are set: by clicks, by choosing a region, or with a crosshair."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.questions.hotspot import Hotspot, Marks
from quizapp.translation import tr, tr_n
from quizapp.ui.pictures import Media
from quizapp.ui.question_widgets.base import key_of_position
from quizapp.ui.question_widgets.parts.region_stop import RegionStop
from quizapp.ui.question_widgets.parts.scaled_picture import ScaledPicture
from quizapp.ui.question_widgets.parts.spots import (
    MARK,
    SpotState,
    badge_place,
    box_in,
    draw_badge,
    draw_crosshair,
    draw_focus,
    draw_mark,
    draw_outline,
    outline_of,
    place_in,
    point_at,
)
from quizapp.ui.theme import Colours, colours_of, scaled
from quizapp.ui.widgets.announcing import announce
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import (
    KeyboardFocus,
    painting,
)
from quizapp.values.shapes import Point

STEP, LARGE_STEP = 0.02, 0.1
MIDDLE: Point = (0.5, 0.5)

_STEPS: dict[int, Point] = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}
_TAKING_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SpotPicture(ScaledPicture):
    """`changed` tells that a person set, moved or took away a mark, `refused` that all are set.

    Regions that are shown are chosen, each by one mark; they are stops for the keyboard. Where
    none is shown, marks are set anywhere, and moved by dragging.
    """

    changed = Signal()
    refused = Signal()
    confirm_requested = Signal()

    def __init__(
        self, question: Hotspot, order: Sequence[int], media: Media, parent: QWidget | None = None
    ) -> None:
        super().__init__(media.get(question.image, b""), question.image_alt, parent)
        self._question = question
        self._order = tuple(order)
        self._marks: list[Point] = []
        self._states: Mapping[int, SpotState] = {}
        self._mark_states: Sequence[SpotState] = ()
        self._is_read_only = False
        self._cross = MIDDLE
        self._held: int | None = None
        self._press = QPointF()
        self._has_moved = False
        self._focus = KeyboardFocus(self)
        self._stops: list[RegionStop] = []
        self._set_up()

    def _set_up(self) -> None:
        if self._question.show_regions:
            self._stops = [self._make_stop(shown) for shown in range(len(self._order))]
            self._stop_at(0)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._describe()
        self._set_cursor()

    def _make_stop(self, shown: int) -> RegionStop:
        region = self._question.regions[self._order[shown]]
        stop = RegionStop(shown, key_of_position(shown), region.label, self)
        stop.clicked.connect(self._on_stop_clicked)
        stop.step_requested.connect(self._on_step_requested)
        stop.confirm_requested.connect(self.confirm_requested)
        return stop

    # What is marked

    def marks(self) -> Marks:
        """The marks in the order they were set."""
        return tuple(self._marks)

    def set_marks(self, marks: Marks) -> None:
        """Show other marks; nothing is told."""
        self._marks = list(marks)
        self._describe()
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """No mark changes then."""
        self._is_read_only = read_only
        self._held = None
        for stop in self._stops:
            stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            stop.is_read_only = read_only
        if self._stops and not read_only:
            self._stop_at(0)
        elif not self._stops:
            strong, none = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus
            self.setFocusPolicy(none if read_only else strong)
        self._set_cursor()
        self.update()

    def show_result(
        self, regions: Mapping[int, SpotState], marks: Sequence[SpotState], words: Mapping[int, str]
    ) -> None:
        """Outline these regions, by their places in the question, and mark the marks.

        `words` say to screen readers what became of a region.
        """
        self._states, self._mark_states = regions, marks
        for place, stop in zip(self._order, self._stops, strict=False):
            stop.setAccessibleDescription(words.get(place, ""))
        self.update()

    def toggle_position(self, shown: int) -> None:
        """Choose the region at this position, or take that back."""
        if not self._is_read_only:
            self._stop_at(shown)
            self._toggle(self._order[shown], self._question.point_in(self._order[shown]))

    def focus_first(self) -> None:
        """Give the focus to a chosen region, the first one, or the picture."""
        if self._stops:
            chosen = next((stop for stop in self._stops if stop.isChecked()), self._stops[0])
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_position(self, shown: int) -> None:
        """Give the focus to the region at this position."""
        self._stops[shown].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> list[int | None]:
        return [self._region_at(mark) for mark in self._marks]

    def _region_at(self, point: Point) -> int | None:
        """The smallest region there: where one lies within another, that one is meant."""
        holding = [n for n, region in enumerate(self._question.regions) if region.holds(point)]
        return min(holding, key=self._size_of, default=None)

    def _size_of(self, place: int) -> float:
        _, _, width, height = self._question.regions[place].box()
        return width * height

    def _toggle(self, place: int, point: Point) -> None:
        chosen = self._chosen()
        if place in chosen:
            self._take_away(chosen.index(place))
        else:
            self._add(point)

    def _add(self, point: Point) -> None:
        most = self._question.mark_count
        if len(self._marks) >= most > 1:
            self._describe()
            self.refused.emit()
            return
        self._marks = [*self._marks, point] if len(self._marks) < most else [point]
        self._tell()

    def _take_away(self, mark: int) -> None:
        del self._marks[mark]
        self._tell()

    def _tell(self) -> None:
        self._describe()
        self.update()
        self.changed.emit()

    def _describe(self) -> None:
        """Say to screen readers how things stand."""
        chosen = self._chosen()
        for place, stop in zip(self._order, self._stops, strict=False):
            stop.setChecked(place in chosen)
        if not self._stops:
            self.setAccessibleDescription(self._cross_words())

    def _cross_words(self) -> str:
        across, down = (round(100 * part) for part in self._cross)
        where = tr("{across}% across, {down}% down").format(across=across, down=down)
        count = tr_n("{n} mark set", "{n} marks set", len(self._marks))
        return tr("{where}, {count}").format(where=where, count=count)

    # Places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_stops()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place_stops()

    def _place_stops(self) -> None:
        room = self.room()
        for place, stop in zip(self._order, self._stops, strict=False):
            stop.setGeometry(box_in(room, self._question.regions[place].box()).toRect())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_read_only or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._press, self._has_moved = event.position(), False
        self._held = None if self._stops else self._mark_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        way = (event.position() - self._press).manhattanLength()
        self._has_moved = self._has_moved or way >= QApplication.startDragDistance()
        if self._has_moved:
            self._marks[self._held] = point_at(self.room(), event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_read_only or event.button() != Qt.MouseButton.LeftButton:
            return
        held, self._held = self._held, None
        if held is not None and self._has_moved:
            self._tell()
        elif held is not None:
            self._take_away(held)
        elif self.room().contains(event.position()):
            self._click(point_at(self.room(), event.position()))

    def _click(self, point: Point) -> None:
        if not self._stops:
            self._cross = point
            self._add(point)
            return
        place = self._region_at(point)
        if place is not None:
            self._stop_at(self._order.index(place))
            self._toggle(place, point)

    def _mark_at(self, place: QPointF) -> int | None:
        room = self.room()
        ways = [(place_in(room, mark) - place).manhattanLength() for mark in self._marks]
        nearest = min(range(len(ways)), key=ways.__getitem__, default=None)
        return nearest if nearest is not None and ways[nearest] <= scaled(MARK) * 1.4 else None

    def _set_cursor(self) -> None:
        shapes = Qt.CursorShape
        open_shape = shapes.PointingHandCursor if self._stops else shapes.CrossCursor
        self.setCursor(shapes.ArrowCursor if self._is_read_only else open_shape)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The crosshair moves with the arrows, Space marks; where regions are shown they act."""
        has_command = event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        )
        if self._stops or self._is_read_only or has_command or not self._act_on(event):
            super().keyPressEvent(event)

    def _act_on(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(event.key())
        if step is not None:
            is_large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move_cross(step, LARGE_STEP if is_large else STEP)
        elif event.key() == Qt.Key.Key_Space:
            self._mark_cross()
        elif event.key() in _TAKING_AWAY and self._marks:
            self._take_away(len(self._marks) - 1)
        elif event.key() in ENTER:
            self.confirm_requested.emit()
        else:
            return False
        return True

    def _move_cross(self, step: Point, length: float) -> None:
        across, down = (
            min(max(part + way * length, 0.0), 1.0)
            for part, way in zip(self._cross, step, strict=True)
        )
        self._cross = (round(across, 4), round(down, 4))
        self._describe()
        announce(self, self._cross_words())
        self.update()

    def _mark_cross(self) -> None:
        mark = self._mark_at(place_in(self.room(), self._cross))
        if mark is None:
            self._add(self._cross)
        else:
            self._take_away(mark)
        announce(self, self._cross_words())

    def _on_stop_clicked(self) -> None:
        stop = self.sender()
        if isinstance(stop, RegionStop):
            self.toggle_position(stop.shown)
            self._describe()

    def _on_step_requested(self, by: int) -> None:
        stop = self.sender()
        if isinstance(stop, RegionStop):
            following = stop.shown + by
            if 0 <= following < len(self._stops):
                self._stop_at(following)
                self._stops[following].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stop_at(self, shown: int) -> None:
        """Let Tab stop at one region alone."""
        for number, stop in enumerate(self._stops):
            is_stop = number == shown
            policies = Qt.FocusPolicy
            stop.setFocusPolicy(policies.StrongFocus if is_stop else policies.ClickFocus)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        room = self.room()
        with painting(self) as painter:
            self.draw_picture(painter, has_ring=self._focus.is_visible)
            for shown, place in enumerate(self._order):
                self._draw_region(painter, room, shown, place, colours)
            if not self._stops:
                self._draw_marks(painter, room, colours)

    def _draw_region(
        self, painter: QPainter, room: QRectF, shown: int, place: int, colours: Colours
    ) -> None:
        state = self._states.get(place)
        if state is None:
            if not self._stops or (self._is_read_only and self._states):
                return
            is_chosen = self._stops[shown].isChecked()
            state = SpotState.CHOSEN if is_chosen else SpotState.OPEN
        region = self._question.regions[place]
        outline = outline_of(region, room)
        if self._stops and self._stops[shown].has_ring and not self._is_read_only:
            draw_focus(painter, outline, colours)
        draw_outline(painter, outline, state, colours)
        badge = badge_place(box_in(room, region.box()), room)
        draw_badge(painter, badge, key_of_position(shown), state, colours)

    def _draw_marks(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        if self._focus.is_visible and not self._is_read_only:
            draw_crosshair(painter, place_in(room, self._cross), room, colours)
        for number, mark in enumerate(self._marks):
            is_checked = number < len(self._mark_states)
            state = self._mark_states[number] if is_checked else SpotState.CHOSEN
            draw_mark(painter, place_in(room, mark), state, colours)
