"""What SQLite and the disk report, as sentences for people."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy.exc import DBAPIError

from quizapp.errors import (
    DiskFullError,
    LibraryDamagedError,
    LibraryError,
    LibraryLockedError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryReadOnlyError,
)
from quizapp.translation import tr

LEAST_ROOM = 64_000
"""Bytes; the shared memory and the first page of the log."""


def locked(place: str) -> LibraryLockedError:
    """Somebody else holds the library for longer than we wait."""
    return LibraryLockedError(
        tr("Another program is using the library {place}.").format(place=place),
        tr("Close that program, or wait until its work is done, and try again."),
    )


def _read_only(place: str) -> LibraryReadOnlyError:
    """The file, or its folder, cannot be written to."""
    path = Path(place)
    if _is_shut_in(path):
        return _closed_folder(path)
    return LibraryReadOnlyError(
        tr("The library {place} cannot be written to.").format(place=place),
        tr("Allow writing to the file and its folder, or choose another library."),
    )


def _forbidden(place: str) -> LibraryReadOnlyError:
    return LibraryReadOnlyError(
        tr("This account may not open {place}.").format(place=place),
        tr("Allow reading and writing it and its folder, or choose another library."),
    )


def _closed_folder(path: Path) -> LibraryReadOnlyError:
    return LibraryReadOnlyError(
        tr("The folder {place} cannot be written to.").format(place=path.parent),
        tr("Allow writing to it, or choose another folder."),
    )


def _is_shut_in(path: Path) -> bool:
    """Whether the folder of `path` can be looked into and not written to, and only that hinders."""
    folder = path.parent
    if not os.access(folder, os.R_OK | os.X_OK) or os.access(folder, os.W_OK):
        return False
    return not path.exists() or os.access(path, os.R_OK | os.W_OK)


def missing(place: str) -> LibraryMissingError:
    """There is no library, and none can be made."""
    return LibraryMissingError(
        tr("There is no library at {place}.").format(place=place),
        tr("Check the name and that its drive is connected, or choose another library."),
    )


def damaged(place: str, what: str) -> LibraryDamagedError:
    """The file is not a sound library."""
    return LibraryDamagedError(
        tr("The file {place} is not a sound quizapp library: {what}.").format(
            place=place, what=what
        ),
        tr("It was left as it is. Restore a backup, or choose another library."),
    )


def newer(place: str) -> LibraryNewerError:
    """The library has tables that this version does not know."""
    return LibraryNewerError(
        tr("The library {place} was written by a newer version of quizapp.").format(place=place),
        tr("Open it with that version, or choose another library. It was left as it is."),
    )


def _disk_full(place: str) -> DiskFullError:
    return DiskFullError(
        tr("The disk that holds the library {place} is full.").format(place=place),
        tr("Make some room and try again. Everything saved before is safe."),
    )


def _no_entry(place: str) -> LibraryError:
    """The file cannot be opened: it is hidden from us, cannot be made, or is not there."""
    path = Path(place)
    try:
        if _is_shut_in(path):
            return _closed_folder(path)
        return _forbidden(place) if path.exists() else missing(place)
    except OSError:
        return _forbidden(place)


def _is_full(place: str) -> bool:
    """Whether there is less room than SQLite needs to work at all."""
    try:
        return shutil.disk_usage(Path(place).parent).free < LEAST_ROOM
    except OSError:
        return False


def library_error(error: sqlite3.Error, place: str) -> LibraryError:
    """The sentence for what SQLite reports about the library at `place`."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return locked(place)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _read_only(place)
    if code == sqlite3.SQLITE_CANTOPEN:
        return _no_entry(place)
    # Without room for its shared memory, SQLite reports no more than an I/O error.
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(place)):
        return _disk_full(place)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _is_unlike_ours(error):
        return damaged(place, str(error))
    return LibraryError(
        tr("The library {place} could not be used: {what}.").format(place=place, what=error),
        tr("Nothing was changed. Try again; if it stays so, restore a backup."),
    )


def _is_unlike_ours(error: sqlite3.Error) -> bool:
    """Whether tables, columns or text are not as we made them."""
    return str(error).startswith(("no such table", "no such column", "Could not decode"))


def disk_error(error: OSError, place: str) -> LibraryError:
    """The sentence for what the system reports about the files of the library at `place`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _disk_full(place)
    if error.errno == errno.EROFS or isinstance(error, PermissionError):
        asked = Path(error.filename or place)
        if _is_shut_in(asked):
            return _closed_folder(asked)
        return _read_only(place) if error.errno == errno.EROFS else _forbidden(place)
    return LibraryError(
        tr("{place} could not be used: {what}.").format(place=place, what=error.strerror or error),
        tr("Check the name and that its drive is connected, or choose another file."),
    )


@contextmanager
def told_in_words(place: str) -> Iterator[None]:
    """Turn what the database and the disk report about `place` into `LibraryError`s."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.OperationalError | sqlite3.DatabaseError):
            raise library_error(error.orig, place) from error
        raise
    except sqlite3.Error as error:
        raise library_error(error, place) from error
    except OSError as error:
        raise disk_error(error, place) from error
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        # What we wrote can be read: these bytes are not ours. SQLite's own message about damage
        # may hold such bytes, too.
        raise damaged(place, tr("its content cannot be read")) from error
