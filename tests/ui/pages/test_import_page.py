"""Importing: all is said before anything happens, and nothing happens without a yes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.services.authoring_values import ImportPreview
from quizapp.ui.pages.import_page import ImportPage
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.option_row import OptionRow
from tests.ui.pack_samples import changes, newer, preview

OTHER = preview(relation="other", present="1.0", present_title="Aldsand in old maps")


@pytest.fixture
def page(qtbot: QtBot) -> ImportPage:
    """The page, shown."""
    made = ImportPage()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def buttons(page: QWidget) -> list[str]:
    """What can be pressed."""
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return [each.text() for each in shown if each.text() and each.isEnabled()]


def press(page: QWidget, words: str) -> None:
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    target = next(each for each in shown if words in (each.text(), each.accessibleName()))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def lists(page: QWidget) -> list[str]:
    QApplication.processEvents()
    shown = [each for each in page.findChildren(Disclosure) if each.isVisible()]
    return [each.heading.accessibleName() for each in shown]


def open_list(page: QWidget, words: str) -> None:
    QApplication.processEvents()
    part = next(
        each
        for each in page.findChildren(Disclosure)
        if each.isVisible() and each.heading.accessibleName().startswith(words)
    )
    QTest.mouseClick(part.heading, Qt.MouseButton.LeftButton)


def test_it_begins_with_choosing_a_file(qtbot: QtBot, page: ImportPage) -> None:
    assert "Choose the pack to import." in texts(page)
    with qtbot.waitSignal(page.file_requested):
        press(page, "Choose a file")


def test_a_new_pack_says_what_it_is(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(preview())
    assert {
        "This pack is not in your library yet.",
        "The lighthouse of Aldsand",
        "Version 1.1.0",
        "By A. Keeper, B. Marsh",
        "Licence: CC-BY-SA-4.0",
        "Language: English",
        "12 questions, 6 facts, 2 images",
    } <= set(texts(page))
    assert lists(page) == ["12 questions, closed"]
    with qtbot.waitSignal(page.import_requested) as asked:
        press(page, "Import")
    assert asked.args == ["/home/teacher/aldsand.quizpack", "abc", ""]


def test_enter_imports(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(preview())
    button = next(each for each in page.findChildren(QAbstractButton) if each.text() == "Import")
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(page.import_requested):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_newer_version_shows_what_is_new_changed_and_gone(page: ImportPage) -> None:
    page.show_preview(newer())
    assert "From 1.0.0 to 1.1.0." in texts(page)
    assert lists(page) == [
        "3 new questions, closed",
        "2 changed questions, closed",
        "1 question is gone, closed",
        "2 pieces of advice for its author, closed",
    ]
    assert "9 questions stay as they are." in texts(page)
    assert any(words.startswith("Records are kept: 13 answers") for words in texts(page))
    open_list(page, "2 changed")
    said = texts(page)
    assert "(removed: When)(inserted: In which year) was lamp number 1 first lit?" in said
    assert "4 answers on record" in said


def test_what_changed_besides_the_stem_is_said(page: ImportPage) -> None:
    same = "In which year was lamp number {n} first lit?"
    page.show_preview(preview(relation="newer", present="1.0", changed=changes(1, before=same)))
    open_list(page, "1 changed")
    assert "The question reads as before; other parts changed." in texts(page)


def test_only_the_first_of_very_many_are_listed(page: ImportPage) -> None:
    page.show_preview(preview(new=changes(250)))
    open_list(page, "250 questions")
    assert "and 50 more" in texts(page)
    assert sum("lamp number" in words for words in texts(page)) == 200


def test_the_same_pack_needs_nothing(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(preview(relation="same", present="1.1.0", new=(), unchanged=12))
    assert "You have exactly this pack already." in texts(page)
    assert "Import" not in buttons(page)
    with qtbot.waitSignal(page.opened_requested):
        press(page, "Open in the library")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (preview(relation="older", present="2.0"), "This version is older than the one you have."),
        (
            preview(relation="changed", present="1.1.0"),
            "This has the same version as your pack, but other contents.",
        ),
    ],
)
def test_what_takes_something_back_warns(
    page: ImportPage, shown: ImportPreview, words: str
) -> None:
    page.show_preview(shown)
    assert words in texts(page)
    assert {"Import", "Cancel"} <= set(buttons(page))


def test_another_pack_of_the_same_id_is_kept_beside_the_first(
    qtbot: QtBot, page: ImportPage
) -> None:
    page.show_preview(OTHER)
    assert any("“Aldsand in old maps”" in words for words in texts(page))
    with qtbot.waitSignal(page.import_requested) as asked:
        press(page, "Import")
    assert asked.args is not None
    assert asked.args[2] == "aldsand-2"


@pytest.mark.parametrize("name", ["aldsand", "Not an id!", "", "-"])
def test_the_new_id_must_be_one_that_is_free(page: ImportPage, name: str) -> None:
    page.show_preview(OTHER)
    (field,) = page.findChildren(QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, name)
    assert "Import" not in buttons(page)
    assert field.accessibleDescription()
    QTest.keyClicks(field, "x2" if name == "aldsand" else "")
    assert ("Import" in buttons(page)) == (name == "aldsand")


def test_replacing_another_pack_is_chosen_on_purpose(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(OTHER)
    QApplication.processEvents()
    first, second = page.findChildren(OptionRow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    assert "Import" not in buttons(page)
    with qtbot.waitSignal(page.import_requested) as asked:
        press(page, "Replace")
    assert asked.args is not None
    assert asked.args[2] == ""


def test_while_it_runs_it_can_be_stopped(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(newer())
    page.show_importing()
    page.show_progress(30, 120)
    assert {"Importing “The lighthouse of Aldsand”", "30 of 120"} <= set(texts(page))
    assert "Import" not in buttons(page)
    with qtbot.waitSignal(page.cancel_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.cancel_requested):
        press(page, "Stop")


def test_reading_can_be_stopped_too(qtbot: QtBot, page: ImportPage) -> None:
    page.show_reading("aldsand.quizpack")
    assert "Looking at aldsand.quizpack" in texts(page)
    with qtbot.waitSignal(page.cancel_requested):
        press(page, "Stop")


def test_what_came_of_it_is_told(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(newer())
    page.show_importing()
    page.show_done()
    assert {
        "“The lighthouse of Aldsand” is in your library.",
        "3 questions are new, 2 have changed, 1 is retired",
    } <= set(texts(page))
    with qtbot.waitSignal(page.opened_requested):
        press(page, "Open in the library")


def test_a_failure_says_what_to_do(qtbot: QtBot, page: ImportPage) -> None:
    page.show_failed("The file is damaged.", "Ask for it once more.")
    assert {"The file is damaged.", "Ask for it once more."} <= set(texts(page))
    with qtbot.waitSignal(page.file_requested):
        press(page, "Choose another file")


def test_esc_and_cancel_go_back(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(preview())
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.back_requested):
        press(page, "Cancel")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("shown", [newer(), OTHER])
def test_everything_has_a_name_and_room(
    qapp: QApplication,
    page: ImportPage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
    shown: ImportPreview,
) -> None:
    apply_theme(qapp, "light", percent)
    page.show_preview(shown)
    for part in page.findChildren(Disclosure):
        part.set_open(True)
    qapp.processEvents()
    assert unnamed(page) == []
    content = page._column.widget()
    assert content is not None
    assert max(page.minimumSizeHint().width(), content.minimumSizeHint().width()) <= 484


def test_a_pack_in_a_folder_can_stay_there(qtbot: QtBot, page: ImportPage) -> None:
    page.show_preview(preview(path="/home/teacher/aldsand"), may_stay=True)
    assert any("Used from its folder, the pack stays there" in words for words in texts(page))
    with qtbot.waitSignal(page.in_place_requested) as asked:
        press(page, "Use it from its folder")
    assert asked.args == ["/home/teacher/aldsand"]
    page.show_preview(preview())
    assert "Use it from its folder" not in buttons(page)


def test_a_folder_can_be_chosen(qtbot: QtBot, page: ImportPage) -> None:
    with qtbot.waitSignal(page.folder_requested):
        press(page, "Choose a folder")
