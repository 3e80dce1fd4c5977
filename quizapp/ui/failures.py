"""What went wrong, told to the person."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from quizapp.errors import LibraryDamagedError
from quizapp.ui import messages
from quizapp.ui.library_flow import LibraryFlow
from quizapp.ui.main_window import MainWindow


class Failures(QObject):
    """Where every failure ends that nothing else has dealt with."""

    def __init__(self, window: MainWindow, library: LibraryFlow) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._is_reporting = False

    def show(self, error: BaseException) -> None:
        """Tell of it now; a damaged library leads to the ways on."""
        if isinstance(error, LibraryDamagedError):
            self._library.show_failure(error)
        else:
            messages.show_failure(self._window, error)

    def report(self, error: BaseException) -> None:
        """Tell of an error that nobody expected, one at a time, once the present work is done."""
        if not self._is_reporting:
            self._is_reporting = True
            QTimer.singleShot(0, partial(self._report_now, error))

    def _report_now(self, error: BaseException) -> None:
        try:
            self.show(error)
        finally:
            self._is_reporting = False
