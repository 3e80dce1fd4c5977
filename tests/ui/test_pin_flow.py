"""The teacher's PIN in the whole program, by mouse and keys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.pin import hash_pin
from quizapp.services.workspace import open_workspace
from quizapp.settings import Preferences, load_preferences, save_preferences
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from quizapp.ui.widgets.locked_cover import LockedCover
from quizapp.ui.widgets.sheet import Sheet

LONG = 20_000
PIN = hash_pin("2718")


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    """Those of Aigul, with a PIN."""
    path = tmp_path / "preferences.json"
    save_preferences(Preferences(last_learner="Aigul", pin=PIN), path)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that knows Aigul."""
    path = tmp_path / "library.quizdb"
    workspace = open_workspace(str(path), now())
    workspace.study.add_learner("Aigul", now())
    workspace.close()
    return path


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, library: Path, preferences: Path
) -> Iterator[Application]:
    """The program at the home page of Aigul, locked."""
    made = Application(qapp, str(library), preferences)
    qtbot.waitUntil(
        lambda: made.window.current_page == "home" and not made.runner.is_busy, timeout=LONG
    )
    yield made
    made.close()
    made.window.deleteLater()


@pytest.fixture
def answer(qtbot: QtBot) -> Callable[..., list[str]]:
    """Types into the sheets to come, one after the other; gives their titles."""

    def answer_with(*typed: str) -> list[str]:
        seen: list[str] = []
        left = list(typed)
        filled: list[Sheet] = []

        def look() -> None:
            shown = QApplication.activeModalWidget()
            if isinstance(shown, Sheet) and shown not in filled:
                filled.append(shown)
                seen.append(shown.windowTitle())
                fill(shown, left.pop(0))
            if left:
                QTimer.singleShot(5, look)

        QTimer.singleShot(5, look)
        return seen

    return answer_with


def fill(sheet: Sheet, digits: str) -> None:
    """Type the digits into every field and go on, or press Esc for ""."""
    fields = sheet.findChildren(QLineEdit)
    if not digits:
        QTest.keyClick(fields[0], Qt.Key.Key_Escape)
        return
    for field in fields:
        QTest.keyClicks(field, digits)
    QTest.keyClick(fields[-1], Qt.Key.Key_Return)


def rail_button(program: Application, name: str) -> Any:
    button = program.window.findChild(QPushButton, name)
    assert button is not None
    return button


def press(program: Application, words: str) -> None:
    """The button that says `words`, by mouse."""
    buttons = program.window.findChildren(QPushButton)
    button = next(each for each in buttons if words in each.text() and each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_locked_is_marked_and_asks(
    program: Application, answer: Callable[..., list[str]]
) -> None:
    settings = rail_button(program, "settings")
    assert "Locked" in settings.accessibleDescription()
    assert "Locked" not in rail_button(program, "progress").accessibleDescription()
    seen = answer("")
    QTest.mouseClick(settings, Qt.MouseButton.LeftButton)
    assert seen == ["Teacher's PIN"]
    assert program.window.current_page == "home"
    answer("2718")
    settings.setFocus()
    QTest.keyClick(settings, Qt.Key.Key_Return)
    assert program.window.current_page == "settings"
    assert "Locked" not in settings.accessibleDescription()


def test_everybodys_pages_never_ask(program: Application) -> None:
    for name in ("new", "progress", "about", "home"):
        assert program.window.show_page(name)
    assert program.lock.is_locked


def test_lock_now_leads_home(program: Application, answer: Callable[..., list[str]]) -> None:
    answer("2718")
    program.window.show_page("settings")
    press(program, "Lock now")
    assert program.window.current_page == "home"
    assert program.lock.is_locked


def test_the_learner_who_comes_next_finds_it_locked(
    qtbot: QtBot, program: Application, answer: Callable[..., list[str]]
) -> None:
    answer("2718")
    program.window.show_page("settings")
    program.window.switch_learner_requested.emit()
    qtbot.waitUntil(lambda: program.window.current_page == "learner", timeout=LONG)
    assert program.lock.is_locked
    page: Any = program.window.page("learner")
    page.back_requested.emit()
    assert program.window.current_page == "home"
    assert program.lock.is_locked


def test_a_page_that_is_left_alone_is_covered_and_kept(
    qtbot: QtBot, program: Application, answer: Callable[..., list[str]]
) -> None:
    answer("2718")
    program.window.show_page("settings")
    page: Any = program.window.page("settings")
    page._name.set_text("half a na")
    program.lock._unused.setInterval(20)
    program.lock.note_use()
    qtbot.waitUntil(lambda: program.lock.is_locked)
    assert not page.isVisible()
    cover = program.window.findChild(LockedCover)
    assert isinstance(cover, LockedCover)
    assert cover.isVisible()
    answer("")
    press(program, "Unlock")
    assert cover.isVisible()
    answer("2718")
    QTest.mouseClick(rail_button(program, "settings"), Qt.MouseButton.LeftButton)
    assert page.isVisible()
    assert page._name.text() == "half a na"


def test_from_a_covered_page_one_can_go_elsewhere(
    program: Application, answer: Callable[..., list[str]]
) -> None:
    answer("2718")
    program.window.show_page("settings")
    program.lock.lock_now()
    assert program.window.show_page("home")
    assert program.window.page("home").isVisible()


def test_a_sheet_of_a_locked_page_is_closed_with_it(
    qtbot: QtBot, program: Application, answer: Callable[..., list[str]]
) -> None:
    answer("2718")
    program.window.show_page("settings")
    QTimer.singleShot(20, program.lock.lock_now)
    press(program, "Change PIN")
    assert QApplication.activeModalWidget() is None
    assert program.lock.is_locked


def test_keys_and_clicks_on_a_locked_page_keep_it_open(
    program: Application, answer: Callable[..., list[str]]
) -> None:
    answer("2718")
    program.window.show_page("settings")
    handle = program.window.windowHandle()
    timer = program.lock._unused

    def is_noted() -> bool:
        timer.stop()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(400, 5))
        return timer.isActive()

    assert is_noted()
    program.window.show_page("home")
    assert not is_noted()


def test_a_pin_is_set_changed_and_removed_in_the_settings(
    qtbot: QtBot,
    program: Application,
    preferences: Path,
    answer: Callable[..., list[str]],
) -> None:
    answer("2718")
    program.window.show_page("settings")
    seen = answer("2718", "314159")
    press(program, "Change PIN")
    qtbot.waitUntil(lambda: "PIN is set" in program.window.banner.words)
    assert seen == ["Teacher's PIN", "New PIN for teachers"]
    kept = load_preferences(preferences).pin
    assert kept is not None
    assert kept.matches("314159")
    answer("314159")
    press(program, "Remove PIN")
    assert "removed" in program.window.banner.words
    assert load_preferences(preferences).pin is None
    seen = answer("2718")
    press(program, "Set a PIN")
    qtbot.waitUntil(lambda: program.lock.has_pin)
    assert seen == ["New PIN for teachers"]
    assert not program.lock.is_locked


def test_a_pin_is_not_changed_by_who_does_not_know_it(
    program: Application, preferences: Path, answer: Callable[..., list[str]]
) -> None:
    answer("2718")
    program.window.show_page("settings")
    for words in ("Change PIN", "Remove PIN"):
        answer("")
        press(program, words)
    kept = load_preferences(preferences).pin
    assert kept is not None
    assert kept.matches("2718")


def test_the_library_is_not_replaced_past_the_lock(
    program: Application, answer: Callable[..., list[str]]
) -> None:
    page: Any = program.window.page("opening")
    for signal in (page.restore_requested, page.other_folder_requested):
        seen = answer("")
        signal.emit()
        assert seen == ["Teacher's PIN"]


def test_closing_does_not_bring_a_removed_pin_back(program: Application, preferences: Path) -> None:
    """Its owner removed it at a terminal while the window was open."""
    save_preferences(Preferences(last_learner="Aigul"), preferences)
    program.window.close()
    assert load_preferences(preferences).pin is None
