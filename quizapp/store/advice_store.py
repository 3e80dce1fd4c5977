"""How much advice the present questions get, so that the catalogue need not ask for it."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quizapp.questions import AnyQuestion, decode_question
from quizapp.store.models import question, revision, revision_advice
from quizapp.store.rows import BATCH


class AdviceStore:
    """The counts of advice of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def missing(self, pack: int, limit: int = BATCH) -> dict[int, AnyQuestion]:
        """Present questions of a pack whose advice was not counted yet, by their revisions."""
        rows = self._connection.execute(
            select(revision.c.id, revision.c.body)
            .join(question, question.c.revision == revision.c.id)
            .join(revision_advice, revision_advice.c.revision_id == revision.c.id, isouter=True)
            .where(
                question.c.pack_id == pack,
                question.c.retired_at.is_(None),
                revision_advice.c.revision_id.is_(None),
            )
            .order_by(question.c.id)
            .limit(limit)
        )
        return {number: decode_question(body) for number, body in rows}

    def put(self, counts: Mapping[int, int]) -> None:
        """Say how many pieces of advice these revisions get; 0 for none."""
        if not counts:
            return
        new = upsert(revision_advice)
        put = new.on_conflict_do_update(
            index_elements=["revision_id"], set_={"count": new.excluded["count"]}
        )
        rows = [{"revision_id": number, "count": count} for number, count in counts.items()]
        self._connection.execute(put, rows)

    def forget(self, pack: int) -> None:
        """Let the advice of a pack be counted again, as after its facts were changed."""
        revisions = (
            select(revision.c.id)
            .join(question, question.c.id == revision.c.question_id)
            .where(question.c.pack_id == pack)
        )
        self._connection.execute(
            delete(revision_advice).where(revision_advice.c.revision_id.in_(revisions))
        )
