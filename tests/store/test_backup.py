"""Copies that can be trusted."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryLockedError,
    LibraryMissingError,
    LibraryNewerError,
)
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.study import Study
from quizapp.services.workspace import Workspace
from quizapp.store import backup as module
from quizapp.store.backup import copy_library, expired, is_same, problems, restore_library
from quizapp.store.database import Database, open_database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.pack_store import PackStore
from tests.samples import NOW, sample_pack


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


def change(path: Path, command: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(command)
        connection.commit()


@pytest.fixture
def filled(database: Database) -> Path:
    """A closed library with a learner, the sample pack and a sitting."""
    add(database, "Aigul")
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "first", NOW, lambda done, total: None)
    Study(database).start(1, Blueprint(seed=1, count=3), NOW)
    database.close()
    return database.path


def test_a_copy_replaces_nothing_but_a_library(filled: Path, tmp_path: Path) -> None:
    thesis, folder = tmp_path / "thesis.docx", tmp_path / "folder"
    thesis.write_bytes(b"years of work")
    folder.mkdir()
    for target in (thesis, folder):
        with pytest.raises(LibraryError, match="is no library"):
            copy_library(filled, target)
    assert thesis.read_bytes() == b"years of work"
    earlier = tmp_path / "earlier.quizdb"
    copy_library(filled, earlier)
    copy_library(filled, earlier)


def test_a_copy_does_not_replace_a_library_in_use(filled: Path, tmp_path: Path) -> None:
    other = open_database(str(tmp_path / "other.quizdb"), create=True)
    add(other, "Dana")
    with pytest.raises(LibraryLockedError):
        copy_library(filled, other.path)
    assert names(other.path) == ["Dana"]
    other.close()


def test_a_locked_library_is_not_waited_for_without_end(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryLockedError):
            copy_library(filled, tmp_path / "copy.quizdb")
    assert not list(tmp_path.glob("*copy*"))


def test_a_library_is_not_replaced_while_somebody_has_it_open(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    backup = tmp_path / "backup.quizdb"
    copy_library(database.path, backup)
    add(database, "Aigul")
    with pytest.raises(LibraryLockedError):
        restore_library(backup, database.path, tmp_path / "kept.quizdb")
    add(database, "Dana")
    assert names(database.path) == ["Aigul", "Dana"]


def test_a_library_is_not_restored_from_itself(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="from itself"):
        restore_library(filled, filled, tmp_path / "kept.quizdb")
    assert names(filled) == ["Aigul"]


def test_what_a_killed_process_left_in_the_log_is_copied(
    database: Database, tmp_path: Path
) -> None:
    add(database, "Aigul")
    killed = tmp_path / "killed" / "library.quizdb"
    killed.parent.mkdir()
    for ending in ("", "-wal"):  # as they are on the disk while it is open
        file = database.path.with_name(database.path.name + ending)
        killed.with_name(killed.name + ending).write_bytes(file.read_bytes())
    assert problems(killed) == ()
    copy_library(killed, tmp_path / "copy.quizdb")
    assert names(tmp_path / "copy.quizdb") == ["Aigul"]


def test_a_newer_library_is_neither_judged_nor_restored(filled: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.quizdb"
    copy_library(filled, backup)
    change(backup, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LibraryNewerError):
        problems(backup)
    with pytest.raises(LibraryNewerError):
        restore_library(backup, filled, tmp_path / "kept.quizdb")
    # In the place of a newer one an older one may be put; the newer one is kept.
    restore_library(filled, backup, tmp_path / "kept.quizdb")
    assert names(backup) == ["Aigul"]
    with pytest.raises(LibraryNewerError):
        problems(tmp_path / "kept.quizdb")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("DELETE FROM alembic_version", "version"),
        ("DROP TABLE asked", "asked"),
        ("UPDATE revision SET body = x'7b7d' WHERE id = 1", "1 question is"),
        ("UPDATE revision SET body = '' WHERE id < 3", "2 questions"),
        ("UPDATE attempt SET answered = 5", "1 sitting counts"),
        ("UPDATE fact SET body = x'7bff' WHERE id = 1", "fact"),
        ("UPDATE pack SET manifest = 'x'", "pack"),
        ("DROP TABLE draft", "draft"),
        ("DROP TABLE question_words", "question_words"),
        ("DELETE FROM listing WHERE question_id = 1", "1 question cannot be found"),
        ("DELETE FROM question_words_docsize WHERE id < 3", "2 questions cannot be found"),
        ("UPDATE media SET data = x'00'", "1 image is not as"),
        ("INSERT INTO draft VALUES (1, 1, NULL, NULL, 'x', 0)", "draft"),
        ("PRAGMA application_id = 1", "not a quizapp library"),
    ],
)
def test_what_sqlite_cannot_see_is_found(filled: Path, command: str, told: str) -> None:
    change(filled, command)
    (found,) = problems(filled)
    assert told in found


def test_rows_that_cannot_be_read_are_told_in_words(
    workspace: Workspace, database: Database
) -> None:
    change(database.path, "UPDATE pack SET manifest = x'7bff'")
    with pytest.raises(LibraryDamagedError, match="cannot be read"):
        workspace.library.packs()


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    assert problems(tmp_path) == ("it is a folder",)


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


def test_a_copy_is_the_same_until_something_is_written(database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.quizdb"
    add(database, "Aigul")
    copy_library(database.path, copy)
    assert is_same(database.path, copy)
    with database.writing() as connection:
        LearnerStore(connection).rename(1, "Dana")
    assert not is_same(database.path, copy)
    database.close()
    assert not is_same(database.path, copy)
    copy_library(database.path, copy)
    assert is_same(database.path, copy)


def test_a_copy_that_is_cut_off_or_gone_is_not_the_same(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.quizdb"
    copy_library(filled, copy)
    copy.write_bytes(copy.read_bytes()[:-4096])
    assert not is_same(filled, copy)
    copy.unlink()
    assert not is_same(filled, copy)


def test_without_a_library_there_is_nothing_to_compare(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        is_same(tmp_path / "none.quizdb", filled)
    assert not (tmp_path / "none.quizdb").exists()
