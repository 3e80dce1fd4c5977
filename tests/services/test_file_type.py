"""Packs as a type of file of the desktop."""

import re
import shlex
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from quizapp import __version__
from quizapp.errors import QuizError
from quizapp.services.file_type import register, unregister

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="such systems keep their own list"
)

SPEC = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return tmp_path / "share"


@pytest.fixture
def environment(share: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(share)}


def entry_of(share: Path) -> dict[str, str]:
    """What the desktop reads of the program."""
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(share / "applications" / "quizapp.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_what_the_desktop_starts_is_this_program(share: Path, environment: dict[str, str]) -> None:
    register(environment)
    entry = entry_of(share)
    *command, files = shlex.split(entry["Exec"])
    assert files == "%F"
    done = subprocess.run(
        [*command, "--version"], cwd="/", capture_output=True, text=True, check=True
    )
    assert done.stdout == f"quizapp {__version__}\n"


def test_the_type_of_the_entry_is_the_type_of_a_quizpack(
    share: Path, environment: dict[str, str]
) -> None:
    register(environment)
    tree = ET.parse(share / "mime" / "packages" / "quizapp.xml")  # noqa: S314 - our own
    kind = tree.find(f"{SPEC}mime-type")
    assert kind is not None
    glob = kind.find(f"{SPEC}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.quizpack"
    assert entry_of(share)["MimeType"] == f"{kind.get('type')};"


def test_a_second_time_changes_nothing_and_removal_leaves_nothing(
    share: Path, environment: dict[str, str]
) -> None:
    first = register(environment)
    assert register(environment).files == first.files
    assert all(path.is_file() for path in first.files)
    assert unregister(environment).files == first.files
    assert not any(path.exists() for path in first.files)
    assert unregister(environment).files == ()


def test_any_place_of_the_program_can_be_started(
    share: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As desktops read it: first the escapes of the file, then the quotes; `%%` is `%`."""
    place = '/home/a b/$HOME/`x`/"q"/c\\d/100%/python'
    monkeypatch.setattr(sys, "executable", place)
    register(environment)
    line = entry_of(share)["Exec"].replace("\\\\", "\\")
    quoted = re.fullmatch(r'"((?:[^"`$\\]|\\.)*)" -P -m quizapp %F', line)
    assert quoted
    assert re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%") == place


def test_the_files_stand_in_the_home_folder_where_nothing_else_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    files = register({"XDG_DATA_HOME": "not/absolute"}).files
    assert files[0] == tmp_path / ".local/share/applications/quizapp.desktop"


def test_tools_that_are_not_installed_are_told_of(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert register(environment).missing_tools == (
        "update-mime-database",
        "update-desktop-database",
    )


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_told_what_to_do(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    with pytest.raises(QuizError, match="on the window"):
        register(environment)
