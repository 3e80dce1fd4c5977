"""Puts the window together: the one place that knows every flow and what each works with."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quizapp.errors import QuizError
from quizapp.settings import WindowPlace, library_location, preferences_file
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.authoring import AuthoringFlows
from quizapp.ui.failures import Failures
from quizapp.ui.fonts import FAMILIES, load_first_fonts, load_other_fonts
from quizapp.ui.garbage import GarbageKeeper
from quizapp.ui.idle_watch import IdleWatch
from quizapp.ui.incoming_packs import IncomingPacks
from quizapp.ui.learner_flow import LearnerFlow
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.library_flow import LibraryFlow
from quizapp.ui.library_session import LibrarySession
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.lock import Lock
from quizapp.ui.look import Look
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Flow, Page, PagePlan, window_keys
from quizapp.ui.pin_flow import PinFlow
from quizapp.ui.preferences_keeper import PreferencesKeeper
from quizapp.ui.quiz_flow import QuizFlow
from quizapp.ui.settings_flow import SettingsFlow
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.translation import use_language
from quizapp.ui.widgets.banner import Tone


class Application(QObject):
    """One window on one library. Makes the flows in the order of their pages on the rail."""

    def __init__(
        self, app: QApplication, location: str, preferences_path: Path, given: Sequence[Path] = ()
    ) -> None:
        """Open the library at `location`; `given` are packs to be imported then."""
        super().__init__(app)
        self.preferences = PreferencesKeeper(preferences_path, self)
        use_language(app, self.preferences.present.language)
        load_first_fonts()
        look = Look(app)
        look.use(self.preferences.present)
        self.runner = TaskRunner(self)
        where = library_location(location, self.preferences.present)
        self.session = LibrarySession(where, self.runner, self)
        self.session.opened.connect(load_other_fonts)
        self.lock = Lock(self.preferences, self)
        self.window = MainWindow(self.preferences.present.window)
        self.window.guard_with(self.lock)
        self.window.closed.connect(self._on_closed)
        self.window.help_requested.connect(self._on_help)
        self.preferences.not_saved.connect(self._on_not_saved)
        self._make_flows(app, look)
        self.incoming = IncomingPacks(self.window, self.seat, given)
        self.incoming.arrived.connect(self.authoring.imports.take)
        self.library.open()
        self.window.show()

    def _make_flows(self, app: QApplication, look: Look) -> None:
        window, session, preferences = self.window, self.session, self.preferences
        self.library = LibraryFlow(window, session, self.lock)
        self.library.location_chosen.connect(self._on_location)
        self.failures = Failures(window, self.library)
        self.lock.failed.connect(self.failures.show)
        self.work = LibraryWork(session, self.runner, self.failures.show)
        self.seat = LearnerSeat(self.work, self)
        self.learners = LearnerFlow(
            window, session, self.work, self.seat, preferences, self.failures
        )
        self.quizzes = QuizFlow(
            window, session, self.runner, self.work, self.seat, preferences, self.failures
        )
        self.authoring = AuthoringFlows(
            window, session, self.work, self.failures, self.quizzes.start
        )
        pins = PinFlow(window, self.lock, self.seat, IdleWatch(app, self))
        settings = SettingsFlow(
            window, session, self.seat, preferences, look, self.library, self.learners, pins,
            self.failures,
        )  # fmt: skip
        flows: tuple[Flow, ...] = (
            self.library, self.learners, self.quizzes, self.authoring, settings,
        )  # fmt: skip
        for flow in flows:
            window.add_pages(flow.plans())
        window.add_pages({"about": PagePlan(tr("About"), "info", _make_about)})

    def _on_location(self, target: Path) -> None:
        self.preferences.change(library=str(target))

    def _on_not_saved(self, error: QuizError) -> None:
        self.window.banner.say(str(error), Tone.WARNING)

    def _on_help(self) -> None:
        keys: list[tuple[str, str]] = []
        if self.window.current_page:
            keys += self.window.page(self.window.current_page).help_keys()
        messages.show_keys(self.window, [*keys, *window_keys(self.window.page_keys)])

    def _on_closed(self, place: WindowPlace) -> None:
        self.preferences.change(window=place)
        self.window.hide()  # the last backup takes a moment
        self.close()

    def close(self) -> None:
        """End the worker and let go of the library."""
        self.runner.close()
        self.lock.close()
        self.session.close()


def _make_about() -> Page:
    from quizapp.ui.pages.about_page import AboutPage

    return AboutPage()


def run(location: str, given: Sequence[Path] = ()) -> int:
    """Open the window on the library at `location` and stay until it is closed.

    `given` are packs to be imported, files or folders.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("quizapp")
    GarbageKeeper(app)
    font = app.font()
    font.setFamilies(FAMILIES)
    app.setFont(font)
    application = Application(app, location, preferences_file(), given)
    sys.excepthook = partial(_on_unexpected, application.failures.report)
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    application.close()
    return code


def _on_unexpected(
    report: Callable[[BaseException], None],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """A bug in something that Qt has called: to the terminal, and to the person."""
    sys.__excepthook__(kind, error, trace)
    if not issubclass(kind, KeyboardInterrupt):
        report(error)
