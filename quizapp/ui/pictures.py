"""Images of packs as pixels."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from quizapp.errors import QuizError
from quizapp.values.images import (
    MAX_IMAGE_PIXELS,
    MAX_IMAGE_SIDE,
    ImageInfo,
    read_image_info,
)

Media = Mapping[str, bytes]
"""Images of a pack by their names."""
NO_MEDIA: Media = MappingProxyType({})

MOST_MEGABYTES = 200
"""What decoding one image may take: the largest one that is let in, with 64 bits a pixel."""
_KEPT = 16


@lru_cache(maxsize=_KEPT)
def picture_of(data: bytes, width: int, height: int) -> QImage:
    """The first frame of the image in `data`, made smaller to fit into `width` × `height` pixels.

    A null image where there is none, or none that a pack may hold: its kind and size are looked at
    before anything is decoded.
    """
    try:
        info = read_image_info(data)
    except QuizError:
        return QImage()
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(info.kind.encode()))
    if not _is_as_said(reader.size(), info):
        return QImage()
    size = QSize(info.width, info.height)
    if info.width > width or info.height > height:
        reader.setScaledSize(size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def picture_size(data: bytes) -> QSize:
    """The size of the image in `data` in pixels; an empty one for no image."""
    try:
        info = read_image_info(data)
    except QuizError:
        return QSize()
    return QSize(info.width, info.height)


def _is_as_said(size: QSize, info: ImageInfo) -> bool:
    """Whether what will be decoded is no larger than its header said."""
    if not size.isValid():
        return True  # some kinds do not tell; the allocation limit still holds
    return (
        max(size.width(), size.height()) <= MAX_IMAGE_SIDE
        and size.width() * size.height() <= MAX_IMAGE_PIXELS
        and size.width() <= info.width
        and size.height() <= info.height
    )
