"""Judging the texts that wait for the teacher."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.translation import tr
from quizapp.ui.failures import Failures
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan

if TYPE_CHECKING:
    from quizapp.ui.pages.judging_page import JudgingPage


class JudgingFlow(QObject):
    """Shows what waits, and saves what it is given."""

    back_requested = Signal()
    changed = Signal()
    """A text has been judged, or judged anew."""

    def __init__(
        self, window: MainWindow, session: LibrarySession, work: LibraryWork, failures: Failures
    ) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        session.opened.connect(self._on_opened)

    def plans(self) -> dict[str, PagePlan]:
        return {
            "judging": PagePlan(
                tr("Judge texts"),
                "align-left",
                self._make_page,
                on_rail=False,
                is_protected=True,
            )
        }

    def show(self) -> None:
        """Show the texts that wait."""
        self._window.show_page("judging")

    def _on_opened(self) -> None:
        self._window.forget_page("judging")

    def _make_page(self) -> Page:
        from quizapp.ui.pages.judging_page import JudgingPage

        page = JudgingPage()
        page.refresh_requested.connect(partial(self._refresh, page))
        page.judge_requested.connect(partial(self._judge, page))
        page.back_requested.connect(self.back_requested)
        return page

    def _refresh(self, page: "JudgingPage") -> None:
        self._work.call(lambda workspace: workspace.study.waiting(), page.show_waiting)

    def _judge(
        self,
        page: "JudgingPage",
        attempt: int,
        position: int,
        points: tuple[float, ...],
        comment: str,
    ) -> None:
        moment = now()
        self._work.call(
            lambda workspace: workspace.study.judge(attempt, position, points, comment, moment),
            partial(self._on_judged, page, attempt, position),
            partial(self._on_failed, page),
        )

    def _on_judged(self, page: "JudgingPage", attempt: int, position: int, outcome: object) -> None:
        del outcome
        page.show_judged(attempt, position)
        self.changed.emit()

    def _on_failed(self, page: "JudgingPage", error: Exception) -> None:
        page.show_failed()
        self._failures.show(error)
