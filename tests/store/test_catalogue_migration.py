"""Libraries of schema 0002 open with words, tags and times to find their questions by."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection

from quizapp.catalogue import Find, Flag
from quizapp.services.workspace import Workspace
from quizapp.store.backup import problems
from quizapp.store.database import Database, open_database
from quizapp.store.migrations import configuration, migrating
from quizapp.store.models import to_microseconds
from quizapp.store.pack_store import PackStore
from quizapp.store.search import QuestionSearch
from tests.samples import NOW
from tests.store.libraries import LIBRARY_0001, LIBRARY_0002, before, rows, schema, shape


@pytest.fixture
def old_0002(tmp_path: Path) -> Path:
    """A library of schema 0002 of one's own."""
    return Path(shutil.copy(LIBRARY_0002, tmp_path / "library-0002.quizdb"))


def test_the_second_schema_is_the_one_that_people_have(tmp_path: Path) -> None:
    second = tmp_path / "second.quizdb"
    with migrating(second) as connection:
        command.upgrade(configuration(connection), "0002")
    assert shape(second) == shape(LIBRARY_0002)


@pytest.mark.parametrize("library", [LIBRARY_0001, LIBRARY_0002])
def test_questions_are_found_as_if_they_came_in_now(
    tmp_path: Path, library: Path, database: Database
) -> None:
    path = Path(shutil.copy(library, tmp_path / "old.quizdb"))
    old = open_database(str(path), create=False)
    with old.reading() as connection, database.writing() as target:
        for pack in PackStore(connection).all():
            contents = PackStore(connection).contents(pack.id)
            PackStore(target).install(contents, "", NOW, lambda done, total: None)
        assert described(connection) == described(target)
        connection.exec_driver_sql(
            "INSERT INTO question_words (question_words, rank) VALUES ('integrity-check', 1)"
        )
    old.close()


def described(connection: Connection) -> list[tuple[object, ...]]:
    """The words and tags of all present questions."""
    found = connection.exec_driver_sql(
        "SELECT pack.key, question.key, stem, words, (SELECT group_concat(t.key || '=' || tag) "
        "FROM question_tag AS t WHERE t.question_id = question.id) "
        "FROM question JOIN pack ON pack.id = pack_id JOIN listing ON question_id = question.id "
        "WHERE retired_at IS NULL ORDER BY 1, 2"
    )
    return [tuple(row) for row in found]


def test_words_tags_and_times_are_those_of_the_current_revisions(old_0002: Path) -> None:
    database = open_database(str(old_0002), create=False)
    with database.reading() as connection:
        search = QuestionSearch(connection)

        def keys(**find: Any) -> list[str]:
            return [row.key for row in search.first(Find(**find, packs=(1,)), 100)]

        assert keys(text='tag:GRÖSSE "35 metres high"') == ["tallest"]
        assert keys(text="tag:tower") == ["built-choice", "tallest"]
        assert keys(text="steps") == []
        assert keys(text="steps", flags=(Flag.RETIRED,)) == ["pairs"]
        (row,) = search.first(Find(text='"19th century"'), 9)
    database.close()
    assert row.stem == "In which year was the *lighthouse* of Aldsand built?"
    assert row.tags == ("19th century", "tower")
    made = [each for each in rows(LIBRARY_0002, "revision") if each["question_id"] == row.number]
    assert to_microseconds(row.changed_at) == made[-1]["made_at"] > made[0]["made_at"]
    assert row.asked == 3
    assert problems(old_0002) == ()


def test_a_sitting_goes_on_with_the_questions_as_they_were_asked(old_0002: Path) -> None:
    workspace = Workspace.open(str(old_0002), create=False)
    (opened,) = workspace.study.home(1, NOW).open_sittings
    sitting = workspace.study.resume(opened.attempt, NOW)
    workspace.close()
    assert sitting.attempt.position == 2
    assert sitting.questions[1].question.stem == (
        "In which year was the lighthouse of Aldsand built?"
    )
    assert schema(before(old_0002, "0002")) == "0002"
