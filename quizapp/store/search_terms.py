"""What is looked for, in the words of the database."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Text,
    column,
    func,
    select,
    table,
)

from quizapp.catalogue import Find, Flag, Search
from quizapp.questions import QUESTION_TYPES
from quizapp.store.models import asked, draft, pack, question, question_tag, revision_advice
from quizapp.values.folding import fold, storable
from quizapp.values.topics import TOPICS

FEWEST_ANSWERS, LOW_FACILITY = 3, 0.5
"""A question is found too hard when so many answers or more have a lower mean score."""

index = table("question_words", column("rowid", Integer), column("question_words", Text))
"""The index of words; its rows have the numbers of questions."""


def is_match(expression: str | BindParameter[str]) -> ColumnElement[bool]:
    """Whether a question has the words of an expression of the index."""
    return index.c.question_words.op("MATCH", is_comparison=True)(expression)


def words_expression(search: Search) -> str:
    """The words and phrases that must be there; "" for none. Words may go on."""
    words = [f"{quoted(word)} *" for word in search.words if _has_token(word)]
    return " AND ".join([*words, *map(quoted, filter(_has_token, search.phrases))])


def unwanted_expression(search: Search) -> str:
    """The words and phrases of which none may be there; "" for none."""
    return " OR ".join(map(quoted, filter(_has_token, search.without)))


def quoted(text: str) -> str:
    """`text` as the index takes it word by word, whatever marks it has."""
    sound = storable(text).replace("\0", " ").replace('"', '""')
    return f'"{sound}"'


def _has_token(text: str) -> bool:
    """Whether the index sees anything in `text`: a letter, a digit."""
    return any(unicodedata.category(char)[0] in "LN" for char in text)


def conditions(connection: Connection, find: Find, search: Search) -> Iterator[ColumnElement[bool]]:
    """What questions must meet, but for the words."""
    is_retired = question.c.retired_at.is_not(None)
    yield is_retired if Flag.RETIRED in find.flags else ~is_retired
    chosen = (
        (question.c.pack_id, find.packs),
        (question.c.topic, find.topics),
        (question.c.type, find.types),
        (question.c.difficulty, find.difficulties),
    )
    for field, values in chosen:
        if values:
            yield field.in_(values)
    if find.tags:
        yield _is_tagged(find.tags)
    for flag in find.flags:
        if flag in _FLAGS:
            yield _FLAGS[flag]()
    for name, said in search.wanted.items():
        yield _is_said(connection, name, said)
    for name, said in search.unwanted.items():
        yield ~_is_said(connection, name, said)


def _is_said(connection: Connection, field: str, said: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether what was typed after the name of a field fits, any of it."""
    match field:
        case "tag":
            return _is_tagged(said)
        case "type":
            return question.c.type.in_(_beginning(QUESTION_TYPES, said))
        case "topic":
            return question.c.topic.in_(_beginning(TOPICS, said))
    return question.c.pack_id.in_(_packs(connection, said))


def _is_tagged(tags: Iterable[str]) -> ColumnElement[bool]:
    keys = [storable(tag).casefold() for tag in tags]
    tagged = select(question_tag.c.question_id).where(question_tag.c.key.in_(keys))
    return question.c.id.in_(tagged)


def _beginning(names: Iterable[str], said: tuple[str, ...]) -> list[str]:
    """Those of the names that begin with anything that was said."""
    beginnings = tuple("_".join(fold(each).split()) for each in said)
    return [name for name in names if name.startswith(beginnings)]


def _packs(connection: Connection, said: tuple[str, ...]) -> list[int]:
    """The packs whose id was said, or words of their titles, which may go on."""
    rows = connection.execute(
        select(pack.c.id, pack.c.key, func.json_extract(pack.c.manifest, "$.title"))
    ).all()
    return [
        number for number, key, title in rows if any(_is_named(each, key, title) for each in said)
    ]


def _is_named(said: str, key: str, title: str) -> bool:
    words = fold(title).split()
    is_title = all(any(word.startswith(part) for word in words) for part in fold(said).split())
    return said.casefold() == key.casefold() or is_title


def _has_advice() -> ColumnElement[bool]:
    return question.c.revision.in_(
        select(revision_advice.c.revision_id).where(revision_advice.c.count > 0)
    )


def _has_draft() -> ColumnElement[bool]:
    return question.c.id.in_(select(draft.c.question_id).where(draft.c.question_id.is_not(None)))


def _is_never_asked() -> ColumnElement[bool]:
    answers = select(asked.c.question_id).where(
        asked.c.question_id == question.c.id, asked.c.score.is_not(None)
    )
    return ~answers.exists()


def _is_too_hard() -> ColumnElement[bool]:
    hard = (
        select(asked.c.question_id)
        .where(asked.c.score.is_not(None))
        .group_by(asked.c.question_id)
        .having(func.count() >= FEWEST_ANSWERS, func.avg(asked.c.score) < LOW_FACILITY)
    )
    return question.c.id.in_(hard)


_FLAGS: dict[Flag, Callable[[], ColumnElement[bool]]] = {
    Flag.ADVICE: _has_advice,
    Flag.DRAFT: _has_draft,
    Flag.NEVER_ASKED: _is_never_asked,
    Flag.LOW_FACILITY: _is_too_hard,
}
