"""Preferences that several windows and commands change."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizError
from quizapp.settings import load_preferences, save_preferences
from quizapp.ui.preferences_keeper import PreferencesKeeper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


def test_a_change_is_saved_at_once(qapp: object, path: Path) -> None:
    keeper = PreferencesKeeper(path)
    keeper.change(text_scale=150)
    assert keeper.present.text_scale == load_preferences(path).text_scale == 150


def test_what_another_window_changed_stays(qapp: object, path: Path) -> None:
    one, other = PreferencesKeeper(path), PreferencesKeeper(path)
    one.change(theme="dark")
    other.change(text_scale=120)
    assert load_preferences(path).theme == "dark"
    assert load_preferences(path).text_scale == 120
    one.refresh()
    assert one.present.text_scale == 120


def test_a_file_that_cannot_be_read_changes_nothing(qapp: object, path: Path) -> None:
    keeper = PreferencesKeeper(path)
    keeper.change(theme="dark", last_learner="Aigul")
    path.write_text("{")
    keeper.change(text_scale=120)
    assert load_preferences(path).theme == "dark"
    assert load_preferences(path).last_learner == "Aigul"


def test_what_could_not_be_saved_holds_and_is_saved_later(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise QuizError("The disk is full.", "Make room.")

    save_preferences(load_preferences(path), path)
    keeper = PreferencesKeeper(path)
    with monkeypatch.context() as broken, qtbot.waitSignal(keeper.not_saved):
        broken.setattr("quizapp.ui.preferences_keeper.save_preferences", fail)
        keeper.change(theme="contrast")
    keeper.refresh()
    assert keeper.present.theme == "contrast"
    keeper.change(text_scale=90)
    assert load_preferences(path).theme == "contrast"
