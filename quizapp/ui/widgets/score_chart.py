"""Scores one after another: a line with a mark for each, on a thin grid."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import painting

HEIGHT = 200
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 12, 12
MARK = 4.0


class ScoreChart(QWidget):
    """Shows shares of 0…1; the value at the pointer is told. The table beside has the numbers."""

    def __init__(self, scores: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores = tuple(scores)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = ", ".join(f"{round(score * 100)}%" for score in self._scores[-10:])
        self.setAccessibleName(tr("Scores, the last ten: {scores}").format(scores=said))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, scaled(HEIGHT))

    def point_of(self, number: int) -> QPointF:
        """Where the score `number` stands, mirrored where text runs from the right."""
        area = self._area()
        steps = max(len(self._scores) - 1, 1)
        along = number / steps if len(self._scores) > 1 else 0.5
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            along = 1 - along
        height = area.bottom() - self._scores[number] * area.height()
        return QPointF(area.left() + along * area.width(), height)

    def _area(self) -> QRectF:
        left, right = scaled(LEFT), RIGHT
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        return QRectF(self.rect()).adjusted(left, TOP, -right, -BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, labels, line, marks."""
        del event
        colours = colours_of(self.palette())
        area = self._area()
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with painting(self) as painter:
            painter.setFont(text_font(TextRole.SMALL))
            for percent in (0, 25, 50, 75, 100):
                height = area.bottom() - percent / 100 * area.height()
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
                painter.setPen(QColor(colours.quiet))
                edge = area.right() + 6 if is_rtl else 0.0
                label = QRectF(edge, height - 10, scaled(LEFT) - 8, 20)
                painter.drawText(
                    label,
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                    f"{percent}%",
                )
            points = [self.point_of(number) for number in range(len(self._scores))]
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(QColor(colours.accent))
            for point in points:
                painter.drawEllipse(point, MARK, MARK)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the value that is nearest to the pointer."""
        at = event.position()
        nearest = min(
            range(len(self._scores)), key=lambda n: abs(self.point_of(n).x() - at.x()), default=None
        )
        if nearest is not None:
            words = tr("Quiz {n}: {percent}%").format(
                n=nearest + 1, percent=round(self._scores[nearest] * 100)
            )
            QToolTip.showText(event.globalPosition().toPoint(), words, self)
