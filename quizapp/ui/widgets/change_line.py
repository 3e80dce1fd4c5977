"""A line that says what was just done to questions, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.services.authoring_values import Change
from quizapp.translation import tr
from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.buttons import Button, IconButton
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID, draw_box, painting

SIDE = 12


class ChangeLine(QWidget):
    """One line, for a page where the room is a table's; hidden until there is a change."""

    undo_requested = Signal(object)
    """The `Change` to take back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change: Change | None = None
        self._words = BodyText()
        self._undo = Button(tr("Undo"), "undo-2")
        self._undo.setToolTip(tr("Undo (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo)
        close = IconButton("x", tr("Close"))
        close.clicked.connect(self.forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(GRID)
        row.addSpacing(SIDE)
        row.addWidget(IconMark("circle-check", "accent"))
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(close)
        row.addSpacing(GRID // 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def change(self) -> Change | None:
        """What can be taken back now."""
        return self._change

    def show_change(self, change: Change) -> None:
        """Say it, for screen readers at once; what was said before can no longer be undone here."""
        self._change = change
        self._words.set_text(change.words)
        self._undo.setVisible(bool(change.undo))
        self.setAccessibleName(change.words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def undo(self) -> None:
        """Ask for it to be taken back, once."""
        change = self._change
        self.forget()
        if change is not None and change.undo:
            self.undo_requested.emit(change)

    def forget(self) -> None:
        """Say nothing more."""
        self._change = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.accent_soft, colours.accent)
