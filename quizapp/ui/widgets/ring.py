"""A ring that fills with mastery, the number in its middle."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import is_rtl, painting
from quizapp.ui.words import percent_words

SIZE = 72
THICKNESS = 8
WHOLE_TURN = 360 * 16
TOP = 90 * 16


class Ring(QWidget):
    """Shows a share between 0 and 1; None where there is nothing to show yet."""

    def __init__(
        self,
        name: str,
        share: float | None = None,
        parent: QWidget | None = None,
        *,
        size: int = SIZE,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def set_share(self, share: float | None) -> None:
        self._share = share
        self.setAccessibleName(tr("{name}: {value}").format(name=self._name, value=self._words()))
        self.update()

    def _words(self) -> str:
        return tr("none yet") if self._share is None else percent_words(self._share)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            self._draw_arc(painter, WHOLE_TURN, colours.track)
            if self._share:
                self._draw_arc(painter, round(self._share * WHOLE_TURN), colours.accent)
            painter.setPen(QColor(colours.quiet if self._share is None else colours.text))
            painter.setFont(text_font(TextRole.BODY, bold=True))
            words = "–" if self._share is None else percent_words(self._share)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def _draw_arc(self, painter: QPainter, turn: int, colour: str) -> None:
        thickness = scaled(THICKNESS)
        inset = thickness / 2 + 1
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        pen = QPen(QColor(colour), thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, TOP, turn if is_rtl(self) else -turn)
