"""Opening libraries: sound, foreign, newer, damaged, locked, missing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryLockedError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryReadOnlyError,
)
from quizapp.store import database as module
from quizapp.store.backup import problems
from quizapp.store.database import Database, open_database
from quizapp.store.files import APPLICATION_ID
from quizapp.store.learner_store import LearnerStore
from tests.samples import NOW
from tests.store.conftest import Account


def add_learner(path: Path) -> None:
    database = open_database(str(path), create=False)
    try:
        with database.writing() as connection:
            LearnerStore(connection).add("Aigul", NOW)
    finally:
        database.close()


def test_a_library_is_made_once_and_found_again(tmp_path: Path) -> None:
    place = str(tmp_path / "new" / "folder" / "library.quizdb")
    first = open_database(place, create=True)
    with first.writing() as connection:
        LearnerStore(connection).add("Aigul", NOW)
    first.close()
    second = open_database(place, create=False)
    with second.reading() as connection:
        assert [learner.name for learner in LearnerStore(connection).all()] == ["Aigul"]
    second.close()


def test_an_odd_name_is_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c %41.quizdb"
    opened = open_database(str(path), create=True)
    assert path.stat().st_size
    opened.close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_use_case_that_fails_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            LearnerStore(connection).add("Aigul", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.reading() as connection:
        assert LearnerStore(connection).all() == ()


def test_a_missing_library_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        open_database(str(tmp_path / "none.quizdb"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamagedError):
        open_database(str(tmp_path), create=True)


def test_another_address_is_refused_without_its_password() -> None:
    with pytest.raises(LibraryError) as refusal:
        open_database("postgresql://me:secret@school/quiz", create=True)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    "content",
    [b"not a database at all" * 100, b"SQLite format 3\0" + b"x" * 500, b"x", b"a short list"],
)
def test_a_damaged_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.quizdb"
    path.write_bytes(content)
    with pytest.raises(LibraryError):
        open_database(str(path), create=True)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_not_filled(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(LibraryDamagedError, match="another program"):
        open_database(str(path), create=True)
    assert path.read_bytes() == before


def test_a_database_without_tables_may_be_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 3")
    before = path.read_bytes()
    with pytest.raises(LibraryDamagedError, match="another program"):
        open_database(str(path), create=True)
    assert path.read_bytes() == before


def test_a_library_that_was_only_begun_is_made(tmp_path: Path) -> None:
    path = tmp_path / "library.quizdb"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    open_database(str(path), create=False).close()
    assert problems(path) == ()


def test_a_library_without_a_version_is_damaged(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.commit()
    with pytest.raises(LibraryDamagedError, match="its version"):
        open_database(str(database.path), create=True)


def test_a_newer_library_is_refused(tmp_path: Path, database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(LibraryNewerError, match="newer"):
        open_database(str(database.path), create=True)


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.quizdb"
    path.touch()
    open_database(str(path), create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_library_in_use_is_told_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    impatient = open_database(str(database.path), create=False)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryLockedError), impatient.writing() as connection:
            LearnerStore(connection).add("Aigul", NOW)
    impatient.close()


@pytest.mark.parametrize("name", ["library.quizdb", "new/folder/library.quizdb"])
def test_a_folder_that_cannot_be_written_to_is_told(
    common_folder: Path, ordinary_account: Account, name: str
) -> None:
    common_folder.chmod(0o555)
    with ordinary_account, pytest.raises(LibraryReadOnlyError) as told:
        open_database(str(common_folder / name), create=True)
    assert told.value.message == f"The folder {common_folder} cannot be written to."


@pytest.mark.parametrize("log", ["DELETE", "WAL"])
def test_a_library_in_a_folder_that_cannot_be_written_to_is_told(
    common_folder: Path, ordinary_account: Account, log: str
) -> None:
    path = common_folder / "library.quizdb"
    open_database(str(path), create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {log}")
    path.chmod(0o666)
    common_folder.chmod(0o555)
    with ordinary_account, pytest.raises(LibraryReadOnlyError) as told:
        add_learner(path)
    assert told.value.message == f"The folder {common_folder} cannot be written to."


def test_a_file_that_cannot_be_written_to_is_told(
    common_folder: Path, ordinary_account: Account
) -> None:
    path = common_folder / "library.quizdb"
    open_database(str(path), create=True).close()
    path.chmod(0o444)
    common_folder.chmod(0o777)
    with ordinary_account, pytest.raises(LibraryReadOnlyError) as told:
        add_learner(path)
    assert told.value.message == f"The library {path} cannot be written to."


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_that_cannot_be_looked_into_is_told(
    common_folder: Path, ordinary_account: Account, create: bool
) -> None:
    path = common_folder / "library.quizdb"
    common_folder.chmod(0)
    with ordinary_account, pytest.raises(LibraryReadOnlyError) as told:
        open_database(str(path), create=create)
    assert told.value.message == f"This account may not open {path}."


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="too long"):
        open_database(str(tmp_path / ("x" * 300)), create=True)
