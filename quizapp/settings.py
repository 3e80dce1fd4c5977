"""Where things stand on this computer, and what its user prefers.

Preferences belong to the computer account (theme, text size, where the library is); whatever
belongs to a learner is in the library.
"""

import os
import tempfile
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from quizapp.errors import LibraryError
from quizapp.pin import PinHash
from quizapp.translation import tr

Theme = Literal["system", "light", "dark", "contrast"]

LIBRARY_NAME = "library.quizdb"
MIN_TEXT_SCALE = 80
MAX_TEXT_SCALE = 200

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """The folder `name` of the wheel, or of the checkout when run from there."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def content_folder() -> Path:
    """The bundled packs, one folder each."""
    return _bundled("content")


def resources_folder() -> Path:
    """Icons, fonts and translations."""
    return _bundled("resources")


def data_folder() -> Path:
    """Where this account keeps its library, unless it chose another place."""
    return Path(platformdirs.user_data_dir("quizapp", appauthor=False))


def preferences_file() -> Path:
    """Where this account's preferences are kept; `QUIZAPP_PREFERENCES` names another file."""
    named = os.environ.get("QUIZAPP_PREFERENCES")
    return (
        Path(named)
        if named
        else Path(platformdirs.user_config_dir("quizapp", appauthor=False)) / "preferences.json"
    )


class WindowPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Place and size of the main window, in device-independent pixels."""

    left: int
    top: int
    width: int
    height: int
    maximised: bool = False


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What the user of this computer account chose. `text_scale` is in percent.

    The `pin` stands here and not in a library: it locks a window of this account, and its owner
    must be able to take it away where no library opens.
    """

    theme: Theme = "system"
    text_scale: int = 100
    reduced_motion: bool = False
    language: str = ""
    library: str = ""
    last_learner: str = ""
    ask_confidence: bool = True
    window: WindowPlace | None = None
    pin: PinHash | None = None


def load_preferences(path: Path) -> Preferences:
    """The preferences in `path`; the defaults where the file is missing or cannot be read."""
    return read_preferences(path) or Preferences()


def read_preferences(path: Path) -> Preferences | None:
    """The preferences in `path`; None where the file is missing or cannot be read."""
    try:
        loaded = msgspec.json.decode(path.read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return None
    scale = min(max(loaded.text_scale, MIN_TEXT_SCALE), MAX_TEXT_SCALE)
    return msgspec.structs.replace(loaded, text_scale=scale)


def save_preferences(preferences: Preferences, path: Path) -> None:
    """Replace `path` in one step: a crash leaves the old or the new file, never half of one.

    Raises `LibraryError` when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(preferences)))
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError(
            tr("Your settings could not be saved in {folder}: {reason}.").format(
                folder=path.parent, reason=error.strerror
            ),
            tr("They hold until you close the program. Check that the folder can be written to."),
        ) from error


def library_location(named: str = "", preferences: Preferences | None = None) -> str:
    """The library to open: the one named, else `QUIZAPP_LIBRARY`, else the chosen or usual one."""
    chosen = (
        named
        or os.environ.get("QUIZAPP_LIBRARY", "")
        or (preferences.library if preferences else "")
    )
    return chosen or str(data_folder() / LIBRARY_NAME)
