"""Packs as a type of file of this account's desktop, so that a double click opens them.

Linux and other systems with the desktop specifications of freedesktop.org.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import QuizError
from quizapp.settings import resources_folder
from quizapp.translation import tr

ENTRY = "quizapp.desktop"
NEEDS_QUOTES = re.compile(r"[^A-Za-z0-9_@%+=:,./-]")


class Registered(NamedTuple):
    """What was done: the files put in place or taken away, and the tools that were not there."""

    files: tuple[Path, ...]
    missing_tools: tuple[str, ...]


def register(environment: Mapping[str, str] = os.environ) -> Registered:
    """Make this installation the program for packs; once more brings it up to date."""
    places = _places(environment)
    source = resources_folder()
    entry = (source / "desktop" / ENTRY).read_text(encoding="utf-8")
    command = [sys.executable, "-P", "-m", "quizapp"]
    _write(places.entry, _with_command(entry, command).encode())
    _write(places.mime, (source / "desktop" / "quizapp.xml").read_bytes())
    _write(places.icon, (source / "icons" / "quizapp.svg").read_bytes())
    return Registered(tuple(places), _refresh(places))


def unregister(environment: Mapping[str, str] = os.environ) -> Registered:
    """Take back all that `register` has put in place."""
    places = _places(environment)
    removed = tuple(path for path in places if path.exists())
    for path in removed:
        path.unlink()
    return Registered(removed, _refresh(places) if removed else ())


class _Places(NamedTuple):
    entry: Path
    mime: Path
    icon: Path


def _places(environment: Mapping[str, str]) -> _Places:
    if sys.platform in ("win32", "darwin"):
        raise QuizError(
            tr("This system keeps its own list of types of files."),
            tr("Drop packs on the window; the README says what else there is."),
        )
    named = environment.get("XDG_DATA_HOME", "")
    data = Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"
    return _Places(
        data / "applications" / ENTRY,
        data / "mime" / "packages" / "quizapp.xml",
        data / "icons" / "hicolor" / "scalable" / "apps" / "quizapp.svg",
    )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(content)
    draft.replace(path)


def _refresh(places: _Places) -> tuple[str, ...]:
    """Let the desktop read its folders anew; gives the tools that are not installed."""
    commands = (
        ("update-mime-database", str(places.mime.parent.parent)),
        ("update-desktop-database", str(places.entry.parent)),
    )
    return tuple(command[0] for command in commands if not _ran(command))


def _ran(command: Sequence[str]) -> bool:
    """Run a tool of the desktop where it is installed. What it says is of no use to anybody."""
    program = shutil.which(command[0])
    if program is None:
        return False
    subprocess.run([program, *command[1:]], capture_output=True, check=False)
    return True


def _with_command(entry: str, command: Sequence[str]) -> str:
    line = "Exec=" + " ".join(map(_quoted, command)) + " %F"
    lines = [line if each.startswith("Exec=") else each for each in entry.splitlines()]
    return "\n".join(lines) + "\n"


def _quoted(argument: str) -> str:
    r"""`argument` as the Exec line wants it: in quotes, and `\` doubled once more for the file."""
    argument = argument.replace("%", "%%")
    if not NEEDS_QUOTES.search(argument):
        return argument
    return '"' + re.sub(r'(["`$\\])', r"\\\1", argument).replace("\\", "\\\\") + '"'
