"""Images among the words of a text: as wide as there is room for, or what describes them."""

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPyTextObject,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.pictures import NO_MEDIA, Media, picture_of, picture_size
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.painting import CONTROL_CORNER, GRID, draw_box

IMAGE = QTextFormat.ObjectTypes.ImageObject.value
ALT_TEXT = QTextFormat.Property.ImageAltText
WIDEST, HIGHEST = 760, 480
"""An image is never shown larger; narrow columns make it smaller."""
SHARPNESS = 2
"""Pixels kept for each that is shown, for fine screens."""
ICON = 18
_INDENT = QTextFormat.Property.UserProperty.value + 11
_COLUMNS = QTextFormat.Property.UserProperty.value + 12
_WRAPS = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value


class MarkdownImages(QPyTextObject):
    """Draws the images of one document, from what it was given last."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._media: Media = NO_MEDIA
        self._sizes: dict[str, QSize] = {}

    def show_from(self, media: Media) -> None:
        """Show other images."""
        self._media = media
        self._sizes.clear()

    def intrinsicSize(self, document: QTextDocument, place: int, look: QTextFormat) -> QSizeF:  # noqa: N802
        """As large as it is, or as there is room for."""
        del place
        room = _room(document, look)
        size = self._size(look.toImageFormat().name())
        if size.isEmpty():
            return _frame_size(document, room, _shown_alt(look))
        return QSizeF(_fitted(size, room))

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        place: int,
        look: QTextFormat,
    ) -> None:
        """The image, or its alternative text in a frame."""
        del place
        picture = self._picture(look.toImageFormat().name())
        painter.save()
        if picture.isNull():
            _draw_frame(painter, QRectF(rect), document, _shown_alt(look))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(rect), picture)
        painter.restore()

    def _picture(self, name: str) -> QImage:
        data = self._media.get(name, b"")
        return picture_of(data, WIDEST * SHARPNESS, HIGHEST * SHARPNESS)

    def _size(self, name: str) -> QSize:
        """The size of an image that can be decoded, else an empty one."""
        if name not in self._sizes:
            broken = self._picture(name).isNull()
            self._sizes[name] = QSize() if broken else picture_size(self._media[name])
        return self._sizes[name]


def alt_text(look: QTextFormat) -> str:
    """What describes the image of that look."""
    return str(look.property(ALT_TEXT) or "")


def _shown_alt(look: QTextFormat) -> str:
    return alt_text(look) or tr("Image")


def _fitted(size: QSize, room: float) -> QSize:
    """`size`, made smaller where it is larger than the room."""
    most = QSize(round(min(room, WIDEST)), HIGHEST)
    if size.width() <= most.width() and size.height() <= most.height():
        return size
    return size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def note_rooms(document: QTextDocument, cursor: QTextCursor) -> None:
    """Let the image that `cursor` has selected know how narrow its place is.

    It cannot find that out while it is laid out: asking would lay it out again.
    """
    look = cursor.charFormat()
    block = document.findBlock(cursor.selectionStart())
    items, table = block.textList(), cursor.currentTable()
    in_list, in_table = items is not None, table is not None
    steps = block.blockFormat().indent() + (items.format().indent() if in_list else 0)
    look.setProperty(_INDENT, steps * document.indentWidth())
    look.setProperty(_COLUMNS, table.columns() if in_table else 1)
    cursor.setCharFormat(look)


def _room(document: QTextDocument, look: QTextFormat) -> float:
    """How wide an image can be at its place."""
    width = document.textWidth()
    if width <= 0:
        return WIDEST
    columns = look.intProperty(_COLUMNS)
    room = width - look.doubleProperty(_INDENT)
    return max(room / columns - 2 * GRID if columns > 1 else room, 1.0)


def _text_room(room: float) -> float:
    return max(room - scaled(ICON) - 4 * GRID, scaled(80))


def _frame_size(document: QTextDocument, room: float, words: str) -> QSizeF:
    metrics = QFontMetricsF(document.defaultFont())
    most = _text_room(min(room, WIDEST))
    text = metrics.boundingRect(QRectF(0, 0, most, 10_000), _WRAPS, words)
    return QSizeF(
        min(text.width() + 1 + scaled(ICON) + 4 * GRID, room),
        max(text.height(), scaled(ICON)) + 2 * GRID,
    )


def _draw_frame(painter: QPainter, rect: QRectF, document: QTextDocument, words: str) -> None:
    """A quiet frame, with an icon that says that here is an image."""
    colours = colours_of(QGuiApplication.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_box(painter, rect, colours.ground, colours.line, CONTROL_CORNER)
    size = scaled(ICON)
    icon = QRectF(1.5 * GRID, (rect.height() - size) / 2, size, size)
    text = QRectF(2.5 * GRID + size, 0, rect.width() - 4 * GRID - size + 1, rect.height())
    if document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft:
        icon.moveLeft(rect.width() - icon.right())
        text.moveLeft(rect.width() - text.right())
    draw_icon(painter, "image", colours.quiet, icon.translated(rect.topLeft()))
    painter.setFont(document.defaultFont())
    painter.setPen(QColor(colours.quiet))
    painter.drawText(text.translated(rect.topLeft()), _WRAPS, words)
