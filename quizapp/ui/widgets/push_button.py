"""What all painted buttons share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import KeyboardFocus


class PushButton(QPushButton):
    """Enter presses it, as Space does; `keyboard_focus` says whether to paint a focus ring."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.keyboard_focus = KeyboardFocus(self)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Outside of dialogs Qt lets Enter pass."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
