"""Work that may take long, behind a sheet that says how far it is and can stop it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from quizapp.errors import CancelledError
from quizapp.ui.failures import Failures
from quizapp.ui.library_work import Failed, LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.tasks import Task, deliver
from quizapp.ui.widgets.progress_view import ProgressView
from quizapp.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from quizapp.services.workspace import Workspace

Outcome = TypeVar("Outcome")
Report = Callable[[int, int, str], None]

PAUSE = 400
"""Milliseconds after which the sheet is shown: short work is not interrupted by it."""


class LongWork(QObject):
    """Does one such thing at a time; the window takes no other orders meanwhile."""

    def __init__(self, window: MainWindow, work: LibraryWork, failures: Failures) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._task: Task | None = None
        self._title = ""
        self._sheet: Sheet | None = None
        self._view: ProgressView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._open)

    def run(
        self,
        title: str,
        work: "Callable[[Workspace, Report], Outcome]",
        done: Callable[[Outcome], object],
        failed: Failed | None = None,
    ) -> None:
        """Do `work`, which reports and is stopped by what its report raises; then `done`.

        Without `failed` it is said here that it failed, or was stopped. What is asked for while
        something else is being done is left out.
        """
        if self._task is not None:
            return
        self._title = title
        self._task = self._work.run(
            lambda workspace, task: work(workspace, _reporting(task)),
            partial(self._on_done, done),
            partial(self._on_failed, failed or self._tell_failed),
            self._on_progress,
        )
        if self._task is not None:
            self._timer.start()

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    def _open(self) -> None:
        self._view = ProgressView(self._title)
        self._view.cancel_requested.connect(self._on_cancel)
        self._sheet = Sheet(self._title, self._window, icon_name="loader-circle")
        self._sheet.body.addWidget(self._view)
        self._sheet.rejected.connect(self._on_cancel)
        self._sheet.open()

    def _on_progress(self, done: int, total: int, words: str) -> None:
        if self._view is not None:
            self._view.show_progress(done, total, words)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_done(self, done: Callable[[Outcome], object], outcome: Outcome) -> None:
        self._end()
        deliver(done, outcome)

    def _on_failed(self, failed: Failed, error: Exception) -> None:
        self._end()
        deliver(failed, error)

    def _tell_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            self._window.banner.say(str(error))
        else:
            self._failures.show(error)

    def _end(self) -> None:
        self._timer.stop()
        self._task = None
        if self._sheet is not None:
            self._sheet.done(Sheet.DialogCode.Accepted)
            self._sheet.deleteLater()
        self._sheet = self._view = None


def _reporting(task: Task) -> Report:
    """Tell how far it is, and stop where that is asked for."""

    def report(done: int, total: int, words: str) -> None:
        task.raise_if_cancelled()
        task.report(done, total, words)

    return report
