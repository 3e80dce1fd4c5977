"""Bringing an older library to the newest schema, with a backup first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, create_engine, event

from quizapp.store.backup import copy_library
from quizapp.store.files import SCHEMA

SCRIPTS = Path(__file__).resolve().parent

PATIENCE = 60
"""Seconds to wait for another process, which may be migrating the same library."""


def upgrade(path: Path) -> None:
    """Bring the library at `path` to the newest schema: in one transaction, all of it or nothing.

    A verified backup is put beside it first, named after the schema it has. Others may read
    meanwhile, and write when it is over; who comes to do the same then finds nothing to do.
    """
    with migrating(path) as connection:
        schema = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        if schema != SCHEMA:
            copy_library(path, path.with_name(f"{path.name}.before-{schema}"))
            command.upgrade(configuration(connection), "head")


@contextmanager
def migrating(path: Path) -> Iterator[Connection]:
    """One transaction that nobody else can write beside, and that may remake tables."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": PATIENCE, "isolation_level": None},
    )
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    # Python's own driver would begin at the first row that changes, after the new tables.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def configuration(connection: Connection) -> Config:
    """Alembic's settings for migrations in the transaction of `connection`."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
