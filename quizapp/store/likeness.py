"""Questions that have words in common."""

from collections.abc import Sequence
from itertools import combinations

from sqlalchemy import Connection, Float, Integer, Text, column, select, table

from quizapp.store.models import question
from quizapp.store.search_terms import quoted

_index = table(
    "question_words",
    column("rowid", Integer),
    column("question_words", Text),
    column("rank", Float),
)


IN_COMMON = 3
"""So many of the words at least must be there: fewer would leave half of a large bank to rank."""


def similar(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    """Numbers of present questions with most of these words, the likest first."""
    together = combinations(map(quoted, words), min(IN_COMMON, len(words)))
    expression = " OR ".join(f"({' AND '.join(some)})" for some in together)
    if not words:
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
