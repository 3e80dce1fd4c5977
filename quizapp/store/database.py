"""Opening a library, and one transaction for each use case."""

import math
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp.errors import LibraryError
from quizapp.store import models
from quizapp.store.failures import damaged, missing, newer, told_in_words
from quizapp.store.files import APPLICATION_ID, BUSY_SECONDS, KNOWN_SCHEMAS, SCHEMA
from quizapp.translation import tr

SQLITE_PREFIX = "sqlite:///"


def library_path(location: str) -> Path:
    """The file that `location` (a path or `sqlite:///…`) names; `LibraryError` for other
    addresses.
    """
    if location.startswith(SQLITE_PREFIX):
        return Path(location.removeprefix(SQLITE_PREFIX))
    if "://" in location:
        raise LibraryError(
            tr("{place} is not a library that this version can open.").format(
                place=location.partition("://")[0] + "://…"
            ),
            tr("Give the path of a file on this computer."),
        )
    return Path(location).expanduser()


class Database:
    """An open library. Safe to use from several threads; each transaction has its own
    connection. `changes` counts what was written through it.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.changes = 0
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the library that does not change while it is looked at."""
        with told_in_words(str(self.path)), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One use case: on disk when it ends, taken back when it raises."""
        with told_in_words(str(self.path)), self._engine.connect() as connection:
            connection.info["write"] = True
            try:
                with connection.begin():
                    yield connection
            finally:
                self.changes += 1
                connection.info.pop("write", None)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def open_database(location: str, *, create: bool) -> Database:
    """The library at `location`, made first where it is missing and `create` allows it.

    Raises `LibraryError`s: missing, read-only, locked, damaged, newer than this program.
    """
    path = library_path(location)
    with told_in_words(str(path)):
        if not _is_there(path):
            if not create:
                raise missing(str(path))
            _make_folder(path.parent)
        schema = _inspect(path)
        if schema is None:
            _claim(path)
        elif schema != SCHEMA:
            _upgrade(path)
        engine = _engine(path)
        try:
            if schema is None:
                _make_tables(engine)
        except BaseException:
            engine.dispose()
            raise
    return Database(path, engine)


def _is_there(path: Path) -> bool:
    """`OSError` where it cannot be told: that is not for `Path.exists` to hide."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise missing(str(folder)) from error


def _inspect(path: Path) -> str | None:
    """The schema of the file; None where it is new. Refuses what is not ours, and newer schemas."""
    if path.is_dir():
        raise damaged(str(path), tr("it is a folder"))
    with _plain_connection(path) as connection:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        # SQLite has taken back now what a killed process had begun; and when another one begins,
        # it puts in its mark first, which is looked for later than at the size.
        is_empty = not path.stat().st_size
        (kind,) = connection.execute("PRAGMA application_id").fetchone()
        if is_empty or (kind == APPLICATION_ID and not tables):
            return None
        if kind != APPLICATION_ID:
            raise damaged(str(path), tr("another program made it"))
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise damaged(str(path), tr("it does not say its version"))
    if row[0] not in KNOWN_SCHEMAS:
        raise newer(str(path))
    return str(row[0])


def _claim(path: Path) -> None:
    """Mark an empty file as ours before anything else is in it: a kill leaves what we know."""
    with _plain_connection(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def _plain_connection(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={
            "timeout": BUSY_SECONDS,
            "isolation_level": None,
            "check_same_thread": False,
        },
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    del record
    _use_log(connection)
    for pragma in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cache_size = -16000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    # Not every SQLite comes with mathematics.
    connection.create_function("pow", 2, math.pow, deterministic=True)


def _use_log(connection: sqlite3.Connection) -> None:
    """Write ahead. While others have the file SQLite does not wait to change to that: we do."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _on_begin(connection: Connection) -> None:
    # Taking the write lock first: a reader that turns writer could not wait for another one.
    write = connection.info.get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _make_tables(engine: Engine) -> None:
    """An empty library of the newest schema, unless another process has just made it."""
    with engine.connect() as connection:
        connection.info["write"] = True
        try:
            with connection.begin():
                if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
                    return
                models.metadata.create_all(connection)
                connection.exec_driver_sql(
                    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
                )
                connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (SCHEMA,))
        finally:
            connection.info.pop("write", None)


def _upgrade(path: Path) -> None:
    # Alembic takes a quarter of a second to import: only when there is something to do.
    from quizapp.store.migrations import upgrade

    upgrade(path)
