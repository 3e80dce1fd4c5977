"""Names for the images of packs."""

import hashlib
from pathlib import PurePath

from quizapp.values.slugs import slug

_ENDINGS = {"jpeg": "jpg"}


def media_name(file_name: str, data: bytes, kind: str) -> str:
    """The name in a pack of an image of `kind`: two images never share one.

    It says what the file was called, so that authors know it again: "media/my-map-1f3a9c00.png".
    """
    digest = hashlib.blake2b(data, digest_size=4).hexdigest()
    stem = slug(PurePath(file_name).stem, "image")[:40].strip("-")
    return f"media/{stem}-{digest}.{_ENDINGS.get(kind, kind)}"
