"""What SQLite and the disk report, as sentences for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from quizapp.errors import (
    DiskFullError,
    LibraryDamagedError,
    LibraryError,
    LibraryLockedError,
    LibraryMissingError,
    LibraryReadOnlyError,
)
from quizapp.translation import tr


def _locked(place: str) -> LibraryError:
    return LibraryLockedError(
        tr("Another program is using the library {place}.").format(place=place),
        tr("Close that program, or wait until its work is done, and try again."),
    )


def read_only(place: str) -> LibraryReadOnlyError:
    """The library, or its folder, cannot be written to."""
    return LibraryReadOnlyError(
        tr("The library {place} cannot be written to.").format(place=place),
        tr("Allow writing to the file and its folder, or choose another library."),
    )


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


def _disk_full(place: str) -> DiskFullError:
    return DiskFullError(
        tr("The disk that holds the library {place} is full.").format(place=place),
        tr("Make some room and try again. Everything saved before is safe."),
    )


def library_error(error: sqlite3.Error, place: str) -> LibraryError:
    """The sentence for what SQLite reports about the library at `place`."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _locked(place)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return read_only(place)
    if code == sqlite3.SQLITE_CANTOPEN:
        return missing(place)
    if code == sqlite3.SQLITE_FULL:
        return _disk_full(place)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(place, str(error))
    return LibraryError(
        tr("The library {place} could not be used: {what}.").format(place=place, what=error),
        tr("Nothing was changed. Try again; if it stays so, restore a backup."),
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
