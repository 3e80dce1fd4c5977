"""The base of everything that asks or tells before one may go on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.headings import BodyText, SectionTitle
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID

WIDTH = 480
ROOM_BESIDE = 4 * GRID


class Sheet(QDialog):
    """A modal sheet with a title, a `body` to put things into, and buttons. Esc rejects it."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, icon_name: str = "", tone: str = "text"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(
            min(scaled(WIDTH), self.screen().availableSize().width() - ROOM_BESIDE)
        )
        column = QVBoxLayout(self)
        margin = 3 * GRID
        column.setContentsMargins(margin, margin, margin, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(self._head(title, icon_name, tone))
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        column.addLayout(self.body, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(GRID)
        self._actions.addStretch(1)
        column.addLayout(self._actions)

    def _head(self, title: str, icon_name: str, tone: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if icon_name:
            row.addWidget(IconMark(icon_name, tone, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SectionTitle(title), 1)
        return row

    def say(self, words: str) -> None:
        """Add a paragraph, unless `words` is empty; it can be selected and copied."""
        if words:
            text = BodyText(words)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(text)

    def add_button(self, button: Button, *, closes: bool | None = None) -> None:
        """Add a button; `closes` True accepts the sheet, False rejects it, None leaves it open."""
        self._actions.addWidget(button)
        if closes is True:
            button.clicked.connect(self.accept)
        elif closes is False:
            button.clicked.connect(self.reject)

    def set_default(self, button: Button) -> None:
        """What Enter does, and where the focus is at first."""
        button.setDefault(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
