"""Images of packs as pixels: no more than fits, and nothing that no pack may hold."""

import struct
import zlib

import pytest
from PySide6.QtCore import QSize

from quizapp.ui.pictures import picture_of, picture_size
from quizapp.values.images import MAX_IMAGE_BYTES
from tests.images import png


def with_size(data: bytes, width: int, height: int) -> bytes:
    """A PNG whose header says another size."""
    header = b"IHDR" + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + header + struct.pack(">I", zlib.crc32(header)) + data[33:]


def test_an_image_keeps_its_shape_where_it_is_made_smaller() -> None:
    data = png(40, 20, (255, 0, 0))
    assert picture_of(data, 100, 100).size() == QSize(40, 20)
    assert picture_of(data, 20, 100).size() == QSize(20, 10)
    assert picture_of(data, 100, 5).size() == QSize(10, 5)
    assert picture_of(data, 20, 100).pixelColor(5, 5).red() == 255
    assert picture_size(data) == QSize(40, 20)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no image",
        png(2, 2, (0, 0, 0))[:30],
        with_size(png(2, 2, (0, 0, 0)), 8_001, 1),
        with_size(png(2, 2, (0, 0, 0)), 7_000, 7_000),
        with_size(png(2, 2, (0, 0, 0)), 0, 2),
        png(2, 2, (0, 0, 0)) + b"\0" * MAX_IMAGE_BYTES,
    ],
)
def test_what_no_pack_may_hold_is_no_image(data: bytes) -> None:
    assert picture_of(data, 100, 100).isNull()


def test_a_header_that_promises_more_than_there_is_gives_no_picture_or_a_small_one() -> None:
    """Whatever becomes of it, it takes no more than was asked for."""
    picture = picture_of(with_size(png(2, 2, (0, 0, 0)), 4_000, 4_000), 100, 100)
    assert picture.isNull() or max(picture.width(), picture.height()) <= 100
