"""What lies over the window while packs are dragged over it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr, tr_n
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import CORNER, GRID, draw_box, painting

ICON = 48
VEIL = 225
"""How little the page behind is seen, of 255."""
EDGE = 2.0
WIDEST = 560


class DropCover(QWidget):
    """Covers its parent, and says what letting go does. It takes neither mouse nor keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Drop to import"))
        parent.installEventFilter(self)
        self.hide()

    def show_for(self, names: Sequence[str]) -> None:
        """Cover the parent; `names` are those of the packs that are dragged."""
        more = len(names) - 1
        self._names = names[0] if names else ""
        if more > 0:
            others = tr_n("{n} more pack", "{n} more packs", more)
            self._names = tr("{name} and {others}").format(name=names[0], others=others)
        self.setAccessibleDescription(self._names)
        self._fit()
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        veil = QColor(colours.surface)
        veil.setAlpha(VEIL)
        with painting(self) as painter:
            painter.fillRect(self.rect(), veil)
            painter.setPen(QPen(QColor(colours.accent), EDGE, Qt.PenStyle.DashLine))
            margin = 2 * GRID
            frame = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, CORNER, CORNER)
            self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        """Icon, sentence and names below each other on a card, in the middle."""
        colours = colours_of(self.palette())
        icon = scaled(ICON)
        lines = (
            (tr("Drop to import"), text_font(TextRole.TITLE, bold=True), colours.text),
            (self._names, text_font(TextRole.BODY), colours.quiet),
        )
        heights = [QFontMetrics(font).height() for _, font, _ in lines]
        card = QRectF(0, 0, self._card_width(), icon + sum(heights) + 8 * GRID)
        card.moveCenter(QRectF(self.rect()).center())
        draw_box(painter, card, colours.surface, colours.line, CORNER)
        top = card.top() + 3 * GRID
        square = QRectF(card.center().x() - icon / 2, top, icon, icon)
        draw_icon(painter, "download", colours.accent, square)
        top += icon + GRID
        room = round(card.width()) - 4 * GRID
        for (words, font, colour), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            middle = Qt.TextElideMode.ElideMiddle
            shown = QFontMetrics(font).elidedText(words, middle, room)
            line = QRectF(card.left() + 2 * GRID, top, room, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
            top += height + GRID

    def _card_width(self) -> int:
        return min(scaled(WIDEST), self.width() - 6 * GRID)
