import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.values.shapes import (
    Point,
    Polygon,
    box_of,
    grid_in,
    in_box,
    in_ellipse,
    in_polygon,
    inner_point,
    is_in_picture,
)

# A U: the middle of its box lies outside.
CUP: Polygon = ((0, 0), (0.2, 0), (0.2, 0.8), (0.8, 0.8), (0.8, 0), (1, 0), (1, 1), (0, 1))
CORNERS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=50, unique=True
)


def test_a_rectangle_holds_its_edge_and_nothing_beyond() -> None:
    box = (0.2, 0.4, 0.2, 0.1)
    assert in_box(box, (0.2, 0.4))
    assert in_box(box, (0.3, 0.45))
    assert not in_box(box, (0.19, 0.45))
    assert not in_box(box, (0.3, 0.6))


def test_an_ellipse_lacks_the_corners_of_its_box() -> None:
    box = (0.2, 0.2, 0.4, 0.2)
    assert in_ellipse(box, (0.4, 0.3))
    assert in_ellipse(box, (0.2, 0.3))
    assert not in_ellipse(box, (0.22, 0.21))
    assert not in_ellipse((0.2, 0.2, 0, 0.2), (0.2, 0.3))


@pytest.mark.parametrize(
    ("point", "inside"),
    [((0.1, 0.5), True), ((0.9, 0.1), True), ((0.5, 0.9), True), ((0.5, 0.5), False)],
)
def test_a_concave_polygon_is_hollow_where_it_is(point: Point, inside: bool) -> None:
    assert in_polygon(CUP, point) is inside


def test_a_point_inside_is_found_where_the_middle_is_outside() -> None:
    found = inner_point(CUP)
    assert found is not None
    assert in_polygon(CUP, found)


@settings(max_examples=200, deadline=None)
@given(corners=CORNERS)
def test_a_point_inside_any_polygon_is_inside(corners: list[Point]) -> None:
    polygon = tuple(corners)
    found = inner_point(polygon)
    if found is not None:
        assert in_polygon(polygon, found)
        assert in_box(box_of(polygon), found)


@pytest.mark.parametrize("corners", [(), ((0.5, 0.5),), ((0, 0), (1, 1)), ((0, 0), (1, 0), (0, 0))])
def test_what_has_no_area_has_no_inside(corners: Polygon) -> None:
    assert inner_point(corners) is None


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_nowhere(number: float) -> None:
    assert not in_box((0, 0, 1, 1), (number, 0.5))
    assert not in_ellipse((0, 0, 1, 1), (0.5, number))
    assert not in_polygon(CUP, (0.1, number))
    assert not is_in_picture((0.5, number))
    assert not in_polygon(((number, 0), (1, number), (0, 1)), (0.5, 0.5))


def test_a_grid_fills_its_box() -> None:
    points = list(grid_in((0.5, 0.5, 0.5, 0.5), 4))
    assert len(points) == 16
    assert all(in_box((0.5, 0.5, 0.5, 0.5), point) for point in points)
