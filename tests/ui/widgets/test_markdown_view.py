from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
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
    image = QImage(800, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(file))
    document = SafeDocument()
    document.show_markdown(f"A map: ![of Astana]({address.format(file=file)})", TextRole.BODY)
    assert document.height_at(300) < 100
    assert document.toPlainText() == "A map: of Astana"
    kind = QTextDocument.ResourceType.ImageResource.value
    assert document.loadResource(kind, address.format(file=file)) is None


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("[here](https://example.org/page)", "here (https://example.org/page)"),
        (
            "[**he**re](https://a.org), [there](https://b.org)",
            "here (https://a.org), there (https://b.org)",
        ),
        ("https://example.org/page", "https://example.org/page"),
        ("www.example.org", "www.example.org"),
        ("<anna@example.org>", "anna@example.org"),
        ("[org](https://example.org)", "org (https://example.org)"),
        ("- [a](https://a.org)\n- b", "a (https://a.org)\nb"),
    ],
)
def test_a_link_is_text_with_its_address(qtbot: QtBot, markdown: str, words: str) -> None:
    view = MarkdownView(markdown)
    qtbot.addWidget(view)
    assert view.toPlainText() == words
    assert view.accessibleName() == words
    assert plain_text(markdown) == words
    assert "<a " not in view.toHtml()
    assert view.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_bold_stays_in_a_link(qtbot: QtBot) -> None:
    view = MarkdownView("[**here** and](https://example.org)")
    qtbot.addWidget(view)
    cursor = view.textCursor()
    weights = []
    for position in (1, 6):
        cursor.setPosition(position)
        weights.append(cursor.charFormat().fontWeight())
    assert weights[0] > weights[1]


def test_text_is_not_a_stop_for_tab(place: Place) -> None:
    view = MarkdownView("no link")
    place(view, width=400)
    assert view.focusPolicy() == Qt.FocusPolicy.ClickFocus
    assert view.accessibleName() == "no link"
