"""A line to write, in its frame, without an undo of its own."""

from PySide6.QtWidgets import QLineEdit, QWidget

from quizapp.ui.widgets.fields import FieldFrame
from quizapp.ui.widgets.undo_keys import UndoKeysPass


class LineFrame(FieldFrame):
    """Holds `line`. It has no focus proxy: see `order_tabs`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(self.line, parent)
        self._passing = UndoKeysPass(self.line)

    def setFocusProxy(self, widget: QWidget) -> None:  # noqa: N802
        """There is none."""
