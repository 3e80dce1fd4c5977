"""Files and folders that are there as a whole or not at all, also after a crash."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from quizapp.errors import PackError
from quizapp.translation import tr


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """A `PackError` in words for what the system says while `path` is written."""
    try:
        yield
    except OSError as error:
        raise PackError(
            tr("{path} could not be written: {reason}.").format(
                path=path, reason=error.strerror or error
            ),
            tr("Check that there is room, and that this account may write there."),
        ) from error


def save_file(file: Path, data: bytes) -> None:
    """Put `data` into `file`, in place of what it holds; `OSError` leaves that as it was."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def save_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder`, which holds nothing yet, of `files`; `OSError` leaves nothing behind."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = folder.with_name(f".{folder.name[:80]}.{secrets.token_hex(4)}")
    temporary.mkdir()
    try:
        for name, data in files.items():
            file = temporary / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        if folder.is_dir():  # it may be the one that somebody stands in
            for made in temporary.iterdir():
                made.rename(folder / made.name)
        else:
            temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _mode(file: Path) -> int:
    """The permissions that a file has, or that a new one is given."""
    try:
        return file.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
