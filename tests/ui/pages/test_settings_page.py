"""Preferences, one's name, and where the library is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizError
from quizapp.services.values import BackupInfo
from quizapp.settings import Preferences
from quizapp.ui.pages.settings_page import SettingsPage
from tests.samples import NOW
from tests.ui.conftest import Place

BACKUP = BackupInfo(path="/backups/b.quizdb", made_at=NOW, size=2_000_000)


@pytest.fixture
def page(place: Place) -> SettingsPage:
    """The page in a window."""
    made = SettingsPage(Preferences(theme="light", text_scale=110))
    place(made, width=900)
    return made


def button(page: SettingsPage, words: str) -> QPushButton:
    """The button that says `words`."""
    return next(each for each in page.findChildren(QPushButton) if words in each.text())


def test_it_shows_what_was_chosen_before(page: SettingsPage) -> None:
    assert page._theme.value() == "light"
    assert page._scale.value() == 110
    assert page._sure.isChecked()


def test_each_change_is_told_at_once(qtbot: QtBot, page: SettingsPage) -> None:
    told: list[Preferences] = []
    page.changed.connect(told.append)
    page._scale.editor.stepUp()
    QTest.mouseClick(page._motion, Qt.MouseButton.LeftButton)
    page._sure.setFocus()
    QTest.keyClick(page._sure, Qt.Key.Key_Space)
    assert told[0].text_scale == 120
    assert told[1].reduced_motion
    assert not told[2].ask_confidence
    assert told[2].theme == "light"


def test_the_theme_is_chosen_by_keys(page: SettingsPage) -> None:
    told: list[Preferences] = []
    page.changed.connect(told.append)
    chosen = next(each for each in page._theme.children() if getattr(each, "isChecked", bool)())
    assert isinstance(chosen, QWidget)
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert page._theme.value() == "dark"
    assert told[-1].theme == "dark"


def test_a_name_is_changed_by_enter(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_learner("Aigul")
    page._name.set_text("Aigul S.")
    with qtbot.waitSignal(page.name_given) as signal:
        QTest.keyClick(page._name.editor, Qt.Key.Key_Return)
    assert signal.args == ["Aigul S."]
    page.show_name_problem(QuizError("“Aigul S.” is taken.", "Type another name."))
    assert "is taken" in page._name.editor.accessibleDescription()


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Show folder", "folder_shown"),
        ("Use another folder", "other_folder_requested"),
        ("Back up now", "backup_requested"),
        ("Restore a backup", "restore_requested"),
        ("Change PIN", "pin_change_requested"),
        ("Remove PIN", "pin_removal_requested"),
        ("Lock now", "lock_requested"),
    ],
)
def test_library_and_pin_are_looked_after(
    qtbot: QtBot, page: SettingsPage, words: str, signal: str
) -> None:
    page.show_library(Path("/home/aigul/library.quizdb"), [BACKUP])
    page.show_pin(is_set=True)
    each = button(page, words)
    each.setFocus()
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.keyClick(each, Qt.Key.Key_Return)


def test_without_a_backup_there_is_nothing_to_restore(page: SettingsPage) -> None:
    page.show_library(Path("/home/aigul/library.quizdb"), [])
    assert not button(page, "Restore a backup").isEnabled()
    assert page._backups.text().startswith("No backup yet")
    page.show_library(Path("/home/aigul/library.quizdb"), [BACKUP, BACKUP])
    assert button(page, "Restore a backup").isEnabled()
    assert page._backups.text().startswith("2 backups, the last one ")
    assert page._place.accessibleName() == "/home/aigul/library.quizdb"


def test_without_a_pin_one_can_only_be_set(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_pin(is_set=True)
    page.show_pin(is_set=False)
    assert not button(page, "Remove PIN").isVisible()
    assert not button(page, "Lock now").isVisible()
    with qtbot.waitSignal(page.pin_change_requested):
        QTest.mouseClick(button(page, "Set a PIN"), Qt.MouseButton.LeftButton)


def test_everything_has_a_name(page: SettingsPage, unnamed: Callable[[QWidget], list[str]]) -> None:
    page.show_library(Path("/home/aigul/library.quizdb"), [BACKUP])
    page.show_pin(is_set=True)
    assert unnamed(page) == []
