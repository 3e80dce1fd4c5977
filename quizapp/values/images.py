"""Images of packs: how they are named in texts, and what their first bytes say of them.

Images come from strangers. Only headers are read here, by our own few lines: libraries that know
more kinds also open addresses and parse XML. Whoever decodes an image holds it to these limits too.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from quizapp.errors import QuizError
from quizapp.translation import tr

MAX_IMAGE_BYTES = 5_000_000
MAX_IMAGE_SIDE = 8_000
MAX_IMAGE_PIXELS = 24_000_000

MEDIA_FOLDER = "media"
KINDS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp"}
"""The kinds of image by the endings of their names."""

_DEVICES = r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])"
_MEDIA_NAME = re.compile(
    rf"{MEDIA_FOLDER}/(?!(?i:{_DEVICES})\.)[A-Za-z0-9][A-Za-z0-9._-]{{0,79}}\.(?:{'|'.join(KINDS)})"
)
_MARKS = re.compile(
    r"(?<!`)(?P<code>`++).*?(?<!`)(?P=code)(?!`)"
    r"|\\."
    r"|!\[(?P<alt>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*+)\]"
    r"\(\s*+<?(?P<name>[^\s<>()]*+)>?"
    r"""(?:\s++(?:"[^"]*"|'[^']*'|\([^()]*\)))?+\s*+\)""",
    re.DOTALL,
)
"""Code and escaped characters, in which nothing is an image; and images."""

_PNG, _JPEG, _GIFS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a")
_JPEG_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers that nothing belongs to."""
_MOST_SEGMENTS = 2_000
_JPEG_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class ImageInfo(NamedTuple):
    """What an image is (png, jpeg, gif or webp), and its size in pixels."""

    kind: str
    width: int
    height: int


class ImageUse(NamedTuple):
    """An image that a text shows: its alternative text, and what is to be shown."""

    alt: str
    name: str


def is_media_name(name: str) -> bool:
    """Whether an image of a pack can be called `name`: "media/map.png"."""
    return _MEDIA_NAME.fullmatch(name) is not None


def kind_of_name(name: str) -> str:
    """The kind of image that the ending of `name` stands for; "" for another ending."""
    return KINDS.get(name.rpartition(".")[2], "")


def image_uses(markdown: str) -> tuple[ImageUse, ...]:
    """The images that a text shows, whatever they are called, in order."""
    if "![" not in markdown:
        return ()
    return tuple(
        ImageUse(found["alt"].strip(), found["name"])
        for found in _MARKS.finditer(markdown)
        if found["name"] is not None
    )


def image_names(markdown: str) -> tuple[str, ...]:
    """What the images of a text are called, in order, each once."""
    return tuple(dict.fromkeys(use.name for use in image_uses(markdown)))


def without_images(markdown: str) -> str:
    """A text without its images."""
    if "![" not in markdown:
        return markdown
    return _MARKS.sub(lambda found: found[0] if found["name"] is None else "", markdown)


def replace_images(markdown: str, words: Callable[[ImageUse], str]) -> str:
    """`markdown` with `words` of each image in its place."""
    if "![" not in markdown:
        return markdown
    return _MARKS.sub(
        lambda found: (
            found[0]
            if found["name"] is None
            else words(ImageUse(found["alt"].strip(), found["name"]))
        ),
        markdown,
    )


def read_image_info(data: bytes) -> ImageInfo:
    """What image `data` is; `QuizError` where a pack cannot hold it."""
    if len(data) > MAX_IMAGE_BYTES:
        raise QuizError(
            tr("The image has more than {n:,} bytes.").format(n=MAX_IMAGE_BYTES),
            tr("Save it smaller, or as JPEG."),
        )
    kind = _kind(data)
    size = _SIZES[kind](data)
    if size is None or 0 in size:
        raise QuizError(
            tr("The image is damaged: its size cannot be read."), tr("Save it once more.")
        )
    width, height = size
    if max(size) > MAX_IMAGE_SIDE or width * height > MAX_IMAGE_PIXELS:
        raise QuizError(
            tr("The image is {width:,} by {height:,} pixels large.").format(
                width=width, height=height
            ),
            tr("Make it smaller: {side:,} along each side, and {pixels} million in all.").format(
                side=MAX_IMAGE_SIDE, pixels=MAX_IMAGE_PIXELS // 1_000_000
            ),
        )
    return ImageInfo(kind, width, height)


def _kind(data: bytes) -> str:
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    if data.startswith(_GIFS):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*+<(?:svg\b|[?!][^\0]*?<svg\b)", data[:10_000]):
        raise QuizError(
            tr("This is an SVG drawing, which could hold more than a picture."),
            tr("Convert it to PNG."),
        )
    raise QuizError(
        tr("This is no image that a pack can hold."), tr("Save it as PNG, JPEG, GIF or WebP.")
    )


_Size = tuple[int, int] | None


def _png_size(data: bytes) -> _Size:
    if data[12:16] != b"IHDR" or len(data) < len(_PNG) + 25:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _gif_size(data: bytes) -> _Size:
    if len(data) < 13:
        return None
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg_size(data: bytes) -> _Size:
    """From the first frame: the segments before it are stepped over by their lengths."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if at + 9 > len(data) or data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
        elif marker in _JPEG_ALONE:
            at += 2
        elif marker in _JPEG_FRAMES:
            height, width = data[at + 5 : at + 7], data[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4], "big"), 2)
    return None


def _webp_size(data: bytes) -> _Size:
    if len(data) < 30:
        return None
    form = data[12:16]
    if form == b"VP8X":
        return (
            int.from_bytes(data[24:27], "little") + 1,
            int.from_bytes(data[27:30], "little") + 1,
        )
    if form == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return (
            int.from_bytes(data[26:28], "little") & 0x3FFF,
            int.from_bytes(data[28:30], "little") & 0x3FFF,
        )
    return None


_SIZES = {"png": _png_size, "jpeg": _jpeg_size, "gif": _gif_size, "webp": _webp_size}
