"""While the library opens, and when it does not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.progress_view import ProgressView

WIDTH = 420


class OpeningPage(Page):
    """Progress first; a sentence and the ways on where the library cannot be opened."""

    wants_focus = True
    retry_requested = Signal()
    restore_requested = Signal()
    other_folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ProgressView(tr("Opening your library"), can_cancel=False)
        self._view.setFixedWidth(scaled(WIDTH))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._opening())
        self._failure: EmptyState | None = None

    def _opening(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setSpacing(2 * GRID)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(IconMark("book-marked", "accent", 48), 0, centre)
        column.addWidget(self._view, 0, centre)
        column.addStretch(1)
        return holder

    def show_opening(self) -> None:
        """The library is being opened."""
        self._stack.setCurrentIndex(0)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far it is."""
        self._view.show_progress(done, total, words)

    def show_failure(self, error: QuizError, *, has_backups: bool) -> None:
        """What happened, what to do, and the buttons that do it."""
        if self._failure:
            self._stack.removeWidget(self._failure)
            self._failure.deleteLater()
        self._failure = EmptyState("triangle-alert", error.message, error.remedy, tr("Try again"))
        self._failure.action_requested.connect(self.retry_requested)
        if has_backups:
            restore = Button(tr("Restore a backup…"), "history")
            restore.clicked.connect(self.restore_requested)
            self._failure.add_action(restore)
        other = Button(tr("Choose another folder…"), "folder-open")
        other.clicked.connect(self.other_folder_requested)
        self._failure.add_action(other)
        self._stack.addWidget(self._failure)
        self._stack.setCurrentWidget(self._failure)
        self._failure.focus_action()
