"""What is wrong with a field, or could be better: below it, with an icon."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import wrapped
from quizapp.ui.widgets.painting import leading, painting, start_of

Tone = Literal["wrong", "partly", "quiet"]
ICONS: dict[Tone, str] = {"wrong": "circle-alert", "partly": "lightbulb", "quiet": "pencil"}
ICON = 16
GAP = 6


class RemarkLine(QWidget):
    """A sentence that wraps, in the colour of its tone, behind the icon of its tone."""

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tone = tone
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    @property
    def tone(self) -> Tone:
        """How it says it."""
        return self._tone

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = wrapped(self._metrics(), self._words, width - self._start())
        return max(text.height(), scaled(ICON)) + 2

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(text_font(TextRole.SMALL))

    def sizeHint(self) -> QSize:
        width = self._start() + self._metrics().horizontalAdvance(self._words) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._start() + 60, self.heightForWidth(max(self.width(), 1)))

    def _start(self) -> int:
        return scaled(ICON) + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = getattr(colours_of(self.palette()), self._tone)
        size = scaled(ICON)
        start = self._start()
        line = self._metrics().lineSpacing()
        icon = QRectF(0, 1 + max(line - size, 0) / 2, size, size)
        room = leading(self, QRectF(start, 1, self.width() - start, self.height()))
        with painting(self) as painter:
            draw_icon(painter, ICONS[self._tone], colour, leading(self, icon))
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.setFont(text_font(TextRole.SMALL))
            painter.setPen(QColor(colour))
            top = start_of(self) & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, top | Qt.TextFlag.TextWordWrap.value, self._words)
