"""Watching the folders of packs that are edited by hand."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE = 300
"""Milliseconds without a change after which one is told: editors write a file in several steps."""


class FolderWatch(QObject):
    """Tells when files in any of some folders of packs were changed, added or taken away."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: tuple[Path, ...] = ()
        self._own: set[str] = set()
        self._standing: tuple[tuple[int, int] | None, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_pause)
        self._watcher.fileChanged.connect(self._on_change)
        self._watcher.directoryChanged.connect(self._on_change)

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch just these folders from now on."""
        self._folders = tuple(folders)
        self._renew()

    def _on_change(self, path: str) -> None:
        # What else happens where a folder of a pack stands, at home say, is nothing to look at.
        if path in self._own or self._standing != tuple(map(_identity, self._folders)):
            self._timer.start()

    def _on_pause(self) -> None:
        # An editor that replaces a file leaves the watch on one that is gone.
        self._renew()
        self.changed.emit()

    def _renew(self) -> None:
        self._standing = tuple(map(_identity, self._folders))
        self._own = {str(path) for folder in self._folders for path in _watched(folder)}
        # Above them it is told when a folder is renamed, goes or comes back.
        wanted = self._own | {str(folder.parent) for folder in self._folders}
        present = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(present - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - present):
            self._watcher.addPaths(new)


def _watched(folder: Path) -> Iterable[Path]:
    """A pack's folder and files; what cannot be looked at is left out."""
    try:
        places = [folder, folder / "questions", folder / "media"]
        for place in filter(Path.is_dir, places):
            yield place
            yield from (file for file in place.iterdir() if file.is_file())
    except OSError:
        return


def _identity(folder: Path) -> tuple[int, int] | None:
    """Tells a folder from another one of its name; None where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
