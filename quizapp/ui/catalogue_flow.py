"""The library page: finding questions, and doing something to many of them."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.catalogue import Find, Flag
from quizapp.errors import CancelledError
from quizapp.translation import tr
from quizapp.ui.failures import Failures
from quizapp.ui.library_session import now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.long_work import LongWork, Report
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan

if TYPE_CHECKING:
    from quizapp.services.authoring_values import (
        AuthorPack,
        Change,
        DraftView,
        FirstPage,
    )
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.library_page import LibraryPage


class CatalogueFlow(QObject):
    """Answers the library page. Where it leads elsewhere, others are told."""

    question_requested = Signal(int)
    draft_requested = Signal(int)
    new_question_requested = Signal(int, str)
    new_pack_requested = Signal()
    import_requested = Signal()
    judging_requested = Signal()
    facts_requested = Signal(int)
    timeline_requested = Signal(int)
    details_requested = Signal(int)
    export_requested = Signal(int)
    part_export_requested = Signal(object)
    """Some questions are to go out; their numbers."""

    def __init__(
        self,
        window: MainWindow,
        work: LibraryWork,
        long_work: LongWork,
        failures: Failures,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._long = long_work
        self._failures = failures

    def plans(self) -> dict[str, PagePlan]:
        return {
            "library": PagePlan(tr("Library"), "library", self._make_page, is_protected=True),
        }

    def show(self, pack: int | None = None) -> None:
        """Show the library, with the questions of `pack` where one is named."""
        if self._window.show_page("library") and pack is not None:
            self._page().choose_pack(pack)

    def refresh(self) -> None:
        """Questions or packs have changed: where the page is shown, it looks again."""
        if self._window.current_page == "library":
            self._page().entered()

    def _page(self) -> "LibraryPage":
        from quizapp.ui.pages.library_page import LibraryPage

        return self._window.page_as("library", LibraryPage)

    def _make_page(self) -> Page:
        from quizapp.ui.pages.library_page import LibraryPage

        page = LibraryPage()
        self._connect_finding(page)
        self._connect_ways(page)
        self._connect_deeds(page)
        return page

    def _connect_finding(self, page: "LibraryPage") -> None:
        page.refresh_requested.connect(partial(self._refresh, page))
        page.tags_requested.connect(partial(self._find_tags, page))
        page.find_requested.connect(partial(self._find, page))
        page.rows_requested.connect(partial(self._fetch_rows, page))

    def _connect_ways(self, page: "LibraryPage") -> None:
        page.question_requested.connect(self.question_requested)
        page.draft_requested.connect(self.draft_requested)
        page.new_question_requested.connect(self.new_question_requested)
        page.new_pack_requested.connect(self.new_pack_requested)
        page.import_requested.connect(self.import_requested)
        page.judging_requested.connect(self.judging_requested)
        page.facts_requested.connect(self.facts_requested)
        page.timeline_requested.connect(self.timeline_requested)
        page.details_requested.connect(self.details_requested)
        page.export_pack_requested.connect(self.export_requested)
        page.export_questions_requested.connect(self._on_export_questions)
        page.copy_pack_requested.connect(self.copy_pack)

    def _connect_deeds(self, page: "LibraryPage") -> None:
        page.tags_change_requested.connect(partial(self._change_tags, page))
        page.move_requested.connect(partial(self._move, page))
        page.difficulty_requested.connect(partial(self._set_difficulty, page))
        page.duplicate_requested.connect(partial(self._duplicate, page))
        page.retire_requested.connect(partial(self._retire, page))
        page.bring_back_requested.connect(partial(self._bring_back, page))
        page.undo_requested.connect(partial(self._undo, page))

    # Finding

    def _refresh(self, page: "LibraryPage") -> None:
        def work(workspace: "Workspace") -> "tuple[tuple[AuthorPack, ...], tuple[DraftView, ...]]":
            return workspace.catalogue.packs(), workspace.authoring.drafts()

        self._work.call(work, partial(_show_packs, page))
        self._work.call(lambda workspace: len(workspace.study.waiting()), page.show_waiting)

    def _find_tags(self, page: "LibraryPage", packs: Sequence[int]) -> None:
        self._work.call(lambda workspace: workspace.catalogue.tags(packs), page.show_tags)

    def _find(self, page: "LibraryPage", find: Find, generation: int) -> None:
        """First what comes on the screen, then the numbers of all; unless it is asked anew."""
        if Flag.ADVICE in find.flags and not self._long.is_busy:
            self._look_for_advice(page, find, generation)
        else:  # also where questions are being looked at: this is then answered after that
            self._find_first(page, find, generation)

    def _find_first(self, page: "LibraryPage", find: Find, generation: int) -> None:
        self._work.call(
            lambda workspace: workspace.catalogue.first(find),
            partial(self._on_first, page, find, generation),
        )

    def _look_for_advice(self, page: "LibraryPage", find: Find, generation: int) -> None:
        """Questions that nobody has looked at are looked at first, which may take a while."""
        self._long.run(
            tr("Looking at the questions"),
            lambda workspace, report: workspace.catalogue.count_advice(report),
            partial(self._on_looked, page, find, generation),
            partial(self._on_not_looked, page, find, generation),
        )

    def _on_looked(self, page: "LibraryPage", find: Find, generation: int, outcome: object) -> None:
        del outcome
        self._find_first(page, find, generation)

    def _on_not_looked(
        self, page: "LibraryPage", find: Find, generation: int, error: Exception
    ) -> None:
        """Show what was found until then."""
        if isinstance(error, CancelledError):
            self._window.banner.say(
                tr("Stopped. Questions that were not looked at yet are not shown here.")
            )
        else:
            self._failures.show(error)
        self._find_first(page, find, generation)

    def _on_first(
        self, page: "LibraryPage", find: Find, generation: int, first: "FirstPage"
    ) -> None:
        if generation != page.generation:
            return
        page.show_first(generation, first.rows, first.has_more)
        if first.has_more:
            self._work.call(
                lambda workspace: workspace.catalogue.numbers(find),
                partial(page.show_numbers, generation),
            )

    def _fetch_rows(
        self,
        page: "LibraryPage",
        generation: int,
        first: int,
        numbers: "array[int]",
        find: Find,
    ) -> None:
        self._work.call(
            lambda workspace: workspace.catalogue.rows(numbers, find),
            partial(page.show_rows, generation, first),
            partial(self._on_no_rows, page),
        )

    def _on_no_rows(self, page: "LibraryPage", error: Exception) -> None:
        page.give_up_rows()
        self._failures.show(error)

    # Deeds

    def _change_tags(
        self,
        page: "LibraryPage",
        numbers: "array[int]",
        add: Sequence[str],
        remove: Sequence[str],
    ) -> None:
        moment = now()
        self._do(page, lambda space, report: space.bulk.tag(numbers, add, remove, moment, report))

    def _move(self, page: "LibraryPage", numbers: "array[int]", pack: int) -> None:
        moment = now()
        self._do(page, lambda space, report: space.bulk.move(numbers, pack, moment, report))

    def _set_difficulty(self, page: "LibraryPage", numbers: "array[int]", level: int) -> None:
        moment = now()
        self._do(
            page, lambda space, report: space.bulk.set_difficulty(numbers, level, moment, report)
        )

    def _duplicate(self, page: "LibraryPage", numbers: "array[int]", pack: int | None) -> None:
        moment = now()
        self._do(page, lambda space, report: space.bulk.duplicate(numbers, moment, pack, report))

    def _retire(self, page: "LibraryPage", numbers: "array[int]") -> None:
        moment = now()
        self._do(page, lambda space, report: space.bulk.retire(numbers, moment, report))

    def _bring_back(self, page: "LibraryPage", numbers: "array[int]") -> None:
        moment = now()
        self._do(page, lambda space, report: space.bulk.bring_back(numbers, moment, report))

    def _undo(self, page: "LibraryPage", change: "Change") -> None:
        moment = now()
        self._do(page, lambda space, report: space.bulk.undo(change, moment, report))

    def _do(self, page: "LibraryPage", deed: "Callable[[Workspace, Report], Change]") -> None:
        def work(workspace: "Workspace", report: Report) -> "Change":
            change = deed(workspace, report)
            workspace.authoring.forget()
            return change

        self._long.run(tr("Changing questions"), work, page.show_change)

    # Packs

    def copy_pack(self, pack: int) -> None:
        """Make a copy of a pack that can be changed, and show it."""
        moment = now()
        show = self._window.if_still_here(self.show)
        self._work.call(
            lambda workspace: workspace.packs.copy_pack(pack, moment),
            partial(self._on_copied, show),
        )

    def _on_copied(self, show: Callable[..., object], pack: "AuthorPack") -> None:
        show(pack.number)
        self.refresh()
        # After the page has changed, which takes away what was said before.
        self._window.banner.say(tr("“{title}” is yours to change.").format(title=pack.title))

    def _on_export_questions(self, numbers: "array[int]") -> None:
        self.part_export_requested.emit(list(numbers))


def _show_packs(
    page: "LibraryPage", found: "tuple[tuple[AuthorPack, ...], tuple[DraftView, ...]]"
) -> None:
    packs, drafts = found
    page.show_packs(packs)
    page.show_drafts(drafts)
