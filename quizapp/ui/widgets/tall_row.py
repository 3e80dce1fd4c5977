"""Painted rows of several lines: as high as their text is at the width they have."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.theme import Colours, TextRole, scaled, text_font
from quizapp.ui.widgets.painted_text import draw_text, text_height
from quizapp.ui.widgets.push_button import PushButton
from quizapp.ui.widgets.row_list import is_list_key

NARROWEST = 120
USUAL = 640
LINE_GAP = 3


class Line(NamedTuple):
    """A text that wraps, in one of the colours of the scheme; cut after `most` lines if given."""

    text: str
    role: TextRole = TextRole.BODY
    colour: str = "text"
    bold: bool = False
    most: int = 0

    def font(self) -> QFont:
        """The font at the present text size."""
        return text_font(self.role, bold=self.bold)


class TallRow(PushButton):
    """Heirs say in `lines` what stands below each other, and set the room around it.

    The row sets its height itself when its width or text changes: a height for each width, as
    Qt's layouts ask for it, is asked hundreds of times a row.
    """

    padding = 10

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def lines(self) -> tuple[Line, ...]:
        """What stands below each other."""
        return ()

    def text_start(self) -> int:
        """The room before the text."""
        return self.padding

    def text_end(self) -> int:
        """The room where the text ends."""
        return self.padding

    def room_below(self) -> int:
        """The room below the box, which belongs to the row."""
        return 0

    def height_at(self, width: int) -> int:
        """How high the row must be where it is `width` wide."""
        room = max(width, NARROWEST) - self.text_start() - self.text_end()
        heights = [text_height(line.text, line.font(), room, line.most) for line in self.lines()]
        gaps = LINE_GAP * max(len(heights) - 1, 0)
        return sum(heights) + gaps + 2 * self.padding + self.room_below()

    def first_middle(self) -> float:
        """At which height the first line has its middle."""
        return self.padding + QFontMetrics(self.lines()[0].font()).height() / 2

    def draw_lines(self, painter: QPainter, colours: Colours, indent: int = 0) -> None:
        """Draw the lines, the first of them indented."""
        start = self.text_start()
        width = self.width() - start - self.text_end()
        top = float(self.padding)
        for line in self.lines():
            font = line.font()
            height = text_height(line.text, font, width, line.most)
            room = QRectF(start + indent, top, width - indent, height)
            draw_text(painter, self, room, line.text, font, getattr(colours, line.colour))
            top += height + LINE_GAP
            indent = 0

    def fit(self) -> None:
        """Take the height that the present text needs."""
        self.setFixedHeight(self.height_at(self.width()))

    def sizeHint(self) -> QSize:
        return QSize(scaled(USUAL), self.height_at(scaled(USUAL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.text_start() + self.text_end() + NARROWEST, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list that it stands in are the list's."""
        if is_list_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
