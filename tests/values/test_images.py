"""Images of packs: names in texts, and what headers say."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.values import images
from quizapp.values.images import (
    ImageInfo,
    ImageUse,
    image_names,
    image_uses,
    is_media_name,
    read_image_info,
)


def png(width: int, height: int) -> bytes:
    """A PNG as far as its header."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\r" + body + struct.pack(">I", zlib.crc32(body))


def jpeg(width: int, height: int, *before: bytes) -> bytes:
    frame = b"\xff\xc2\0\x11\x08" + struct.pack(">HH", height, width) + b"\3" + bytes(9)
    return b"\xff\xd8" + b"".join(before or [b"\xff\xe0\0\4ab"]) + frame


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(form: bytes, body: bytes) -> bytes:
    chunk = form + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


LOSSY = webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 0x4000 | 640, 480))
LOSSLESS = webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14) + bytes(5))
EXTENDED = webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(640, 480), "png"),
        (jpeg(640, 480), "jpeg"),
        (jpeg(640, 480, b"\xff\xff\xff\xd0", b"\xff\xc4\0\3x"), "jpeg"),
        (gif(640, 480), "gif"),
        (LOSSY, "webp"),
        (LOSSLESS, "webp"),
        (EXTENDED, "webp"),
    ],
)
def test_the_header_tells_kind_and_size(data: bytes, kind: str) -> None:
    assert read_image_info(data) == ImageInfo(kind, 640, 480)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no image"),
        (b"%PDF-1.7", "no image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Convert it to PNG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a -->\n<svg/>", "Convert it to PNG"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "Convert it to PNG"),
        (png(8_001, 1), "8,001 by 1"),
        (png(5_000, 5_000), "5,000 by 5,000"),
        (png(0, 9), "damaged"),
        (png(9, 9)[:20], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "damaged"),
        (gif(0, 0), "damaged"),
        (b"GIF89a\1", "damaged"),
        (b"\xff\xd8\xff\xe0\0\0" * 9, "damaged"),
        (b"\xff\xd8\xff\xd9" + bytes(40), "damaged"),
        (b"\xff\xd8" + b"\xff" * 4_000_000, "damaged"),
        (LOSSY[:20], "damaged"),
        (webp(b"ABCD", bytes(30)), "damaged"),
    ],
)
def test_what_is_no_sound_image_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(QuizError, match=words) as refused:
        read_image_info(data)
    assert refused.value.remedy


def test_an_image_has_a_size_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    data = png(9, 9)
    monkeypatch.setattr(images, "MAX_IMAGE_BYTES", len(data))
    assert read_image_info(data).width == 9
    with pytest.raises(QuizError, match="bytes"):
        read_image_info(data + b"x")


@given(
    st.sampled_from([b"", png(9, 9), jpeg(9, 9), gif(9, 9), LOSSY, LOSSLESS, EXTENDED]),
    st.binary(max_size=60),
    st.integers(0, 60),
)
def test_no_bytes_break_the_reader(begin: bytes, rest: bytes, cut: int) -> None:
    try:
        info = read_image_info(begin[:cut] + rest)
    except QuizError:
        return
    assert 0 < info.width <= images.MAX_IMAGE_SIDE
    assert 0 < info.height <= images.MAX_IMAGE_SIDE


@pytest.mark.parametrize(
    "name", ["media/a.png", "media/A-b_c.1.jpeg", "media/9.webp", f"media/{'a' * 80}.gif"]
)
def test_names_of_images(name: str) -> None:
    assert is_media_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "a.png",
        "media/.a.png",
        "media/../a.png",
        "media/b/a.png",
        "media/a b.png",
        "media/a.svg",
        "media/a.PNG",
        "media/a.png\n",
        "/media/a.png",
        "media\\a.png",
        "media/å.png",
        "media/con.png",
        "media/COM1.x.png",
        f"media/{'a' * 81}.gif",
        "https://example.org/media/a.png",
    ],
)
def test_what_is_no_name_of_an_image(name: str) -> None:
    assert not is_media_name(name)


def test_the_images_of_a_text_are_named_in_order_and_once() -> None:
    text = '![b](media/b.png) and ![a](<media/a.png> "title")\n![ again ]( media/b.png )'
    assert image_names(text) == ("media/b.png", "media/a.png")
    assert image_uses(text)[2] == ImageUse("again", "media/b.png")


def test_an_alternative_text_may_hold_brackets() -> None:
    assert image_uses(r"![a [b] \] c](x.svg)") == (ImageUse(r"a [b] \] c", "x.svg"),)


@pytest.mark.parametrize(
    "text",
    ["![a]", "[a](media/a.png)", r"\![a](media/a.png)", "`![a](media/a.png)`", "![a] (b)", "!["],
)
def test_what_is_no_image_names_none(text: str) -> None:
    assert image_names(text) == ()


@pytest.mark.parametrize(
    "part", ["![", "![a](", "![[", "![a](x ", "`", "``` `", "![a](x '", "\\", "![a](x.png)"]
)
def test_long_texts_take_no_long_time(part: str) -> None:
    image_names(part * (10_000 // len(part)))
    image_names(part + " " * 10_000)
