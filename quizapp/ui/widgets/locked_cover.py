"""What stands in the place of a page that the teacher's lock has shut."""

from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.empty_state import EmptyState


class LockedCover(EmptyState):
    """Says that the page behind is locked, and asks to be opened; the page stays as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "lock",
            tr("This page is locked"),
            tr("What stands on it is kept. The teacher's PIN opens it."),
            tr("Unlock…"),
            parent,
        )
