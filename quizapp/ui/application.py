"""Puts the window together and connects its pages with the services."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quizapp.errors import QuizError
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
from quizapp.ui.tasks import Task, TaskRunner
from quizapp.ui.theme import ThemeKeeper
from quizapp.ui.translation import use_language
from quizapp.ui.widgets.banner import Tone

if TYPE_CHECKING:  # the window is on the screen before the types of question are imported
    from quizapp.people import Learner
    from quizapp.quizzes.blueprint import Blueprint
    from quizapp.services.values import HomeView, Result, Sitting
    from quizapp.services.workspace import Workspace

Done = Callable[[Any], None]


class Application(QObject):
    """One window on one library."""

    def __init__(self, app: QApplication, location: str, preferences_path: Path) -> None:
        super().__init__(app)
        self._path = preferences_path
        self._preferences = load_preferences(preferences_path)
        self._app = app
        self._learner: Learner | None = None
        use_language(app, self._preferences.language)
        load_first_fonts()
        self._theme = ThemeKeeper(app)
        self._apply_look(self._preferences)
        self._runner = TaskRunner(self)
        where = library_location(location, self._preferences)
        self._library = LibrarySession(where, self._runner, self)
        self._library.opened.connect(self._on_opened)
        self._library.backed_up.connect(self._on_backed_up)
        self._library.backup_failed.connect(self._on_failed)
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
        page.added.connect(self._on_name)
        return page

    def _make_home(self) -> Page:
        from quizapp.ui.pages.home_page import HomePage

        page = HomePage()
        page.refresh_requested.connect(self._refresh_home)
        page.quiz_requested.connect(self._start_quiz)
        page.resume_requested.connect(self._resume)
        page.end_requested.connect(self._end_quiz)
        page.result_requested.connect(self._fetch_result)
        return page

    def _make_new_quiz(self) -> Page:
        from quizapp.ui.pages.new_quiz_page import NewQuizPage

        page = NewQuizPage()
        page.refresh_requested.connect(self._refresh_packs)
        page.count_requested.connect(self._count_matching)
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
        page.refresh_requested.connect(self._refresh_progress)
        page.result_requested.connect(self._fetch_result)
        return page

    def _make_settings(self) -> Page:
        from quizapp.ui.pages.settings_page import SettingsPage

        page = SettingsPage(self._preferences)
        page.changed.connect(self._on_preferences)
        page.refresh_requested.connect(self._refresh_settings)
        page.name_given.connect(self._on_new_name)
        page.folder_shown.connect(self._flow.show_folder)
        page.other_folder_requested.connect(self._flow.use_other_folder)
        page.backup_requested.connect(self._library.back_up)
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
        self._call(workspace.study.learners, self._on_learners)

    def _on_location(self, target: Path) -> None:
        self._save(msgspec.structs.replace(self._preferences, library=str(target)))

    def _on_backed_up(self, path: Path) -> None:
        self.window.banner.say(tr("Backed up to {file}.").format(file=path))
        self._refresh_settings()

    def _on_learners(self, learners: "tuple[Learner, ...]") -> None:
        # With several names, as on a shared computer, nobody is taken for somebody else.
        is_known = [each.name for each in learners] == [self._preferences.last_learner]
        if is_known and self.window.current_page == "opening":
            self._on_learner(learners[0])
            return
        page: Any = self.window.page("learner")
        self.window.show_page("learner")
        page.show_learners(learners)

    # Learners

    def _on_switch_learner(self) -> None:
        if self._library.is_open:
            self._call(self._library.workspace.study.learners, self._on_learners)

    def _on_name(self, name: str) -> None:
        self._runner.run(
            partial(_without_task, partial(self._library.workspace.study.add_learner, name, now())),
            self._on_learner,
            self._on_name_refused,
        )

    def _on_name_refused(self, error: BaseException) -> None:
        if isinstance(error, QuizError):
            page: Any = self.window.page("learner")
            page.show_problem(error)
        else:
            messages.show_bug(self.window, error)

    def _on_learner(self, learner: "Learner") -> None:
        self._learner = learner
        self.window.set_learner(learner.name)
        # On a shared computer nothing of the one before may be seen.
        for name in ("home", "new", "progress", "result", "settings"):
            self.window.forget_page(name)
        self._save(msgspec.structs.replace(self._preferences, last_learner=learner.name))
        self._go_home()

    # Home, quiz, result, progress

    def _go_home(self) -> None:
        self.window.show_page("home")

    def _refresh_home(self) -> None:
        if self._learner:
            work = partial(self._library.workspace.study.home, self._learner.id, now())
            self._call(work, self._show_home)

    def _show_home(self, view: "HomeView") -> None:
        page: Any = self.window.page("home")
        page.show_home(view)

    def _refresh_packs(self) -> None:
        page: Any = self.window.page("new")
        self._call(self._library.workspace.library.packs, page.show_packs)

    def _count_matching(self, blueprint: "Blueprint") -> None:
        page: Any = self.window.page("new")
        self._call(
            partial(self._library.workspace.study.count_matching, blueprint), page.show_count
        )

    def _start_quiz(self, blueprint: "Blueprint") -> None:
        if self._learner:
            work = partial(self._library.workspace.study.start, self._learner.id, blueprint, now())
            self._call(work, self._show_sitting)

    def _resume(self, attempt: int) -> None:
        self._call(
            partial(self._library.workspace.study.resume, attempt, now()), self._show_sitting
        )

    def _end_quiz(self, attempt: int) -> None:
        if messages.ask(
            self.window,
            tr("End this quiz?"),
            tr("Your answers count; what you have not answered counts as wrong."),
            tr("End quiz"),
            tr("Keep it open"),
        ):
            work = partial(self._library.workspace.study.finish, attempt, now())
            self._call(work, self._show_result)

    def _show_sitting(self, sitting: "Sitting") -> None:
        if sitting.attempt.is_finished:
            self._fetch_result(sitting.attempt.id)
            return
        self.window.forget_page("quiz")
        page: Any = self.window.page("quiz")
        self.window.show_page("quiz")
        page.show_sitting(sitting)

    def _fetch_result(self, attempt: int) -> None:
        self._call(partial(self._library.workspace.study.result, attempt), self._show_result)

    def _show_result(self, result: "Result") -> None:
        page: Any = self.window.page("result")
        page.show_result(result)
        self.window.show_page("result")

    def _refresh_progress(self) -> None:
        if self._learner:
            page: Any = self.window.page("progress")
            report = self._library.workspace.reports.progress
            work = partial(report, self._learner.id, now(), page.pack)
            self._call(work, page.show_progress)

    # Settings

    def _refresh_settings(self) -> None:
        page: Any = self.window.page("settings")
        page.show_library(self._library.path, self._library.backups())
        page.show_learner(self._learner.name if self._learner else "")

    def _on_new_name(self, name: str) -> None:
        if self._learner is None:
            return
        rename = self._library.workspace.study.rename_learner
        self._runner.run(
            partial(_without_task, partial(rename, self._learner.id, name)),
            self._on_renamed,
            self._on_new_name_refused,
        )

    def _on_renamed(self, learner: "Learner") -> None:
        self._learner = learner
        self.window.set_learner(learner.name)
        self._save(msgspec.structs.replace(self._preferences, last_learner=learner.name))
        self.window.banner.say(tr("Your name is now {name}.").format(name=learner.name))
        self._refresh_settings()

    def _on_new_name_refused(self, error: BaseException) -> None:
        if isinstance(error, QuizError):
            page: Any = self.window.page("settings")
            page.show_name_problem(error)
        else:
            messages.show_bug(self.window, error)

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

    # Work

    def _call(self, work: Callable[[], Any], done: Done) -> None:
        self._runner.run(partial(_without_task, work), done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, QuizError):
            messages.show_error(self.window, error)
        else:
            messages.show_bug(self.window, error)

    def _on_closed(self, place: WindowPlace) -> None:
        self._save(msgspec.structs.replace(self._preferences, window=place))
        self.window.hide()  # the last backup takes a moment
        self.close()

    def close(self) -> None:
        """End the worker and let go of the library."""
        self._runner.close()
        self._library.close()


def _without_task(work: Callable[[], Any], task: Task) -> Any:  # noqa: ANN401
    del task
    return work()


def run(location: str) -> int:
    """Open the window on the library at `location` and stay until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("quizapp")
    GarbageKeeper(app)
    font = app.font()
    font.setFamilies(FAMILIES)
    app.setFont(font)
    application = Application(app, location, preferences_file())
    code = app.exec()
    application.close()
    return code
