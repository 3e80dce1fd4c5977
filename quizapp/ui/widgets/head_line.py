"""A label with something behind it, at the other end of the line, or below it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from quizapp.ui.widgets.painting import GRID

LEAST_LABEL = 80
_ALONG = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


class HeadLine(QWidget):
    """`label` takes the room that `end` leaves."""

    def __init__(self, label: QWidget, end: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._box = QBoxLayout(_ALONG, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID // 2)
        self._box.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(end, 0)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(max(self._end.minimumSizeHint().width(), LEAST_LABEL), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= self._end.sizeHint().width() + LEAST_LABEL
        self._box.setDirection(_ALONG if has_room else _DOWN)
        side = Qt.AlignmentFlag(0) if has_room else Qt.AlignmentFlag.AlignLeft
        self._box.setAlignment(self._end, side)
