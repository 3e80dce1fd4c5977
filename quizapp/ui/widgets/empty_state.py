"""What a page shows when there is nothing yet: why, and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.widgets.buttons import PrimaryButton
from quizapp.ui.widgets.headings import BodyText, SectionTitle
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID


class EmptyState(QWidget):
    """An icon, a sentence, what to do, and the button that does it (none when `action` is "")."""

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
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(icon_name, "quiet", 48), 0, centre)
        for label in (SectionTitle(sentence), BodyText(what_to_do)):
            label.setAlignment(centre)
            label.setVisible(bool(label.text()))
            column.addWidget(label)
        if action:
            button = PrimaryButton(action)
            button.clicked.connect(self.action_requested)
            column.addSpacing(GRID)
            column.addWidget(button, 0, centre)
