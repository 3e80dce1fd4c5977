from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import TextRole, apply_theme
from quizapp.ui.widgets.markdown import SafeDocument, is_plain, plain_text
from quizapp.ui.widgets.markdown_view import MarkdownView
from tests.ui.conftest import Place

LONG = "In **May 1996** the embassy was opened. " * 12


@pytest.mark.parametrize("text", ["May 1996", "12,5 – 14 %", "Қазақстан", "הנשיא", ""])
def test_plain_text_is_known_as_such(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", ["**a**", "1. a", "- a", "a\nb", "# a", "<b>", "a_b_", "`a`", "&amp;", "www.a.org"]
)
def test_what_may_be_markdown_is_read_as_markdown(text: str) -> None:
    assert not is_plain(text)


def test_the_words_can_be_had_without_the_marks() -> None:
    assert plain_text("**May** *1996*") == "May 1996"
    assert plain_text("May 1996") == "May 1996"


def test_it_is_as_tall_as_its_text(place: Place, qapp: QApplication) -> None:
    view = MarkdownView(LONG)
    holder = place(view, width=400)
    wide = view.height()
    assert wide == view.heightForWidth(view.width())
    assert not view.verticalScrollBar().maximum()
    holder.resize(200, 900)
    qapp.processEvents()
    assert view.height() > wide * 1.5
    apply_theme(qapp, "light", 200)
    qapp.processEvents()
    assert view.height() > wide * 4
    assert not view.verticalScrollBar().maximum()


def test_being_measured_changes_nothing(place: Place) -> None:
    view = MarkdownView(LONG)
    place(view, width=400)
    assert view.heightForWidth(120) > view.heightForWidth(400)
    assert view.document().textWidth() == view.width()


def test_a_word_without_end_does_not_make_it_wider(place: Place) -> None:
    view = MarkdownView("a" * 100_000)
    holder = place(view, width=400)
    assert holder.width() == 400
    assert view.width() == 400


def test_raw_html_stays_as_it_was_typed(qtbot: QtBot) -> None:
    view = MarkdownView("<b>bold</b> <img src='x'> *it*")
    qtbot.addWidget(view)
    assert "<b>bold</b>" in view.toPlainText()


@pytest.mark.parametrize("address", ["{file}", "file://{file}", "https://example.org/x.png"])
def test_no_picture_comes_from_outside(tmp_path: Path, address: str) -> None:
    file = tmp_path / "x.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(file))
    asked: list[str] = []

    def media(name: str) -> None:
        asked.append(name)

    document = SafeDocument(media)
    document.show_markdown(f"![alt]({address.format(file=file)})", TextRole.BODY)
    document.setTextWidth(300)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert document.loadResource(kind, address.format(file=file)) is None
    assert asked


def test_a_picture_of_the_pack_is_shown() -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    document = SafeDocument(lambda name: image if name == "map.png" else None)
    document.show_markdown("![A map](map.png)", TextRole.BODY)
    assert document.height_at(300) >= 20


def test_a_link_is_told_not_opened(qtbot: QtBot, place: Place) -> None:
    view = MarkdownView("[here](https://example.org/page)")
    place(view, width=400)
    with qtbot.waitSignal(view.link_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert told.args == ["https://example.org/page"]
    assert "here" in view.toPlainText()


def test_a_link_can_be_followed_by_keyboard(qtbot: QtBot, place: Place) -> None:
    view = MarkdownView("[here](https://example.org/page)")
    holder = place(view, width=400)
    holder.setFocus()
    QTest.keyClick(holder, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(view.link_clicked):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_text_without_links_is_not_a_stop_for_tab(place: Place) -> None:
    view = MarkdownView("no link")
    place(view, width=400)
    assert view.focusPolicy() == Qt.FocusPolicy.ClickFocus
    assert view.accessibleName() == "no link"
