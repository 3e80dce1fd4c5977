"""New packs, and what packs say of themselves."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.failures import Failures
from quizapp.ui.library_session import now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.tasks import in_turn

if TYPE_CHECKING:
    from quizapp.formats.native.entries import CheckedManifest
    from quizapp.services.authoring_values import AuthorPack, FactsView
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.pack_page import PackPage

Entry = dict[str, Any]


class PackFlow(QObject):
    """Makes packs, and changes their details."""

    created = Signal(int)
    """A pack has been made; its number."""
    back_requested = Signal()
    copy_requested = Signal(int)
    folder_close_requested = Signal(int)
    """A pack is not to be used from its folder any more."""
    changed = Signal()
    """A pack is new, or says something else of itself."""

    def __init__(self, window: MainWindow, work: LibraryWork, failures: Failures) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._pack: int | None = None

    def plans(self) -> dict[str, PagePlan]:
        return {
            "pack": PagePlan(
                tr("Pack"), "archive", self._make_page, on_rail=False, is_protected=True
            )
        }

    def begin(self) -> None:
        """A new pack is to be made."""
        self._show(None)

    def show_details(self, pack: int) -> None:
        """What a pack says of itself."""
        self._show(pack)

    def _show(self, pack: int | None) -> None:
        self._pack = pack
        self._window.forget_page("pack")
        self._window.show_page("pack")

    def _make_page(self) -> Page:
        from quizapp.ui.pages.pack_page import PackPage

        page = PackPage()
        page.refresh_requested.connect(partial(self._refresh, page))
        page.check_requested.connect(partial(self._check, page))
        page.create_requested.connect(partial(self._create, page))
        page.save_requested.connect(partial(self._save, page))
        page.folder_requested.connect(partial(self._choose_folder, page))
        page.show_folder_requested.connect(self._show_folder)
        page.stop_folder_requested.connect(self._stop_folder)
        page.copy_requested.connect(self._on_copy)
        page.cancel_requested.connect(self.back_requested)
        return page

    def _on_copy(self) -> None:
        if self._pack is not None:
            self.copy_requested.emit(self._pack)

    def _choose_folder(self, page: "PackPage") -> None:
        page.set_folder(messages.choose_folder(self._window, tr("Where is the new folder to be?")))

    def _show_folder(self, folder: str) -> None:
        if not messages.show_in_files(Path(folder)):
            self._window.banner.say(
                tr("No file manager opened. The folder is {folder}.").format(folder=folder)
            )

    def _stop_folder(self) -> None:
        if self._pack is not None and messages.ask(
            self._window,
            tr("Stop using the folder?"),
            tr(
                "The pack stays in your library as it is, with all records. The files stay in the "
                "folder, but what is edited there does not appear here any more."
            ),
            tr("Stop using the folder"),
            tr("Keep using it"),
        ):
            self.folder_close_requested.emit(self._pack)

    def note_closed(self, pack: int) -> None:
        """A pack is not used from its folder any more."""
        if pack == self._pack and self._window.current_page == "pack":
            self._page().leave_folder()

    def _page(self) -> "PackPage":
        from quizapp.ui.pages.pack_page import PackPage

        return self._window.page_as("pack", PackPage)

    # What is shown

    def _refresh(self, page: "PackPage") -> None:
        pack = self._pack
        if pack is None:
            self._work.call(
                lambda workspace: [each.id for each in workspace.catalogue.packs()],
                page.begin_new,
            )
            return

        def work(workspace: "Workspace") -> "tuple[FactsView, Entry]":
            return workspace.packs.facts(pack), workspace.packs.details(pack)

        self._work.call(work, partial(_show_details, page))

    def _check(self, page: "PackPage", entry: Entry) -> None:
        self._work.call(
            lambda workspace: workspace.packs.check_details(entry), partial(_show_check, page)
        )

    # What is done

    def _create(self, page: "PackPage", entry: Entry, template: str, folder: str) -> None:
        moment = now()

        def work(workspace: "Workspace") -> "AuthorPack | CheckedManifest":
            checked = workspace.packs.check_details(entry)
            if checked.manifest is None:
                return checked
            return workspace.packs.new_pack(
                entry,
                moment,
                folder=Path(folder) / checked.manifest.id if folder else None,
                with_examples=template == "examples",
            )

        lead_on = self._window.if_still_here(self.created.emit)
        done = in_turn(partial(_show_created, page), partial(self._on_created, lead_on))
        self._work.call(work, done, self._on_failed)

    def _on_created(
        self, lead_on: Callable[..., object], outcome: "AuthorPack | CheckedManifest"
    ) -> None:
        from quizapp.services.authoring_values import AuthorPack

        if isinstance(outcome, AuthorPack):
            self.changed.emit()
            lead_on(outcome.number)
            self._window.banner.say(tr("“{title}” is made.").format(title=outcome.title))

    def _save(self, page: "PackPage", entry: Entry) -> None:
        pack, moment = self._pack, now()
        if pack is None:
            return

        def work(workspace: "Workspace") -> "CheckedManifest":
            checked = workspace.packs.check_details(entry)
            if checked.manifest is not None:
                workspace.packs.save_details(pack, entry, moment)
                workspace.authoring.forget()
            return checked

        lead_back = self._window.if_still_here(self.back_requested.emit)
        done = in_turn(partial(_show_saved, page), partial(self._on_saved, lead_back))
        self._work.call(work, done, self._on_failed)

    def _on_saved(self, lead_back: Callable[..., object], checked: "CheckedManifest") -> None:
        if checked.manifest is not None:
            self.changed.emit()
            lead_back()
            self._window.banner.say(tr("The details are saved."))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, QuizError):
            messages.show_error(self._window, error)
        else:
            self._failures.show(error)


def _show_created(page: "PackPage", outcome: "AuthorPack | CheckedManifest") -> None:
    from quizapp.services.authoring_values import AuthorPack

    if isinstance(outcome, AuthorPack):
        page.saved()
    else:
        page.show_problems(outcome.problems)


def _show_saved(page: "PackPage", checked: "CheckedManifest") -> None:
    if checked.manifest is None:
        page.show_problems(checked.problems)
    else:
        page.saved()


def _show_check(page: "PackPage", checked: "CheckedManifest") -> None:
    page.show_problems(checked.problems)


def _show_details(page: "PackPage", found: "tuple[FactsView, Entry]") -> None:
    view, entry = found
    sections: dict[str, list[tuple[str, str]]] = defaultdict(list)
    references: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in view.facts:
        sections[each.fact.section].append((each.fact.id, each.fact.statement))
        for reference in each.fact.references:
            references[reference].append((each.fact.id, each.fact.statement))
    page.show_details(view.pack, entry, sections, references)
