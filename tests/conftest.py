"""Fixtures that tests of several packages use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.services.library import Library
from quizapp.services.reports import Reports
from quizapp.services.study import Study
from quizapp.services.workspace import Workspace
from quizapp.store.database import Database, open_database
from quizapp.store.pack_store import PackStore
from tests.samples import NOW, sample_pack


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new library on the disk, empty."""
    opened = open_database(str(tmp_path / "library.quizdb"), create=True)
    yield opened
    opened.close()


@pytest.fixture
def workspace(database: Database, tmp_path: Path) -> Workspace:
    """The services over a library that holds the sample pack."""
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "first", NOW, lambda done, total: None)
    return Workspace(
        database, Library(database, tmp_path / "content"), Study(database), Reports(database)
    )
