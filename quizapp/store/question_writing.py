"""Writing questions: their rows, revisions, links, tags, images and words, all in step."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, update

from quizapp.questions import (
    AnyQuestion,
    content_hash,
    encode_question,
    media_names,
    type_name,
)
from quizapp.store.media_rows import StoredImage
from quizapp.store.models import (
    listing,
    question,
    question_fact,
    question_tag,
    revision,
    revision_media,
    to_microseconds,
)
from quizapp.store.rows import Values, insert_rows, next_number
from quizapp.values.images import without_images

HIT_STARTS, HIT_ENDS = "\x02", "\x03"
"""What stands around a hit in a text that is searched; no text has them itself."""

_UNSHOWN = re.compile(f"[{HIT_STARTS}{HIT_ENDS}\0]")

# Columns in the order of the values that are made here.
_CHANGING_COLUMNS = (
    question.c.pack_id,
    question.c.key,
    question.c.type,
    question.c.topic,
    question.c.difficulty,
    question.c.points,
    question.c.draw,
    question.c.revision,
)
_QUESTION_COLUMNS = (question.c.id, *_CHANGING_COLUMNS)
_CHANGE = (
    update(question)
    .where(question.c.id == bindparam("number"))
    .values({column.name: bindparam(f"new_{column.name}") for column in _CHANGING_COLUMNS})
)
_FORGET_WORDS = (
    "INSERT INTO question_words (question_words, rowid, stem, words) "
    "SELECT 'delete', question_id, stem, words FROM listing WHERE question_id = ?"
)
_LEARN_WORDS = "INSERT INTO question_words (rowid, stem, words) VALUES (?, ?, ?)"

Images = frozenset[tuple[str, bytes]]
"""Names and hashes of the images that a revision names."""

Outcome = Literal["new", "changed", "unchanged"]


class Current(NamedTuple):
    """A question in the bank, and what its current revision is known by."""

    number: int
    revision: int
    hash: bytes
    images: Images = frozenset()


class Written(NamedTuple):
    """What became of a question that was put in."""

    number: int
    revision: int
    outcome: Outcome


class PackPlace(NamedTuple):
    """A pack as its questions see it: its facts and images by their ids and names."""

    number: int
    key: str
    facts: Mapping[str, int]
    images: Mapping[str, StoredImage]


def draw_number(pack_key: str, question_key: str) -> int:
    """A number in 0…2⁶²-1 that looks random and is the same on every computer."""
    digest = hashlib.blake2b(f"{pack_key}/{question_key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 2


class QuestionWriter:
    """Puts questions into one pack. They are there after `flush`."""

    def __init__(self, connection: Connection, place: PackPlace, now: datetime) -> None:
        self._connection = connection
        self._place = place
        self._now = to_microseconds(now)
        self._next_question = next_number(connection, question.c.id)
        self._next_revision = next_number(connection, revision.c.id)
        self._start()

    def _start(self) -> None:
        """Nothing is waiting to be written."""
        self._fresh: list[Values] = []
        self._changed: list[Values] = []
        self._outdated: list[int] = []
        self._revisions: list[Values] = []
        self._links: list[Values] = []
        self._tags: list[Values] = []
        self._images: list[Values] = []
        self._listings: list[Values] = []

    def put(self, source: AnyQuestion, current: Current | None) -> Written:
        """Add a question, or bring the one that is `current` to this state."""
        body = encode_question(source)
        name = content_hash(body)
        images = self._images_in(source)
        if current and (current.hash, current.images) == (name, _known_by(images)):
            return Written(current.number, current.revision, "unchanged")
        number = current.number if current else self._next_question
        made = self._next_revision
        values = (*self._question_values(source), made)
        if current:
            self._changed.append((number, *values))
            self._outdated.append(number)
        else:
            self._fresh.append((number, *values))
            self._next_question += 1
        self._next_revision += 1
        self._revisions.append((made, number, name, body, self._now))
        self._images += [(made, name, image.id) for name, image in images.items()]
        self._link(number, source)
        self._describe(number, source)
        return Written(number, made, "changed" if current else "new")

    def settle(self, source: AnyQuestion, current: Current) -> None:
        """Let a question whose revision stays have its row and its links anew."""
        values = (*self._question_values(source), current.revision)
        self._changed.append((current.number, *values))
        self._link(current.number, source)

    def _question_values(self, source: AnyQuestion) -> Values:
        """What stands in `_CHANGING_COLUMNS`, but for the revision."""
        return (
            self._place.number,
            source.id,
            type_name(source),
            source.topic,
            source.difficulty,
            source.points,
            draw_number(self._place.key, source.id),
        )

    def _images_in(self, source: AnyQuestion) -> dict[str, StoredImage]:
        """The images of the pack that a question names."""
        there = self._place.images
        if not there:
            return {}
        return {name: there[name] for name in media_names(source) if name in there}

    def _link(self, number: int, source: AnyQuestion) -> None:
        facts = self._place.facts
        self._links += [(number, facts[key]) for key in dict.fromkeys(source.facts) if key in facts]

    def _describe(self, number: int, source: AnyQuestion) -> None:
        if source.tags:
            tags = {tag.casefold(): tag for tag in reversed(source.tags)}
            self._tags += [(number, key, tag) for key, tag in sorted(tags.items())]
        stem = " ".join(_UNSHOWN.sub("", without_images(source.stem)).split())
        self._listings.append((number, self._now, stem, _words(source)))

    def flush(self) -> None:
        """Write what was put."""
        if self._changed:
            self._change()
        insert_rows(self._connection, _QUESTION_COLUMNS, self._fresh)
        for table, rows in (
            (revision, self._revisions),
            (question_fact, self._links),
            (question_tag, self._tags),
            (revision_media, self._images),
            (listing, self._listings),
        ):
            insert_rows(self._connection, tuple(table.c), rows)
        if self._listings:
            words = [(number, stem, rest) for number, _, stem, rest in self._listings]
            self._connection.exec_driver_sql(_LEARN_WORDS, words)
        self._start()

    def _change(self) -> None:
        """Give questions that are there their values; what is outdated goes."""
        names = [f"new_{column.name}" for column in _CHANGING_COLUMNS]
        self._connection.execute(
            _CHANGE,
            [
                {"number": number, **dict(zip(names, values, strict=True))}
                for number, *values in self._changed
            ],
        )
        self._delete_of(question_fact, [number for number, *_ in self._changed])
        if self._outdated:
            numbers = [(number,) for number in self._outdated]
            self._connection.exec_driver_sql(_FORGET_WORDS, numbers)
            self._delete_of(listing, self._outdated)
            self._delete_of(question_tag, self._outdated)

    def _delete_of(self, table: Table, numbers: Sequence[int]) -> None:
        self._connection.execute(
            delete(table).where(table.c.question_id == bindparam("number")),
            [{"number": number} for number in numbers],
        )


def _known_by(images: Mapping[str, StoredImage]) -> Images:
    return frozenset((name, image.hash) for name, image in images.items())


def _words(source: AnyQuestion) -> str:
    """What is searched beside the stem."""
    rest = source.search_text().removeprefix(source.stem)
    return _UNSHOWN.sub("", "\n".join([rest, source.explanation, *source.tags]).strip())
