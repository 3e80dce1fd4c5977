"""Learners."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from quizapp.errors import QuizError
from quizapp.people import Learner, name_key
from quizapp.store.models import learner
from quizapp.translation import tr


class LearnerStore:
    """The learners of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, *, archived: bool = False) -> tuple[Learner, ...]:
        """By name; archived ones only when asked for."""
        query = select(learner).order_by(learner.c.name_key)
        if not archived:
            query = query.where(learner.c.archived_at.is_(None))
        return tuple(self._learner(row) for row in self._connection.execute(query))

    def get(self, learner_id: int) -> Learner:
        """The learner with this number, archived or not; `QuizError` where there is none."""
        row = self._connection.execute(select(learner).where(learner.c.id == learner_id)).first()
        if row is None:
            raise QuizError(tr("This learner is not in the library."), tr("Choose another."))
        return self._learner(row)

    def named(self, name: str) -> Learner | None:
        """The learner whose name is taken for the same as `name`, archived or not."""
        query = select(learner).where(learner.c.name_key == name_key(name))
        row = self._connection.execute(query).first()
        return self._learner(row) if row else None

    def add(self, name: str, now: datetime) -> Learner:
        """A new learner; the name must not be taken."""
        row = {"name": name, "name_key": name_key(name), "joined_at": now}
        added = self._connection.execute(insert(learner).values(row).returning(learner.c.id))
        return Learner(id=added.scalar_one(), name=name, joined_at=now)

    def rename(self, learner_id: int, name: str) -> None:
        """Give another name, which must not be taken."""
        self._connection.execute(
            update(learner)
            .where(learner.c.id == learner_id)
            .values(name=name, name_key=name_key(name))
        )

    def set_archived(self, learner_id: int, at: datetime | None) -> None:
        """Put away, or bring back with None."""
        self._connection.execute(
            update(learner).where(learner.c.id == learner_id).values(archived_at=at)
        )

    @staticmethod
    def _learner(row: Row[Any]) -> Learner:
        return Learner(
            id=row.id, name=row.name, joined_at=row.joined_at, archived=row.archived_at is not None
        )
