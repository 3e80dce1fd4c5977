"""Questions that have words in common."""

from collections.abc import Sequence

from sqlalchemy import Connection, Float, Integer, Text, column, select, table

from quizapp.store.models import question
from quizapp.store.search_terms import quoted

_index = table(
    "question_words",
    column("rowid", Integer),
    column("question_words", Text),
    column("rank", Float),
)


def similar(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    """Numbers of present questions with any of these words, those with the most telling first."""
    expression = " OR ".join(quoted(word) for word in words)
    if not expression:
        return []
    is_match = _index.c.question_words.op("MATCH", is_comparison=True)(f"stem : ({expression})")
    found = (
        select(_index.c.rowid)
        .where(is_match)
        .join(question, question.c.id == _index.c.rowid)
        .where(question.c.retired_at.is_(None))
        .order_by(_index.c.rank)
        .limit(limit)
    )
    return list(connection.execute(found).scalars())
