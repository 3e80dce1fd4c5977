"""Bringing the library to the state of a whole pack.

Nothing is ever deleted: what a newer version of a pack no longer has is retired, and a changed
question becomes a new revision, so that every answer keeps pointing at what was asked.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select, update

from quizapp.facts import AnyFact, encode_fact, kind_of
from quizapp.packs import Pack
from quizapp.store.media_rows import images_of, set_images
from quizapp.store.models import fact, media, question, revision, revision_media
from quizapp.store.question_writing import Current, Images, PackPlace, QuestionWriter
from quizapp.store.rows import batches, insert_rows

_FACT_COLUMNS = (fact.c.pack_id, fact.c.key, fact.c.kind, fact.c.body)

Report = Callable[[int, int], None]
"""Told how many questions of how many are in; may raise to stop the installation."""


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """What an installation changed, counted in questions."""

    new: int
    changed: int
    unchanged: int
    retired: int


def put_contents(
    connection: Connection, pack: int, source: Pack, now: datetime, report: Report
) -> Installed:
    """Let a pack hold what `source` does."""
    set_images(connection, pack, source.media)
    put_facts(connection, pack, source.facts)
    _retire_facts(connection, pack, {each.id for each in source.facts}, now)
    facts, images = _fact_numbers(connection, pack), images_of(connection, pack)
    place = PackPlace(pack, source.manifest.id, facts, images)
    return _put_questions(connection, place, source, now, report)


def put_facts(connection: Connection, pack: int, facts: Sequence[AnyFact]) -> None:
    """Add facts, or change those of their ids; retired ones come back."""
    known = _fact_numbers(connection, pack)
    fresh = []
    for each in facts:
        kind, body = kind_of(each), encode_fact(each)
        if each.id in known:
            values = {"kind": kind, "body": body, "retired_at": None}
            connection.execute(update(fact).where(fact.c.id == known[each.id]).values(values))
        else:
            fresh.append((pack, each.id, kind, body))
    insert_rows(connection, _FACT_COLUMNS, fresh)


def _retire_facts(connection: Connection, pack: int, present: set[str], now: datetime) -> None:
    known = _fact_numbers(connection, pack)
    for key in sorted(known.keys() - present):
        connection.execute(
            update(fact)
            .where(fact.c.id == known[key], fact.c.retired_at.is_(None))
            .values(retired_at=now)
        )


def _fact_numbers(connection: Connection, pack: int) -> dict[str, int]:
    rows = connection.execute(select(fact.c.key, fact.c.id).where(fact.c.pack_id == pack))
    return {row[0]: row[1] for row in rows}


def _put_questions(
    connection: Connection, place: PackPlace, source: Pack, now: datetime, report: Report
) -> Installed:
    known = _current_questions(connection, place.number)
    writer = QuestionWriter(connection, place, now)
    counts = Counter(new=0, changed=0, unchanged=0)
    done = 0
    for batch in batches(source.questions):
        for each in batch:
            current = known.pop(each.id, None)
            written = writer.put(each, current)
            counts[written.outcome] += 1
            if current:
                _bring_back(connection, current.number)
        writer.flush()
        done += len(batch)
        report(done, len(source.questions))
    retired = _retire(connection, known, now)
    return Installed(**counts, retired=retired)


def _current_questions(connection: Connection, pack: int) -> dict[str, Current]:
    """The questions of a pack by their ids, retired ones too."""
    rows = connection.execute(
        select(question.c.key, question.c.id, question.c.revision, revision.c.hash)
        .join(revision, revision.c.id == question.c.revision)
        .where(question.c.pack_id == pack)
    )
    images = _named_images(connection, pack)
    return {
        key: Current(number, current, name, images.get(number, frozenset()))
        for key, number, current, name in rows
    }


def _named_images(connection: Connection, pack: int) -> dict[int, Images]:
    """The images that current revisions name, by the number of the question."""
    rows = connection.execute(
        select(question.c.id, revision_media.c.name, media.c.hash)
        .join(revision_media, revision_media.c.revision_id == question.c.revision)
        .join(media, media.c.id == revision_media.c.media_id)
        .where(question.c.pack_id == pack)
    )
    found: dict[int, Images] = {}
    for number, name, digest in rows:
        found[number] = found.get(number, frozenset()) | {(name, digest)}
    return found


def _bring_back(connection: Connection, number: int) -> None:
    connection.execute(
        update(question)
        .where(question.c.id == number, question.c.retired_at.is_not(None))
        .values(retired_at=None)
    )


def _retire(connection: Connection, gone: dict[str, Current], now: datetime) -> int:
    retired = 0
    for key in sorted(gone):
        result = connection.execute(
            update(question)
            .where(question.c.id == gone[key].number, question.c.retired_at.is_(None))
            .values(retired_at=now)
        )
        retired += result.rowcount
    return retired
