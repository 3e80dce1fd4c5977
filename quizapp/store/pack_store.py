"""Packs, their facts and their images."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple, cast

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    insert,
    select,
    update,
)

from quizapp.errors import QuizError
from quizapp.facts import AnyFact, decode_fact
from quizapp.packs import Manifest, Pack
from quizapp.questions import AnyQuestion, decode_question
from quizapp.store.installation import Installed, Report, put_contents, put_facts
from quizapp.store.media_rows import (
    drop_images,
    images_by_name,
    images_by_revision,
    images_of,
    put_image,
)
from quizapp.store.models import fact, pack, question, revision
from quizapp.store.question_writing import draw_number
from quizapp.store.rows import batches
from quizapp.translation import tr

__all__ = [
    "Installed",
    "InstalledPack",
    "Origin",
    "PackSize",
    "PackStore",
    "Report",
    "Revision",
    "Tally",
    "draw_number",
]

Origin = Literal["library", "bundled", "folder"]
"""Where a pack is written: in the library, with the program, or in a folder of text files."""

_manifest_decoder = msgspec.json.Decoder(Manifest)

# Made once, here: while a quiz goes on, making these would cost more than running them.
_FACTS = (
    select(fact.c.key, fact.c.body, pack.c.manifest)
    .join(pack, pack.c.id == fact.c.pack_id)
    .join(question, question.c.pack_id == pack.c.id)
    .where(
        question.c.id == bindparam("number"),
        fact.c.key.in_(bindparam("keys", expanding=True)),
    )
)
_TITLES = select(pack.c.id, func.json_extract(pack.c.manifest, "$.title"))
_REVISIONS = (
    select(revision.c.id, question.c.pack_id, revision.c.body)
    .join(question, question.c.id == revision.c.question_id)
    .where(revision.c.id.in_(bindparam("numbers", expanding=True)))
)
_PACKS: Select[int, bytes, str, str, str] = select(
    pack.c.id, pack.c.manifest, pack.c.files_hash, pack.c.origin, pack.c.folder
)


class InstalledPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack in the library. `folder` holds its files where its `origin` is a folder, else ""."""

    id: int
    manifest: Manifest
    files_hash: str
    origin: Origin = "library"
    folder: str = ""


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it was at a time, which never changes, and the number of its pack today."""

    pack: int
    question: AnyQuestion


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many questions a pack has of a topic, type and difficulty."""

    pack: int
    topic: str
    type: str
    difficulty: int
    questions: int


class PackSize(NamedTuple):
    """What a pack holds; `questions` and `facts` without those that are retired."""

    questions: int
    retired: int
    facts: int


class PackStore:
    """The packs of a library, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Packs

    def all(self) -> tuple[InstalledPack, ...]:
        """Every pack, in the order they came in."""
        rows = self._connection.execute(_PACKS.order_by(pack.c.id))
        return tuple(map(_installed_pack, rows))

    def get(self, number: int) -> InstalledPack:
        """The pack with this number; `QuizError` where there is none."""
        row = self._connection.execute(_PACKS.where(pack.c.id == number)).first()
        if row is None:
            raise QuizError(tr("This pack is not in the library."), tr("Go back to the library."))
        return _installed_pack(row)

    def number_of(self, key: str) -> int | None:
        """The number of the pack with this id."""
        return self._connection.execute(select(pack.c.id).where(pack.c.key == key)).scalar()

    def titles(self) -> dict[int, str]:
        """For each pack's number its title."""
        return {row[0]: row[1] for row in self._connection.execute(_TITLES)}

    def tallies(self) -> tuple[Tally, ...]:
        """How many questions there are of each kind; retired ones do not count."""
        kinds = (question.c.pack_id, question.c.topic, question.c.type, question.c.difficulty)
        rows = self._connection.execute(
            select(*kinds, func.count())
            .where(question.c.retired_at.is_(None))
            .group_by(*kinds)
            .order_by(*kinds)
        )
        return tuple(
            Tally(pack=number, topic=topic, type=kind, difficulty=difficulty, questions=count)
            for number, topic, kind, difficulty, count in rows
        )

    def sizes(self) -> dict[int, PackSize]:
        """For each pack's number what it holds."""
        is_retired = question.c.retired_at.is_not(None)
        present = self._counts(question.c.pack_id, question.c.retired_at.is_(None))
        retired = self._counts(question.c.pack_id, is_retired)
        facts = self.fact_counts()
        numbers = self._connection.execute(select(pack.c.id)).scalars()
        return {
            number: PackSize(present.get(number, 0), retired.get(number, 0), facts.get(number, 0))
            for number in numbers
        }

    def fact_count(self, number: int) -> int:
        """How many facts a pack has."""
        query = select(func.count()).where(fact.c.pack_id == number, fact.c.retired_at.is_(None))
        return self._connection.execute(query).scalar_one()

    def _counts(self, column: Column[int], where: ColumnElement[bool]) -> dict[int, int]:
        rows = self._connection.execute(select(column, func.count()).where(where).group_by(column))
        return {row[0]: row[1] for row in rows}

    def add(
        self, manifest: Manifest, now: datetime, *, origin: Origin = "library", folder: str = ""
    ) -> int:
        """A new pack that holds nothing yet; its id must not be taken."""
        row = {
            "key": manifest.id,
            "files_hash": "",
            "manifest": msgspec.json.encode(manifest),
            "installed_at": now,
            "origin": origin,
            "folder": folder,
        }
        added = self._connection.execute(insert(pack).values(row).returning(pack.c.id))
        return added.scalar_one()

    def put_manifest(self, number: int, manifest: Manifest) -> None:
        """Change what a pack says of itself; its id stays."""
        self._set(number, manifest=msgspec.json.encode(manifest))

    def set_files_hash(self, number: int, files_hash: str) -> None:
        """Say which state of its files a pack is in."""
        self._set(number, files_hash=files_hash)

    def set_place(self, number: int, origin: Origin, folder: str = "") -> None:
        """Say where a pack is written."""
        self._set(number, origin=origin, folder=folder)

    def _set(self, number: int, **values: object) -> None:
        self._connection.execute(update(pack).where(pack.c.id == number).values(values))

    def install(
        self,
        source: Pack,
        files_hash: str,
        now: datetime,
        report: Report,
        *,
        origin: Origin = "library",
        folder: str = "",
    ) -> Installed:
        """Put in a pack, or bring it to the state of `source`."""
        number = self.number_of(source.manifest.id)
        if number is None:
            number = self.add(source.manifest, now)
        self.put_manifest(number, source.manifest)
        self.set_files_hash(number, files_hash)
        self.set_place(number, origin, folder)
        return put_contents(self._connection, number, source, now, report)

    def contents(self, number: int) -> Pack:
        """All of a pack that is not retired, each in the order it came in."""
        bodies = self._connection.execute(
            select(revision.c.body)
            .join(question, question.c.revision == revision.c.id)
            .where(question.c.pack_id == number, question.c.retired_at.is_(None))
            .order_by(question.c.id)
        ).scalars()
        return Pack(
            manifest=self.get(number).manifest,
            facts=self.facts(number),
            questions=tuple(map(decode_question, bodies)),
            media=self.media(number, self.media_names(number)),
        )

    def revisions(self, numbers: Iterable[int]) -> dict[int, Revision]:
        """The revisions with these numbers."""
        found: dict[int, Revision] = {}
        for batch in batches(numbers):  # there is a limit to what one statement can name
            for number, of, body in self._connection.execute(_REVISIONS, {"numbers": batch}):
                found[number] = Revision(pack=of, question=decode_question(body))
        return found

    # Facts

    def fact_counts(self) -> dict[int, int]:
        """For each pack's number how many facts it has, where it has any."""
        return self._counts(fact.c.pack_id, fact.c.retired_at.is_(None))

    def facts_of(self, number: int, keys: Sequence[str]) -> tuple[tuple[AnyFact, Manifest], ...]:
        """The facts with these ids in the pack of the question `number`, each with its manifest."""
        rows = self._connection.execute(_FACTS, {"number": number, "keys": keys}).all()
        if not rows:
            return ()
        manifest = _manifest_decoder.decode(rows[0].manifest)
        found = {key: (decode_fact(body), manifest) for key, body, _ in rows}
        return tuple(found[key] for key in dict.fromkeys(keys) if key in found)

    def facts(self, number: int) -> tuple[AnyFact, ...]:
        """The facts of a pack that are not retired, in the order they came in."""
        bodies = self._connection.execute(
            select(fact.c.body)
            .where(fact.c.pack_id == number, fact.c.retired_at.is_(None))
            .order_by(fact.c.id)
        ).scalars()
        return tuple(map(decode_fact, bodies))

    def facts_with(self, number: int, keys: Collection[str]) -> tuple[AnyFact, ...]:
        """Those of the facts with these ids that a pack has, in the order they came in."""
        bodies = self._connection.execute(
            select(fact.c.body)
            .where(fact.c.pack_id == number, fact.c.retired_at.is_(None), fact.c.key.in_(keys))
            .order_by(fact.c.id)
        ).scalars()
        return tuple(map(decode_fact, bodies))

    def put_fact(self, number: int, source: AnyFact, now: datetime) -> None:
        """Add a fact to a pack, or change the one of its id; a retired one comes back."""
        put_facts(self._connection, number, [source])

    def retire_fact(self, number: int, key: str, now: datetime) -> None:
        """Take a fact out of a pack."""
        self._connection.execute(
            update(fact)
            .where(fact.c.pack_id == number, fact.c.key == key, fact.c.retired_at.is_(None))
            .values(retired_at=now)
        )

    # Images

    def media_names(self, number: int) -> tuple[str, ...]:
        """The names of a pack's images, sorted."""
        return tuple(images_of(self._connection, number))

    def media(self, number: int, names: Collection[str]) -> dict[str, bytes]:
        """The bytes of those of these images that a pack has."""
        return images_by_name(self._connection, number, names)

    def put_media(self, number: int, name: str, data: bytes) -> None:
        """Let `name` in a pack be this image.

        Questions go on with the image that was there before until they are revised.
        """
        put_image(self._connection, number, name, data)

    def drop_media(self, number: int, name: str) -> None:
        """Take an image from a pack; questions as they were asked keep it."""
        drop_images(self._connection, number, [name])

    def media_of_revisions(self, revisions: Iterable[int]) -> dict[int, dict[str, bytes]]:
        """For each of these revisions that names images their bytes, as they were then."""
        return images_by_revision(self._connection, revisions)


def _installed_pack(row: Row[int, bytes, str, str, str]) -> InstalledPack:
    number, manifest, files_hash, origin, folder = row
    return InstalledPack(
        id=number,
        manifest=_manifest_decoder.decode(manifest),
        files_hash=files_hash,
        origin=cast("Origin", origin),
        folder=folder,
    )
