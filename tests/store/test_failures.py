"""What the disk and SQLite report, in words."""

import errno
import sqlite3
from pathlib import Path

import pytest

from quizapp.errors import (
    DiskFullError,
    LibraryDamagedError,
    LibraryError,
    LibraryMissingError,
    LibraryReadOnlyError,
)
from quizapp.store import failures
from quizapp.store.failures import told_in_words


def told(error: Exception, place: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught, told_in_words(str(place)):
        raise error
    assert str(place) in caught.value.message
    assert caught.value.remedy
    return caught.value


def sqlite_error(code: int, message: str = "so it is") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, LibraryReadOnlyError),
        (errno.EACCES, LibraryReadOnlyError),
        (errno.EIO, LibraryError),
    ],
)
def test_what_the_system_reports(tmp_path: Path, number: int, kind: type[LibraryError]) -> None:
    assert type(told(OSError(number, "so it is"), tmp_path / "library.quizdb")) is kind


def test_an_io_error_on_a_full_disk_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite_error(sqlite3.SQLITE_IOERR | 19 << 8)  # no room for the shared memory
    assert type(told(error, tmp_path / "library.quizdb")) is LibraryError
    monkeypatch.setattr(failures, "LEAST_ROOM", 1 << 62)
    assert type(told(error, tmp_path / "library.quizdb")) is DiskFullError


def test_a_file_that_is_there_and_cannot_be_opened_is_not_missing(tmp_path: Path) -> None:
    error = sqlite_error(sqlite3.SQLITE_CANTOPEN)
    assert type(told(error, tmp_path / "none.quizdb")) is LibraryMissingError
    (tmp_path / "there.quizdb").touch()
    assert type(told(error, tmp_path / "there.quizdb")) is LibraryReadOnlyError


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError("Could not decode to UTF-8 column 'key' with text 'x'"),
        sqlite_error(sqlite3.SQLITE_ERROR, "no such table: asked"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
)
def test_what_is_not_as_we_wrote_it_is_damaged(tmp_path: Path, error: Exception) -> None:
    assert type(told(error, tmp_path / "library.quizdb")) is LibraryDamagedError
