"""Puts the window together and connects its pages with the services."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from quizapp.errors import LibraryDamagedError, QuizError
from quizapp.settings import (
    Preferences,
    WindowPlace,
    library_location,
    load_preferences,
    preferences_file,
    save_preferences,
)
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.fonts import FAMILIES, load_first_fonts, load_other_fonts
from quizapp.ui.garbage import GarbageKeeper
from quizapp.ui.library_flow import LibraryFlow
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.main_window import MainWindow, PagePlan
from quizapp.ui.motion import reduce_motion
from quizapp.ui.page import Page, window_keys
from quizapp.ui.pages.opening_page import OpeningPage
from quizapp.ui.tasks import TaskRunner, deliver
from quizapp.ui.theme import ThemeKeeper
from quizapp.ui.translation import use_language
from quizapp.ui.widgets.banner import Tone

if TYPE_CHECKING:  # the window is on the screen before the types of question are imported
    from quizapp.people import Learner
    from quizapp.quizzes.blueprint import Blueprint
    from quizapp.services.study import Study
    from quizapp.services.values import HomeView, PackSummary, Result, Sitting
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.progress_page import ProgressPage
    from quizapp.ui.pages.settings_page import SettingsPage

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Application(QObject):
    """One window on one library."""

    def __init__(self, app: QApplication, location: str, preferences_path: Path) -> None:
        super().__init__(app)
        self._path = preferences_path
        self._preferences = load_preferences(preferences_path)
        self._app = app
        self._learner: Learner | None = None
        self._is_starting = False
        self._is_reporting = False
        use_language(app, self._preferences.language)
        load_first_fonts()
        self._theme = ThemeKeeper(app)
        self._apply_look(self._preferences)
        self._runner = TaskRunner(self)
        where = library_location(location, self._preferences)
        self._library = LibrarySession(where, self._runner, self)
        self._library.opened.connect(self._on_opened)
        self._library.backup_failed.connect(self._on_backup_failed)
        self.window = MainWindow(self._plans(), self._preferences.window)
        self.window.closed.connect(self._on_closed)
        self.window.switch_learner_requested.connect(self._on_switch_learner)
        self.window.help_requested.connect(self._on_help)
        self._flow = LibraryFlow(self.window, self._library)
        self._flow.location_chosen.connect(self._on_location)
        self._flow.open()
        self.window.show()

    def _plans(self) -> dict[str, PagePlan]:
        return {
            "home": PagePlan(tr("Home"), "house", self._make_home),
            "new": PagePlan(tr("New quiz"), "play", self._make_new_quiz),
            "progress": PagePlan(tr("Progress"), "chart-line", self._make_progress),
            "settings": PagePlan(tr("Settings"), "settings", self._make_settings),
            "about": PagePlan(tr("About"), "info", self._make_about),
            "opening": PagePlan(tr("Opening"), "loader-circle", self._make_opening, on_rail=False),
            "learner": PagePlan(tr("Learner"), "user", self._make_learner, on_rail=False),
            "quiz": PagePlan(tr("Quiz"), "play", self._make_quiz, on_rail=False),
            "result": PagePlan(tr("Result"), "trophy", self._make_result, on_rail=False),
        }

    # Pages, imported when they are first shown

    def _make_opening(self) -> Page:
        page = OpeningPage()
        page.retry_requested.connect(self._flow.open)
        page.restore_requested.connect(self._flow.restore)
        page.other_folder_requested.connect(self._flow.use_other_folder)
        return page

    def _make_learner(self) -> Page:
        from quizapp.ui.pages.learner_page import LearnerPage

        page = LearnerPage()
        page.chosen.connect(self._on_learner)
        page.added.connect(partial(self._on_name, page.show_problem))
        page.back_requested.connect(self._go_home)
        return page

    def _make_home(self) -> Page:
        from quizapp.ui.pages.home_page import HomePage

        page = HomePage()
        page.refresh_requested.connect(partial(self._refresh_home, page.show_home))
        page.quiz_requested.connect(self._start_quiz)
        page.resume_requested.connect(self._resume)
        page.end_requested.connect(self._end_quiz)
        page.result_requested.connect(self._fetch_result)
        return page

    def _make_new_quiz(self) -> Page:
        from quizapp.ui.pages.new_quiz_page import NewQuizPage

        page = NewQuizPage()
        page.refresh_requested.connect(partial(self._refresh_packs, page.show_packs))
        page.count_requested.connect(partial(self._count_matching, page.show_count))
        page.quiz_requested.connect(self._start_quiz)
        return page

    def _make_quiz(self) -> Page:
        from quizapp.ui.pages.quiz_page import QuizPage

        page = QuizPage(
            self._runner,
            self._library.workspace.study,
            ask_confidence=self._preferences.ask_confidence,
        )
        page.finished.connect(self._show_result)
        page.left_requested.connect(self._go_home)
        page.help_requested.connect(self._on_help)
        return page

    def _make_result(self) -> Page:
        from quizapp.ui.pages.result_page import ResultPage

        page = ResultPage()
        page.practise_requested.connect(self._start_quiz)
        page.home_requested.connect(self._go_home)
        return page

    def _make_progress(self) -> Page:
        from quizapp.ui.pages.progress_page import ProgressPage

        page = ProgressPage()
        page.refresh_requested.connect(partial(self._refresh_progress, page))
        page.result_requested.connect(self._fetch_result)
        return page

    def _make_settings(self) -> Page:
        from quizapp.ui.pages.settings_page import SettingsPage

        page = SettingsPage(self._preferences)
        page.changed.connect(self._on_preferences)
        page.refresh_requested.connect(partial(self._refresh_settings, page))
        page.name_given.connect(partial(self._on_new_name, page))
        page.folder_shown.connect(self._flow.show_folder)
        page.other_folder_requested.connect(self._flow.use_other_folder)
        page.backup_requested.connect(partial(self._back_up, page))
        page.restore_requested.connect(self._flow.restore)
        return page

    def _make_about(self) -> Page:
        from quizapp.ui.pages.about_page import AboutPage

        return AboutPage()

    # The library

    def _on_opened(self, workspace: "Workspace") -> None:
        load_other_fonts()
        self._learner = None
        self.window.set_learner("")
        self._runner.call(workspace.study.learners, self._on_learners, self._on_failed)

    def _on_location(self, target: Path) -> None:
        self._save(msgspec.structs.replace(self._preferences, library=str(target)))

    def _back_up(self, page: "SettingsPage") -> None:
        self._library.back_up(partial(self._on_backed_up, page), self._on_failed)

    def _on_backed_up(self, page: "SettingsPage", path: Path) -> None:
        self.window.banner.say(tr("Backed up to {file}.").format(file=path))
        if isValid(page):
            page.show_library(self._library.path, self._library.backups())

    def _on_backup_failed(self, error: Exception) -> None:
        if isinstance(error, QuizError):
            self.window.banner.say(str(error), Tone.WARNING)
        else:
            self._on_failed(error)

    # Learners

    def _on_switch_learner(self) -> None:
        if self._library.is_open:
            self._runner.call(
                self._library.workspace.study.learners, self._on_learners, self._on_failed
            )

    def _on_learners(self, learners: "tuple[Learner, ...]") -> None:
        # With several names, as on a shared computer, nobody is taken for somebody else.
        is_known = [each.name for each in learners] == [self._preferences.last_learner]
        if is_known and self.window.current_page == "opening":
            self._on_learner(learners[0])
            return
        from quizapp.ui.pages.learner_page import LearnerPage

        page = self.window.page("learner")
        if self.window.show_page("learner") and isinstance(page, LearnerPage):
            page.show_learners(learners, self._learner.name if self._learner else "")

    def _on_name(self, refuse: Callable[[QuizError], None], name: str) -> None:
        work = partial(self._library.workspace.study.add_learner, name, now())
        self._runner.call(work, self._on_learner, partial(self._on_refused, refuse))

    def _on_refused(self, refuse: Callable[[QuizError], None], error: Exception) -> None:
        """Say at the field what was wrong with it."""
        if isinstance(error, QuizError):
            deliver(refuse, error)
        else:
            self._on_failed(error)

    def _on_learner(self, learner: "Learner") -> None:
        self._learner = learner
        self._is_starting = False
        self.window.set_learner(learner.name)
        # On a shared computer nothing of the one before may be seen.
        for name in ("home", "new", "progress", "result", "settings"):
            self.window.forget_page(name)
        self._save(msgspec.structs.replace(self._preferences, last_learner=learner.name))
        self._go_home()

    def _for_learner(
        self,
        work: Callable[["Study", int], Any],
        done: Done,
        failed: Failed | None = None,
    ) -> None:
        """Work for whoever is learning; what comes of it is dropped once somebody else is."""
        if self._learner is None:
            return
        who = self._learner.id
        self._runner.call(
            partial(work, self._library.workspace.study, who),
            partial(self._if_still, who, done),
            failed or self._on_failed,
        )

    def _if_still(self, who: int, done: Done, outcome: object) -> None:
        if self._learner is not None and self._learner.id == who:
            deliver(done, outcome)

    # Home, quiz, result, progress

    def _go_home(self) -> None:
        self.window.show_page("home")

    def _refresh_home(self, show: "Callable[[HomeView], None]") -> None:
        moment = now()
        self._for_learner(lambda study, who: study.home(who, moment), show)

    def _refresh_packs(self, show: "Callable[[tuple[PackSummary, ...]], None]") -> None:
        self._runner.call(self._library.workspace.library.packs, show, self._on_failed)

    def _count_matching(self, show: Callable[[int], None], blueprint: "Blueprint") -> None:
        work = partial(self._library.workspace.study.count_matching, blueprint)
        self._runner.call(work, show, self._on_failed)

    def _start_quiz(self, blueprint: "Blueprint") -> None:
        moment = now()
        self._open_quiz(lambda study, who: study.start(who, blueprint, moment))

    def _resume(self, attempt: int) -> None:
        moment = now()
        self._open_quiz(lambda study, who: study.resume(attempt, moment))

    def _open_quiz(self, work: "Callable[[Study, int], Sitting]") -> None:
        """Open a quiz, unless one is being opened: a second click starts no second quiz."""
        if not self._is_starting and self._learner is not None:
            self._is_starting = True
            self._for_learner(work, self._show_sitting, self._on_not_started)

    def _on_not_started(self, error: Exception) -> None:
        self._is_starting = False
        self._on_failed(error)

    def _show_sitting(self, sitting: "Sitting") -> None:
        from quizapp.ui.pages.quiz_page import QuizPage

        self._is_starting = False
        if sitting.attempt.is_finished:
            self._fetch_result(sitting.attempt.id)
            return
        if self.window.current_page == "quiz":
            return
        self.window.forget_page("quiz")
        page = self.window.page("quiz")
        if self.window.show_page("quiz") and isinstance(page, QuizPage):
            page.show_sitting(sitting)

    def _end_quiz(self, attempt: int) -> None:
        if messages.ask(
            self.window,
            tr("End this quiz?"),
            tr("Your answers count; what you have not answered counts as wrong."),
            tr("End quiz"),
            tr("Keep it open"),
        ):
            moment = now()
            self._for_learner(lambda study, who: study.finish(attempt, moment), self._show_result)

    def _fetch_result(self, attempt: int) -> None:
        self._for_learner(lambda study, who: study.result(attempt), self._show_result)

    def _show_result(self, result: "Result") -> None:
        from quizapp.ui.pages.result_page import ResultPage

        page = self.window.page("result")
        if isinstance(page, ResultPage):
            page.show_result(result)
        self.window.show_page("result")

    def _refresh_progress(self, page: "ProgressPage") -> None:
        moment = now()
        reports, pack = self._library.workspace.reports, page.pack
        self._for_learner(
            lambda study, who: reports.progress(who, moment, pack), page.show_progress
        )

    # Settings

    def _refresh_settings(self, page: "SettingsPage") -> None:
        page.show_library(self._library.path, self._library.backups())
        page.show_learner(self._learner.name if self._learner else "")

    def _on_new_name(self, page: "SettingsPage", name: str) -> None:
        self._for_learner(
            lambda study, who: study.rename_learner(who, name),
            partial(self._on_renamed, page),
            partial(self._on_refused, page.show_name_problem),
        )

    def _on_renamed(self, page: "SettingsPage", learner: "Learner") -> None:
        self._learner = learner
        self.window.set_learner(learner.name)
        self._save(msgspec.structs.replace(self._preferences, last_learner=learner.name))
        self.window.banner.say(tr("Your name is now {name}.").format(name=learner.name))
        if isValid(page):
            page.show_learner(learner.name)

    def _apply_look(self, preferences: Preferences) -> None:
        self._theme.use(preferences.theme, preferences.text_scale)
        reduce_motion(self._app, is_reduced=preferences.reduced_motion)

    def _on_preferences(self, preferences: Preferences) -> None:
        self._apply_look(preferences)
        self._save(
            msgspec.structs.replace(
                self._preferences,
                theme=preferences.theme,
                text_scale=preferences.text_scale,
                reduced_motion=preferences.reduced_motion,
                ask_confidence=preferences.ask_confidence,
            )
        )

    def _save(self, preferences: Preferences) -> None:
        self._preferences = preferences
        try:
            save_preferences(preferences, self._path)
        except QuizError as error:
            self.window.banner.say(str(error), Tone.WARNING)

    def _on_help(self) -> None:
        keys: list[tuple[str, str]] = []
        if self.window.current_page:
            keys += self.window.page(self.window.current_page).help_keys()
        messages.show_keys(self.window, [*keys, *window_keys()])

    # What goes wrong

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, LibraryDamagedError):
            self._flow.show_failure(error)
            return
        messages.show_failure(self.window, error)

    def report(self, error: BaseException) -> None:
        """Tell of an error that nobody expected, one at a time, once the present work is done."""
        if not self._is_reporting:
            self._is_reporting = True
            QTimer.singleShot(0, partial(self._report_now, error))

    def _report_now(self, error: BaseException) -> None:
        try:
            self._on_failed(error)
        finally:
            self._is_reporting = False

    # The end

    def _on_closed(self, place: WindowPlace) -> None:
        self._save(msgspec.structs.replace(self._preferences, window=place))
        self.window.hide()  # the last backup takes a moment
        self.close()

    def close(self) -> None:
        """End the worker and let go of the library."""
        self._runner.close()
        self._library.close()


def run(location: str) -> int:
    """Open the window on the library at `location` and stay until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("quizapp")
    GarbageKeeper(app)
    font = app.font()
    font.setFamilies(FAMILIES)
    app.setFont(font)
    application = Application(app, location, preferences_file())
    sys.excepthook = partial(_on_unexpected, application)
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    application.close()
    return code


def _on_unexpected(
    application: Application,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """A bug in something that Qt has called: to the terminal, and to the person."""
    sys.__excepthook__(kind, error, trace)
    if not issubclass(kind, KeyboardInterrupt):
        application.report(error)
