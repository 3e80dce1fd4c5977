"""The library that the window works on: opening it, backing it up, putting another in its place."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.errors import QuizError
from quizapp.services.workspace import Workspace
from quizapp.settings import data_folder
from quizapp.translation import tr
from quizapp.ui.tasks import Progress, Task, TaskRunner

if TYPE_CHECKING:
    from quizapp.services.values import BackupInfo, BundledPacks

Done = Callable[[Path], object]
Failed = Callable[[Exception], object]

MINUTES_BETWEEN_BACKUPS = 30


def now() -> datetime:
    """The present, UTC."""
    return datetime.now(UTC)


class LibrarySession(QObject):
    """Holds at most one open library; all its work is done by the worker of `runner`."""

    opened = Signal(object)
    """The `Workspace` is ready, its bundled packs in it."""
    packs_refused = Signal(object)
    """Bundled packs could not be put in; with a tuple of `RefusedPack`, after `opened`."""
    failed = Signal(object)
    """The library could not be opened; with the exception."""
    backup_failed = Signal(object)
    """A backup that nobody asked for could not be made; with the exception."""

    def __init__(self, location: str, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._location = location
        self._runner = runner
        self._workspace: Workspace | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTES_BETWEEN_BACKUPS * 60 * 1000)
        self._timer.timeout.connect(self._on_time_to_back_up)

    @property
    def location(self) -> str:
        """The library's file, also before it is open and where it cannot be opened."""
        return self._location

    @property
    def path(self) -> Path:
        """`location` as a path."""
        from quizapp.services.library import path_of

        return path_of(self._location)

    @property
    def is_open(self) -> bool:
        """Whether `workspace` can be used."""
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """The open library; `QuizError` where none is open."""
        if self._workspace is None:
            raise QuizError(tr("The library is not open yet."), tr("Wait a moment."))
        return self._workspace

    def open(self, progress: Progress | None = None) -> None:
        """Open the library, made first where there is none; then `opened` or `failed`."""
        self._open_after(_nothing, progress)

    def switch_to(self, location: str, progress: Progress | None = None) -> None:
        """Let go of this library and open the one at `location`."""
        self._location = location
        self._open_after(_nothing, progress)

    def copy_to(self, target: Path, done: Done, failed: Failed) -> None:
        """Copy the library to the file `target`; this session stays with the original."""
        work = partial(self.workspace.library.backup, target, now())
        self._runner.call(work, done, failed)

    def restore(self, backup: "BackupInfo", progress: Progress | None = None) -> None:
        """Put a backup in this library's place, what it replaces being kept, and open it."""
        self._open_after(partial(_restore, self._location, Path(backup.path)), progress)

    def backups(self) -> "tuple[BackupInfo, ...]":
        """The library's backups, the newest first."""
        from quizapp.services.library import backups_of

        return backups_of(self._location)

    def back_up(self, done: Done, failed: Failed) -> None:
        """Make a backup now."""
        work = partial(self.workspace.library.backup, None, now())
        self._runner.call(work, done, failed)

    def close(self) -> None:
        """Let go of the library, and keep a backup where something has changed."""
        self._timer.stop()
        workspace, self._workspace = self._workspace, None
        if workspace is None:
            return
        # A backup that fails must not keep the program from closing: the library itself is safe.
        with suppress(QuizError, OSError):
            is_due = workspace.library.is_backup_due(now())
            # Closing writes to the file once more, so the backup comes after it.
            workspace.close()
            if is_due:
                workspace.library.backup(None, now())
        workspace.close()

    def _open_after(self, first: Callable[[], object], progress: Progress | None) -> None:
        self._timer.stop()
        before, self._workspace = self._workspace, None
        work = partial(_open, first, before, self._location)
        self._runner.run(work, self._on_opened, self.failed.emit, progress)

    def _on_opened(self, outcome: "tuple[Workspace, BundledPacks]") -> None:
        self._workspace, packs = outcome
        self._timer.start()
        self.opened.emit(self._workspace)
        if packs.refused:
            self.packs_refused.emit(packs.refused)

    def _on_time_to_back_up(self) -> None:
        work = partial(_back_up_if_due, self.workspace)
        self._runner.call(work, _ignore, self.backup_failed.emit)


def _open(
    first: Callable[[], object], before: Workspace | None, location: str, task: Task
) -> "tuple[Workspace, BundledPacks]":
    """In the worker: let go of the library before, do what comes first, and open this one."""
    if before is not None:
        before.close()
    first()
    workspace = Workspace.open(location, create=_may_create(location))
    try:
        packs = workspace.library.install_bundled(now(), task.report)
    except BaseException:
        workspace.close()
        raise
    return workspace, packs


def _may_create(location: str) -> bool:
    """A library is made where none is, but not in a folder that is gone with its drive."""
    from quizapp.services.library import path_of

    folder = path_of(location).parent
    return folder.is_dir() or folder == data_folder()


def _restore(location: str, backup: Path) -> None:
    from quizapp.services.library import restore

    restore(location, backup, now())


def _back_up_if_due(workspace: Workspace) -> None:
    if workspace.library.is_backup_due(now()):
        workspace.library.backup(None, now())


def _nothing() -> None:
    """What comes first where nothing does."""


def _ignore(outcome: object) -> None:
    del outcome
