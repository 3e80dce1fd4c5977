"""How the regions of a picture look while they are drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from quizapp.ui.icons import draw_icon
from quizapp.ui.question_editors.parts.region_shapes import Shape
from quizapp.ui.theme import Colours, TextRole, scaled, text_font
from quizapp.ui.widgets.painting import draw_box
from quizapp.values.shapes import Point

HANDLE = 10
BADGE = 22


class ShownRegion(NamedTuple):
    """A region as the canvas shows it; one whose shape cannot be drawn has none."""

    shape: Shape | None
    is_right: bool
    label: str


def in_room(room: QRectF, point: Point) -> QPointF:
    """A point of the picture where it is shown in `room`."""
    return QPointF(room.left() + point[0] * room.width(), room.top() + point[1] * room.height())


def path_of(shape: Shape, room: QRectF) -> QPainterPath:
    """The outline of `shape` on a picture that fills `room`."""
    path = QPainterPath()
    corners = [in_room(room, point) for point in shape.corners]
    if shape.kind == "polygon":
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    elif shape.kind == "ellipse":
        path.addEllipse(QRectF(*corners))
    else:
        path.addRect(QRectF(*corners))
    return path


def draw_region(
    painter: QPainter,
    room: QRectF,
    region: ShownRegion,
    number: int,
    colours: Colours,
    *,
    is_selected: bool,
) -> None:
    """Right ones have a solid line and a tick, wrong ones a broken line and a cross."""
    if region.shape is None:
        return
    colour = colours.right if region.is_right else colours.wrong
    path = path_of(region.shape, room)
    painter.setBrush(_glassy(colour, 60 if is_selected else 30))
    painter.setPen(QPen(QColor(colours.surface), 5 if is_selected else 4))
    painter.drawPath(path)  # a seam that shows the line on any picture
    line = Qt.PenStyle.SolidLine if region.is_right else Qt.PenStyle.DashLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 3 if is_selected else 2, line))
    painter.drawPath(path)
    left, top, _, _ = region.shape.box
    _draw_badge(painter, in_room(room, (left, top)), region, number, colours)
    if is_selected:
        draw_handles(painter, room, region.shape.handles, colours)


def draw_handles(
    painter: QPainter, room: QRectF, points: Sequence[Point], colours: Colours
) -> None:
    """What can be pulled."""
    for point in points:
        spot = QRectF(0, 0, HANDLE, HANDLE)
        spot.moveCenter(in_room(room, point))
        draw_box(painter, spot, colours.surface, colours.accent, 2, 2)


def draw_begun(
    painter: QPainter, room: QRectF, corners: Sequence[Point], at: Point, colours: Colours
) -> None:
    """A polygon of which so much is drawn, with the pointer at `at`."""
    line = QPolygonF([in_room(room, point) for point in (*corners, at)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((colours.surface, 4), (colours.accent, 2)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPolyline(line)
    draw_handles(painter, room, corners, colours)


def _draw_badge(
    painter: QPainter, corner: QPointF, region: ShownRegion, number: int, colours: Colours
) -> None:
    """The number, and a tick or a cross."""
    size = scaled(BADGE)
    box = QRectF(corner.x() + 3, corner.y() + 3, 2 * size, size)
    colour = colours.right if region.is_right else colours.wrong
    draw_box(painter, box, colours.surface, colour, size / 4)
    painter.setFont(text_font(TextRole.SMALL, bold=True))
    painter.setPen(QColor(colours.text))
    first = QRectF(box.left(), box.top(), size, size)
    painter.drawText(first, Qt.AlignmentFlag.AlignCenter, str(number))
    mark = first.translated(size - 2, 0).adjusted(4, 4, -4, -4)
    draw_icon(painter, "check" if region.is_right else "x", colour, mark)


def _glassy(colour: str, opacity: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(opacity)
    return made
