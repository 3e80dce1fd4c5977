"""Libraries of earlier schemas open with all they hold, whatever happens on the way.

`tests/data/library-….quizdb` were made by the versions that had these schemas.
"""

import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event

from quizapp.errors import DiskFullError, LibraryDamagedError, LibraryReadOnlyError
from quizapp.services.workspace import Workspace
from quizapp.store import backup, migrations
from quizapp.store.backup import problems, restore_library
from quizapp.store.database import Database
from quizapp.store.files import KNOWN_SCHEMAS, SCHEMA
from quizapp.store.migrations import configuration, migrating
from tests.samples import NOW
from tests.store.conftest import Account
from tests.store.libraries import (
    LIBRARY_0001,
    LIBRARY_0002,
    PROJECT,
    before,
    rows,
    schema,
    shape,
    upgrade,
)

BUSY_SITTING, OPEN_SITTING = 3, 6


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library of schema 0001 of one's own."""
    return Path(shutil.copy(LIBRARY_0001, tmp_path / "library.quizdb"))


def test_every_way_to_the_newest_schema_makes_the_same_tables(
    tmp_path: Path, old: Path, database: Database
) -> None:
    second = Path(shutil.copy(LIBRARY_0002, tmp_path / "second.quizdb"))
    migrated = tmp_path / "migrated.quizdb"
    with migrating(migrated) as connection:
        command.upgrade(configuration(connection), "head")
    for each in (old, second):
        upgrade(each)
        assert shape(each) == shape(database.path)
    assert shape(migrated) == shape(database.path)
    assert "question_words" in shape(old)
    assert shape(old)["asked"][3].strip() == "WITHOUT ROWID"
    assert schema(old) == schema(database.path) == SCHEMA


def test_a_library_that_has_the_new_columns_already_is_migrated(old: Path) -> None:
    """Those who wrote 0002 made such ones: newer than 0001, and called so."""
    with migrating(old) as connection:
        command.upgrade(configuration(connection), "0002")
    known = rows(old, "attempt")
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    upgrade(old)
    assert rows(old, "attempt") == known
    assert problems(old) == ()


def test_the_first_schema_is_the_one_that_people_have(tmp_path: Path) -> None:
    first = tmp_path / "first.quizdb"
    with migrating(first) as connection:
        command.upgrade(configuration(connection), "0001")
    assert shape(first) == shape(LIBRARY_0001)


def test_the_migrations_that_are_there_are_known() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.SCRIPTS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts) == KNOWN_SCHEMAS[::-1]


@pytest.mark.parametrize("library", [LIBRARY_0001, LIBRARY_0002])
def test_nothing_that_was_written_is_lost(tmp_path: Path, library: Path) -> None:
    path = Path(shutil.copy(library, tmp_path / "library.quizdb"))
    upgrade(path)
    tables = [name for name, parts in shape(library).items() if "TABLE" in parts[0]]
    assert len(tables) == 9
    for table in tables:
        new, known = rows(path, table), rows(library, table)
        for row in known:
            row.pop("text", None)  # is made of the question, and stands elsewhere now
        assert [row | one for row, one in zip(new, known, strict=True)] == new
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert problems(path) == ()


def test_sittings_come_to_what_their_answers_do(old: Path) -> None:
    manifests = {row["id"]: json.loads(row["manifest"]) for row in rows(LIBRARY_0001, "pack")}
    titles = {
        row["id"]: manifests[row["pack_id"]]["title"] for row in rows(LIBRARY_0001, "question")
    }
    answers = defaultdict(list)
    for row in rows(LIBRARY_0001, "asked"):
        answers[row["attempt_id"]].append(row)
    workspace = Workspace.open(str(old), create=False)
    sittings = {
        sitting.attempt: sitting
        for learner in workspace.study.learners(archived=True)
        for view in (workspace.study.home(learner.id, NOW),)
        for sitting in (*view.open_sittings, *view.recent)
    }
    workspace.close()
    assert len(sittings) == len(answers) == 7
    for number, asked in answers.items():
        sitting = sittings[number]
        scores = [row["score"] for row in asked if row["score"] is not None]
        assert sitting.questions == len(asked)
        assert sitting.answered == len(scores)
        assert sitting.right == sum(score >= 1 for score in scores)
        assert sitting.possible_points == sum(row["points"] for row in asked)
        assert sitting.points == pytest.approx(
            sum((row["score"] or 0) * row["points"] for row in asked)
        )
        assert sitting.seconds == sum(row["seconds"] for row in asked)
        assert sitting.packs == tuple(dict.fromkeys(titles[row["question_id"]] for row in asked))


def test_results_and_memories_are_there(old: Path) -> None:
    workspace = Workspace.open(str(old), create=False)
    result = workspace.study.result(BUSY_SITTING)
    grades = [feedback.grade.score for feedback in result.feedback if feedback]
    progress = workspace.reports.progress(1, NOW)
    scores = workspace.reports.question_scores(1, NOW)
    workspace.close()
    asked = [row for row in rows(LIBRARY_0001, "asked") if row["attempt_id"] == BUSY_SITTING]
    assert grades == [row["score"] for row in asked if row["score"] is not None]
    assert 0 < min(grade for grade in grades if grade) < 1
    memories = [row for row in rows(LIBRARY_0001, "memory") if row["learner_id"] == 1]
    assert sum(topic.seen for topic in progress.topics) == len(memories) == len(scores)


def test_an_open_sitting_goes_on_at_the_same_question(old: Path) -> None:
    workspace = Workspace.open(str(old), create=False)
    sitting = workspace.study.resume(OPEN_SITTING, NOW)
    (kept,) = [row for row in rows(LIBRARY_0001, "attempt") if row["id"] == OPEN_SITTING]
    asked = [row for row in rows(LIBRARY_0001, "asked") if row["attempt_id"] == OPEN_SITTING]
    assert sitting.attempt.position == kept["position"] == 4
    for each, row in zip(sitting.attempt.asked, asked, strict=True):
        assert (each.question, each.revision) == (row["question_id"], row["revision_id"])
        assert (each.seed, each.hints_used) == (row["seed"], row["hints_used"])
        assert (each.skipped, each.flagged) == (row["skipped"], row["flagged"])
        assert each.is_answered == (row["score"] is not None)
    assert sitting.current.asked.flagged
    assert sitting.current.asked.hints_used == 1
    again = workspace.study.skip(OPEN_SITTING, 4)
    later = workspace.study.finish(OPEN_SITTING, NOW + timedelta(days=1))
    workspace.close()
    assert again.attempt.position == 5
    assert later.sitting.attempt.answered == 3
    assert problems(old) == ()


def test_a_backup_stands_beside_it(old: Path) -> None:
    assert problems(old) == ()
    upgrade(old)
    assert schema(before(old)) == "0001"
    assert rows(before(old), "asked") == rows(LIBRARY_0001, "asked")
    assert problems(before(old)) == ()
    upgrade(old)
    assert sorted(file.name for file in old.parent.iterdir()) == [old.name, before(old).name]


def test_a_backup_of_an_older_schema_can_be_restored(database: Database, tmp_path: Path) -> None:
    database.close()
    restore_library(LIBRARY_0001, database.path, tmp_path / "kept.quizdb")
    upgrade(database.path)
    assert len(rows(database.path, "attempt")) == 7


def test_a_damaged_library_is_not_migrated(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE asked SET grade = NULL WHERE attempt_id = 1")
        connection.commit()
    with pytest.raises(LibraryDamagedError, match="12 answers have no grade"):
        upgrade(old)
    assert schema(old) == "0001"


def test_a_migration_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(migrations.SCRIPTS, scripts)
    (first,) = (scripts / "versions").glob("v0001_*.py")
    with first.open("a") as file:
        file.write("\n\ncreate = upgrade\n\n\ndef upgrade():\n    create()\n    1 / 0\n")
    path = tmp_path / "odd ?#%20name.quizdb"
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    with pytest.raises(ZeroDivisionError), migrating(path) as connection:
        command.upgrade(configuration(connection), "head")
    assert path.is_file()
    assert shape(path) == {}


@contextmanager
def pragma(text: str) -> Iterator[None]:
    """Every connection that is made meanwhile is told this first."""

    def tell(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA {text}")

    event.listen(Engine, "connect", tell)
    try:
        yield
    finally:
        event.remove(Engine, "connect", tell)


def test_a_full_disk_leaves_the_library_as_it_was(old: Path) -> None:
    with pragma("max_page_count = 81"), pytest.raises(DiskFullError, match="is full"):
        upgrade(old)
    assert old.read_bytes() == LIBRARY_0001.read_bytes()
    upgrade(old)


def test_a_disk_without_room_for_the_backup_leaves_the_library_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(backup, "_to_disk", no_room)
    with pytest.raises(DiskFullError, match="is full"):
        upgrade(old)
    assert [file.name for file in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == LIBRARY_0001.read_bytes()


def test_a_closed_folder_leaves_the_library_as_it_was(
    old: Path, common_folder: Path, ordinary_account: Account
) -> None:
    upgrade(old)  # what that imports may be out of reach for others
    path = Path(shutil.copy(LIBRARY_0001, common_folder / "library.quizdb"))
    path.chmod(0o666)
    common_folder.chmod(0o555)
    with ordinary_account, pytest.raises(LibraryReadOnlyError) as told:
        upgrade(path)
    assert told.value.message == f"The folder {common_folder} cannot be written to."
    assert [file.name for file in common_folder.iterdir()] == [path.name]
    assert path.read_bytes() == LIBRARY_0001.read_bytes()


KILLED = """
import os, signal, sys
from sqlalchemy import Connection, Engine, event
from quizapp.store.database import open_database

left = int(sys.argv[2])

def spill(connection, record):
    connection.execute("PRAGMA cache_size = 1")  # so that the file itself is written to early

def count(connection, cursor, statement, *rest):
    global left
    left -= statement.strip().startswith(("INSERT", "DROP", "ALTER", "UPDATE"))
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "connect", spill)
event.listen(Engine, "after_cursor_execute", count)
open_database(sys.argv[1], create=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("log", ["DELETE", "WAL"])
@pytest.mark.parametrize("changes", [1, 4, 9, 14, 18, 21])
def test_a_kill_leaves_a_library_of_one_schema(old: Path, changes: int, log: str) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(f"PRAGMA journal_mode = {log}")
    killed = _run(KILLED, str(old), str(changes))
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert problems(old) == ()
    assert schema(old) == "0001"
    assert schema(before(old)) == "0001"
    upgrade(old)
    assert rows(old, "asked") == rows(LIBRARY_0001, "asked")
    assert problems(old) == ()


OPENING = """
import sys
import quizapp.store.migrations  # as late as it may be otherwise
from quizapp.store.database import open_database

print("ready", flush=True)
sys.stdin.readline()
with open_database(sys.argv[1], create=True).reading() as connection:
    print(connection.exec_driver_sql("SELECT count(packs) FROM attempt").scalar_one())
"""


@pytest.mark.parametrize("name", ["library.quizdb", "new.quizdb"])
def test_two_processes_open_it_at_the_same_moment(old: Path, name: str) -> None:
    path = old.with_name(name)
    both = [_run(OPENING, str(path)) for _ in range(2)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert [out for out, _ in said] == ["7\n" if path == old else "0\n"] * 2
    assert problems(path) == ()
    if path == old:
        assert schema(before(path)) == "0001"


def _run(program: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )
