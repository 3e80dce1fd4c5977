"""Packs going out as files."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.failures import Failures
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.tasks import Task, in_turn

if TYPE_CHECKING:
    from quizapp.services.authoring_values import AuthorPack
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.export_page import ExportPage

ENDING = ".quizpack"


class ExportFlow(QObject):
    """Writes a pack, or some of its questions, to a file of the person's choice."""

    back_requested = Signal()
    changed = Signal()
    """A pack has another version."""

    def __init__(self, window: MainWindow, work: LibraryWork, failures: Failures) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._pack = 0
        self._task: Task | None = None

    def plans(self) -> dict[str, PagePlan]:
        return {
            "export": PagePlan(
                tr("Export a pack"), "save", self._make_page, on_rail=False, is_protected=True
            )
        }

    def begin(self, pack: int) -> None:
        """A pack is to go out."""
        show = self._window.if_still_here(self._show)
        self._work.call(lambda workspace: (_pack(workspace, pack), ()), show)

    def begin_part(self, numbers: list[int]) -> None:
        """Some questions, all of one pack, are to go out."""

        def work(workspace: "Workspace") -> "tuple[AuthorPack, tuple[int, ...]]":
            return _pack(workspace, workspace.sharing.pack_of(numbers)), tuple(numbers)

        self._work.call(work, self._window.if_still_here(self._show))

    def _show(self, found: "tuple[AuthorPack, tuple[int, ...]]") -> None:
        pack, numbers = found
        # What is being written is shown to its end.
        if self._window.show_page("export") and self._task is None:
            self._pack = pack.number
            self._page().show_pack(pack, numbers)

    def _page(self) -> "ExportPage":
        from quizapp.ui.pages.export_page import ExportPage

        return self._window.page_as("export", ExportPage)

    def _make_page(self) -> Page:
        from quizapp.ui.pages.export_page import ExportPage

        page = ExportPage()
        page.file_requested.connect(partial(self._choose_file, page))
        page.export_requested.connect(partial(self._export, page))
        page.cancel_requested.connect(self._on_cancel)
        page.shown_requested.connect(self._show_file)
        page.back_requested.connect(self.back_requested)
        return page

    def _choose_file(self, page: "ExportPage", name: str) -> None:
        chosen = messages.choose_new_file(
            self._window, tr("Export to"), tr("Packs (*.quizpack)"), name
        )
        # Whoever types a name need not know how it ends.
        is_whole = not chosen or chosen.lower().endswith(ENDING)
        page.set_file(chosen if is_whole else chosen + ENDING)

    def _export(
        self, page: "ExportPage", file: str, version: str, numbers: tuple[int, ...] | None
    ) -> None:
        pack = self._pack
        page.show_exporting()

        def work(workspace: "Workspace", task: Task) -> Path:
            def report(done: int, total: int, words: str) -> None:
                task.raise_if_cancelled()
                task.report(done, total, words)

            return workspace.sharing.export(
                pack, Path(file), version=version, numbers=numbers, report=report
            )

        self._task = self._work.run(
            work,
            in_turn(self._on_done, partial(_show_done, page)),
            in_turn(self._on_failed, partial(_show_failed, page)),
            page.show_progress,
        )

    def _on_done(self, file: Path) -> None:
        del file
        self._task = None
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, QuizError):
            self._failures.show(error)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_file(self, file: str) -> None:
        messages.show_in_files(Path(file).parent)


def _show_done(page: "ExportPage", file: Path) -> None:
    page.show_done(str(file))


def _show_failed(page: "ExportPage", error: Exception) -> None:
    if isinstance(error, QuizError):
        page.show_failed(error.message, error.remedy)
    else:
        page.show_failed(tr("The pack could not be written."))


def _pack(workspace: "Workspace", number: int) -> "AuthorPack":
    return next(each for each in workspace.catalogue.packs() if each.number == number)
