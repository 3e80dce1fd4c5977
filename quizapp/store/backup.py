"""Copies of a library that can be trusted, and checking one."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from quizapp.errors import LibraryDamagedError, LibraryError, LibraryNewerError
from quizapp.questions import content_hash
from quizapp.store import models
from quizapp.store.failures import damaged, library_error, locked, missing, newer, told_in_words
from quizapp.store.files import APPLICATION_ID, BUSY_SECONDS, KNOWN_SCHEMAS
from quizapp.translation import tr, tr_n

KEEP_ALL = timedelta(days=2)
KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 12, 10, 9

_HEADER = 100
_PART = 1 << 20
"""Bytes that are compared at once."""
_MARK = APPLICATION_ID.to_bytes(4)
_UNSOUND = (
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
)
_WRITING = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
)
_JSON = {
    "pack": "manifest",
    "fact": "body",
    "attempt": "blueprint",
    "asked": "answer, grade",
}
"""Columns of every schema that hold JSON, by their table; questions have a hash beside theirs."""
_TABLES_OF_0003 = {
    "draft",
    "listing",
    "media",
    "pack_media",
    "question_tag",
    "revision_advice",
    "revision_media",
}
"""Those that libraries of earlier schemas do not have."""


def copy_library(source: Path, target: Path) -> None:
    """Copy a library, also while it is in use; `target` is replaced only by a verified copy.

    Raises `LibraryError` where `target` is something else than a library that nobody uses.
    """
    with told_in_words(str(target)):
        _check_replaceable(target)
        _copy(source, target)


def _check_replaceable(target: Path) -> None:
    if _log_of(target).exists():
        raise locked(str(target))
    if target.is_dir() or (target.is_file() and target.stat().st_size and not _is_ours(target)):
        raise LibraryError(
            tr("{file} is there already and is no library.").format(file=target),
            tr("It was left as it is. Name another file."),
        )


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return header.startswith(b"SQLite format 3\0") and header[68:72] == _MARK


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise missing(str(source))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.touch()
        _copy_pages(source, temporary, target)
        if found := problems(temporary):
            raise damaged(str(source), found[0])
        _to_disk(temporary)
        temporary.replace(target)
        _folder_to_disk(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _copy_pages(source: Path, into: Path, named: Path) -> None:
    """Copy what `source` holds into a file that nobody else has open, all of it or nothing.

    Trouble with writing is told of `named`.
    """

    def stop_when_locked(status: int, remaining: int, total: int) -> None:
        # Python would try again without end.
        del remaining, total
        if status & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise locked(str(source))

    with (
        closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as original,
        closing(sqlite3.connect(into, timeout=BUSY_SECONDS, isolation_level=None)) as copy,
    ):
        # Whoever has a library open holds questions and sittings of it in mind.
        for command in ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT"):
            copy.execute(command)
        copy.execute("PRAGMA synchronous = FULL")
        try:
            original.backup(copy, progress=stop_when_locked)
        except sqlite3.Error as error:
            is_written = getattr(error, "sqlite_errorcode", 0) & 0xFF in _WRITING
            raise library_error(error, str(named if is_written else source)) from error
        # One file, not three: a copy is moved and mailed.
        copy.execute("PRAGMA journal_mode = DELETE")


def problems(path: Path) -> tuple[str, ...]:
    """What is wrong with the library at `path`, in words; empty for a sound one.

    Raises `LibraryNewerError` where only a newer version of the program could tell.
    """
    with told_in_words(str(path)):
        if path.is_dir():
            return (tr("it is a folder"),)
        if not path.is_file():
            raise missing(str(path))
        try:
            with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
                return tuple(_problems(connection, path))
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNSOUND:
                return (str(error),)
            raise
        except UnicodeDecodeError:  # in SQLite's own words on what it found
            return (tr("its content cannot be read"),)


def _problems(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    if kind != APPLICATION_ID:
        yield tr("it is not a quizapp library")
        return
    schema = _schema(connection, path)
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if absent := sorted(_tables_of(schema) - there):
        yield tr("tables are missing: {tables}").format(tables=", ".join(absent))
        return
    if not schema:
        yield tr("it does not say its version")
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield str(line)
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield tr("a row of {table} points at a missing row of {parent}").format(
            table=table, parent=parent
        )
    connection.text_factory = bytes
    yield from _unreadable(connection)
    if schema >= "0002":
        yield from _untrue_sums(connection)
    if schema >= "0003":
        yield from _untrue_catalogue(connection)


def _schema(connection: sqlite3.Connection, path: Path) -> str:
    """The schema of a library; "" where it does not say it."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if str(error).startswith("no such table"):
            return ""
        raise
    if row and row[0] not in KNOWN_SCHEMAS:
        raise newer(str(path))
    return str(row[0]) if row else ""


def _tables_of(schema: str) -> set[str]:
    """The tables that a library of a schema has."""
    tables = {*models.metadata.tables, "alembic_version"}
    return tables | {"question_words"} if schema >= "0003" else tables - _TABLES_OF_0003


def _unreadable(connection: sqlite3.Connection) -> Iterator[str]:
    """Rows that are whole to SQLite, and whose content is not what was written."""
    (torn,) = connection.execute(
        "SELECT count(*) FROM asked WHERE (answer IS NULL) != (grade IS NULL)"
    ).fetchone()
    if torn:
        yield tr_n("{n} answer has no grade", "{n} answers have no grade", torn)
    questions = connection.execute("SELECT hash, body FROM revision")
    changed = sum(
        not isinstance(body, bytes) or content_hash(body) != name for name, body in questions
    )
    if changed:
        yield tr_n(
            "{n} question is not as it was written",
            "{n} questions are not as they were written",
            changed,
        )
    for table, columns in _JSON.items():
        yield from _no_json(connection, table, columns)


def _untrue_sums(connection: sqlite3.Connection) -> Iterator[str]:
    (unequal,) = connection.execute(
        "SELECT count(*) FROM attempt WHERE (questions, answered) != "
        "(SELECT count(*), count(grade) FROM asked WHERE attempt_id = attempt.id)"
    ).fetchone()
    if unequal:
        yield tr_n(
            "{n} sitting counts other answers than it has",
            "{n} sittings count other answers than they have",
            unequal,
        )
    yield from _no_json(connection, "attempt", "packs")


def _untrue_catalogue(connection: sqlite3.Connection) -> Iterator[str]:
    (unlisted,) = connection.execute(
        "SELECT count(*) FROM question WHERE id NOT IN (SELECT question_id FROM listing) "
        "OR id NOT IN (SELECT id FROM question_words_docsize)"
    ).fetchone()
    if unlisted:
        yield tr_n(
            "{n} question cannot be found by its words",
            "{n} questions cannot be found by their words",
            unlisted,
        )
    images = connection.execute("SELECT hash, data FROM media")
    changed = sum(content_hash(data) != name for name, data in images)
    if changed:
        yield tr_n(
            "{n} image is not as it was written", "{n} images are not as they were written", changed
        )
    yield from _no_json(connection, "draft", "body")


def _no_json(connection: sqlite3.Connection, table: str, columns: str) -> Iterator[str]:
    rows = connection.execute(f"SELECT {columns} FROM {table}")  # noqa: S608 - names of ours
    broken = sum(not all(map(_is_json, row)) for row in rows)
    if broken:
        yield tr("rows of {table} that cannot be read: {n}").format(n=broken, table=table)


def _is_json(value: bytes | None) -> bool:
    try:
        return value is None or msgspec.json.decode(value) is not None
    except (msgspec.DecodeError, TypeError, UnicodeDecodeError):
        return False


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

    What is kept so is never thinned out: it stays until the person deletes it.

    Raises `LibraryDamagedError` for an unsound `source`, `LibraryLockedError` where a program has
    `target` open; `target` is as it was then.
    """
    if found := problems(source):
        raise damaged(str(source), found[0])
    with told_in_words(str(target)):
        if target.is_dir():
            raise damaged(str(target), tr("it is a folder"))
        if target.exists() and target.samefile(source):
            raise LibraryError(
                tr("A library cannot be restored from itself."), tr("Name one of its backups.")
            )
        if target.exists() and _keep(target, kept):
            _copy_pages(source, target, target)
            return
        # Before the new file is in place: SQLite would replay the old one's log into it.
        for leftover in (_log_of(target), target.with_name(f"{target.name}-shm")):
            leftover.unlink(missing_ok=True)
        _copy(source, target)


def _keep(target: Path, kept: Path) -> bool:
    """Copy `target`, byte by byte where SQLite cannot; gives whether it is a sound library."""
    try:
        _copy(target, kept)
    except (LibraryDamagedError, LibraryNewerError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        for file, copy in ((target, kept), (_log_of(target), _log_of(kept))):
            if file.is_file():
                shutil.copyfile(file, copy)
                _to_disk(copy)
        return False
    return True


def _log_of(library: Path) -> Path:
    """Where SQLite writes first; what stands there may not be in the library's own file yet."""
    return library.with_name(f"{library.name}-wal")


def is_same(library: Path, copy: Path) -> bool:
    """Whether `copy`, which nobody has open, holds all that the library does, page by page.

    The header of the first page does not count: SQLite changes counters in it when it copies.
    """
    with told_in_words(str(library)):
        if not library.is_file():
            raise missing(str(library))
        # Not read as a file: closing one lets go of all locks that this process has on it.
        with closing(sqlite3.connect(library, timeout=BUSY_SECONDS)) as connection:
            pages = connection.serialize()
    with told_in_words(str(copy)), suppress(FileNotFoundError), copy.open("rb") as file:
        file.seek(_HEADER)
        return os.fstat(file.fileno()).st_size == len(pages) and all(
            file.read(_PART) == pages[start : start + _PART]
            for start in range(_HEADER, len(pages), _PART)
        )
    return False


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
