"""What a zip from a stranger lists, before anything of it is unpacked.

Nothing here trusts the zip: neither how much it says it holds, nor what the names are.
"""

import re
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from quizapp.errors import PackError
from quizapp.formats.native.files import FACTS, MANIFEST, QUESTIONS
from quizapp.formats.native.problems import printable
from quizapp.translation import tr
from quizapp.values.images import MEDIA_FOLDER

MAX_ENTRIES = 3_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_RATIO = 200
SMALL = 1_000_000
"""Below this many bytes no ratio is asked about."""
MAX_FOLDERS = 2
MAX_NAME_LENGTH = 200
MAX_LISTING_BYTES = MAX_ENTRIES * 400
_SHOWN = 80

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
"""What no name may hold on one of the systems: "\\" and ":" lead elsewhere on some."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_FOREIGN = "__MACOSX"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_END, _END_SIZE, _MAX_COMMENT = b"PK\x05\x06", 22, 0xFFFF
_LARGE_END = b"PK\x06\x07"
_LARGE_END_SIZE = 20
_SUFFIXES = (".yaml", ".yml")


class Member(NamedTuple):
    """A file of an archive, and its name as problems tell it."""

    info: zipfile.ZipInfo
    shown: str


def refused(file: Path, why: str) -> PackError:
    """That `file` is not used, for the reason `why`."""
    return PackError(
        tr("“{file}” cannot be used: {why}.").format(file=printable(file.name), why=why),
        tr("Nothing of it was taken in. Ask whoever made it for a new file."),
    )


def listed_members(stream: BinaryIO, file: Path) -> dict[str, Member]:
    """The files of the pack in the zip `stream`, by their names in the pack's folder.

    What is no file of a pack is left out, though its name and size have to be sound too.
    """
    _check_listing(stream, file)
    with zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        raise refused(file, tr("it holds more than {n:,} files").format(n=MAX_ENTRIES))
    for info in infos:
        _check_name(info.orig_filename, file)
        _check_name(info.filename, file)  # which an extra field of the entry may tell otherwise
        _check_kind(info, file)
    _check_sizes(infos, file)
    _check_clashes(infos, file)
    files = [info for info in infos if not info.is_dir() and not _is_foreign(info.filename)]
    return _of_pack(files, file)


def _check_listing(stream: BinaryIO, file: Path) -> None:
    """The listing of a zip is read as a whole: first see that it is not too long."""
    size = stream.seek(0, 2)
    stream.seek(max(size - _END_SIZE - _MAX_COMMENT - _LARGE_END_SIZE, 0))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise PackError(
            tr("“{file}” is no pack.").format(file=printable(file.name)),
            tr("Choose a .quizpack file, or the folder that holds the pack."),
        )
    count, length = struct.unpack_from("<HI", tail, at + 10)
    # Larger zips name their lengths elsewhere, and may do so beside harmless ones here.
    is_large = at >= _LARGE_END_SIZE and tail[at - _LARGE_END_SIZE :].startswith(_LARGE_END)
    if is_large or count > MAX_ENTRIES or length > MAX_LISTING_BYTES:
        raise refused(file, tr("it holds more than {n:,} files").format(n=MAX_ENTRIES))


def _check_name(name: str, file: Path) -> None:
    shown = _shown(name)
    parts = name.removesuffix("/").split("/")
    if _FORBIDDEN.search(name) or any(map(_leads_elsewhere, parts)):
        raise refused(file, tr("“{name}” is no name for a file of a pack").format(name=shown))
    if len(name) > MAX_NAME_LENGTH:
        raise refused(file, tr("the name “{name}” is too long").format(name=shown))
    folders = len(parts) if name.endswith("/") else len(parts) - 1
    if folders > MAX_FOLDERS and not _is_foreign(name):
        raise refused(file, tr("“{name}” lies too many folders deep").format(name=shown))


def _leads_elsewhere(part: str) -> bool:
    """Whether a part of a name is none, or means something else on one of the systems."""
    return not part or part[-1] in ". " or _DEVICE.match(part) is not None


def _check_kind(info: zipfile.ZipInfo, file: Path) -> None:
    shown = _shown(info.filename)
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise refused(file, tr("“{name}” is a link or no ordinary file").format(name=shown))
    if info.flag_bits & _ENCRYPTED:
        raise refused(file, tr("it is locked with a password"))
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise refused(file, tr("“{name}” is compressed in an unusual way").format(name=shown))


def _check_sizes(infos: Iterable[zipfile.ZipInfo], file: Path) -> None:
    total = 0
    for info in infos:
        total += info.file_size
        is_bomb = info.file_size > SMALL and info.file_size > MAX_RATIO * info.compress_size
        if is_bomb or total > MAX_UNPACKED_BYTES:
            raise refused(
                file,
                tr("unpacked it would be larger than a pack can be ({n:,} bytes)").format(
                    n=MAX_UNPACKED_BYTES
                ),
            )


def _check_clashes(infos: Iterable[zipfile.ZipInfo], file: Path) -> None:
    """Names that are one on some system: on all of them a pack must be the same."""
    seen: set[str] = set()
    for info in infos:
        name = unicodedata.normalize("NFC", info.filename.removesuffix("/")).casefold()
        if name in seen:
            raise refused(file, tr("it holds “{name}” twice").format(name=_shown(info.filename)))
        seen.add(name)


def _of_pack(infos: list[zipfile.ZipInfo], file: Path) -> dict[str, Member]:
    """The files that packs have, without the folder that may be around them."""
    names = {info.filename for info in infos}
    tops = {name.partition("/")[0] for name in names if "/" in name}
    around = ""
    if MANIFEST not in names:
        around = next((f"{top}/" for top in sorted(tops) if f"{top}/{MANIFEST}" in names), "")
    members = {
        info.filename.removeprefix(around): Member(info, _shown(info.filename))
        for info in infos
        if info.filename.startswith(around)
    }
    if MANIFEST not in members:
        raise refused(file, tr("it has no {file}").format(file=MANIFEST))
    return {name: member for name, member in members.items() if is_of_pack(name)}


def is_of_pack(name: str) -> bool:
    """Whether packs have a file of this name."""
    folder, _, inner = name.rpartition("/")
    if folder == QUESTIONS:
        return inner.lower().endswith(_SUFFIXES)
    return folder == MEDIA_FOLDER or name in {MANIFEST, FACTS, "manifest.json"}


def _is_foreign(name: str) -> bool:
    """Whether some program put it there for itself."""
    return any(part.startswith(".") or part == _FOREIGN for part in name.split("/"))


def _shown(name: str) -> str:
    return printable(name if len(name) <= _SHOWN else name[:_SHOWN] + "…")
