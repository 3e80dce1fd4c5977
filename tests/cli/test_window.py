"""Files given to the window, and the commands for the desktop around it."""

from pathlib import Path

import pytest

from quizapp.cli import window
from quizapp.pin import hash_pin
from quizapp.settings import Preferences, load_preferences, save_preferences
from tests.cli.conftest import Run

Opened = list[tuple[str, list[Path]]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The windows that were opened: each the library and the packs it was given."""
    windows: Opened = []

    def run(location: str, given: list[Path]) -> int:
        windows.append((location, given))
        return 0

    monkeypatch.setattr("quizapp.ui.display.check_display", lambda: None)
    monkeypatch.setattr("quizapp.ui.application.run", run)
    return windows


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a pack as a file and one as a folder, and a text."""
    place = tmp_path / "here"
    (place / "packs").mkdir(parents=True)
    (place / "packs" / "pack.yaml").touch()
    (place / "a.quizpack").touch()
    (place / "notes.txt").touch()
    monkeypatch.chdir(place)
    return place


def test_packs_are_handed_to_the_window(
    run: Run, opened: Opened, folder: Path, library: Path
) -> None:
    assert run("a.quizpack", "./packs").code == 0
    assert run("--library", "other.quizdb", str(folder / "a.quizpack")).code == 0
    assert run().code == 0
    assert opened == [
        (str(library), [folder / "a.quizpack", folder / "packs"]),
        ("other.quizdb", [folder / "a.quizpack"]),
        (str(library), []),
    ]


def test_a_command_is_never_taken_for_a_file(run: Run, opened: Opened, folder: Path) -> None:
    assert run("packs").code == 0
    assert run("packs", "a.quizpack").code == 2
    assert opened == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.quizpack", "There is no file"),
        ("./gone", "There is no file"),
        ("notes.txt", "is no pack"),
        ("..", "is no pack"),
    ],
)
def test_what_is_no_pack_is_refused_in_words(
    run: Run, opened: Opened, folder: Path, name: str, words: str
) -> None:
    outcome = run(name)
    assert (outcome.code, outcome.out, opened) == (1, "", [])
    assert words in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_word_that_is_neither_command_nor_file_is_wrong_usage(
    run: Run, opened: Opened, folder: Path
) -> None:
    assert run("nonsense").code == 2
    assert run("a.quizpack", "--json").code == 2
    assert run("a.quizpack", "--nonsense").code == 2
    assert opened == []


@pytest.mark.parametrize(
    ("argv", "are_files"),
    [
        (["x.quizpack"], True),
        (["X.QUIZPACK"], True),
        (["--library", "x.quizpack"], False),
        (["--library=l.quizdb", "x.quizpack"], True),
        (["--", "x.quizpack"], True),
        (["check", "x.quizpack"], False),
        ([], False),
        (["--help"], False),
    ],
)
def test_the_first_word_decides(argv: list[str], are_files: bool) -> None:
    assert window.names_files(argv, ["check"]) is are_files


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    """Preferences with a PIN, where `run` reads them."""
    path = tmp_path / "preferences.json"
    save_preferences(Preferences(theme="dark", pin=hash_pin("2718")), path)
    return path


def test_the_pin_is_removed_without_asking_and_that_is_said(run: Run, preferences: Path) -> None:
    assert "locks" in run("pin").out
    assert run("pin", "--json").document == {"pin": True}
    assert "without asking" in run("pin", "--remove").out
    assert load_preferences(preferences) == Preferences(theme="dark")
    assert "There is no PIN" in run("pin", "--remove").out
    assert run("pin", "--json").document == {"pin": False}


def test_the_desktop_is_told_and_told_no_more(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: None)
    first = run("register")
    assert "quizapp.desktop" in first.out
    assert "update-mime-database is not installed" in first.err
    again = run("register", "--json").document
    assert len(again["files"]) == 3
    assert "removed" in run("register", "--remove").out
    assert "Nothing was registered" in run("register", "--remove").out
