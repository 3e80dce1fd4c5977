"""An icon and a word beside each other: never colour alone."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.painting import centred


class IconMark(QWidget):
    """An icon in one of the colours of the scheme, as "text", "quiet", "right", "accent" …"""

    def __init__(
        self, name: str, colour: str = "text", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str) -> None:
        self._name = name
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = getattr(colours_of(self.palette()), self._colour)
        painter = QPainter(self)
        draw_icon(painter, self._name, colour, centred(self.rect(), scaled(self._size)))
        painter.end()


def beside(mark: IconMark, text: QWidget, spacing: int = 12) -> QHBoxLayout:
    """A row of an icon and the text that it goes with, the icon at the first line."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row
