"""Opening libraries: sound, foreign, newer, damaged, locked, missing."""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command

from quizapp.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryLockedError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryReadOnlyError,
)
from quizapp.store import database as module
from quizapp.store import migrations
from quizapp.store.database import KNOWN_SCHEMAS, SCHEMA, Database, open_database
from quizapp.store.files import APPLICATION_ID
from quizapp.store.learner_store import LearnerStore
from quizapp.store.migrations import configuration
from tests.samples import NOW


def schema_of(path: Path) -> dict[str, list[str]]:
    """Every table and index of ours by its name, with its parts in no order."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: sorted(re.findall(r"\w+", sql)) for name, sql in rows if name != "alembic_version"
        }


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


def test_the_migrations_make_the_same_tables(tmp_path: Path, database: Database) -> None:
    migrated = tmp_path / "migrated.quizdb"
    command.upgrade(configuration(migrated), "head")
    assert schema_of(migrated) == schema_of(database.path)
    assert KNOWN_SCHEMAS[-1] == SCHEMA


def test_a_migration_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, scripts)
    (first,) = (scripts / "versions").glob("v0001_*.py")
    with first.open("a") as file:
        file.write("\n\ncreate = upgrade\n\n\ndef upgrade():\n    create()\n    1 / 0\n")
    path = tmp_path / "odd ?#%20name.quizdb"
    config = configuration(path)
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with pytest.raises(ZeroDivisionError):
        command.upgrade(config, "head")
    assert path.is_file()
    assert schema_of(path) == {}


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
    "content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"x" * 500]
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


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises((LibraryReadOnlyError, LibraryMissingError)):
        open_database(str(tmp_path / "library.quizdb"), create=True)
