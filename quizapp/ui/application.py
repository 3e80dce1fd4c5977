"""Puts the window together and connects its pages with the services."""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import HomeView, Result, Sitting
from quizapp.services.workspace import Workspace
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
from quizapp.ui.main_window import MainWindow, PagePlan
from quizapp.ui.page import Page, window_keys
from quizapp.ui.pages.opening_page import OpeningPage
from quizapp.ui.tasks import Task, TaskRunner
from quizapp.ui.theme import ThemeKeeper
from quizapp.ui.translation import use_language
from quizapp.ui.widgets.banner import Tone

Done = Callable[[Any], None]


def now() -> datetime:
    """The present, UTC."""
    return datetime.now(UTC)


class Application(QObject):
    """One window on one library."""

    def __init__(self, app: QApplication, location: str, preferences_path: Path) -> None:
        super().__init__(app)
        self._path = preferences_path
        self._preferences = load_preferences(preferences_path)
        self._location = library_location(location, self._preferences)
        self._workspace: Workspace | None = None
        self._learner: Learner | None = None
        use_language(app, self._preferences.language)
        load_first_fonts()
        self._theme = ThemeKeeper(app)
        self._theme.use(self._preferences.theme, self._preferences.text_scale)
        self._runner = TaskRunner(self)
        self.window = MainWindow(self._plans(), self._preferences.window)
        self.window.closed.connect(self._on_closed)
        self.window.switch_learner_requested.connect(self._on_switch_learner)
        self.window.help_requested.connect(self._on_help)
        self.window.set_focus_mode(True)
        self.window.show_page("opening")
        self.window.set_focus_mode(True)
        self.window.show()
        self._open()

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
        page.retry_requested.connect(self._open)
        return page

    def _make_learner(self) -> Page:
        from quizapp.ui.pages.learner_page import LearnerPage

        page = LearnerPage()
        page.wants_focus = True
        page.chosen.connect(self._on_learner)
        page.added.connect(self._on_name)
        return page

    def _make_home(self) -> Page:
        from quizapp.ui.pages.home_page import HomePage

        page = HomePage()
        page.refresh_requested.connect(self._refresh_home)
        page.quiz_requested.connect(self._start_quiz)
        page.resume_requested.connect(self._resume)
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
            self._opened.study,
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

        page = SettingsPage(self._preferences, self._location)
        page.changed.connect(self._on_preferences)
        page.backup_requested.connect(self._back_up)
        return page

    def _make_about(self) -> Page:
        from quizapp.ui.pages.about_page import AboutPage

        return AboutPage()

    # Opening

    @property
    def _opened(self) -> Workspace:
        if self._workspace is None:
            raise QuizError(tr("The library is not open yet."), tr("Wait a moment."))
        return self._workspace

    def _open(self) -> None:
        page = self.window.page("opening")
        report = page.show_progress if isinstance(page, OpeningPage) else None
        self._runner.run(self._work_open, self._on_opened, self._on_open_failed, report)

    def _work_open(self, task: Task) -> Workspace:
        workspace = Workspace.open(self._location, create=True)
        try:
            workspace.library.install_bundled(now(), task.report)
        except BaseException:
            workspace.close()
            raise
        return workspace

    def _on_opened(self, workspace: Workspace) -> None:
        self._workspace = workspace
        load_other_fonts()
        self._call(workspace.study.learners, self._on_learners)

    def _on_open_failed(self, error: BaseException) -> None:
        page = self.window.page("opening")
        if isinstance(error, QuizError) and isinstance(page, OpeningPage):
            page.show_failure(error)
        else:
            messages.show_bug(self.window, error)

    def _on_learners(self, learners: tuple[Learner, ...]) -> None:
        known = [each for each in learners if each.name == self._preferences.last_learner]
        if known and self._learner is None and self.window.current_page == "opening":
            self._on_learner(known[0])
            return
        page: Any = self.window.page("learner")
        self.window.show_page("learner")
        page.show_learners(learners)

    # Learners

    def _on_switch_learner(self) -> None:
        if self._workspace is not None:
            self._call(self._workspace.study.learners, self._on_learners)

    def _on_name(self, name: str) -> None:
        self._runner.run(
            partial(_without_task, partial(self._opened.study.add_learner, name, now())),
            self._on_learner,
            self._on_name_refused,
        )

    def _on_name_refused(self, error: BaseException) -> None:
        if isinstance(error, QuizError):
            page: Any = self.window.page("learner")
            page.show_problem(error)
        else:
            messages.show_bug(self.window, error)

    def _on_learner(self, learner: Learner) -> None:
        self._learner = learner
        self.window.set_learner(learner.name)
        # On a shared computer nothing of the one before may be seen.
        for name in ("home", "new", "progress", "result"):
            self.window.forget_page(name)
        self._save(msgspec.structs.replace(self._preferences, last_learner=learner.name))
        self._go_home()

    # Home, quiz, result, progress

    def _go_home(self) -> None:
        self.window.show_page("home")

    def _refresh_home(self) -> None:
        if self._learner and self._workspace:
            self._call(
                partial(self._workspace.study.home, self._learner.id, now()), self._show_home
            )

    def _show_home(self, view: HomeView) -> None:
        page: Any = self.window.page("home")
        page.show_home(view)

    def _refresh_packs(self) -> None:
        if self._workspace:
            page: Any = self.window.page("new")
            self._call(self._workspace.library.packs, page.show_packs)

    def _count_matching(self, blueprint: Blueprint) -> None:
        page: Any = self.window.page("new")
        self._call(partial(self._opened.study.count_matching, blueprint), page.show_count)

    def _start_quiz(self, blueprint: Blueprint) -> None:
        if self._learner:
            work = partial(self._opened.study.start, self._learner.id, blueprint, now())
            self._call(work, self._show_sitting)

    def _resume(self, attempt: int) -> None:
        self._call(partial(self._opened.study.resume, attempt, now()), self._show_sitting)

    def _show_sitting(self, sitting: Sitting) -> None:
        if sitting.attempt.is_finished:
            self._fetch_result(sitting.attempt.id)
            return
        self.window.forget_page("quiz")
        page: Any = self.window.page("quiz")
        self.window.show_page("quiz")
        page.show_sitting(sitting)

    def _fetch_result(self, attempt: int) -> None:
        self._call(partial(self._opened.study.result, attempt), self._show_result)

    def _show_result(self, result: Result) -> None:
        page: Any = self.window.page("result")
        page.show_result(result)
        self.window.show_page("result")

    def _refresh_progress(self) -> None:
        if self._learner:
            work = partial(self._opened.reports.progress, self._learner.id, now())
            page: Any = self.window.page("progress")
            self._call(work, page.show_progress)

    # Settings

    def _on_preferences(self, preferences: Preferences) -> None:
        self._theme.use(preferences.theme, preferences.text_scale)
        self._save(
            msgspec.structs.replace(
                preferences,
                window=self._preferences.window,
                last_learner=self._preferences.last_learner,
            )
        )

    def _save(self, preferences: Preferences) -> None:
        self._preferences = preferences
        try:
            save_preferences(preferences, self._path)
        except QuizError as error:
            self.window.banner.say(str(error), Tone.WARNING)

    def _back_up(self) -> None:
        self._call(partial(self._opened.library.backup, None, now()), self._on_backed_up)

    def _on_backed_up(self, path: Path) -> None:
        self.window.banner.say(tr("Backed up to {file}.").format(file=path))

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
        self.close()

    def close(self) -> None:
        """End the worker and let go of the library."""
        self._runner.close()
        workspace, self._workspace = self._workspace, None
        if workspace is None:
            return
        # A backup that fails must not keep the program from closing: the library itself is safe.
        with suppress(QuizError):
            workspace.library.backup(None, now())
        workspace.close()


def _without_task(work: Callable[[], Any], task: Task) -> Any:  # noqa: ANN401
    del task
    return work()


def run(location: str) -> int:
    """Open the window on the library at `location` and stay until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("quizapp")
    font = app.font()
    font.setFamilies(FAMILIES)
    app.setFont(font)
    application = Application(app, location, preferences_file())
    code = app.exec()
    application.close()
    return code
