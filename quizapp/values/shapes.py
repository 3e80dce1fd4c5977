"""Shapes on a picture, measured in fractions of its width and height from its upper left corner.

Points, and the corners of boxes, are pairs of 0…1: they stay right however large the picture is.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
"""How far across, and how far down."""
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height."""
Polygon: TypeAlias = tuple[Point, ...]
"""The corners in their order; the last is joined to the first."""


def in_box(box: Box, point: Point) -> bool:
    """Whether `point` lies in the rectangle, its edge included."""
    left, top, width, height = box
    return left <= point[0] <= left + width and top <= point[1] <= top + height


def in_ellipse(box: Box, point: Point) -> bool:
    """Whether `point` lies in the ellipse that fills `box`, its edge included."""
    left, top, width, height = box
    if width <= 0 or height <= 0:
        return False
    across = (point[0] - left) / width - 0.5
    down = (point[1] - top) / height - 0.5
    return across * across + down * down <= 0.25


def in_polygon(corners: Polygon, point: Point) -> bool:
    """Whether `point` lies inside; where edges cross, by the even-odd rule."""
    spans = _spans(corners, point[1])
    return any(start <= point[0] <= end for start, end in spans)


def inner_point(corners: Polygon) -> Point | None:
    """A point well inside, for a concave shape too; None where there is no inside.

    The middle of the widest of the spans that lie halfway between the heights of the corners.
    """
    heights = sorted({y for _, y in corners})
    best: tuple[float, Point] | None = None
    for above, below in pairwise(heights):
        middle = (above + below) / 2
        for start, end in _spans(corners, middle):
            # Thin bands are passed over, although they may be wide.
            room = min(end - start, 2 * (below - above))
            if room > 0 and (best is None or room > best[0]):
                best = room, ((start + end) / 2, middle)
    return best[1] if best else None


def box_of(corners: Polygon) -> Box:
    """The smallest box around all corners."""
    across = [x for x, _ in corners]
    down = [y for _, y in corners]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def grid_in(box: Box, count: int) -> Iterator[Point]:
    """`count` × `count` points spread over `box`."""
    left, top, width, height = box
    for row in range(count):
        for column in range(count):
            yield left + (column + 0.5) / count * width, top + (row + 0.5) / count * height


def is_in_picture(numbers: Sequence[float]) -> bool:
    """Whether all of them are fractions of a picture: NaN and the infinite are not."""
    return all(0 <= number <= 1 for number in numbers)


def _spans(corners: Polygon, height: float) -> Iterator[tuple[float, float]]:
    """Where the line at `height` runs inside the polygon: pairs of start and end."""
    if not math.isfinite(height):
        return
    crossings = []
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], *corners[:1]), strict=True):
        if (y1 <= height) != (y2 <= height):
            crossings.append(x1 + (height - y1) / (y2 - y1) * (x2 - x1))
    crossings.sort()
    yield from zip(crossings[::2], crossings[1::2], strict=True)
