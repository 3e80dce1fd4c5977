"""Packs that are used from their folders: edits by hand are seen at once, and mistakes told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.formats.native.writing import write_pack
from quizapp.packs import Pack
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.pages.library_page import LibraryPage
from tests.authors import LONG, settle, workspace_of
from tests.samples import sample_pack

STEM = "The lighthouse of Aldsand is 31 metres high."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a pack that no library knows."""
    pack = sample_pack()
    manifest = msgspec.structs.replace(pack.manifest, id="towers", title="Towers")
    return write(msgspec.structs.replace(pack, manifest=manifest), tmp_path / "towers")


def write(pack: Pack, place: Path) -> Path:
    write_pack(pack, place)
    return place.resolve()


@pytest.fixture
def opened(qtbot: QtBot, program: Application, folder: Path) -> LibraryPage:
    """The library, with the pack that is used from its folder, as a person gets there."""
    program.window.resize(1366, 768)
    program.authoring.imports.take([folder])
    settle(qtbot, program)
    press(qtbot, program, "Use it from its folder")
    page = program.window.page("library")
    assert isinstance(page, LibraryPage)
    qtbot.waitUntil(lambda: "Towers" in texts(page), timeout=LONG)
    settle(qtbot, program)
    return page


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, program: Application, words: str) -> None:
    """Press the button of the present page that says so."""
    QApplication.processEvents()
    page = program.window.page(program.window.current_page)
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    target = next(each for each in shown if words in (each.text(), each.accessibleName()))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    settle(qtbot, program)


def stems(page: LibraryPage) -> list[str]:
    """What stands in the table."""
    rows = page._found.table.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def file_with(folder: Path, words: str) -> Path:
    return next(
        each
        for each in (folder / "questions").iterdir()
        if words in each.read_text(encoding="utf-8")
    )


def edit(folder: Path, before: str, after: str) -> None:
    """As an editor saves: a new file takes the place of the old one."""
    file = file_with(folder, before)
    new = file.with_suffix(".tmp")
    text = file.read_text(encoding="utf-8")
    new.write_text(text.replace(before, after, 1), encoding="utf-8")
    new.replace(file)


def banner(program: Application) -> Callable[[str], bool]:
    """Whether the banner says something."""
    return lambda words: words in program.window.banner.words


def test_a_folder_is_used_from_where_it_is(
    program: Application, opened: LibraryPage, folder: Path
) -> None:
    assert program.window.current_page == "library"
    assert any(f"Kept in the folder {folder}" in words for words in texts(opened))
    assert STEM in stems(opened)
    assert banner(program)("“Towers” is used from its folder")


def test_an_edit_by_hand_is_seen_in_the_table(
    qtbot: QtBot, program: Application, opened: LibraryPage, folder: Path
) -> None:
    edit(folder, STEM, "The tower is high.")
    qtbot.waitUntil(lambda: "The tower is high." in stems(opened), timeout=LONG)
    assert STEM not in stems(opened)
    assert program.window.banner.words == "“Towers” was changed in its folder: 1 changed."


def test_a_mistake_is_told_with_its_place_until_it_is_mended(
    qtbot: QtBot, program: Application, opened: LibraryPage, folder: Path
) -> None:
    said = banner(program)
    name = file_with(folder, STEM).name
    edit(folder, f"stem: {STEM}", f"stemm: {STEM}")
    qtbot.waitUntil(lambda: said(f"questions/{name}:"), timeout=LONG)
    assert STEM in stems(opened)
    program.window.show_page("home")
    program.window.show_page("library")
    settle(qtbot, program)
    assert said(f"questions/{name}:")
    edit(folder, f"stemm: {STEM}", "stem: The tower is high.")
    qtbot.waitUntil(lambda: said("can be read again"), timeout=LONG)
    assert said("“Towers” was changed in its folder: 1 changed.")
    qtbot.waitUntil(lambda: "The tower is high." in stems(opened), timeout=LONG)


def test_what_is_put_back_as_it_was_is_told_too(
    qtbot: QtBot, program: Application, opened: LibraryPage, folder: Path
) -> None:
    edit(folder, f"stem: {STEM}", f"stemm: {STEM}")
    qtbot.waitUntil(lambda: banner(program)("stem"), timeout=LONG)
    edit(folder, f"stemm: {STEM}", f"stem: {STEM}")
    mended = "The files of your packs can be read again."
    qtbot.waitUntil(lambda: program.window.banner.words == mended, timeout=LONG)
    assert STEM in stems(opened)


def test_the_details_show_the_folder_and_let_go_of_it(
    qtbot: QtBot,
    program: Application,
    opened: LibraryPage,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return True

    monkeypatch.setattr(messages, "show_in_files", show)
    answers = [False, True]
    monkeypatch.setattr(messages, "ask", lambda *_, **__: answers.pop(0))
    press(qtbot, program, "Details")
    assert str(folder) in texts(program.window.page("pack"))
    press(qtbot, program, "Show folder")
    assert shown == [folder]
    press(qtbot, program, "Stop using the folder")  # and then not
    assert str(folder) in texts(program.window.page("pack"))
    press(qtbot, program, "Stop using the folder")
    assert str(folder) not in texts(program.window.page("pack"))
    assert banner(program)("The pack stays in your library.")
    assert workspace_of(program).sharing.folders() == ()

    edit(folder, STEM, "The tower is high.")
    press(qtbot, program, "Back")
    program.authoring.folders.look()
    settle(qtbot, program)
    assert STEM in stems(opened)
    assert not any("Kept in the folder" in words for words in texts(opened))


def test_a_folder_without_a_file_manager_is_named(
    qtbot: QtBot,
    program: Application,
    opened: LibraryPage,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "show_in_files", lambda path: False)
    press(qtbot, program, "Details")
    press(qtbot, program, "Show folder")
    assert banner(program)(str(folder))


def test_a_folder_that_is_chosen_can_be_used_by_keys(
    qtbot: QtBot, program: Application, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_: str(folder))
    program.authoring.imports.begin()
    press(qtbot, program, "Choose a folder")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return):  # "Import" has the focus, then the folder
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    settle(qtbot, program)
    (pack,) = workspace_of(program).sharing.folders()
    assert (pack.id, pack.folder) == ("towers", str(folder))


def test_after_a_folder_the_next_pack_that_was_given_is_shown(
    qtbot: QtBot, program: Application, folder: Path, tmp_path: Path
) -> None:
    other = sample_pack()
    manifest = msgspec.structs.replace(other.manifest, id="other", title="Other towers")
    second = write(msgspec.structs.replace(other, manifest=manifest), tmp_path / "other")
    program.authoring.imports.take([folder, second])
    settle(qtbot, program)
    press(qtbot, program, "Use it from its folder")
    assert program.window.current_page == "import"
    assert "Other towers" in texts(program.window.page("import"))


def test_what_is_open_or_comes_with_the_program_is_not_offered(
    qtbot: QtBot, program: Application, opened: LibraryPage, folder: Path, tmp_path: Path
) -> None:
    def offered(path: Path) -> bool:
        program.authoring.imports.take([path])
        settle(qtbot, program)
        page = program.window.page("import")
        buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
        return any(each.text() == "Use it from its folder" for each in buttons)

    assert not offered(folder)
    bundled = next(each for each in workspace_of(program).catalogue.packs() if each.is_locked)
    copy = tmp_path / "bundled"
    workspace_of(program).sharing.export(bundled.number, copy)
    assert not offered(copy)


def test_a_folder_made_in_the_window_is_watched_at_once(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    program.authoring.packs.begin()
    settle(qtbot, program)
    page: Any = program.window.page("pack")
    entry = {"id": "here", "title": "Here", "version": "1.0.0", "language": "en"}
    page.create_requested.emit(entry, "examples", str(tmp_path))
    settle(qtbot, program)
    manifest = tmp_path / "here" / "pack.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("title: Here", "title: There"), encoding="utf-8")
    qtbot.waitUntil(
        lambda: any(each.title == "There" for each in workspace_of(program).catalogue.packs()),
        timeout=LONG,
    )
