"""A chip: what something is, in a word with an icon."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import draw_box, leading, painting, start_of

ICON = 16
SIDE = 10
GAP = 6
HEIGHT = 28


class Chip(QWidget):
    """An icon and a word in a rounded box; it does nothing.

    `tone` is "quiet" or one of the colours that has a soft ground: accent, right, partly, wrong.
    """

    def __init__(
        self, text: str, icon_name: str = "", tone: str = "quiet", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str, icon_name: str | None = None, tone: str | None = None) -> None:
        """Show another word, and another icon and tone where they are given."""
        self._text = text
        self._icon_name = self._icon_name if icon_name is None else icon_name
        self._tone = self._tone if tone is None else tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(text_font(TextRole.SMALL, bold=True)).horizontalAdvance(self._text)
        return QSize(2 * SIDE + self._icon_width() + text + 1, scaled(HEIGHT))

    def _icon_width(self) -> int:
        return scaled(ICON) + GAP if self._icon_name else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        colour = getattr(colours, self._tone)
        fill = colours.surface if self._tone == "quiet" else getattr(colours, f"{self._tone}_soft")
        edge = colours.line if self._tone == "quiet" else colour
        size = scaled(ICON)
        icon = QRectF(SIDE, (self.height() - size) / 2, size, size)
        start = SIDE + self._icon_width()
        words = QRectF(start, 0, self.width() - start, self.height())
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, self.height() / 2)
            if self._icon_name:
                draw_icon(painter, self._icon_name, colour, leading(self, icon))
            painter.setFont(text_font(TextRole.SMALL, bold=True))
            painter.setPen(QColor(colour))
            painter.drawText(leading(self, words), start_of(self), self._text)
