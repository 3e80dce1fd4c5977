"""Exporting: what goes out, as which version, where to, and what came of it."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.pages.export_page import ExportPage
from quizapp.ui.theme import apply_theme
from tests.ui.pack_samples import BUNDLED, PACK

FILE = "/home/teacher/aldsand.quizpack"


@pytest.fixture
def page(qtbot: QtBot) -> ExportPage:
    """The page, shown."""
    made = ExportPage()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_pack(PACK)
    return made


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return next(each for each in shown if each.text() == words)


def press(page: QWidget, words: str) -> None:
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def export(qtbot: QtBot, page: ExportPage) -> list[object]:
    """What is asked for once a file is chosen."""
    with qtbot.waitSignal(page.file_requested):
        press(page, "Export to a file")
    with qtbot.waitSignal(page.export_requested) as asked:
        page.set_file(FILE)
    assert asked.args is not None
    return list(asked.args)


def test_the_next_version_of_the_whole_pack_is_suggested(qtbot: QtBot, page: ExportPage) -> None:
    assert "The whole pack: 12 questions." in texts(page)
    with qtbot.waitSignal(page.file_requested) as asked:
        press(page, "Export to a file")
    assert asked.args == ["aldsand-1.0.1.quizpack"]
    assert export(qtbot, page) == [FILE, "1.0.1", None]


def test_enter_is_enough(qtbot: QtBot, page: ExportPage) -> None:
    choose = button(page, "Export to a file")
    qtbot.waitUntil(choose.hasFocus)
    with qtbot.waitSignal(page.file_requested):
        QTest.keyClick(choose, Qt.Key.Key_Return)


def test_the_version_can_be_kept_or_written(qtbot: QtBot, page: ExportPage) -> None:
    press(page, "Keep 1.0.0")
    assert export(qtbot, page) == [FILE, "1.0.0", None]
    press(page, "Another one")
    assert not button(page, "Export to a file").isEnabled()
    QTest.keyClicks(next(e for e in page.findChildren(QLineEdit) if e.isVisible()), "2.0.0")
    assert export(qtbot, page) == [FILE, "2.0.0", None]


def test_no_file_is_no_export(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.assertNotEmitted(page.export_requested):
        page.set_file("")


def test_chosen_questions_can_go_out_alone(qtbot: QtBot, page: ExportPage) -> None:
    page.show_pack(PACK, (7, 8, 9))
    assert any("is left with the part" in words for words in texts(page))
    assert export(qtbot, page)[2] == (7, 8, 9)
    press(page, "The whole pack")
    assert not any("is left with the part" in words for words in texts(page))
    assert export(qtbot, page)[2] is None


def test_a_bundled_pack_keeps_its_version(qtbot: QtBot, page: ExportPage) -> None:
    page.show_pack(BUNDLED)
    assert export(qtbot, page) == [FILE, "1.0.0", None]


def test_a_pack_without_questions_does_not_go_out(page: ExportPage) -> None:
    page.show_pack(msgspec.structs.replace(PACK, questions=0))
    assert "This pack has no questions yet." in texts(page)
    assert not button(page, "Export to a file").isEnabled()


def test_while_it_is_written_it_can_be_stopped(qtbot: QtBot, page: ExportPage) -> None:
    export(qtbot, page)
    page.show_exporting()
    page.show_progress(1, 2)
    assert {f"Writing {FILE}", "1 of 2"} <= set(texts(page))
    with qtbot.waitSignal(page.cancel_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.cancel_requested):
        press(page, "Stop")


def test_the_file_can_be_shown(qtbot: QtBot, page: ExportPage) -> None:
    page.show_done(FILE)
    assert {"The pack is exported.", FILE} <= set(texts(page))
    with qtbot.waitSignal(page.shown_requested) as asked:
        press(page, "Show the file")
    assert asked.args == [FILE]
    with qtbot.waitSignal(page.back_requested):
        press(page, "Back to the library")


def test_a_failure_leaves_what_was_chosen(qtbot: QtBot, page: ExportPage) -> None:
    page.show_pack(PACK, (7, 8, 9))
    page.show_exporting()
    page.show_failed("The disk is full.", "Make room, or choose another place.")
    assert {"The disk is full.", "Make room, or choose another place."} <= set(texts(page))
    assert export(qtbot, page)[2] == (7, 8, 9)


def test_esc_goes_back(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(
    qapp: QApplication,
    page: ExportPage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
) -> None:
    apply_theme(qapp, "light", percent)
    page.show_pack(PACK, (7, 8, 9))
    QApplication.processEvents()
    assert unnamed(page) == []
    content = page._column.widget()
    assert content is not None
    assert max(page.minimumSizeHint().width(), content.minimumSizeHint().width()) <= 484
