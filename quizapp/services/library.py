"""The library itself: its packs, its backups, its health."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from quizapp.errors import LibraryError
from quizapp.formats.native import pack_hash, read_pack
from quizapp.services.summaries import pack_summaries
from quizapp.services.values import BackupInfo, PackSummary
from quizapp.store import backup as safety
from quizapp.store.database import Database, library_path
from quizapp.store.pack_store import Installed, PackStore
from quizapp.translation import tr

BACKUP_FOLDER = "backups"
_STAMP = "%Y%m%dT%H%M%S.%fZ"

Progress = Callable[[int, int, str], None]
"""Told how many steps of how many are done, and in words what is being done."""


def _silent(done: int, total: int, words: str) -> None:
    del done, total, words


class Library:
    """The packs and the safety of one library."""

    def __init__(self, database: Database, content: Path) -> None:
        self._database = database
        self._content = content

    @property
    def location(self) -> str:
        """The library's file."""
        return str(self._database.path)

    def packs(self) -> tuple[PackSummary, ...]:
        """Every pack with what it holds."""
        with self._database.reading() as connection:
            return tuple(pack_summaries(PackStore(connection)).values())

    def install_bundled(self, now: datetime, report: Progress = _silent) -> int:
        """Put in the bundled packs that are new or changed; how many that were.

        A pack is read only when its files differ from those it was installed from. All or nothing:
        when a pack cannot be read, or `report` raises, the library stays as it was.
        """
        folders = sorted(path.parent for path in self._content.glob("*/pack.yaml"))
        hashes = {folder: pack_hash(folder) for folder in folders}
        with self._database.reading() as connection:
            known = {each.manifest.id: each.files_hash for each in PackStore(connection).all()}
        changed = [folder for folder in folders if hashes[folder] not in known.values()]
        for folder in changed:
            self._install(folder, hashes[folder], now, report)
        return len(changed)

    def install(self, folder: Path, now: datetime, report: Progress = _silent) -> Installed:
        """Put in the pack in `folder`, or update it; `PackError` where it is not sound."""
        return self._install(folder, pack_hash(folder), now, report)

    def _install(self, folder: Path, files_hash: str, now: datetime, report: Progress) -> Installed:
        pack = read_pack(folder)
        words = tr("Making the bank from “{title}”").format(title=pack.manifest.title)
        with self._database.writing() as connection:
            return PackStore(connection).install(
                pack, files_hash, now, lambda done, total: report(done, total, words)
            )

    def backup(self, target: Path | None, now: datetime) -> Path:
        """Copy the library to `target`, or to its own backups; gives the file written."""
        if target is not None:
            if target.resolve() == self._database.path.resolve():
                raise LibraryError(
                    tr("A library cannot be backed up onto itself."), tr("Name another file.")
                )
            safety.copy_library(self._database.path, target)
            return target
        name = f"{self._database.path.stem}-{now.astimezone(UTC).strftime(_STAMP)}.quizdb"
        made = _backup_folder(self._database.path) / name
        safety.copy_library(self._database.path, made)
        self._thin_out(now)
        return made

    def is_backup_due(self, now: datetime) -> bool:
        """Whether something has changed that no backup has."""
        newest = max(_dated_backups(self._database.path), default=None)
        # A backup from the future is one of a clock that was set back since: it proves nothing.
        if newest is None or newest > now:
            return True
        return safety.changed_since(self._database.path, newest)

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the library, in words; empty when it is sound."""
        return safety.problems(self._database.path)

    def _thin_out(self, now: datetime) -> None:
        dated = _dated_backups(self._database.path)
        for moment in safety.expired(dated, now):
            dated[moment].unlink(missing_ok=True)


def _backup_folder(library: Path) -> Path:
    return library.parent / BACKUP_FOLDER


def _dated_backups(library: Path) -> dict[datetime, Path]:
    """The backups of a library by the moment they were made."""
    prefix = f"{library.stem}-"
    found: dict[datetime, Path] = {}
    for path in _backup_folder(library).glob("*.quizdb"):
        try:
            made = datetime.fromisoformat(path.stem.removeprefix(prefix))
        except ValueError:
            continue
        if made.tzinfo is not None:
            found[made] = path
    return found


def path_of(location: str) -> Path:
    """The file of the library at `location`, a path or `sqlite:///…`."""
    return library_path(location)


def backups_of(location: str) -> tuple[BackupInfo, ...]:
    """The backups of the library at `location`, the newest first; it need not be sound."""
    return tuple(
        BackupInfo(path=str(path), made_at=made_at, size=path.stat().st_size)
        for made_at, path in sorted(_dated_backups(path_of(location)).items(), reverse=True)
    )


def restore(location: str, source: Path, now: datetime) -> Path:
    """Put the sound library `source` at `location`, which no program has open.

    Works where the library at `location` is missing or too damaged to open; gives the file that
    keeps what was replaced.
    """
    target = path_of(location)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    kept = _backup_folder(target) / f"{target.stem}-{stamp}.replaced.quizdb"
    safety.restore_library(source, target, kept)
    return kept


def verify(location: str) -> tuple[str, ...]:
    """What is wrong with the library at `location`, also where it is too damaged to open."""
    return safety.problems(path_of(location))
