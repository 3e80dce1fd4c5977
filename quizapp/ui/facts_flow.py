"""The facts of a pack and its time line."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quizapp.translation import tr
from quizapp.ui.failures import Failures
from quizapp.ui.library_session import now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.tasks import in_turn

if TYPE_CHECKING:
    from quizapp.formats.native.entries import CheckedFact
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.facts_page import FactsPage
    from quizapp.ui.pages.timeline_page import TimelinePage

Entry = dict[str, Any]


class FactsFlow(QObject):
    """Leads through what one pack rests on. `show_facts` and `show_timeline` say which pack."""

    question_requested = Signal(int)
    new_question_requested = Signal(int, str, str)
    """Pack, type and fact of a question that is to be written."""
    quiz_requested = Signal(object)
    """The `Blueprint` of a quiz on the dates of the pack."""
    copy_requested = Signal(int)
    back_requested = Signal()
    changed = Signal()
    """Facts or sources of a pack are not what they were."""

    def __init__(self, window: MainWindow, work: LibraryWork, failures: Failures) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._pack = 0

    def plans(self) -> dict[str, PagePlan]:
        return {
            "facts": PagePlan(
                tr("Facts and sources"),
                "landmark",
                self._make_facts,
                on_rail=False,
                is_protected=True,
            ),
            "timeline": PagePlan(tr("Timeline"), "calendar", self._make_timeline, on_rail=False),
        }

    def show_facts(self, pack: int, fact: str = "") -> None:
        """The facts of the pack, `fact` in full where one is named."""
        self._turn_to(pack)
        if self._window.show_page("facts") and fact:
            self._facts_page().open_fact(fact)

    def show_timeline(self, pack: int) -> None:
        """The dates of the pack in their order."""
        self._turn_to(pack)
        self._window.show_page("timeline")

    def _turn_to(self, pack: int) -> None:
        if pack != self._pack:
            self._pack = pack
            for name in ("facts", "timeline"):
                self._window.forget_page(name)

    def _facts_page(self) -> "FactsPage":
        from quizapp.ui.pages.facts_page import FactsPage

        return self._window.page_as("facts", FactsPage)

    def _make_facts(self) -> Page:
        from quizapp.ui.pages.facts_page import FactsPage

        page = FactsPage()
        page.refresh_requested.connect(partial(self._refresh_facts, page))
        page.back_requested.connect(self.back_requested)
        page.timeline_requested.connect(self._on_timeline)
        page.copy_requested.connect(self._on_copy)
        page.question_requested.connect(self.question_requested)
        page.new_question_requested.connect(self._on_new_question)
        page.check_requested.connect(partial(self._check, page))
        page.save_requested.connect(partial(self._save, page))
        page.remove_requested.connect(partial(self._remove, page))
        page.sources_save_requested.connect(partial(self._save_sources, page))
        return page

    def _make_timeline(self) -> Page:
        from quizapp.ui.pages.timeline_page import TimelinePage

        page = TimelinePage()
        page.refresh_requested.connect(partial(self._refresh_timeline, page))
        page.back_requested.connect(self.back_requested)
        page.facts_requested.connect(self._on_facts)
        page.fact_requested.connect(self._on_fact)
        page.quiz_requested.connect(self.quiz_requested)
        return page

    def _on_facts(self) -> None:
        self._window.show_page("facts")

    def _on_fact(self, fact: str) -> None:
        self.show_facts(self._pack, fact)

    def _on_timeline(self) -> None:
        self._window.show_page("timeline")

    def _on_copy(self) -> None:
        self.copy_requested.emit(self._pack)

    def _on_new_question(self, fact: str, kind: str) -> None:
        self.new_question_requested.emit(self._pack, kind, fact)

    # What the pages show, and what is written

    def _refresh_facts(self, page: "FactsPage") -> None:
        pack = self._pack
        self._work.call(lambda workspace: workspace.packs.facts(pack), page.show_facts)

    def _refresh_timeline(self, page: "TimelinePage") -> None:
        pack = self._pack
        self._work.call(lambda workspace: workspace.packs.timeline(pack), page.show_timeline)

    def _check(self, page: "FactsPage", entry: Entry, present: str) -> None:
        pack = self._pack
        self._work.call(
            lambda workspace: workspace.packs.check_fact(pack, entry, present),
            partial(_show_check, page),
        )

    def _save(self, page: "FactsPage", entry: Entry, present: str) -> None:
        """Save a fact that is sound; of another one say what is wrong with it."""
        pack, moment = self._pack, now()

        def work(workspace: "Workspace") -> "str | CheckedFact":
            checked = workspace.packs.check_fact(pack, entry, present)
            if checked.fact is None:
                return checked
            return workspace.packs.save_fact(pack, entry, moment, present)

        self._work.call(work, in_turn(self._on_saved, partial(self._show_saved, page)))

    def _on_saved(self, outcome: "str | CheckedFact") -> None:
        if isinstance(outcome, str):
            self._on_changed()

    def _show_saved(self, page: "FactsPage", outcome: "str | CheckedFact") -> None:
        if isinstance(outcome, str):
            self._refresh_facts(page)
            page.fact_saved(outcome)
        else:
            page.show_problems(outcome.problems)

    def _remove(self, page: "FactsPage", fact: str) -> None:
        pack, moment = self._pack, now()
        self._work.call(
            lambda workspace: workspace.packs.remove_fact(pack, fact, moment),
            in_turn(self._on_changed, partial(self._show_anew, page)),
        )

    def _save_sources(self, page: "FactsPage", sources: Entry) -> None:
        pack, moment = self._pack, now()

        def work(workspace: "Workspace") -> None:
            details = workspace.packs.details(pack)
            workspace.packs.save_details(pack, {**details, **sources}, moment)

        again = partial(self._show_anew, page)
        self._work.call(work, in_turn(self._on_changed, again), in_turn(self._failures.show, again))

    def _show_anew(self, page: "FactsPage", outcome: object) -> None:
        del outcome
        self._refresh_facts(page)

    def _on_changed(self, outcome: None = None) -> None:
        del outcome
        self._window.forget_page("timeline")
        self.changed.emit()


def _show_check(page: "FactsPage", checked: "CheckedFact") -> None:
    page.show_problems(checked.problems)
