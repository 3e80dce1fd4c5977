"""The library itself: its packs, its backups, its health."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from quizapp.errors import LibraryError, PackError
from quizapp.formats.native import pack_hash, read_pack
from quizapp.packs import Pack
from quizapp.services.summaries import pack_summaries
from quizapp.services.values import BackupInfo, BundledPacks, PackSummary, RefusedPack
from quizapp.store import backup as safety
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database, library_path
from quizapp.store.pack_store import Installed, InstalledPack, PackStore
from quizapp.translation import tr
from quizapp.values.versions import is_newer

BACKUP_FOLDER = "backups"
BACKUP_ENDING = ".quizdb"
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

    def install_bundled(self, now: datetime, report: Progress = _silent) -> BundledPacks:
        """Put in the bundled packs that are new or changed, each in a transaction of its own.

        A pack is read only when its files differ from those it was installed from. One that cannot
        be used is left out, or as it was, and told of in what is returned; nobody is kept from the
        others by it. Where the library has a newer version, as from a newer program, that stays.
        When `report` raises, the pack that it is told of is not put in, nor are those after it.
        """
        with self._database.reading() as connection:
            known = PackStore(connection).all()
        changed: list[_Source] = []
        refused: list[RefusedPack] = []
        for folder in sorted(path.parent for path in self._content.glob("*/pack.yaml")):
            try:
                changed += _changed(folder, known)
            except PackError as error:
                refused.append(RefusedPack(folder=str(folder), error=error))
        try:
            self.back_up_before([each.pack.manifest.id for each in changed], now, report)
        except LibraryError as error:
            refused += [RefusedPack(folder=str(each.path), error=error) for each in changed]
            changed = []
        for each in changed:
            self._put(each, now, report)
        return BundledPacks(installed=len(changed), refused=tuple(refused))

    def install(
        self, path: Path, now: datetime, report: Progress = _silent, *, as_id: str = ""
    ) -> Installed:
        """Put in the pack at `path`, a folder or a file, or bring it to that version.

        That may be an older one. With `as_id` it comes in under that id. `PackError` where the pack
        is not sound, `LibraryError` where the backup that comes first cannot be made.
        """
        files_hash = pack_hash(path)
        pack = read_pack(path)
        if as_id:
            manifest = msgspec.structs.replace(pack.manifest, id=as_id)
            pack = msgspec.structs.replace(pack, manifest=manifest)
        self.back_up_before([pack.manifest.id], now, report)
        return self._put(_Source(path, files_hash, pack), now, report)

    def _put(self, source: "_Source", now: datetime, report: Progress) -> Installed:
        words = tr("Making the bank from “{title}”").format(title=source.pack.manifest.title)
        with self._database.writing() as connection:
            return PackStore(connection).install(
                source.pack,
                source.files_hash,
                now,
                lambda done, total: report(done, total, words),
                origin=source.origin,
            )

    def back_up_before(
        self, coming: Sequence[str], now: datetime, report: Progress = _silent
    ) -> None:
        """Before packs with these ids are put in: back up what may be written over.

        That is what learners did, and what authors wrote. A backup that holds it already will do.
        """
        if not coming:
            return
        with self._database.reading() as connection:
            has_answers = AttemptStore(connection).has_answers()
            written = [each for each in PackStore(connection).all() if each.origin != "bundled"]
        is_over = any(each.manifest.id in coming for each in written)
        if (has_answers or is_over) and self.is_backup_due(now):
            report(0, 1, tr("Making a backup first"))
            self.backup(None, now)

    def backup(self, target: Path | None, now: datetime) -> Path:
        """Copy the library to `target`, or to its own backups; gives the file written."""
        if target is not None:
            if target.resolve() == self._database.path.resolve():
                raise LibraryError(
                    tr("A library cannot be backed up onto itself."), tr("Name another file.")
                )
            safety.copy_library(self._database.path, target)
            return target
        made = _backup_file(self._database.path, now, BACKUP_ENDING)
        safety.copy_library(self._database.path, made)
        self._thin_out(now)
        return made

    def is_backup_due(self, now: datetime) -> bool:
        """Whether the library holds anything else than its newest backup."""
        made = _dated_backups(self._database.path)
        # Those from the future are of a clock that was set back since.
        newest = max((moment for moment in made if moment <= now), default=None)
        return newest is None or not safety.is_same(self._database.path, made[newest])

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the library, in words; empty when it is sound."""
        return safety.problems(self._database.path)

    def _thin_out(self, now: datetime) -> None:
        dated = _dated_backups(self._database.path)
        for moment in safety.expired(dated, now):
            with suppress(OSError):  # the next backup tries again
                dated[moment].unlink(missing_ok=True)


class _Source(NamedTuple):
    """A pack that was read; `files_hash` names the state of its files."""

    path: Path
    files_hash: str
    pack: Pack
    origin: Literal["library", "bundled"] = "library"


def _changed(folder: Path, known: Iterable[InstalledPack]) -> list[_Source]:
    """The bundled pack in `folder`, if the library has neither this state of it nor a newer one.

    Nor is it put over a pack of its id that was changed in the library.
    """
    files_hash = pack_hash(folder)
    if any(each.files_hash == files_hash and each.origin == "bundled" for each in known):
        return []
    pack = read_pack(folder)
    present = next((each for each in known if each.manifest.id == pack.manifest.id), None)
    if present is not None and _stays(present, pack, files_hash):
        return []
    return [_Source(folder, files_hash, pack, "bundled")]


def _stays(present: InstalledPack, pack: Pack, files_hash: str) -> bool:
    """Whether what the library has is kept from the bundled `pack` of the same id."""
    if is_newer(present.manifest.version, pack.manifest.version):
        return True
    if present.origin == "library" and present.files_hash != files_hash:
        is_update = is_newer(pack.manifest.version, present.manifest.version)
        return not is_update or not present.files_hash
    return present.origin == "folder"


def _backup_folder(library: Path) -> Path:
    return library.parent / BACKUP_FOLDER


def _backup_file(library: Path, now: datetime, ending: str) -> Path:
    """With the whole name of the library: others beside it may differ in no more than its end."""
    stamp = now.astimezone(UTC).strftime(_STAMP)
    return _backup_folder(library) / f"{library.name}.{stamp}{ending}"


def _dated_backups(library: Path) -> dict[datetime, Path]:
    """The backups of a library by the moment they were made."""
    prefixes = [f"{library.name}."]
    if library.suffix == BACKUP_ENDING:
        prefixes.append(f"{library.stem}-")  # as they were named at first
    found: dict[datetime, Path] = {}
    for path in _backup_folder(library).glob(f"*{BACKUP_ENDING}"):
        for prefix in prefixes:
            made = _moment(path.stem, prefix)
            if made is not None:
                found[made] = path
    return found


def _moment(stem: str, prefix: str) -> datetime | None:
    """The moment in the name of a backup; None where the name is another one."""
    if not stem.startswith(prefix):
        return None
    try:
        made = datetime.fromisoformat(stem.removeprefix(prefix))
    except ValueError:
        return None
    return made if made.tzinfo is not None else None


def path_of(location: str) -> Path:
    """The file of the library at `location`, a path or `sqlite:///…`."""
    return library_path(location)


def backups_of(location: str) -> tuple[BackupInfo, ...]:
    """The backups of the library at `location`, the newest first; it need not be sound."""
    found = []
    for made_at, path in sorted(_dated_backups(path_of(location)).items(), reverse=True):
        with suppress(FileNotFoundError):  # another window may thin them out meanwhile
            found.append(BackupInfo(path=str(path), made_at=made_at, size=path.stat().st_size))
    return tuple(found)


def restore(location: str, source: Path, now: datetime) -> Path:
    """Put the sound library `source` at `location`, which no program has open.

    Works where the library at `location` is missing or too damaged to open; gives the file that
    keeps what was replaced.
    """
    target = path_of(location)
    kept = _backup_file(target, now, f".replaced{BACKUP_ENDING}")
    safety.restore_library(source, target, kept)
    return kept


def verify(location: str) -> tuple[str, ...]:
    """What is wrong with the library at `location`, also where it is too damaged to open."""
    return safety.problems(path_of(location))
