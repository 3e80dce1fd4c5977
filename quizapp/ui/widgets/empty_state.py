"""What a page shows when there is nothing yet: why, and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.headings import BodyText, SectionTitle
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID

WIDEST_TEXT = 560


class EmptyState(QWidget):
    """An icon, a sentence, what to do, and the button that does it (none when `action` is "").

    It stands in the middle of the room it has.
    """

    action_requested = Signal()

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        what_to_do: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 4 * GRID, 2 * GRID, 4 * GRID)
        column.setSpacing(12)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(icon_name, "quiet", 48), 0, centre)
        for label in (SectionTitle(sentence), BodyText(what_to_do)):
            label.setAlignment(centre)
            if not label.text():
                label.hide()  # shown before it has a parent, it would be a window
            column.addLayout(_narrow(label))
        self._others = QHBoxLayout()
        self._others.setSpacing(GRID)
        self._action = PrimaryButton(action)
        if not action:
            self._action.hide()
        self._action.clicked.connect(self.action_requested)
        column.addSpacing(GRID)
        column.addWidget(self._action, 0, centre)
        column.addLayout(self._others)
        column.addStretch(1)
        self._others.addStretch(1)
        self._others.addStretch(1)

    def focus_action(self) -> None:
        """Give the keyboard to the first button."""
        self._action.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_action(self, button: Button) -> None:
        """Something else that can be done, below the first button."""
        self._others.insertWidget(self._others.count() - 1, button)


def _narrow(label: QWidget) -> QHBoxLayout:
    """The label in the middle, its lines not too long to read."""
    label.setMaximumWidth(scaled(WIDEST_TEXT))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 10_000)
    row.addStretch(1)
    return row
