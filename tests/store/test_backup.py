"""Copies that can be trusted."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.errors import LibraryDamagedError, LibraryMissingError
from quizapp.store.backup import copy_library, expired, problems, restore_library
from quizapp.store.database import Database, open_database
from quizapp.store.learner_store import LearnerStore
from tests.samples import NOW


def add(database: Database, name: str) -> None:
    with database.writing() as connection:
        LearnerStore(connection).add(name, NOW)


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM learner ORDER BY name")]


def test_a_library_in_use_is_copied_whole(database: Database, tmp_path: Path) -> None:
    add(database, "Aigul")
    target = tmp_path / "copy" / "backup.quizdb"
    copy_library(database.path, target)
    assert names(target) == ["Aigul"]
    assert problems(target) == ()
    assert [path.name for path in target.parent.iterdir()] == ["backup.quizdb"]


def test_restore_keeps_what_it_replaces(database: Database, tmp_path: Path) -> None:
    backup, kept = tmp_path / "backup.quizdb", tmp_path / "kept.quizdb"
    add(database, "Aigul")
    copy_library(database.path, backup)
    add(database, "Dana")
    database.close()
    restore_library(backup, database.path, kept)
    assert names(database.path) == ["Aigul"]
    assert names(kept) == ["Aigul", "Dana"]
    open_database(str(database.path), create=False).close()


def test_an_unsound_backup_changes_nothing(database: Database, tmp_path: Path) -> None:
    add(database, "Aigul")
    unsound = tmp_path / "unsound.quizdb"
    unsound.write_bytes(b"no library" * 200)
    with pytest.raises(LibraryDamagedError):
        restore_library(unsound, database.path, tmp_path / "kept.quizdb")
    with pytest.raises(LibraryMissingError):
        restore_library(tmp_path / "none.quizdb", database.path, tmp_path / "kept.quizdb")
    assert names(database.path) == ["Aigul"]


def test_a_damaged_library_can_be_replaced(database: Database, tmp_path: Path) -> None:
    add(database, "Aigul")
    backup = tmp_path / "backup.quizdb"
    copy_library(database.path, backup)
    database.close()
    database.path.write_bytes(b"torn" * 1000)
    restore_library(backup, database.path, tmp_path / "kept.quizdb")
    assert names(database.path) == ["Aigul"]
    assert (tmp_path / "kept.quizdb").read_bytes() == b"torn" * 1000


def test_problems_are_found(database: Database) -> None:
    add(database, "Aigul")
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute(
            "INSERT INTO attempt"
            " VALUES (1, 99, 'practice', x'7b7d', 0, NULL, 0, x'5b5d', 0, 0, 0, 0, 0, 0)"
        )
        connection.commit()
    assert len(problems(database.path)) == 1


def test_backups_thin_out_with_age() -> None:
    hourly = [NOW - timedelta(hours=hours) for hours in range(24 * 400)]
    kept = set(hourly) - set(expired(hourly, NOW))
    assert all(moment in kept for moment in hourly[:48])
    days = {moment.date() for moment in kept}
    assert len(kept) == pytest.approx(49 + 12 + 10 + 9, abs=6)
    assert len(days) >= 12
    assert min(kept) < NOW - timedelta(days=200)
