"""The head of a page that was opened from another one: the way back, the title, a line about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button, QuietButton
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import PageTitle, QuietText
from quizapp.ui.widgets.painting import GRID

_ALONG = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


class PageHead(QWidget):
    """`note` stands below the title; `add_action` puts a button beside the way back."""

    back_requested = Signal()

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = QuietButton(tr("Back"), "chevron-left")
        self._back.clicked.connect(self.back_requested)
        self._title = PageTitle(title)
        self._note = QuietText()
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions)
        self._top = QBoxLayout(_ALONG)
        self._top.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        self._top.addStretch(1)
        self._top.addWidget(self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._top)
        column.addSpacing(GRID // 2)
        column.addWidget(self._title)
        column.addWidget(self._note)
        self.set_note(note)

    def minimumSizeHint(self) -> QSize:
        """That of the buttons below each other, or it could not get narrower again."""
        return QSize(max(map(_width, self._parts())), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(map(_width, self._parts())) + 2 * GRID
        self._top.setDirection(_ALONG if needed <= self.width() else _DOWN)

    def _parts(self) -> tuple[QWidget, QWidget]:
        return self._back, self._actions

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.set_text(title)

    def set_note(self, words: str) -> None:
        """Say something below the title, or nothing."""
        self._note.set_text(words)
        self._note.setVisible(bool(words))

    def add_action(self, button: Button) -> None:
        """Something else to do from here, at the end of the line of the way back."""
        self._flow.addWidget(button)


def _width(part: QWidget) -> int:
    return part.minimumSizeHint().width()
