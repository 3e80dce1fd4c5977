"""A verdict on a part of an answer, small enough to stand inside a field or a row."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.questions.base import Verdict
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import GRID, leading, painting, start_of
from quizapp.ui.widgets.verdict_banner import verdict_icon, verdict_tone

ICON = 20


class VerdictMark(QWidget):
    """Icon, colour and `words` of a verdict, on one line; hidden until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; "" while there is no verdict, or where the icon says it all."""
        return self._words

    def show_verdict(self, verdict: Verdict | None, words: str = "") -> None:
        """Show a verdict, or none."""
        self._verdict = verdict
        self._words = words if verdict else ""
        self.setAccessibleName(self._words)
        self.setVisible(verdict is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = scaled(ICON)
        if not self._words:
            return QSize(icon, icon)
        metrics = QFontMetrics(text_font(TextRole.SMALL, bold=True))
        width = icon + GRID + metrics.horizontalAdvance(self._words) + 1
        return QSize(width, max(icon, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        colour = getattr(colours_of(self.palette()), verdict_tone(self._verdict))
        size = scaled(ICON)
        icon = QRectF(0, (self.height() - size) / 2, size, size)
        start = size + GRID
        words = leading(self, QRectF(start, 0, self.width() - start, self.height()))
        with painting(self) as painter:
            draw_icon(painter, verdict_icon(self._verdict), colour, leading(self, icon))
            painter.setFont(text_font(TextRole.SMALL, bold=True))
            painter.setPen(QColor(colour))
            painter.drawText(words, start_of(self), self._words)
