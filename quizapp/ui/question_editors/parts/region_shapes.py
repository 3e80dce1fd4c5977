"""Shapes on a picture, as they are drawn and changed by hand."""

import re
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from quizapp.values.shapes import Point, box_of, in_box, in_ellipse, in_polygon

Kind = Literal["rectangle", "ellipse", "polygon"]
KINDS: tuple[Kind, ...] = ("rectangle", "ellipse", "polygon")
LEAST_SIDE = 0.01
_PLACES = 4
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)\s*[,\s]\s*(-?\d+(?:\.\d+)?)", re.ASCII)


class Shape(NamedTuple):
    """The upper left and the lower right corner of a box, or the corners of a polygon."""

    kind: Kind
    corners: tuple[Point, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the box around it."""
        return box_of(self.corners)

    def holds(self, point: Point) -> bool:
        """Whether `point` lies in it."""
        if self.kind == "polygon":
            return in_polygon(self.corners, point)
        inside = in_box if self.kind == "rectangle" else in_ellipse
        return inside(self.box, point)

    @property
    def handles(self) -> tuple[Point, ...]:
        """Where it can be pulled: the four corners of a box, those of a polygon."""
        if self.kind == "polygon":
            return self.corners
        (left, top), (right, bottom) = self.corners
        return ((left, top), (right, top), (right, bottom), (left, bottom))


def shape_of(region: object) -> Shape | None:
    """The shape in the fields of a region; None where there is none that can be drawn."""
    fields = region if isinstance(region, dict) else {}
    for kind in KINDS:
        numbers = fields.get(kind)
        if kind == "polygon" and isinstance(numbers, list) and len(numbers) > 1:
            if all(_are_numbers(each, 2) for each in numbers):
                return Shape(kind, tuple((float(x), float(y)) for x, y in numbers))
        elif isinstance(numbers, list) and _are_numbers(numbers, 4):
            left, top, width, height = map(float, numbers)
            return Shape(kind, ((left, top), (left + width, top + height)))
    return None


def fields_of(shape: Shape) -> dict[str, Any]:
    """The field of a region that holds `shape`."""
    if shape.kind == "polygon":
        return {"polygon": [[_rounded(x), _rounded(y)] for x, y in shape.corners]}
    return {shape.kind: [_rounded(number) for number in shape.box]}


def box_between(kind: Kind, first: Point, second: Point) -> Shape:
    """The box that two corners span, held to the picture."""
    (x1, y1), (x2, y2) = (_held(point) for point in (first, second))
    return Shape(kind, ((min(x1, x2), min(y1, y2)), (max(x1, x2), max(y1, y2))))


def is_large_enough(shape: Shape) -> bool:
    """Whether it is a shape, not the trace of a click."""
    _, _, width, height = shape.box
    return width >= LEAST_SIDE and height >= LEAST_SIDE


def moved(shape: Shape, across: float, down: float) -> Shape:
    """Moved so far, as far as the picture reaches."""
    left, top, width, height = shape.box
    across = min(max(across, -left), max(1 - left - width, -left))
    down = min(max(down, -top), max(1 - top - height, -top))
    return Shape(shape.kind, tuple((x + across, y + down) for x, y in shape.corners))


def pulled(shape: Shape, handle: int, to: Point) -> Shape:
    """With one of its handles at another place."""
    if shape.kind == "polygon":
        corners = [*shape.corners]
        corners[handle] = _held(to)
        return Shape("polygon", tuple(corners))
    opposite = shape.handles[(handle + 2) % 4]
    return box_between(shape.kind, opposite, to)


def grown(shape: Shape, across: float, down: float) -> Shape:
    """Wider and higher by so much, its upper left corner where it was."""
    left, top, width, height = shape.box
    wide = min(max(width + across, LEAST_SIDE), 1 - left)
    high = min(max(height + down, LEAST_SIDE), 1 - top)
    across, down = wide / (width or 1), high / (height or 1)
    corners = ((left + (x - left) * across, top + (y - top) * down) for x, y in shape.corners)
    return Shape(shape.kind, tuple(corners))


def new_shape(kind: Kind) -> Shape:
    """One in the middle, to be moved from there."""
    if kind == "polygon":
        return Shape(kind, ((0.5, 0.35), (0.65, 0.65), (0.35, 0.65)))
    return Shape(kind, ((0.4, 0.4), (0.6, 0.6)))


def corners_text(corners: Sequence[Point]) -> str:
    """Corners as people write them, in per cent: "10, 20; 30.5, 40"."""
    return "; ".join(f"{x * 100:g}, {y * 100:g}" for x, y in map(_rounded_point, corners))


def read_corners(text: str) -> tuple[Point, ...] | None:
    """The corners in a text as `corners_text` writes it; None where it is no such text."""
    found = [_PAIR.fullmatch(part.strip()) for part in text.split(";") if part.strip()]
    if not found or not all(found):
        return None
    return tuple((float(each[1]) / 100, float(each[2]) / 100) for each in found if each)


def _rounded(number: float) -> float:
    return round(number, _PLACES)


def _rounded_point(point: Point) -> Point:
    return _rounded(point[0]), _rounded(point[1])


def _held(point: Point) -> Point:
    """The nearest point in the picture."""
    return min(max(point[0], 0.0), 1.0), min(max(point[1], 0.0), 1.0)


def _are_numbers(values: object, count: int) -> bool:
    return (
        isinstance(values, list)
        and len(values) == count
        and all(
            isinstance(each, int | float) and not isinstance(each, bool) and abs(each) < 1e6
            for each in values
        )
    )
