"""An image of a pack as wide as its column, within what its window allows."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.pictures import picture_of, picture_size
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import CONTROL_CORNER, GRID, draw_box, leading

LARGEST_SCALE = 2
SHARE_OF_WINDOW = 0.6
LOWEST_PICTURE = 200
MOST_PIXELS = 1_600
WITHOUT_PICTURE = QSize(480, 320)


class ScaledPicture(QWidget):
    """Never larger than twice the size of the image. `alt` stands for an image that is broken."""

    def __init__(self, data: bytes, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._alt = alt
        self._scaled = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(alt)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._fitted(width).height())

    def sizeHint(self) -> QSize:
        width = min(self._natural().width() * LARGEST_SCALE, scaled(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), self.heightForWidth(max(self.width(), scaled(120))))

    def _natural(self) -> QSize:
        size = picture_size(self._data)
        return WITHOUT_PICTURE if size.isEmpty() else size

    def _fitted(self, width: int) -> QSize:
        """The picture as wide as the column, within what the window and its own size allow."""
        natural = self._natural()
        highest = max(self.window().height() * SHARE_OF_WINDOW, LOWEST_PICTURE)
        scale = min(width / natural.width(), highest / natural.height(), LARGEST_SCALE)
        return QSize(
            max(round(natural.width() * scale), 1), max(round(natural.height() * scale), 1)
        )

    def room(self) -> QRectF:
        """Where the picture is shown."""
        size = self._fitted(self.width())
        return leading(self, QRectF(0, 0, size.width(), size.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.updateGeometry()
        return False

    def draw_picture(self, painter: QPainter, *, has_ring: bool) -> None:
        """The image in its room, within the focus ring where that is shown."""
        colours, room = colours_of(self.palette()), self.room()
        picture = self._picture(room)
        if picture.isNull():
            self._draw_words(painter, room, colours)
        else:
            painter.drawPixmap(room.topLeft(), picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.line))
        painter.drawRect(room)
        if has_ring:  # within a seam, to be seen on any picture
            draw_box(painter, room, None, colours.surface, 3, 6)
            draw_box(painter, room.adjusted(1, 1, -1, -1), None, colours.focus, 3, 3)

    def _picture(self, room: QRectF) -> QPixmap:
        """The picture in the size of the room, kept until that changes."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(room.width() * ratio), round(room.height() * ratio))
        if self._scaled.size() != size:
            image = picture_of(self._data, MOST_PIXELS, MOST_PIXELS)
            if image.isNull():
                return QPixmap()
            smooth = Qt.TransformationMode.SmoothTransformation
            shape = Qt.AspectRatioMode.IgnoreAspectRatio
            self._scaled = QPixmap.fromImage(image.scaled(size, shape, smooth))
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _draw_words(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        """In place of an image that is not there, what describes it."""
        draw_box(painter, room, colours.ground, colours.line, CONTROL_CORNER)
        size = scaled(24)
        icon = QRectF(room.center().x() - size / 2, room.top() + 2 * GRID, size, size)
        draw_icon(painter, "image", colours.quiet, icon)
        painter.setFont(text_font(TextRole.BODY))
        painter.setPen(QColor(colours.quiet))
        words = room.adjusted(2 * GRID, 3 * GRID + size, -2 * GRID, -2 * GRID)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value
        painter.drawText(words, flags, self._alt)
