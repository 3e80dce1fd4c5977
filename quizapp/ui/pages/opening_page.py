"""While the library opens, and when it does not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.progress_view import ProgressView


class OpeningPage(Page):
    """Progress first; a sentence and a way on where the library cannot be opened."""

    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = QVBoxLayout(self)
        self._view = ProgressView(tr("Opening your library"), can_cancel=False)
        self._outer.addWidget(self._view)
        self._failure: EmptyState | None = None

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far it is."""
        self._view.show_progress(done, total, words)

    def show_failure(self, error: QuizError) -> None:
        """What happened, what to do, and a button to try again."""
        self._view.hide()
        if self._failure:
            self._failure.deleteLater()
        self._failure = EmptyState("triangle-alert", error.message, error.remedy, tr("Try again"))
        self._failure.action_requested.connect(self._on_retry)
        self._outer.addWidget(self._failure)

    def _on_retry(self) -> None:
        if self._failure:
            self._failure.hide()
        self._view.show()
        self.retry_requested.emit()
