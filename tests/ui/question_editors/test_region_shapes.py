from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.ui.question_editors.parts.region_shapes import (
    KINDS,
    Kind,
    Shape,
    box_between,
    corners_text,
    fields_of,
    grown,
    moved,
    new_shape,
    pulled,
    read_corners,
    shape_of,
)

ANYWHERE = st.floats(-2, 2, allow_nan=False)


@pytest.mark.parametrize(
    "fields",
    [
        {"rectangle": [0.1, 0.2, 0.3, 0.4]},
        {"ellipse": [0.0, 0.0, 1.0, 1.0]},
        {"polygon": [[0.1, 0.1], [0.5, 0.1], [0.3, 0.6]]},
    ],
)
def test_fields_are_read_and_written(fields: dict[str, Any]) -> None:
    shape = shape_of({"label": "Lamp", **fields})
    assert shape is not None
    assert fields_of(shape) == fields


@pytest.mark.parametrize(
    "fields",
    [
        None,
        "x",
        {},
        {"rectangle": [1, 2, 3]},
        {"ellipse": "0 0 1 1"},
        {"polygon": [[1, 2]]},
        {"polygon": [[1, "x"], [2, 3]]},
        {"rectangle": [True, 0, 1, 1]},
        {"rectangle": [1e300, 0, 1, 1]},
    ],
)
def test_what_cannot_be_drawn_is_no_shape(fields: object) -> None:
    assert shape_of(fields) is None


@pytest.mark.parametrize("kind", KINDS)
@given(across=ANYWHERE, down=ANYWHERE)
def test_what_is_moved_or_sized_stays_on_the_picture(
    kind: Kind, across: float, down: float
) -> None:
    begun = new_shape(kind)
    for made in (
        moved(begun, across, down),
        grown(begun, across, down),
        pulled(begun, 0, (across, down)),
        box_between("ellipse", (across, down), (down, across)),
    ):
        left, top, width, height = made.box
        assert min(left, top, width, height) >= 0
        assert max(left + width, top + height) <= 1 + 1e-9


def test_moving_keeps_the_size() -> None:
    begun = Shape("rectangle", ((0.1, 0.1), (0.3, 0.2)))
    assert moved(begun, 0.5, 0.25).box == pytest.approx((0.6, 0.35, 0.2, 0.1))
    assert moved(begun, 5, -5).box == pytest.approx((0.8, 0, 0.2, 0.1))


def test_a_corner_is_pulled_over_the_opposite_one() -> None:
    begun = Shape("rectangle", ((0.4, 0.4), (0.6, 0.6)))
    assert pulled(begun, 2, (0.2, 0.1)).box == pytest.approx((0.2, 0.1, 0.2, 0.3))


def test_a_polygon_is_written_in_per_cent() -> None:
    corners = ((0.1, 0.205), (0.5, 0.1), (0.3, 0.6))
    assert corners_text(corners) == "10, 20.5; 50, 10; 30, 60"
    assert read_corners(corners_text(corners)) == corners
    assert read_corners("10 20; 5") is None
    assert read_corners("") is None
