"""New packs and the details of packs."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.formats.native.entries import check_manifest_entry, manifest_entry
from quizapp.ui import messages
from quizapp.ui.pages.pack_page import PackPage
from quizapp.ui.theme import apply_theme
from tests.ui.pack_samples import BUNDLED, MANIFEST, PACK

USES = {"history": [("built", "1867: The lighthouse was built.")]}


@pytest.fixture
def page(qtbot: QtBot) -> PackPage:
    """The page for a new pack, shown."""
    made = PackPage()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.begin_new({"aldsand"})
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """What the person will answer; each question takes one."""
    given: list[bool] = []
    monkeypatch.setattr(messages, "ask", lambda *_, **__: given.pop(0))
    yield given
    assert given == []


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return next(each for each in shown if words in (each.text(), each.accessibleName()))


def press(page: QWidget, words: str) -> None:
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def field(page: QWidget, name: str) -> QWidget:
    """The editor with this name."""
    QApplication.processEvents()
    return next(
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.accessibleName() == name
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


def write(page: QWidget, name: str, text: str) -> None:
    editor = field(page, name)
    editor.setFocus()
    QTest.keyClicks(editor, text)


def check(page: PackPage, entry: dict[str, Any]) -> None:
    """Say what is wrong, as the program does."""
    page.show_problems(check_manifest_entry(entry).problems)


def test_a_title_is_enough_for_a_new_pack(qtbot: QtBot, page: PackPage) -> None:
    qtbot.waitUntil(field(page, "Title").hasFocus)
    write(page, "Title", "The harbour of Aldsand")
    with qtbot.waitSignal(page.create_requested) as asked:
        press(page, "Create pack")
    assert asked.args is not None
    entry, template, folder = asked.args
    assert entry == {
        "format": 1,
        "version": "1.0.0",
        "language": "en",
        "id": "the-harbour-of-aldsand",
        "title": "The harbour of Aldsand",
    }
    assert (template, folder) == ("empty", "")
    assert check_manifest_entry(entry).manifest is not None


def test_the_id_is_made_until_it_is_written(page: PackPage) -> None:
    write(page, "Title", "Aldsand")
    assert page._entry()["id"] == "aldsand-2"
    identity = field(page, "Id")
    identity.setFocus()
    QTest.keyClicks(identity, "x")
    write(page, "Title", " again")
    assert page._entry()["id"] == "aldsand-2x"


def test_all_fields_come_out_as_files_hold_them(page: PackPage) -> None:
    write(page, "Title", "Harbours")
    write(page, "Description", "What they are.")
    write(page, "Authors", "A. Keeper")
    QTest.keyClick(field(page, "Authors"), Qt.Key.Key_Return)
    write(page, "Authors", "B. Marsh")
    QTest.keyClick(field(page, "Licence of the pack"), Qt.Key.Key_Down)
    write(page, "Title of the article", "Harbour")
    QTest.keyClick(field(page, "Licence of the article"), Qt.Key.Key_End)
    write(page, "Name of the licence", "GFDL")
    entry = page._entry()
    assert entry["authors"] == ["A. Keeper", "B. Marsh"]
    assert entry["description"] == "What they are."
    assert entry["licence"] == "CC-BY-SA-4.0"
    assert entry["article"] == {"title": "Harbour", "licence": "GFDL"}


def test_each_licence_says_what_it_means(page: PackPage) -> None:
    assert "Nobody may share it without asking." in texts(page)
    licence = field(page, "Licence of the pack")
    for _ in range(4):
        QTest.keyClick(licence, Qt.Key.Key_Down)
    assert "Anyone may do anything with it." in texts(page)


def test_a_folder_must_be_chosen_where_it_is_to_be_one(qtbot: QtBot, page: PackPage) -> None:
    write(page, "Title", "Harbours")
    press(page, "In a folder")
    assert not button(page, "Create pack").isEnabled()
    with qtbot.waitSignal(page.folder_requested):
        press(page, "Choose a folder")
    page.set_folder("/home/teacher/harbours")
    press(page, "With examples")
    with qtbot.waitSignal(page.create_requested) as asked:
        press(page, "Create pack")
    assert asked.args is not None
    assert asked.args[1:] == ["examples", "/home/teacher/harbours"]


def test_what_is_wrong_is_said_at_the_field_and_shown(qtbot: QtBot, page: PackPage) -> None:
    with qtbot.waitSignal(page.check_requested) as asked:
        write(page, "Publisher", "The Coast")
    assert asked.args is not None
    check(page, asked.args[0])
    assert not field(page, "Title").accessibleDescription().startswith("The field")
    with qtbot.waitSignal(page.create_requested) as asked:
        press(page, "Create pack")
    assert asked.args is not None
    check(page, asked.args[0])
    assert field(page, "Title").hasFocus()
    assert "missing" in field(page, "Title").accessibleDescription()
    assert "missing" in field(page, "Title of the article").accessibleDescription()


def test_a_wrong_id_is_said_at_its_field(page: PackPage) -> None:
    write(page, "Title", "Harbours")
    write(page, "Id", "!")
    check(page, page._entry())
    assert "harbours!" in field(page, "Id").accessibleDescription()


def test_details_come_out_as_they_went_in(qtbot: QtBot, page: PackPage) -> None:
    entry = manifest_entry(MANIFEST)
    page.show_details(PACK, entry, USES)
    assert page.may_leave()
    with qtbot.waitSignal(page.save_requested) as asked:
        press(page, "Save details")
    assert asked.args == [entry]


def test_version_and_sources_of_a_pack_can_be_changed(qtbot: QtBot, page: PackPage) -> None:
    page.show_details(PACK, manifest_entry(MANIFEST), USES)
    write(page, "Version", "1")
    assert not button(page, "Remove: History").isEnabled()
    press(page, "Remove: The lamp")
    press(page, "Add a reference")
    write(page, "Reference", "A map.")
    press(page, "Save reference")
    with qtbot.waitSignal(page.save_requested) as asked:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args is not None
    entry = asked.args[0]
    assert entry["version"] == "1.0.01"
    assert [each["id"] for each in entry["sections"]] == ["history"]
    assert [each["id"] for each in entry["references"]] == ["1", "2", "3"]


def test_a_source_that_is_being_written_is_not_left_out(
    qtbot: QtBot, page: PackPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda *words: told.append(words[1]))
    page.show_details(PACK, manifest_entry(MANIFEST), USES)
    press(page, "Add a reference")
    write(page, "Reference", "A map.")
    with qtbot.assertNotEmitted(page.save_requested):
        press(page, "Save details")
    assert told == ["A section or a reference is still being written."]


def test_the_id_of_a_pack_stays(page: PackPage) -> None:
    page.show_details(PACK, manifest_entry(MANIFEST), USES)
    write(page, "Id", "x")
    write(page, "Title", "!")
    assert page._entry()["id"] == "aldsand"


def test_a_bundled_pack_can_only_be_copied(qtbot: QtBot, page: PackPage) -> None:
    page.show_details(BUNDLED, manifest_entry(MANIFEST), USES)
    assert "This pack comes with the program and is not changed." in texts(page)
    shown = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert not {"Save details", "Add a section", "Add a reference"} & set(shown)
    assert not page._form.isEnabled()
    with qtbot.waitSignal(page.copy_requested):
        press(page, "Make a copy")


def test_what_was_filled_in_is_not_lost_without_asking(page: PackPage, answers: list[bool]) -> None:
    assert page.may_leave()
    write(page, "Title", "Harbours")
    answers.append(False)
    assert not page.may_leave()
    page.saved()
    assert page.may_leave()


def test_esc_and_cancel_ask_to_go_back(qtbot: QtBot, page: PackPage) -> None:
    with qtbot.waitSignal(page.cancel_requested):
        QTest.keyClick(field(page, "Description"), Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.cancel_requested):
        press(page, "Cancel")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("is_new", [True, False])
def test_everything_has_a_name_and_room(
    qapp: QApplication,
    page: PackPage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
    is_new: bool,
) -> None:
    apply_theme(qapp, "light", percent)
    if is_new:
        page.set_folder("/home/teacher/a-very-long-name-of-a-folder/harbours")
    else:
        page.show_details(PACK, manifest_entry(MANIFEST), USES)
    QApplication.processEvents()
    assert unnamed(page) == []
    content = page._column.widget()
    assert content is not None
    assert max(page.minimumSizeHint().width(), content.minimumSizeHint().width()) <= 484


def test_a_pack_in_a_folder_says_where_and_lets_go_of_it(qtbot: QtBot, page: PackPage) -> None:
    pack = msgspec.structs.replace(PACK, origin="folder", folder="/home/teacher/aldsand")
    page.show_details(pack, manifest_entry(MANIFEST), USES)
    assert "/home/teacher/aldsand" in texts(page)
    with qtbot.waitSignal(page.show_folder_requested) as asked:
        press(page, "Show folder")
    assert asked.args == ["/home/teacher/aldsand"]
    with qtbot.waitSignal(page.stop_folder_requested):
        press(page, "Stop using the folder")
    write(page, "Title", " indeed")
    page.leave_folder()
    assert "/home/teacher/aldsand" not in texts(page)
    assert field(page, "Title").property("text").endswith(" indeed")


def test_a_pack_in_the_library_has_no_folder(page: PackPage) -> None:
    page.show_details(PACK, manifest_entry(MANIFEST), USES)
    assert "Folder" not in texts(page)
