"""Copies of a library that can be trusted, and checking one."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from quizapp.errors import LibraryDamagedError
from quizapp.store.failures import damaged, missing, told_in_words
from quizapp.store.files import APPLICATION_ID, BUSY_SECONDS
from quizapp.translation import tr

KEEP_ALL = timedelta(days=2)
KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 12, 10, 9


def copy_library(source: Path, target: Path) -> None:
    """Copy a library, also while it is in use; `target` is replaced only by a verified copy."""
    if not source.is_file():
        raise missing(str(source))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    with told_in_words(str(target)):
        try:
            temporary.parent.mkdir(parents=True, exist_ok=True)
            with (
                closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as original,
                closing(sqlite3.connect(temporary)) as copy,
            ):
                original.backup(copy)
                # One file, not three: a copy is moved and mailed.
                copy.execute("PRAGMA journal_mode = DELETE")
            if found := problems(temporary):
                raise damaged(str(source), found[0])
            _to_disk(temporary)
            temporary.replace(target)
            _folder_to_disk(target.parent)
        finally:
            temporary.unlink(missing_ok=True)


def problems(path: Path) -> tuple[str, ...]:
    """What is wrong with the library at `path`, in words; empty for a sound one."""
    if not path.is_file():
        raise missing(str(path))
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            return tuple(_problems(connection))
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):
            return (str(error),)
        with told_in_words(str(path)):
            raise


def _problems(connection: sqlite3.Connection) -> Iterable[str]:
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    if kind != APPLICATION_ID:
        yield tr("it is not a quizapp library")
        return
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield str(line)
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield tr("a row of {table} points at a missing row of {parent}").format(
            table=table, parent=parent
        )
    (torn,) = connection.execute(
        "SELECT count(*) FROM asked WHERE (answer IS NULL) != (grade IS NULL)"
    ).fetchone()
    if torn:
        yield tr("{n} answers have no grade").format(n=torn)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    # Windows can neither open a folder nor needs to.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def restore_library(source: Path, target: Path, kept: Path) -> None:
    """Put the library `source` in the place of `target`, whose state is copied to `kept` first.

    Raises `LibraryDamagedError` for an unsound `source`; `target` is as it was then.
    """
    if found := problems(source):
        raise damaged(str(source), found[0])
    if target.is_file():
        _keep(target, kept)
    # Before the new file is in place: SQLite would replay the old one's log into it.
    for leftover in ("-wal", "-shm"):
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    copy_library(source, target)


def _keep(target: Path, kept: Path) -> None:
    """Copy `target`, byte by byte where it is too damaged for SQLite."""
    try:
        copy_library(target, kept)
    except LibraryDamagedError:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(target.read_bytes())


def changed_since(library: Path, moment: datetime) -> bool:
    """Whether the files of a library were written after `moment`, by this program or another."""
    files = [library, library.with_name(f"{library.name}-wal")]
    # Opening a library makes an empty log.
    written = [file.stat().st_mtime for file in files if file.is_file() and file.stat().st_size]
    return max(written, default=0.0) > moment.timestamp()


def expired(made_at: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    """The backups to throw away: all of two days stay, then one a day, a week and a month."""
    kept: set[datetime] = set()
    slots: dict[str, dict[object, datetime]] = {"day": {}, "week": {}, "month": {}}
    moments = sorted(made_at, reverse=True)
    for moment in moments:
        if now - moment <= KEEP_ALL:
            kept.add(moment)
            continue
        for name, slot in (
            ("day", moment.date()),
            ("week", moment.isocalendar()[:2]),
            ("month", (moment.year, moment.month)),
        ):
            slots[name].setdefault(slot, moment)
    for name, count in (("day", KEPT_DAYS), ("week", KEPT_WEEKS), ("month", KEPT_MONTHS)):
        newest = sorted(slots[name].values(), reverse=True)[:count]
        kept.update(newest)
    return tuple(moment for moment in moments if moment not in kept)
