"""Fields beside each other where there is room, else below each other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.painting import GRID

NARROWEST = 130
_ALONG = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


class FlowLine(QWidget):
    """All are equally wide; `narrowest` is what each of them needs, at 100 % text size."""

    def __init__(
        self, *widgets: QWidget, narrowest: int = NARROWEST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets = widgets
        self._narrowest = narrowest
        self._box = QBoxLayout(_ALONG, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * GRID)
        for widget in widgets:
            self._box.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        parts = [
            max(widget.minimumSizeHint().width(), widget.minimumWidth()) for widget in self._widgets
        ]
        return QSize(max(parts, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = len(self._widgets) * (scaled(self._narrowest) + 2 * GRID) - 2 * GRID
        self._box.setDirection(_ALONG if self.width() >= needed else _DOWN)
