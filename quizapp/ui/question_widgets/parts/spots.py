"""How marks and regions look on a picture: lines that can be seen on any, shapes beside colours."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from quizapp.questions.hotspot import Region
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, scaled, text_font
from quizapp.ui.widgets.painting import centred, draw_box
from quizapp.values.shapes import Box, Point

BADGE = 24
MARK = 14
"""Half of what a mark measures."""


class SpotState(Enum):
    """OPEN and CHOSEN before the check; then what became of it."""

    OPEN = auto()
    CHOSEN = auto()
    RIGHT = auto()
    WRONG = auto()
    MISSED = auto()
    PLAIN = auto()


class _Look(NamedTuple):
    colour: str
    width: float
    line: Qt.PenStyle
    fill: int
    icon: str


def _look(state: SpotState, colours: Colours) -> _Look:
    solid, dashed = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
    return {
        SpotState.OPEN: _Look(colours.text, 2, solid, 0, ""),
        SpotState.CHOSEN: _Look(colours.accent, 3, solid, 70, ""),
        SpotState.RIGHT: _Look(colours.right, 3, solid, 60, "circle-check"),
        SpotState.WRONG: _Look(colours.wrong, 3, solid, 60, "circle-x"),
        SpotState.MISSED: _Look(colours.right, 3, dashed, 0, "circle-check"),
        SpotState.PLAIN: _Look(colours.quiet, 1, solid, 0, ""),
    }[state]


def place_in(room: QRectF, point: Point) -> QPointF:
    """Where a point of the picture is, shown in `room`."""
    return QPointF(room.left() + point[0] * room.width(), room.top() + point[1] * room.height())


def point_at(room: QRectF, place: QPointF) -> Point:
    """The point of the picture shown at `place`, held within the picture."""
    across = (place.x() - room.left()) / max(room.width(), 1)
    down = (place.y() - room.top()) / max(room.height(), 1)
    return min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0)


def box_in(room: QRectF, box: Box) -> QRectF:
    """Where a box of the picture is."""
    left, top, width, height = box
    return QRectF(place_in(room, (left, top)), place_in(room, (left + width, top + height)))


def outline_of(region: Region, room: QRectF) -> QPainterPath:
    """The edge of a region of the picture that is shown in `room`."""
    path = QPainterPath()
    if region.rectangle is not None:
        path.addRect(box_in(room, region.rectangle))
    elif region.ellipse is not None:
        path.addEllipse(box_in(room, region.ellipse))
    else:
        path.addPolygon(QPolygonF([place_in(room, point) for point in region.polygon]))
        path.closeSubpath()
    return path


def draw_outline(
    painter: QPainter, outline: QPainterPath, state: SpotState, colours: Colours
) -> None:
    """A line within a seam of the ground: one of the two is seen on any picture."""
    look = _look(state, colours)
    fill = QColor(look.colour)
    fill.setAlpha(look.fill)
    painter.setBrush(fill if look.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.surface), look.width + 3))
    painter.drawPath(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.colour), look.width, look.line))
    painter.drawPath(outline)


def draw_focus(painter: QPainter, outline: QPainterPath, colours: Colours) -> None:
    """The focus ring around a region."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.surface), 8))
    painter.drawPath(outline)
    painter.setPen(QPen(QColor(colours.focus), 4))
    painter.drawPath(outline)


def badge_place(box: QRectF, room: QRectF) -> QRectF:
    """A square on the upper left corner of `box` that does not leave the picture."""
    size = scaled(BADGE)
    badge = QRectF(box.left() - size / 2, box.top() - size / 2, size, size)
    badge.moveLeft(min(max(badge.left(), room.left()), max(room.right() - size, room.left())))
    badge.moveTop(min(max(badge.top(), room.top()), max(room.bottom() - size, room.top())))
    return badge


def draw_badge(
    painter: QPainter, badge: QRectF, key: str, state: SpotState, colours: Colours
) -> None:
    """The key that names a region; after the check an icon where there is something to say."""
    look = _look(state, colours)
    is_chosen = state is SpotState.CHOSEN
    fill = colours.accent if is_chosen else colours.surface
    draw_box(painter, badge, fill, look.colour, badge.width() / 3, 2)
    if look.icon:
        draw_icon(painter, look.icon, look.colour, centred(badge, badge.width() * 0.8))
        return
    painter.setFont(text_font(TextRole.SMALL, bold=True))
    painter.setPen(QColor(colours.accent_text if is_chosen else colours.text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, key)


def draw_mark(painter: QPainter, place: QPointF, state: SpotState, colours: Colours) -> None:
    """A ring with a dot; after the check a tick or a cross in it."""
    look = _look(state, colours)
    radius = scaled(MARK)
    painter.setBrush(QColor(colours.surface))
    painter.setPen(QPen(QColor(colours.surface), 5))
    painter.drawEllipse(place, radius, radius)
    painter.setPen(QPen(QColor(look.colour), 3))
    painter.drawEllipse(place, radius, radius)
    if look.icon:
        box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
        draw_icon(painter, look.icon, look.colour, box)
        return
    painter.setBrush(QColor(look.colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(place, radius / 3, radius / 3)


def draw_crosshair(painter: QPainter, place: QPointF, room: QRectF, colours: Colours) -> None:
    """Two lines across the picture, broken where they meet."""
    gap = scaled(MARK)
    lines = [
        (QPointF(room.left(), place.y()), QPointF(place.x() - gap, place.y())),
        (QPointF(place.x() + gap, place.y()), QPointF(room.right(), place.y())),
        (QPointF(place.x(), room.top()), QPointF(place.x(), place.y() - gap)),
        (QPointF(place.x(), place.y() + gap), QPointF(place.x(), room.bottom())),
    ]
    inside = [(a, b) for a, b in lines if a.x() <= b.x() and a.y() <= b.y()]
    for colour, width in ((colours.surface, 5), (colours.focus, 2)):
        painter.setPen(QPen(QColor(colour), width))
        for start, end in inside:
            painter.drawLine(start, end)
        painter.drawEllipse(place, gap / 3, gap / 3)
