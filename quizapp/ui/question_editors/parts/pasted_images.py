"""Images that are pasted, or files that are dropped."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from quizapp.ui.question_editors.parts.image_sheet import GivenImage, given_file, image_given
from quizapp.values.images import KINDS


class Pasted(NamedTuple):
    """An image file, or without one the bytes of an image."""

    file: Path | None
    data: bytes


def has_image(source: QMimeData) -> bool:
    """Whether an image is pasted, rather than text that has one beside it."""
    return _file(source) is not None or (source.hasImage() and not source.hasText())


def pasted(source: QMimeData) -> Pasted:
    """The image in `source`, which is gone as soon as it is dropped."""
    file, image = _file(source), source.imageData()
    return Pasted(file, _png(image) if file is None and isinstance(image, QImage) else b"")


def ask_about(parent: QWidget | None, image: Pasted) -> GivenImage | None:
    """Ask what the image shows; None where it cannot be taken, or is not wanted."""
    if image.file is not None:
        return given_file(parent, image.file)
    return image_given(parent, "", image.data)


def _file(source: QMimeData) -> Path | None:
    """The image among files."""
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    images = (file for file in files if file.suffix.lower().lstrip(".") in KINDS)
    return next(images, None)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
