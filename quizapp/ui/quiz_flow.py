"""Quizzes: what there is to do, starting, going on, ending, and what came of them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.failures import Failures
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.preferences_keeper import PreferencesKeeper
from quizapp.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from quizapp.quizzes.blueprint import Blueprint
    from quizapp.services.values import HomeView, PackSummary, Result, Sitting
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.progress_page import ProgressPage


class QuizFlow(QObject):
    """Leads a learner from the home page through quizzes to results and progress."""

    def __init__(
        self,
        window: MainWindow,
        session: LibrarySession,
        runner: TaskRunner,
        work: LibraryWork,
        seat: LearnerSeat,
        preferences: PreferencesKeeper,
        failures: Failures,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._runner = runner
        self._work = work
        self._seat = seat
        self._preferences = preferences
        self._failures = failures
        self._is_starting = False
        seat.changed.connect(self._on_learner_changed)

    def plans(self) -> dict[str, PagePlan]:
        return {
            "home": PagePlan(tr("Home"), "house", self._make_home),
            "new": PagePlan(tr("New quiz"), "play", self._make_new_quiz),
            "progress": PagePlan(tr("Progress"), "chart-line", self._make_progress),
            "quiz": PagePlan(tr("Quiz"), "play", self._make_quiz, on_rail=False),
            "result": PagePlan(tr("Result"), "trophy", self._make_result, on_rail=False),
        }

    def _make_home(self) -> Page:
        from quizapp.ui.pages.home_page import HomePage

        page = HomePage()
        page.refresh_requested.connect(partial(self._refresh_home, page.show_home))
        page.quiz_requested.connect(self.start)
        page.resume_requested.connect(self._resume)
        page.end_requested.connect(self._end)
        page.result_requested.connect(self._fetch_result)
        return page

    def _make_new_quiz(self) -> Page:
        from quizapp.ui.pages.new_quiz_page import NewQuizPage

        page = NewQuizPage()
        page.refresh_requested.connect(partial(self._refresh_packs, page.show_packs))
        page.count_requested.connect(partial(self._count_matching, page.show_count))
        page.quiz_requested.connect(self.start)
        return page

    def _make_quiz(self) -> Page:
        from quizapp.ui.pages.quiz_page import QuizPage

        page = QuizPage(
            self._runner,
            self._session.workspace.study,
            ask_confidence=self._preferences.present.ask_confidence,
        )
        page.finished.connect(self._show_result)
        page.left_requested.connect(self._go_home)
        page.help_requested.connect(self._window.help_requested)
        return page

    def _make_result(self) -> Page:
        from quizapp.ui.pages.result_page import ResultPage

        page = ResultPage()
        page.practise_requested.connect(self.start)
        page.home_requested.connect(self._go_home)
        page.judge_requested.connect(self._judge)
        return page

    def _make_progress(self) -> Page:
        from quizapp.ui.pages.progress_page import ProgressPage

        page = ProgressPage()
        page.refresh_requested.connect(partial(self._refresh_progress, page))
        page.result_requested.connect(self._fetch_result)
        return page

    def _on_learner_changed(self) -> None:
        self._is_starting = False
        for name in ("home", "new", "progress", "result"):
            self._window.forget_page(name)

    def _go_home(self) -> None:
        self._window.show_page("home")

    # What the pages show

    def _refresh_home(self, show: "Callable[[HomeView], None]") -> None:
        moment = now()
        self._seat.call(lambda workspace, who: workspace.study.home(who, moment), show)

    def _refresh_packs(self, show: "Callable[[tuple[PackSummary, ...]], None]") -> None:
        self._work.call(lambda workspace: workspace.library.packs(), show)

    def _count_matching(self, show: Callable[[int], None], blueprint: "Blueprint") -> None:
        self._work.call(lambda workspace: workspace.study.count_matching(blueprint), show)

    def _refresh_progress(self, page: "ProgressPage") -> None:
        moment, pack = now(), page.pack
        self._seat.call(
            lambda workspace, who: workspace.reports.progress(who, moment, pack),
            page.show_progress,
        )

    # The course of a quiz

    def start(self, blueprint: "Blueprint") -> None:
        """Start a quiz of that kind."""
        moment = now()
        self._open(lambda workspace, who: workspace.study.start(who, blueprint, moment))

    def _resume(self, attempt: int) -> None:
        moment = now()
        self._open(lambda workspace, who: workspace.study.resume(attempt, moment))

    def _open(self, work: "Callable[[Workspace, int], Sitting]") -> None:
        """Open a quiz, unless one is being opened: a second click starts no second quiz."""
        if not self._is_starting and self._seat.learner is not None:
            self._is_starting = True
            self._seat.call(work, self.show_sitting, self._on_not_started)

    def _on_not_started(self, error: Exception) -> None:
        self._is_starting = False
        self._failures.show(error)

    def show_sitting(self, sitting: "Sitting") -> None:
        """Show a sitting at its present question, or what came of it; never over another one."""
        from quizapp.ui.pages.quiz_page import QuizPage

        self._is_starting = False
        if sitting.attempt.is_finished:
            self._fetch_result(sitting.attempt.id)
            return
        if self._window.current_page == "quiz":
            return
        self._window.forget_page("quiz")
        page = self._window.page("quiz")
        if self._window.show_page("quiz") and isinstance(page, QuizPage):
            page.show_sitting(sitting)

    def _end(self, attempt: int) -> None:
        if messages.ask(
            self._window,
            tr("End this quiz?"),
            tr("Your answers count; what you have not answered counts as wrong."),
            tr("End quiz"),
            tr("Keep it open"),
        ):
            moment = now()
            self._seat.call(
                lambda workspace, who: workspace.study.finish(attempt, moment), self._show_result
            )

    def _judge(self, attempt: int, position: int, judged: tuple[float, ...]) -> None:
        """Save what a learner says that their own text is worth."""
        moment = now()

        def work(workspace: "Workspace", who: int) -> "Result":
            workspace.study.judge(attempt, position, judged, "", moment)
            return workspace.study.result(attempt)

        self._seat.call(work, self._show_result)

    def _fetch_result(self, attempt: int) -> None:
        self._seat.call(lambda workspace, who: workspace.study.result(attempt), self._show_result)

    def _show_result(self, result: "Result") -> None:
        from quizapp.ui.pages.result_page import ResultPage

        page = self._window.page("result")
        if isinstance(page, ResultPage):
            page.show_result(result)
        self._window.show_page("result")
