"""What was just taken away, and the way to have it back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.notice import Notice


class UndoLine(Notice):
    """Shows itself with `offer`; `undo_requested` tells that it is to be taken back, and hides."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo = Button(tr("Undo"), "rotate-ccw")
        self._undo.clicked.connect(self._on_undo)
        self.add_action(self._undo)

    def offer(self, words: str) -> None:
        """Say what was done, for screen readers at once."""
        self.say("accent", words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_undo(self) -> None:
        self.hide()
        self.undo_requested.emit()
