"""Packs coming in: from files, dropped or chosen, and from folders that are edited by hand."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.errors import CancelledError, QuizError
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.failures import Failures
from quizapp.ui.library_session import now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.tasks import Task

if TYPE_CHECKING:
    from quizapp.services.authoring_values import AuthorPack, ImportPreview
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.import_page import ImportPage


class ImportFlow(QObject):
    """Shows what a pack would bring, and brings it in; several are shown one after another."""

    pack_requested = Signal(int)
    """A pack is to be seen in the library."""
    in_place_requested = Signal(object)
    """The pack in a folder is to be used from there; with the `Path` of the folder."""
    back_requested = Signal()
    changed = Signal()
    """The library has a pack that it had not, or another version of one."""

    def __init__(self, window: MainWindow, work: LibraryWork, failures: Failures) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._waiting: tuple[Path, ...] = ()
        self._id = ""
        self._task: Task | None = None

    def plans(self) -> dict[str, PagePlan]:
        return {
            "import": PagePlan(
                tr("Import a pack"),
                "folder-open",
                self._make_page,
                on_rail=False,
                is_protected=True,
            )
        }

    def take(self, paths: Sequence[Path]) -> None:
        """Packs were given to the program: show the first, and then the others."""
        self._waiting = (*self._waiting, *paths)
        if self._window.show_page("import") and self._task is None:
            self._look_at_next()

    def begin(self) -> None:
        """Let a pack be chosen."""
        if self._window.show_page("import"):
            self._page().show_start()

    def go_on(self) -> bool:
        """Look at the next pack that was given; False where there is none."""
        if self._waiting and self._window.show_page("import"):
            self._look_at_next()
            return True
        return False

    def _page(self) -> "ImportPage":
        from quizapp.ui.pages.import_page import ImportPage

        return self._window.page_as("import", ImportPage)

    def _make_page(self) -> Page:
        from quizapp.ui.pages.import_page import ImportPage

        page = ImportPage()
        page.file_requested.connect(self._choose_file)
        page.folder_requested.connect(self._choose_folder)
        page.import_requested.connect(self._import)
        page.in_place_requested.connect(self._on_in_place)
        page.cancel_requested.connect(self._on_cancel)
        page.opened_requested.connect(self._on_opened)
        page.back_requested.connect(self._on_back)
        return page

    def _choose_file(self) -> None:
        chosen = messages.choose_file(
            self._window,
            tr("Choose a pack"),
            tr("Packs (*.quizpack pack.yaml)"),
        )
        if chosen:
            file = Path(chosen)
            # A folder is chosen by the file in it that says what it is.
            self._waiting = (file.parent if file.name == "pack.yaml" else file, *self._waiting)
            self._look_at_next()

    def _choose_folder(self) -> None:
        chosen = messages.choose_folder(self._window, tr("Choose the folder of a pack"))
        if chosen:
            self._waiting = (Path(chosen), *self._waiting)
            self._look_at_next()

    def _on_in_place(self, path: str) -> None:
        self.in_place_requested.emit(Path(path))

    # Looking

    def _look_at_next(self) -> None:
        if not self._waiting:
            return
        path, *rest = self._waiting
        self._waiting = tuple(rest)
        page = self._page()
        page.show_reading(path.name)
        self._task = self._work.run(
            lambda workspace, task: _look_at(workspace, path),
            self._on_preview,
            self._on_failed,
            page.show_progress,
        )

    def _on_preview(self, found: "tuple[ImportPreview, bool]") -> None:
        self._task = None
        preview, may_stay = found
        self._id = preview.id
        self._page().show_preview(preview, may_stay=may_stay)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        page = self._page()
        if isinstance(error, CancelledError):
            page.show_start()
        elif isinstance(error, QuizError):
            page.show_failed(error.message, error.remedy)
        else:
            page.show_start()
            self._failures.show(error)

    # Bringing in

    def _import(self, path: str, files_hash: str, as_id: str) -> None:
        moment = now()
        self._id = as_id or self._id
        page = self._page()
        page.show_importing()

        def work(workspace: "Workspace", task: Task) -> None:
            def report(done: int, total: int, words: str) -> None:
                task.raise_if_cancelled()
                task.report(done, total, words)

            workspace.sharing.import_pack(
                Path(path), moment, files_hash=files_hash, as_id=as_id, report=report
            )
            workspace.authoring.forget()

        self._task = self._work.run(work, self._on_imported, self._on_failed, page.show_progress)

    def _on_imported(self, outcome: None) -> None:
        del outcome
        self._task = None
        self._page().show_done()
        self.changed.emit()

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_back(self) -> None:
        """To the next pack that was given, or to where one came from."""
        self._on_cancel()
        if self._waiting and self._task is None:
            self._look_at_next()
        else:
            self._waiting = ()
            self.back_requested.emit()

    def _on_opened(self) -> None:
        if self._waiting:
            self._look_at_next()
            return
        key = self._id
        self._work.call(
            lambda workspace: [each for each in workspace.catalogue.packs() if each.id == key],
            self._window.if_still_here(self._on_found),
        )

    def _on_found(self, packs: "list[AuthorPack]") -> None:
        if packs:
            self.pack_requested.emit(packs[0].number)


def _look_at(workspace: "Workspace", path: Path) -> "tuple[ImportPreview, bool]":
    """What the pack would bring, and whether it could also be used from where it is."""
    preview = workspace.sharing.preview(path)
    if not path.is_dir() or preview.relation == "other":
        return preview, False
    present = next((each for each in workspace.catalogue.packs() if each.id == preview.id), None)
    is_open = present is not None and present.folder == str(path.resolve())
    return preview, not is_open and (present is None or not present.is_locked)
