"""Images of a pack as pixels."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from quizapp.errors import QuizError
from quizapp.values.images import read_image_info


def picture_of(data: bytes, longest: int) -> QImage:
    """The image in `data`, its longer side at most `longest` pixels; a null one for no image.

    It is held to the limits of packs before any of it is decoded.
    """
    try:
        info = read_image_info(data)
    except QuizError:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(info.kind.encode()))
    size = QSize(info.width, info.height)
    if max(info.width, info.height) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
