"""Questions that were begun and not saved."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from quizapp.store.models import draft


class StoredDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is kept for its author. `question` is the one it changes; None for a new one.

    `pack`, `question` and `revision`, the one that it began from, are the bank's numbers.
    """

    id: int
    pack: int
    question: int | None
    revision: int | None = None
    entry: bytes
    saved_at: datetime


class DraftStore:
    """The drafts of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        pack: int,
        question: int | None,
        entry: bytes,
        now: datetime,
        number: int | None = None,
        *,
        revision: int | None = None,
    ) -> int:
        """Keep an entry (JSON), in the place of the draft `number` where that is there.

        Gives the number of the draft. A question has one at most: another one of it is replaced.
        """
        row = {
            "pack_id": pack,
            "question_id": question,
            "revision_id": revision,
            "body": entry,
            "saved_at": now,
        }
        if number is None and question is not None:
            known = self.of_question(question)
            number = known.id if known else None
        if number is not None:
            kept = self._connection.execute(
                update(draft).where(draft.c.id == number).values(row)
            ).rowcount
            if kept:
                return number
        added = self._connection.execute(insert(draft).values(row).returning(draft.c.id))
        return added.scalar_one()

    def get(self, number: int) -> StoredDraft | None:
        """The draft with this number."""
        row = self._connection.execute(select(draft).where(draft.c.id == number)).first()
        return _draft(row) if row else None

    def of_question(self, question: int) -> StoredDraft | None:
        """The draft that changes this question."""
        query = select(draft).where(draft.c.question_id == question).order_by(draft.c.id.desc())
        row = self._connection.execute(query).first()
        return _draft(row) if row else None

    def all(self) -> tuple[StoredDraft, ...]:
        """Every draft, the newest first."""
        rows = self._connection.execute(
            select(draft).order_by(draft.c.saved_at.desc(), draft.c.id.desc())
        )
        return tuple(map(_draft, rows))

    def move(self, question: int, pack: int) -> None:
        """The question that drafts change is in another pack now."""
        self._connection.execute(
            update(draft).where(draft.c.question_id == question).values(pack_id=pack)
        )

    def drop_of(self, question: int) -> None:
        """Throw the drafts of a question away."""
        self._connection.execute(delete(draft).where(draft.c.question_id == question))

    def drop(self, number: int) -> None:
        """Throw a draft away."""
        self._connection.execute(delete(draft).where(draft.c.id == number))


def _draft(row: Row[int, int, int | None, int | None, bytes, datetime]) -> StoredDraft:
    number, pack, question, revision, entry, saved_at = row
    return StoredDraft(
        id=number,
        pack=pack,
        question=question,
        revision=revision,
        entry=entry,
        saved_at=saved_at,
    )
