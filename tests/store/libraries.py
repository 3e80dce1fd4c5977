"""Libraries of earlier versions, and looking into library files."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from quizapp.store.database import open_database

PROJECT = Path(__file__).resolve().parents[2]
LIBRARY_0001 = PROJECT / "tests" / "data" / "library-0001.quizdb"
LIBRARY_0002 = PROJECT / "tests" / "data" / "library-0002.quizdb"

Row = dict[str, Any]


def before(path: Path, schema: str = "0001") -> Path:
    """The backup that the migration makes."""
    return path.with_name(f"{path.name}.before-{schema}")


def rows(path: Path, table: str) -> list[Row]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608
        return [dict(row) for row in found]


def schema(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(version)


def upgrade(path: Path) -> None:
    open_database(str(path), create=False).close()


def shape(path: Path) -> dict[str, tuple[str, list[str], list[str], str]]:
    """Each table and index by its name: its head, columns in order, constraints in none, tail."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: _parts(sql) for name, sql in made if name != "alembic_version"}


def _parts(sql: str) -> tuple[str, list[str], list[str], str]:
    text = " ".join(sql.replace('"', "").split())
    head, _, rest = text.partition("(")
    body, _, tail = rest.rpartition(")")
    parts = [part.strip() for part in re.split(r",(?![^(]*\))", body)]
    constraints = sorted(part for part in parts if part.startswith("CONSTRAINT"))
    return head.strip(), [part for part in parts if part not in constraints], constraints, tail
