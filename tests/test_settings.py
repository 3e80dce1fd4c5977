"""Preferences, and where things stand."""

from pathlib import Path

import pytest

from quizapp import settings
from quizapp.errors import LibraryError
from quizapp.settings import (
    MAX_TEXT_SCALE,
    MIN_TEXT_SCALE,
    Preferences,
    WindowPlace,
    library_location,
    load_preferences,
    save_preferences,
)

CHOSEN = Preferences(
    theme="dark",
    text_scale=150,
    reduced_motion=True,
    language="kk",
    library="/school/library.quizdb",
    last_learner="Aigul",
    ask_confidence=False,
    window=WindowPlace(left=1, top=2, width=800, height=600, maximised=True),
)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "preferences.json"
    for preferences in (CHOSEN, Preferences()):
        save_preferences(preferences, path)
        assert load_preferences(path) == preferences
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff", b"[]", b'{"theme": "pink"}'])
def test_what_cannot_be_read_is_as_nothing_chosen(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "preferences.json"
    if content is not None:
        path.write_bytes(content)
    assert load_preferences(path) == Preferences()


def test_what_another_version_chose_is_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"theme": "light", "sound": true}')
    assert load_preferences(path) == Preferences(theme="light")


@pytest.mark.parametrize(
    ("kept", "read"), [(1, MIN_TEXT_SCALE), (100, 100), (9999, MAX_TEXT_SCALE)]
)
def test_text_is_never_too_small_or_too_large_to_use(tmp_path: Path, kept: int, read: int) -> None:
    path = tmp_path / "preferences.json"
    save_preferences(Preferences(text_scale=kept), path)
    assert load_preferences(path).text_scale == read


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="could not be saved") as told:
        save_preferences(CHOSEN, tmp_path / "file" / "preferences.json")
    assert told.value.remedy


def test_a_failure_leaves_the_old_preferences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "preferences.json"
    save_preferences(CHOSEN, path)

    def fail(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(LibraryError, match="No space left"):
        save_preferences(Preferences(), path)
    assert load_preferences(path) == CHOSEN
    assert list(tmp_path.iterdir()) == [path]


def test_the_library_is_the_named_one_then_the_account_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "data_folder", lambda: tmp_path)
    monkeypatch.delenv("QUIZAPP_LIBRARY", raising=False)
    assert library_location() == str(tmp_path / "library.quizdb")
    assert library_location(preferences=CHOSEN) == CHOSEN.library
    monkeypatch.setenv("QUIZAPP_LIBRARY", "from-environment.quizdb")
    assert library_location(preferences=CHOSEN) == "from-environment.quizdb"
    assert library_location("named.quizdb", CHOSEN) == "named.quizdb"


def test_preferences_can_be_kept_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_PREFERENCES", raising=False)
    assert settings.preferences_file().name == "preferences.json"
    monkeypatch.setenv("QUIZAPP_PREFERENCES", "/elsewhere/mine.json")
    assert settings.preferences_file() == Path("/elsewhere/mine.json")


def test_what_comes_with_the_program_is_found() -> None:
    assert list(settings.content_folder().glob("*/pack.yaml"))
    assert (settings.resources_folder() / "fonts").is_dir()
