"""The images of packs and of revisions. One that several use is kept once."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quizapp.questions import content_hash
from quizapp.store.models import media, pack_media, revision_media
from quizapp.store.rows import batches


class StoredImage(NamedTuple):
    """The number of an image, and what equal images have in common."""

    id: int
    hash: bytes


def images_of(connection: Connection, pack: int) -> dict[str, StoredImage]:
    """The images of a pack by their names."""
    rows = connection.execute(
        select(pack_media.c.name, media.c.id, media.c.hash)
        .join(media, media.c.id == pack_media.c.media_id)
        .where(pack_media.c.pack_id == pack)
        .order_by(pack_media.c.name)
    )
    return {name: StoredImage(number, digest) for name, number, digest in rows}


def put_image(connection: Connection, pack: int, name: str, data: bytes) -> None:
    """Let `name` in a pack be this image."""
    image = _keep(connection, data)
    before = connection.execute(
        select(pack_media.c.media_id).where(pack_media.c.pack_id == pack, pack_media.c.name == name)
    ).scalar()
    if before == image:
        return
    row = {"pack_id": pack, "name": name, "media_id": image}
    connection.execute(
        upsert(pack_media)
        .values(row)
        .on_conflict_do_update(index_elements=["pack_id", "name"], set_={"media_id": image})
    )
    if before is not None:
        _let_go(connection, [before])


def _keep(connection: Connection, data: bytes) -> int:
    """The number of the image with these bytes."""
    name = content_hash(data)
    found = connection.execute(select(media.c.id).where(media.c.hash == name)).scalar()
    if found is not None:
        return found
    added = upsert(media).values(hash=name, data=data).returning(media.c.id)
    return connection.execute(added).scalar_one()


def drop_images(connection: Connection, pack: int, names: Collection[str]) -> None:
    """Take images from a pack; revisions that name them keep them."""
    gone = pack_media.c.pack_id == pack, pack_media.c.name.in_(names)
    numbers = connection.execute(select(pack_media.c.media_id).where(*gone)).scalars().all()
    connection.execute(delete(pack_media).where(*gone))
    _let_go(connection, numbers)


def _let_go(connection: Connection, numbers: Collection[int]) -> None:
    """Delete those of the images that nothing uses any more."""
    used = [
        select(table.c.media_id).where(table.c.media_id == media.c.id).exists()
        for table in (pack_media, revision_media)
    ]
    unused = (~each for each in used)
    connection.execute(delete(media).where(media.c.id.in_(numbers), *unused))


def set_images(connection: Connection, pack: int, images: Mapping[str, bytes]) -> None:
    """Let a pack have these images, and no others."""
    known = images_of(connection, pack)
    for name, data in images.items():
        if name not in known or known[name].hash != content_hash(data):
            put_image(connection, pack, name, data)
    if gone := known.keys() - images.keys():
        drop_images(connection, pack, gone)


def images_by_name(connection: Connection, pack: int, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of those of the images that the pack has."""
    return {
        name: data
        for batch in batches(names)
        for name, data in connection.execute(
            select(pack_media.c.name, media.c.data)
            .join(media, media.c.id == pack_media.c.media_id)
            .where(pack_media.c.pack_id == pack, pack_media.c.name.in_(batch))
        )
    }


def images_by_revision(
    connection: Connection, revisions: Iterable[int]
) -> dict[int, dict[str, bytes]]:
    """The images of the revisions that name any."""
    query = select(revision_media.c.revision_id, revision_media.c.name, media.c.data).join(
        media, media.c.id == revision_media.c.media_id
    )
    found: dict[int, dict[str, bytes]] = {}
    for batch in batches(revisions):
        rows = connection.execute(query.where(revision_media.c.revision_id.in_(batch)))
        for number, name, data in rows:
            found.setdefault(number, {})[name] = data
    return found
