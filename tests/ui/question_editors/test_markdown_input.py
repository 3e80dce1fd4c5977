"""Marks by keys and buttons; images by paste, drop and from a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui import messages
from quizapp.ui.question_editors.parts.markdown_area import MarkdownArea
from quizapp.ui.question_editors.parts.markdown_input import MarkdownInput
from quizapp.ui.widgets.small_button import ToolIconButton
from tests.ui.question_editors.conftest import (
    Deed,
    Show,
    Shown,
    click,
    describe,
    focused,
    png,
    press,
    write,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WhenOpen = Callable[[Deed], None]


def stem(shown: Shown) -> MarkdownArea:
    assert isinstance(shown.form.stem, MarkdownInput)
    area = shown.form.stem.area
    assert isinstance(area, MarkdownArea)
    return area


@pytest.fixture
def shown(show: Show) -> Shown:
    opened = show("true_false", {"type": "true_false", "stem": "Which year?"})
    opened.form.focus_path("stem")
    return opened


@pytest.mark.parametrize(
    ("key", "modifier", "text"),
    [
        (Qt.Key.Key_B, CTRL, "**Which** year?"),
        (Qt.Key.Key_I, CTRL, "*Which* year?"),
        (Qt.Key.Key_E, CTRL, "`Which` year?"),
        (Qt.Key.Key_K, CTRL, "[Which](https://) year?"),
        (Qt.Key.Key_L, CTRL | SHIFT, "- Which year?"),
    ],
)
def test_keys_mark_the_selection(
    shown: Shown, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str
) -> None:
    stem(shown).select(0, 5)
    press(key, modifier)
    assert shown.entry["stem"] == text
    assert shown.edited[-1] == "stem"
    assert focused() is stem(shown)


def test_buttons_mark_the_selection_and_unmark_it(shown: Shown) -> None:
    stem(shown).select(6, 10)
    bold = shown.form.stem.findChildren(ToolIconButton)[0]
    click(bold)
    assert shown.entry["stem"] == "Which **year**?"
    assert focused() is stem(shown)
    click(bold)
    assert shown.entry["stem"] == "Which year?"


def test_typing_goes_on_where_the_mark_is(shown: Shown) -> None:
    press(Qt.Key.Key_End, CTRL)
    write(" ")
    press(Qt.Key.Key_B, CTRL)
    write("now")
    assert shown.entry["stem"] == "Which year? **now**"


def test_places_are_counted_in_characters(shown: Shown) -> None:
    """Qt counts in UTF-16, in which some characters take two places."""
    stem(shown).show_text("𝒳 = 😀 here")
    stem(shown).select(4, 5)
    press(Qt.Key.Key_B, CTRL)
    assert shown.entry["stem"] == "𝒳 = **😀** here"


def drop_away(sheet: QWidget) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def paste_image() -> None:
    image = QImage()
    image.loadFromData(png())
    QGuiApplication.clipboard().setImage(image)
    press(Qt.Key.Key_V, CTRL)


def test_an_image_is_pasted_with_its_description(
    qtbot: QtBot, shown: Shown, when_open: WhenOpen
) -> None:
    press(Qt.Key.Key_End, CTRL)
    when_open(describe("The tower"))
    paste_image()
    qtbot.waitUntil(lambda: bool(shown.added))
    name, data = shown.added[0]
    assert (name, data[:4]) == ("", b"\x89PNG")
    assert shown.entry["stem"] == "Which year?\n\n![The tower](media/added.png)"
    assert shown.form.context.media["media/added.png"] == data


def test_an_image_that_is_not_wanted_after_all_leaves_no_trace(
    qtbot: QtBot, shown: Shown, when_open: WhenOpen
) -> None:
    closed: list[bool] = []

    def close(sheet: QWidget) -> None:
        drop_away(sheet)
        closed.append(True)

    when_open(close)
    paste_image()
    qtbot.waitUntil(lambda: bool(closed))
    assert shown.added == []
    assert shown.entry["stem"] == "Which year?"


def test_a_file_is_dropped(qtbot: QtBot, shown: Shown, when_open: WhenOpen, tmp_path: Path) -> None:
    file = tmp_path / "My tower.PNG"
    file.write_bytes(png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert stem(shown).canInsertFromMimeData(data)
    when_open(describe("The tower"))
    stem(shown).insertFromMimeData(data)
    qtbot.waitUntil(lambda: bool(shown.added))
    assert shown.added == [("My tower.PNG", png())]


def test_a_file_is_chosen(
    shown: Shown, when_open: WhenOpen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tower.png"
    file.write_bytes(png())
    monkeypatch.setattr(messages, "choose_file", lambda *_: str(file))
    when_open(describe(""))
    press(Qt.Key.Key_I, CTRL | SHIFT)
    assert shown.added == [("tower.png", png())]
    assert "![](media/added.png)" in shown.entry["stem"]


@pytest.mark.parametrize("data", [b"", b"no image", b"<svg xmlns='x'/>"])
def test_what_is_no_image_is_refused_in_words(
    shown: Shown,
    when_open: WhenOpen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
) -> None:
    file = tmp_path / "tower.png"
    file.write_bytes(data)
    monkeypatch.setattr(messages, "choose_file", lambda *_: str(file))
    said: list[str] = []
    when_open(lambda sheet: said.extend(label.text() for label in sheet.findChildren(QLabel)))
    press(Qt.Key.Key_I, CTRL | SHIFT)
    assert len(said) == 2
    assert shown.added == []


def test_a_file_that_cannot_be_read_is_told(
    shown: Shown, when_open: WhenOpen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_file", lambda *_: str(tmp_path / "gone.png"))
    said: list[str] = []
    when_open(lambda sheet: said.extend(label.text() for label in sheet.findChildren(QLabel)))
    press(Qt.Key.Key_I, CTRL | SHIFT)
    assert "gone.png" in said[0]


def test_text_is_pasted_as_text(shown: Shown) -> None:
    press(Qt.Key.Key_End, CTRL)
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText(" bold\nand more")
    stem(shown).insertFromMimeData(data)
    assert shown.entry["stem"] == "Which year? bold\nand more"


def test_everything_in_the_sheet_has_a_name(
    shown: Shown, when_open: WhenOpen, qtbot: QtBot, unnamed: Callable[[QWidget], list[str]]
) -> None:
    found: list[list[str]] = []
    when_open(lambda sheet: found.append(unnamed(sheet)))
    paste_image()
    qtbot.waitUntil(lambda: bool(found))
    assert found == [[]]
