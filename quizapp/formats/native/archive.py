"""Packs as one file: a `.quizpack` is a zip of the pack's folder.

Written here it holds `manifest.json` with the SHA-256 of each file; a folder that somebody zipped
by hand is read as well, also with that folder around it.
"""

import hashlib
import io
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from quizapp.errors import PackError
from quizapp.formats.native.archive_listing import (
    MAX_UNPACKED_BYTES,
    Member,
    is_of_pack,
    listed_members,
    refused,
)
from quizapp.formats.native.saving import save_file, writing_to
from quizapp.formats.native.writing import pack_files_of
from quizapp.packs import Pack
from quizapp.translation import tr
from quizapp.values.images import MEDIA_FOLDER

FORMAT = 1
MAX_ARCHIVE_BYTES = MAX_UNPACKED_BYTES + 10_000_000
MAX_MANIFEST_BYTES = 1_000_000
MANIFEST_NAME = "manifest.json"
_CHUNK = 1 << 20
_MADE = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name: equal packs make equal files."""
_DAMAGES = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, ValueError)
"""What zipfile raises for files that are no sound zips."""
_REGULAR = 0o100644 << 16
_LEAST_SHARE = 100
"""What shrinks to less than one part in so many is not compressed: readers take it for a bomb."""


class ArchiveManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What `manifest.json` says, for programs that do not read YAML; `files` are checksums.

    Of what the pack is called, its `pack.yaml` decides.
    """

    format: int
    id: str = ""
    version: str = ""
    title: str = ""
    languages: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    licence: str = ""
    files: dict[str, str] = {}


def write_quizpack(pack: Pack, file: Path) -> None:
    """Write `pack` to `file`, in place of what it holds; `QuizError` leaves that as it was.

    Equal packs give the same bytes.
    """
    files = pack_files_of(pack)
    manifest = ArchiveManifest(
        format=FORMAT,
        id=pack.manifest.id,
        version=pack.manifest.version,
        title=pack.manifest.title,
        languages=(pack.manifest.language,),
        authors=pack.manifest.authors,
        licence=pack.manifest.licence,
        files={name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    )
    listed = msgspec.json.format(msgspec.json.encode(manifest)) + b"\n"
    with writing_to(file):
        save_file(file, _zipped({MANIFEST_NAME: listed, **files}))


def archive_hash(file: Path) -> str:
    """A name for what `file` holds; `PackError` where it is too large or cannot be read."""
    digest = hashlib.blake2b(digest_size=16)
    try:
        _check_size(file)
        with file.open("rb") as stream:
            while data := stream.read(_CHUNK):
                digest.update(data)
    except OSError as error:
        raise refused(file, str(error.strerror or error)) from error
    return digest.hexdigest()


@contextmanager
def unpacked(file: Path) -> Iterator[Path]:
    """A folder with the pack of the archive `file`, gone when this ends.

    Holds the pack's own files and nothing else. `PackError` in words for an archive that is
    damaged, or not to be trusted.
    """
    with tempfile.TemporaryDirectory(prefix="quizapp-") as name:
        folder = Path(name) / "pack"
        folder.mkdir()
        try:
            _check_size(file)
            with file.open("rb") as stream:
                members = listed_members(stream, file)
                with zipfile.ZipFile(stream) as archive:
                    _unpack(archive, members, folder, file)
        except _DAMAGES as error:
            raise refused(file, tr("it is damaged")) from error
        except OSError as error:
            raise refused(file, str(error.strerror or error)) from error
        yield folder


def _zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _MADE)
            info.create_system = 3  # else it names the system that it was written on
            info.external_attr = _REGULAR
            archive.writestr(info, data, _compression(name, data), 9)
    return made.getvalue()


def _compression(name: str, data: bytes) -> int:
    """Images are compressed already."""
    if name.startswith(f"{MEDIA_FOLDER}/"):
        return zipfile.ZIP_STORED
    is_bomb = len(zlib.compress(data, 9)) * _LEAST_SHARE < len(data)
    return zipfile.ZIP_STORED if is_bomb else zipfile.ZIP_DEFLATED


def _check_size(file: Path) -> None:
    size = file.stat().st_size
    if size > MAX_ARCHIVE_BYTES:
        raise refused(
            file,
            tr("it has {n:,} bytes, and {most:,} are read at most").format(
                n=size, most=MAX_ARCHIVE_BYTES
            ),
        )


def _unpack(
    archive: zipfile.ZipFile, members: Mapping[str, Member], folder: Path, file: Path
) -> None:
    """Write the members into `folder`; `PackError` where one is not as it was listed."""
    checksums = _checksums(archive, members, file)
    for name, member in members.items():
        if name == MANIFEST_NAME:
            continue
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        with archive.open(member.info) as source, target.open("xb") as stream:
            size, checksum = _copy(source, stream)
        if size != member.info.file_size:
            raise refused(file, tr("it is damaged"))
        if checksums is not None and checksums.get(name) != checksum:
            raise refused(
                file, tr("“{name}” is not as its checksum says").format(name=member.shown)
            )


def _copy(source: IO[bytes], target: IO[bytes]) -> tuple[int, str]:
    """How much was copied, and its SHA-256."""
    digest, size = hashlib.sha256(), 0
    while data := source.read(_CHUNK):
        digest.update(data)
        size += target.write(data)
    return size, digest.hexdigest()


def _checksums(
    archive: zipfile.ZipFile, members: Mapping[str, Member], file: Path
) -> Mapping[str, str] | None:
    """The checksums of all files, None where the archive has no manifest."""
    listed = members.get(MANIFEST_NAME)
    if listed is None:
        return None
    if listed.info.file_size > MAX_MANIFEST_BYTES:
        raise refused(file, tr("its manifest is too large"))
    try:
        manifest = msgspec.json.decode(archive.read(listed.info), type=ArchiveManifest)
    except msgspec.DecodeError as error:  # which wrong types are as well
        raise refused(file, tr("its manifest cannot be read")) from error
    if manifest.format != FORMAT:
        raise PackError(
            tr("“{file}” is of format {n}.").format(file=file.name, n=manifest.format),
            tr("This version of the program reads format {n}.").format(n=FORMAT),
        )
    missing = {*filter(is_of_pack, manifest.files)} - members.keys()
    if missing:
        raise refused(file, tr("“{name}” is missing in it").format(name=min(missing)[:80]))
    return manifest.files
