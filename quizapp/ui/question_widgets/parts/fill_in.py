"""What the types with several boxes share: Enter goes to the next empty one, then confirms."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.reveal import reveal


def next_empty(filled: Sequence[bool], present: int) -> int | None:
    """The first empty box behind `present`, else before it; None where no other is empty."""
    behind = [*range(present + 1, len(filled)), *range(present)]
    return next((place for place in behind if not filled[place]), None)


def go_to(editor: QWidget) -> None:
    """Give the focus to a box, as Tab would."""
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    reveal(editor)
