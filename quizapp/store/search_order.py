"""The orders that questions can be found in. Equals stand as they came in, so pages are stable."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from quizapp.catalogue import Find, Order
from quizapp.store.models import asked, listing, pack, question

_COLUMNS: dict[Order, ColumnElement[Any]] = {
    Order.TOPIC: question.c.topic,
    Order.TYPE: question.c.type,
    Order.DIFFICULTY: question.c.difficulty,
    Order.CHANGED: question.c.revision,  # numbered as they are made
}
# Once for each pack, and not for each question: titles stand in manifests, which are long.
_places = select(
    pack.c.id,
    func.row_number()
    .over(order_by=func.json_extract(pack.c.manifest, "$.title").collate("NOCASE"))
    .label("place"),
).subquery()
_scores = (
    select(
        asked.c.question_id,
        func.count().label("count"),
        func.avg(asked.c.score).label("facility"),
    )
    .where(asked.c.score.is_not(None))
    .group_by(asked.c.question_id)
    .subquery()
)


def in_order(query: Select[int], find: Find, number: ColumnElement[int]) -> Select[int]:
    """The numbers of questions that `query` gives, in the order of `find`.

    `number` is the column that the database has sorted already.
    """
    if find.order == Order.ADDED:
        return query.order_by(number.desc() if find.descending else number)
    query, column = _by(query, find.order)
    # Questions without a score come last, whichever way.
    direction = column.desc() if find.descending else column.asc()
    return query.order_by(direction.nulls_last(), question.c.id)


def _by(query: Select[int], order: Order) -> tuple[Select[int], ColumnElement[Any]]:
    """The query with the column that it is to be sorted by."""
    match order:
        case Order.STEM:
            joined = query.join(listing, listing.c.question_id == question.c.id)
            return joined, listing.c.stem.collate("NOCASE")
        case Order.PACK:
            joined = query.join(_places, _places.c.id == question.c.pack_id)
            return joined, _places.c.place
        case Order.ASKED | Order.FACILITY:
            joined = query.outerjoin(_scores, _scores.c.question_id == question.c.id)
            if order == Order.ASKED:
                return joined, func.coalesce(_scores.c.count, 0)
            return joined, _scores.c.facility
    return query, _COLUMNS[order]
