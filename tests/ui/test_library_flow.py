"""The library as a whole in the window: it fails, is restored, moves, is backed up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.errors import LibraryDamagedError, QuizError
from quizapp.services.workspace import open_workspace
from quizapp.settings import LIBRARY_NAME, Preferences, load_preferences, save_preferences
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from quizapp.ui.pages.opening_page import OpeningPage
from quizapp.ui.widgets.headings import TextLabel

LONG = 20_000


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that knows Aigul, with one backup."""
    path = tmp_path / "first" / LIBRARY_NAME
    workspace = open_workspace(str(path), now())
    workspace.study.add_learner("Aigul", now())
    workspace.close()
    workspace.library.backup(None, now())
    return path


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    """Preferences of somebody called Aigul."""
    path = tmp_path / "preferences.json"
    save_preferences(Preferences(last_learner="Aigul"), path)
    return path


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[list[Application]]:
    """Closes whatever stands in it."""
    opened: list[Application] = []
    yield opened
    for program in opened:
        program.close()
        program.window.deleteLater()


Start = Any


@pytest.fixture
def start(
    qtbot: QtBot,
    qapp: QApplication,
    library: Path,
    preferences: Path,
    programs: list[Application],
) -> Start:
    """Opens the program on the library, and waits for the page that it should come to."""

    def open_program(page: str = "home", location: Path = library) -> Application:
        program = Application(qapp, str(location), preferences)
        programs.append(program)
        wait_for(qtbot, program, page)
        return program

    return open_program


def wait_for(qtbot: QtBot, program: Application, page: str) -> None:
    """Until the page is shown and nothing is under way."""
    qtbot.waitUntil(
        lambda: program.window.current_page == page and not program.runner.is_busy, timeout=LONG
    )


def failure(program: Application) -> str:
    """What the opening page says has happened."""
    page = program.window.page("opening")
    assert isinstance(page, OpeningPage)
    assert page._failure is not None
    labels = [label.accessibleName() for label in page._failure.findChildren(TextLabel)]
    return " ".join(labels)


def press(qtbot: QtBot, program: Application, words: str) -> None:
    """Click the button that says `words`."""
    buttons = program.window.findChildren(QPushButton)
    button = next(each for each in buttons if words in each.text() and each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer_choices(monkeypatch: pytest.MonkeyPatch, place: int | None) -> list[tuple[Any, ...]]:
    """Choose `place` whenever there is something to choose; gives what was asked."""
    asked: list[tuple[Any, ...]] = []

    def choose(*words: Any, **named: Any) -> int | None:
        asked.append(words)
        return place

    monkeypatch.setattr(messages, "choose", choose)
    return asked


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    """Choose `folder` whenever one is asked for; None is Esc."""
    chosen = str(folder) if folder else ""
    monkeypatch.setattr(messages, "choose_folder", lambda *words: chosen)


def names_in(path: Path) -> list[str]:
    """The learners that the library at `path` knows."""
    workspace = open_workspace(str(path), now(), create=False)
    try:
        return [learner.name for learner in workspace.study.learners()]
    finally:
        workspace.close()


def test_a_damaged_library_is_restored_from_its_backup(
    qtbot: QtBot, start: Start, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write_bytes(b"not a library at all" * 500)
    program = start("opening")
    qtbot.waitUntil(lambda: "not a sound quizapp library" in failure(program), timeout=LONG)
    asked = answer_choices(monkeypatch, 0)
    press(qtbot, program, "Restore a backup")
    wait_for(qtbot, program, "home")
    assert len(asked[0][3]) == 1
    assert [each.name for each in program.session.workspace.study.learners()] == ["Aigul"]
    kept = list((library.parent / "backups").glob("*.replaced.quizdb"))
    assert [file.read_bytes()[:20] for file in kept] == [b"not a library at all"]


def test_a_library_that_is_mended_meanwhile_opens_by_trying_again(
    qtbot: QtBot, start: Start, library: Path
) -> None:
    sound = library.read_bytes()
    library.write_bytes(b"not a library at all" * 500)
    program = start("opening")
    library.write_bytes(sound)
    press(qtbot, program, "Try again")
    wait_for(qtbot, program, "home")


def test_another_folder_can_be_used_where_the_library_does_not_open(
    qtbot: QtBot, start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write_bytes(b"not a library at all" * 500)
    program = start("opening")
    (tmp_path / "second").mkdir()
    choose_folder(monkeypatch, tmp_path / "second")
    press(qtbot, program, "Choose another folder")
    wait_for(qtbot, program, "learner")
    assert program.session.path == tmp_path / "second" / LIBRARY_NAME


def test_the_library_can_be_copied_to_another_folder(
    qtbot: QtBot,
    start: Start,
    library: Path,
    preferences: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = start()
    target = tmp_path / "second"
    target.mkdir()
    choose_folder(monkeypatch, target)
    answer_choices(monkeypatch, 0)
    program.window.show_page("settings")
    press(qtbot, program, "Use another folder")
    wait_for(qtbot, program, "home")
    assert program.session.path == target / LIBRARY_NAME
    assert load_preferences(preferences).library == str(target / LIBRARY_NAME)
    program.close()
    assert names_in(target / LIBRARY_NAME) == names_in(library) == ["Aigul"]


def test_an_empty_library_can_be_started_elsewhere(
    qtbot: QtBot, start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    (tmp_path / "second").mkdir()
    choose_folder(monkeypatch, tmp_path / "second")
    answer_choices(monkeypatch, 1)
    program.window.show_page("settings")
    press(qtbot, program, "Use another folder")
    wait_for(qtbot, program, "learner")
    program.close()
    assert names_in(tmp_path / "second" / LIBRARY_NAME) == []
    assert names_in(library) == ["Aigul"]


@pytest.mark.parametrize("place", [None, 0])
def test_nothing_changes_when_no_folder_is_chosen(
    qtbot: QtBot,
    start: Start,
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: int | None,
) -> None:
    program = start()
    choose_folder(monkeypatch, tmp_path / "second" if place is None else None)
    answer_choices(monkeypatch, place)
    program.window.show_page("settings")
    press(qtbot, program, "Use another folder")
    wait_for(qtbot, program, "settings")
    assert program.session.path == library


def test_a_copy_that_cannot_be_made_leaves_all_as_it_was(
    qtbot: QtBot, start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    (tmp_path / "file").write_text("in the way")
    said: list[QuizError] = []
    monkeypatch.setattr(messages, "show_error", lambda parent, error: said.append(error))
    choose_folder(monkeypatch, tmp_path / "file")
    answer_choices(monkeypatch, 0)
    program.window.show_page("settings")
    press(qtbot, program, "Use another folder")
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert program.window.current_page == "settings"
    assert program.session.path == library
    assert program.session.is_open


def test_a_backup_is_made_at_once_and_said(qtbot: QtBot, start: Start, library: Path) -> None:
    program = start()
    before = set((library.parent / "backups").iterdir())
    program.window.show_page("settings")
    press(qtbot, program, "Back up now")
    qtbot.waitUntil(lambda: "Backed up to" in program.window.banner.words, timeout=LONG)
    (made,) = set((library.parent / "backups").iterdir()) - before
    assert names_in(made) == ["Aigul"]


def test_closing_keeps_a_backup_of_what_changed_and_only_then(
    start: Start, library: Path, qtbot: QtBot
) -> None:
    folder = library.parent / "backups"
    before = set(folder.iterdir())
    start().close()
    assert set(folder.iterdir()) == before
    program = start()
    program.session.workspace.study.add_learner("Noam", now())
    program.close()
    (made,) = set(folder.iterdir()) - before
    assert names_in(made) == ["Aigul", "Noam"]


def test_while_it_is_open_what_changed_is_backed_up(
    qtbot: QtBot, start: Start, library: Path
) -> None:
    program = start()
    folder = library.parent / "backups"
    before = set(folder.iterdir())
    program.session._timer.timeout.emit()
    qtbot.waitUntil(lambda: not program.runner.is_busy, timeout=LONG)
    assert set(folder.iterdir()) == before
    program.session.workspace.study.add_learner("Noam", now())
    program.session._timer.timeout.emit()
    qtbot.waitUntil(lambda: len(set(folder.iterdir()) - before) == 1, timeout=LONG)


def test_one_learner_goes_straight_home_and_several_are_asked(
    qtbot: QtBot, start: Start, library: Path
) -> None:
    program = start("home")
    program.session.workspace.study.add_learner("Noam", now())
    program.close()
    start("learner")


def test_a_new_name_is_kept(qtbot: QtBot, start: Start, library: Path, preferences: Path) -> None:
    program = start()
    program.session.workspace.study.add_learner("Noam", now())
    program.window.show_page("settings")
    page: Any = program.window.page("settings")
    page.name_given.emit("Noam")
    qtbot.waitUntil(lambda: "taken" in page._name.editor.accessibleDescription(), timeout=LONG)
    page.name_given.emit("Aigul S.")
    qtbot.waitUntil(lambda: "Aigul S." in program.window.banner.words, timeout=LONG)
    assert load_preferences(preferences).last_learner == "Aigul S."
    program.close()
    assert names_in(library) == ["Aigul S.", "Noam"]


def test_a_folder_that_is_gone_is_said_and_not_made(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    gone = tmp_path / "stick" / "quiz" / LIBRARY_NAME
    program = start("opening", gone)
    assert "There is no library at" in failure(program)
    assert not gone.parent.exists()
    gone.parent.mkdir(parents=True)
    press(qtbot, program, "Try again")
    wait_for(qtbot, program, "learner")


def test_damage_that_shows_later_leads_to_the_ways_on(
    qtbot: QtBot, start: Start, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    damage = LibraryDamagedError("The file is not sound.", "Restore a backup.")

    def fail(*words: Any) -> None:
        raise damage

    monkeypatch.setattr(program.session.workspace.study, "home", fail)
    program.window.show_page("about")
    program.window.show_page("home")
    wait_for(qtbot, program, "opening")
    assert "not sound" in failure(program)
    monkeypatch.undo()
    answer_choices(monkeypatch, 0)
    press(qtbot, program, "Restore a backup")
    wait_for(qtbot, program, "home")
    assert program.window.banner.words.startswith("The library is as it was today")


def test_a_bundled_pack_that_cannot_be_used_is_said_and_keeps_nobody_out(
    qtbot: QtBot,
    qapp: QApplication,
    library: Path,
    preferences: Path,
    programs: list[Application],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path / "content" / "broken"
    broken.mkdir(parents=True)
    (broken / "pack.yaml").write_text("title: [", encoding="utf-8")
    monkeypatch.setattr("quizapp.services.workspace.content_folder", lambda: tmp_path / "content")
    program = Application(qapp, str(library), preferences)
    programs.append(program)
    wait_for(qtbot, program, "home")
    assert str(broken) in program.window.banner.words
