"""Writing many rows at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, func, insert, select

BATCH = 2_000
Values = tuple[Any, ...]
Item = TypeVar("Item")


def insert_rows(
    connection: Connection, columns: Sequence[Column[Any]], rows: Sequence[Values]
) -> None:
    """Put in rows whose values are as the database has them.

    Past SQLAlchemy's own care for each row, which takes longer than SQLite's writing of it.
    """
    if not rows:
        return
    statement = insert(columns[0].table).compile(
        dialect=connection.dialect, column_keys=[column.name for column in columns]
    )
    connection.exec_driver_sql(str(statement), list(rows))


def next_number(connection: Connection, column: Column[int]) -> int:
    """The number of the next new row."""
    greatest: int | None = connection.execute(select(func.max(column))).scalar()
    return (greatest or 0) + 1


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of a size that one statement can name."""
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch
