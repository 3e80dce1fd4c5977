"""A picture on which regions are drawn, moved and pulled, by mouse or by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.parts.region_painting import (
    HANDLE,
    ShownRegion,
    draw_begun,
    draw_region,
    in_room,
)
from quizapp.ui.question_editors.parts.region_shapes import (
    Kind,
    Shape,
    box_between,
    grown,
    is_large_enough,
    moved,
    new_shape,
    pulled,
)
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import CORNER, KeyboardFocus, draw_ring, painting
from quizapp.values.shapes import Point

TALLEST = 420
NEAR = HANDLE
STEP, FINE_STEP = 0.02, 0.002
_ARROWS: dict[Qt.Key, Point] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RegionCanvas(QWidget):
    """Shows what it is given by `show_regions`, and tells what a person wants changed.

    With a `tool` the mouse draws, else it chooses, moves and pulls. Arrows move the chosen region,
    with Shift they make it larger or smaller, with Ctrl in fine steps; Page up and Page down choose
    another one, Delete takes it out, Enter adds one of the tool's kind.
    """

    drawn = Signal(object)
    """A new `Shape`."""
    reshaped = Signal(int, object)
    """The place of a region, and its new `Shape`."""
    chosen = Signal(int)
    removal_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._regions: list[ShownRegion] = []
        self._tool: Kind | None = "rectangle"
        self._selected = -1
        self._hold: _Hold | None = None
        self._begun: list[Point] = []
        self._at: Point = (0, 0)
        self._focus = KeyboardFocus(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("The image with its regions"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # What is shown

    def show_picture(self, picture: QImage) -> None:
        """Show another picture below the regions."""
        self._picture = QPixmap.fromImage(picture)
        self.updateGeometry()
        self.update()

    def show_regions(self, regions: Sequence[ShownRegion]) -> None:
        """Show these regions; the chosen one stays, as far as it is there."""
        self._regions = list(regions)
        self._selected = min(self._selected, len(self._regions) - 1)
        self._describe()
        self.update()

    def set_tool(self, tool: Kind | None) -> None:
        """What the mouse draws; None to choose and to move."""
        self._tool = tool
        self._begun = []
        self._hold = None
        self.setCursor(Qt.CursorShape.CrossCursor if tool else Qt.CursorShape.ArrowCursor)
        self.update()

    def choose(self, place: int) -> None:
        """Choose the region at `place`; nothing is told."""
        self._selected = place if 0 <= place < len(self._regions) else -1
        self._describe()
        self.update()

    @property
    def selected(self) -> int:
        """The place of the chosen region, or -1."""
        return self._selected

    def _describe(self) -> None:
        words = tr("No region is chosen.")
        if self._selected >= 0:
            words = tr("Chosen: region {n}, {label}").format(
                n=self._selected + 1, label=self._regions[self._selected].label
            )
        keys = tr("Arrows move it, with Shift they change its size; Delete takes it out.")
        self.setAccessibleDescription(f"{words} {keys}")

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._picture.isNull():
            return scaled(80)
        return min(round(width * self._picture.height() / self._picture.width()), scaled(TALLEST))

    def sizeHint(self) -> QSize:
        width = self._picture.width() or scaled(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 60)

    def room(self) -> QRectF:
        """Where the picture is: as large as fits, in the middle."""
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room = QRectF(QPointF(0, 0), size.toSizeF())
        room.moveCenter(QRectF(self.rect()).center())
        return room

    def _point(self, at: QPointF) -> Point:
        room = self.room()
        if room.isEmpty():
            return 0.0, 0.0
        x = (at.x() - room.left()) / room.width()
        y = (at.y() - room.top()) / room.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._picture.isNull():
            return
        at = self._point(event.position())
        if self._tool == "polygon":
            self._add_corner(at)
        elif self._tool is not None:
            self._hold = _Hold(at, None, -1)
        else:
            self._take(at)
        self.update()

    def _take(self, at: Point) -> None:
        """Choose what is there, and hold it."""
        shape = self._shape(self._selected)
        handle = self._handle_at(shape, at) if shape else -1
        if shape is None or handle < 0:
            place = self._region_at(at)
            if place != self._selected:
                self.choose(place)
                self.chosen.emit(place)
            shape = self._shape(place)
        if shape is not None:
            self._hold = _Hold(at, shape, handle)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = self._point(event.position())
        hold = self._hold
        if hold is not None and hold.shape is not None:
            self._show_instead(hold.shape_at(self._at))
        if hold is not None or self._begun:
            self.update()

    def _show_instead(self, shape: Shape) -> None:
        self._regions[self._selected] = self._regions[self._selected]._replace(shape=shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hold, self._hold = self._hold, None
        if hold is None:
            return
        at = self._point(event.position())
        if hold.shape is not None:
            made = hold.shape_at(at)
            if made != hold.shape and is_large_enough(made):
                self.reshaped.emit(self._selected, made)
            else:
                self._show_instead(hold.shape)
        elif self._tool is not None:
            made = box_between(self._tool, hold.start, at)
            if is_large_enough(made):
                self.drawn.emit(made)
            else:
                self._choose_at(at)
        self.update()

    def _choose_at(self, at: Point) -> None:
        """A mere click chooses, whatever the tool."""
        place = self._region_at(at)
        if place >= 0:
            self.choose(place)
            self.chosen.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._begun:
            self._close_polygon()
        else:
            self.mousePressEvent(event)

    def _add_corner(self, at: Point) -> None:
        """One more; the first one again closes the polygon."""
        if len(self._begun) > 2 and self._is_near(self._begun[0], at):
            self._close_polygon()
        else:
            self._begun.append(at)
            self._at = at

    def _close_polygon(self) -> None:
        corners, self._begun = tuple(dict.fromkeys(self._begun)), []
        if len(corners) > 2 and is_large_enough(Shape("polygon", corners)):
            self.drawn.emit(Shape("polygon", corners))
        self.update()

    def _shape(self, place: int) -> Shape | None:
        return self._regions[place].shape if 0 <= place < len(self._regions) else None

    def _region_at(self, at: Point) -> int:
        """The smallest region that holds the point, or -1."""
        holding = [
            (shape.box[2] * shape.box[3], place)
            for place, region in enumerate(self._regions)
            if (shape := region.shape) is not None and shape.holds(at)
        ]
        return min(holding)[1] if holding else -1

    def _handle_at(self, shape: Shape, at: Point) -> int:
        near = (n for n, point in enumerate(shape.handles) if self._is_near(point, at))
        return next(near, -1)

    def _is_near(self, first: Point, second: Point) -> bool:
        room = self.room()
        between = in_room(room, first) - in_room(room, second)
        return between.manhattanLength() <= 2 * NEAR

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._begun and self._on_drawing_key(key):
            return
        shape = self._shape(self._selected)
        if key in _ARROWS and shape is not None:
            self._on_arrow(shape, _ARROWS[key], event.modifiers())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self._regions:
            by = 1 if key == Qt.Key.Key_PageDown else -1
            self.choose((self._selected + by) % len(self._regions))
            self.chosen.emit(self._selected)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._selected >= 0:
            self.removal_requested.emit(self._selected)
        elif key in ENTER and not self._picture.isNull():
            self.drawn.emit(new_shape(self._tool or "rectangle"))
        else:
            super().keyPressEvent(event)

    def _on_drawing_key(self, key: Qt.Key) -> bool:
        """What keys do while a polygon is being drawn."""
        if key in ENTER:
            self._close_polygon()
        elif key == Qt.Key.Key_Escape:
            self._begun = []
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._begun.pop()
        else:
            return False
        self.update()
        return True

    def _on_arrow(self, shape: Shape, arrow: Point, modifiers: Qt.KeyboardModifier) -> None:
        step = FINE_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP
        across, down = arrow[0] * step, arrow[1] * step
        is_size = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        made = grown(shape, across, down) if is_size else moved(shape, across, down)
        if made != shape:
            self._show_instead(made)
            self.reshaped.emit(self._selected, made)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys need a region to work on."""
        super().focusInEvent(event)
        is_by_keys = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if is_by_keys and self._selected < 0 and self._regions:
            self.choose(0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        room = self.room()
        with painting(self) as painter:
            if not self._picture.isNull():
                painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(room, self._picture, QRectF(self._picture.rect()))
            for number, region in enumerate(self._regions, start=1):
                is_selected = number - 1 == self._selected
                draw_region(painter, room, region, number, colours, is_selected=is_selected)
            hold = self._hold
            if hold is not None and hold.shape is None and self._tool is not None:
                shape = box_between(self._tool, hold.start, self._at)
                new = ShownRegion(shape, is_right=True, label="")
                number = len(self._regions) + 1
                draw_region(painter, room, new, number, colours, is_selected=True)
            if self._begun:
                draw_begun(painter, room, self._begun, self._at, colours)
            if self._focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CORNER)


class _Hold:
    """What the mouse holds since it was pressed at `start`: a shape, or one of its handles.

    Without a shape it draws one.
    """

    def __init__(self, start: Point, shape: Shape | None, handle: int) -> None:
        self.start = start
        self.shape = shape
        self._handle = handle

    def shape_at(self, at: Point) -> Shape:
        """What becomes of the shape with the pointer at `at`."""
        if self.shape is None:
            raise ValueError("nothing is held")
        if self._handle >= 0:
            return pulled(self.shape, self._handle, at)
        return moved(self.shape, at[0] - self.start[0], at[1] - self.start[1])
