"""Looking for questions: by words, by what they are, in any order, page by page.

A page is found in two steps: which questions come on it, then what is shown of them. So SQLite
sorts numbers and not texts, and texts are looked at only where they are seen.
"""

from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Select, Text, bindparam, func, select

from quizapp.catalogue import Find, Order, read_search
from quizapp.store.models import asked, draft, listing, question, question_tag
from quizapp.store.question_writing import HIT_ENDS, HIT_STARTS
from quizapp.store.search_order import in_order
from quizapp.store.search_terms import (
    conditions,
    index,
    is_match,
    unwanted_expression,
    words_expression,
)

SHOWN_STEM = 300
"""Characters of a stem that are shown."""

SNIPPET_WORDS = 16
BETWEEN_LINES = " · "
_BETWEEN_TAGS = "\x1f"

_numbers_decoder = msgspec.json.Decoder(list[int])

Marks = tuple[tuple[int, int], ...]
"""Where hits start in a text, and how long each is, in characters."""

_numbers = select(func.json_each(bindparam("numbers", type_=Text)).table_valued("value").c.value)
_tags = (
    select(func.group_concat(question_tag.c.tag, _BETWEEN_TAGS))
    .where(question_tag.c.question_id == question.c.id)
    .scalar_subquery()
)
_ROWS = (
    select(
        question.c.id,
        question.c.pack_id,
        question.c.key,
        func.substr(listing.c.stem, 1, SHOWN_STEM),
        question.c.type,
        question.c.topic,
        question.c.difficulty,
        _tags,
        listing.c.changed_at,
        question.c.retired_at.is_not(None),
        select(draft.c.id).where(draft.c.question_id == question.c.id).exists(),
    )
    .join(listing, listing.c.question_id == question.c.id)
    .where(question.c.id.in_(_numbers))
)
_SCORES = (
    select(asked.c.question_id, func.count(), func.avg(asked.c.score))
    .where(asked.c.question_id.in_(_numbers), asked.c.score.is_not(None))
    .group_by(asked.c.question_id)
)
_TEXTS = (
    func.highlight(index.table_valued(), 0, HIT_STARTS, HIT_ENDS),
    func.snippet(index.table_valued(), -1, HIT_STARTS, HIT_ENDS, "…", SNIPPET_WORDS),
)
# The index is gone through once, between two numbers: looking it up for each of many numbers
# would put together all words with the same beginning again and again.
_HITS = select(index.c.rowid, *_TEXTS).where(
    is_match(bindparam("words", type_=Text)),
    index.c.rowid.between(bindparam("least"), bindparam("greatest")),
    (index.c.rowid + 0).in_(_numbers),  # not a key to look up
)


class FoundQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question as the catalogue shows it.

    `stem` is its beginning in one line. Where the words that were looked for are not in it,
    `snippet` has some of the other texts around them. `facility` is the mean score of its `asked`
    answers.
    """

    number: int
    pack: int
    key: str
    stem: str
    marked: Marks = ()
    snippet: str = ""
    snippet_marked: Marks = ()
    type: str
    topic: str
    difficulty: int
    tags: tuple[str, ...]
    asked: int
    facility: float | None
    changed_at: datetime
    retired: bool
    has_draft: bool


class _Hit(NamedTuple):
    """The texts of a question with its hits between marks."""

    stem: str
    snippet: str


class QuestionSearch:
    """What can be found in a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def first(self, find: Find, limit: int) -> tuple[FoundQuestion, ...]:
        """The first `limit` questions that `find` asks for, in its order."""
        query = self._ordered(find).limit(limit)
        if find.order == Order.ADDED and _words(find):
            # They come out of the index one by one: their texts can be looked at as they do.
            found = self._connection.execute(query.add_columns(*_TEXTS)).all()
            return self._rows([row[0] for row in found], {row[0]: _Hit(*row[1:]) for row in found})
        return self.rows(self._connection.execute(query).scalars().all(), find)

    def numbers(self, find: Find) -> "array[int]":
        """The numbers of all questions that `find` asks for, in its order."""
        # As one text: a row for each would take seven times as long. With a limit, which is none,
        # SQLite is bound to the order.
        found = self._ordered(find).limit(-1).subquery()
        text = self._connection.execute(select(func.json_group_array(found.c.id))).scalar_one()
        return array("q", _numbers_decoder.decode(text))

    def count(self, find: Find) -> int:
        """How many questions `find` asks for."""
        counted = self._matching(find).with_only_columns(func.count())
        return self._connection.execute(counted).scalar_one()

    def _ordered(self, find: Find) -> Select[int]:
        # The index gives its rows in their order; nothing that came from it is to be sorted again.
        number = index.c.rowid if _words(find) else question.c.id
        return in_order(self._matching(find), find, number)

    def _matching(self, find: Find) -> Select[int]:
        search = read_search(find.text)
        words, unwanted = words_expression(search), unwanted_expression(search)
        query = select(question.c.id).where(*conditions(self._connection, find, search))
        if words:
            query = query.join_from(index, question, question.c.id == index.c.rowid)
            return query.where(is_match(f"({words}) NOT ({unwanted})" if unwanted else words))
        if unwanted:
            return query.where(
                question.c.id.not_in(select(index.c.rowid).where(is_match(unwanted)))
            )
        return query

    def rows(self, numbers: Sequence[int], find: Find) -> tuple[FoundQuestion, ...]:
        """The questions with these numbers in the order given, the hits of `find` marked."""
        words = _words(find)
        return self._rows(numbers, self._hits(numbers, words) if words and numbers else {})

    def _rows(self, numbers: Sequence[int], hits: Mapping[int, _Hit]) -> tuple[FoundQuestion, ...]:
        if not numbers:
            return ()
        wanted = {"numbers": _listed(numbers)}
        scores = {
            number: (count, mean)
            for number, count, mean in self._connection.execute(_SCORES, wanted)
        }
        found = {
            row[0]: _found(row, hits.get(row[0]), scores.get(row[0], (0, None)))
            for row in self._connection.execute(_ROWS, wanted)
        }
        return tuple(found[number] for number in numbers if number in found)

    def _hits(self, numbers: Sequence[int], words: str) -> dict[int, _Hit]:
        values = {
            "words": words,
            "least": min(numbers),
            "greatest": max(numbers),
            "numbers": _listed(numbers),
        }
        rows = self._connection.execute(_HITS, values)
        return {number: _Hit(stem, snippet) for number, stem, snippet in rows}

    def tags(self, packs: Sequence[int] = ()) -> tuple[tuple[str, int], ...]:
        """Each tag with how many present questions of these packs have it, or of all packs."""
        query = (
            select(func.min(question_tag.c.tag), func.count())
            .join(question, question.c.id == question_tag.c.question_id)
            .where(question.c.retired_at.is_(None))
            .group_by(question_tag.c.key)
            .order_by(question_tag.c.key)
        )
        if packs:
            query = query.where(question.c.pack_id.in_(packs))
        return tuple((tag, count) for tag, count in self._connection.execute(query))


def _words(find: Find) -> str:
    return words_expression(read_search(find.text))


def _listed(numbers: Sequence[int]) -> str:
    return msgspec.json.encode(list(numbers)).decode()


def _found(
    row: Row[*tuple[Any, ...]], hit: _Hit | None, score: tuple[int, float | None]
) -> FoundQuestion:
    number, of, key, stem, kind, topic, difficulty, tags, changed_at, retired, has_draft = row
    marked: Marks = ()
    snippet, snippet_marked = "", marked
    if hit:
        marked = _within(_read_hits(hit.stem)[1], len(stem))
        if not marked:
            snippet, snippet_marked = _read_hits(_in_one_line(hit.snippet))
    return FoundQuestion(
        number=number,
        pack=of,
        key=key,
        stem=stem,
        marked=marked,
        snippet=snippet,
        snippet_marked=snippet_marked,
        type=kind,
        topic=topic,
        difficulty=difficulty,
        tags=tuple(tags.split(_BETWEEN_TAGS)) if tags else (),
        asked=score[0],
        facility=score[1],
        changed_at=changed_at,
        retired=bool(retired),
        has_draft=bool(has_draft),
    )


def _in_one_line(text: str) -> str:
    return BETWEEN_LINES.join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _read_hits(text: str) -> tuple[str, Marks]:
    """A text without the marks of its hits, and where these are."""
    plain, *parts = text.split(HIT_STARTS)
    marks = []
    for part in parts:
        hit, _, rest = part.partition(HIT_ENDS)
        marks.append((len(plain), len(hit)))
        plain += hit + rest
    return plain, tuple(marks)


def _within(marks: Marks, length: int) -> Marks:
    """What is seen of the hits in a text that is cut."""
    return tuple((start, min(size, length - start)) for start, size in marks if start < length)
