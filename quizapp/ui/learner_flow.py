"""Who learns here: choosing a name, adding one, changing it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui.failures import Failures
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.preferences_keeper import PreferencesKeeper
from quizapp.ui.tasks import deliver

if TYPE_CHECKING:
    from quizapp.people import Learner

Refuse = Callable[[QuizError], object]


class LearnerFlow(QObject):
    """Leads to the seat, whenever a library has been opened or somebody else wants to learn."""

    def __init__(
        self,
        window: MainWindow,
        session: LibrarySession,
        work: LibraryWork,
        seat: LearnerSeat,
        preferences: PreferencesKeeper,
        failures: Failures,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._work = work
        self._seat = seat
        self._preferences = preferences
        self._failures = failures
        session.opened.connect(self._on_opened)
        window.switch_learner_requested.connect(self._on_switch)

    def plans(self) -> dict[str, PagePlan]:
        return {"learner": PagePlan(tr("Learner"), "user", self._make_page, on_rail=False)}

    def _make_page(self) -> Page:
        from quizapp.ui.pages.learner_page import LearnerPage

        page = LearnerPage()
        page.chosen.connect(self.choose)
        page.added.connect(partial(self._on_added, page.show_problem))
        page.back_requested.connect(self._go_home)
        return page

    def choose(self, learner: "Learner") -> None:
        """Let `learner` learn from now on."""
        self._seat.take(learner)
        self._window.set_learner(learner.name)
        self._preferences.change(last_learner=learner.name)
        self._go_home()

    def rename(self, done: Callable[[str], object], refuse: Refuse, name: str) -> None:
        """Give the present learner another name; then `done` with it, or `refuse`."""
        self._seat.call(
            lambda workspace, who: workspace.study.rename_learner(who, name),
            partial(self._on_renamed, done),
            partial(self._on_refused, refuse),
        )

    def _on_renamed(self, done: Callable[[str], object], learner: "Learner") -> None:
        self._seat.rename(learner)
        self._window.set_learner(learner.name)
        self._preferences.change(last_learner=learner.name)
        self._window.banner.say(tr("Your name is now {name}.").format(name=learner.name))
        deliver(done, learner.name)

    def _on_opened(self) -> None:
        self._seat.take(None)
        self._window.set_learner("")
        self._fetch_learners()

    def _on_switch(self) -> None:
        if self._session.is_open:
            self._fetch_learners()

    def _fetch_learners(self) -> None:
        self._work.call(lambda workspace: workspace.study.learners(), self._on_learners)

    def _on_learners(self, learners: "tuple[Learner, ...]") -> None:
        # With several names, as on a shared computer, nobody is taken for somebody else.
        last = self._preferences.present.last_learner
        is_known = [each.name for each in learners] == [last]
        if is_known and self._window.current_page == "opening":
            self.choose(learners[0])
            return
        from quizapp.ui.pages.learner_page import LearnerPage

        page = self._window.page("learner")
        if self._window.show_page("learner") and isinstance(page, LearnerPage):
            page.show_learners(learners, self._seat.name)

    def _on_added(self, refuse: Refuse, name: str) -> None:
        moment = now()
        self._work.call(
            lambda workspace: workspace.study.add_learner(name, moment),
            self.choose,
            partial(self._on_refused, refuse),
        )

    def _on_refused(self, refuse: Refuse, error: Exception) -> None:
        """Say at the field what was wrong with it."""
        if isinstance(error, QuizError):
            deliver(refuse, error)
        else:
            self._failures.show(error)

    def _go_home(self) -> None:
        self._window.show_page("home")
