from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.pictures import picture_of
from quizapp.ui.theme import LIGHT, TextRole, apply_theme
from quizapp.ui.widgets.markdown import SafeDocument, is_plain, plain_text
from quizapp.ui.widgets.markdown_view import MarkdownView
from tests.images import png
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


def test_it_is_measured_rightly_while_it_is_shown(place: Place) -> None:
    view = MarkdownView("In **May 1996** the embassy was opened, and a flat was found.")
    place(view, width=200)
    assert view.heightForWidth(900) < view.heightForWidth(200)
    assert view.heightForWidth(900) == view.heightForWidth(1200)


def test_a_layout_hears_of_the_height_at_another_width(place: Place, qapp: QApplication) -> None:
    view = MarkdownView(LONG)
    holder = place(view, width=200)
    holder.resize(900, 900)
    qapp.processEvents()
    assert view.height() == view.heightForWidth(900)


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


PICTURE = {"media/map.png": png(400, 200, (200, 30, 30))}


def test_an_image_of_the_pack_is_shown_as_wide_as_there_is_room(
    place: Place, qapp: QApplication
) -> None:
    view = MarkdownView("A map: ![of Astana](media/map.png)", media=PICTURE)
    holder = place(view, width=600)
    assert 200 <= view.height() <= 230
    assert view.grab().toImage().pixelColor(150, 100).red() == 200
    holder.resize(200, 600)
    qapp.processEvents()
    assert 100 <= view.height() <= 160
    assert not view.verticalScrollBar().maximum()


def test_a_tall_image_stays_in_sight(qtbot: QtBot) -> None:
    media = {"media/map.png": png(20, 2_000, (0, 0, 0))}
    view = MarkdownView("![tower](media/map.png)", media=media)
    qtbot.addWidget(view)
    assert view.heightForWidth(600) <= 520


def test_images_are_told_by_their_alternative_text(qtbot: QtBot) -> None:
    text = "A map: ![of *Astana*](media/map.png)."
    view = MarkdownView(text, media=PICTURE)
    qtbot.addWidget(view)
    assert view.accessibleName() == "A map: of Astana."
    assert plain_text(text) == "A map: of Astana."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        png(4, 4, (0, 0, 0))[:40],
        png(9_000, 1, (0, 0, 0)),
    ],
)
def test_what_is_no_image_of_a_pack_is_told_in_a_quiet_frame(place: Place, data: bytes) -> None:
    view = MarkdownView("![the *old* town](media/map.png)", media={"media/map.png": data})
    place(view, width=400)
    assert view.accessibleName() == "the old town"
    assert 20 < view.height() < 80
    shown = view.grab().toImage()
    across = {shown.pixelColor(x, view.height() // 2).name() for x in range(view.width())}
    assert LIGHT.line in across


@pytest.mark.parametrize("name", ["../map.png", "media/../map.png", "map.png", "file:///map.png"])
def test_only_names_of_a_pack_are_looked_up(qtbot: QtBot, name: str) -> None:
    """Whatever stands in the pack under a name that no pack can have."""
    view = MarkdownView(f"![words]({name})", media={name: PICTURE["media/map.png"]})
    qtbot.addWidget(view)
    assert view.toPlainText() == "words"


@pytest.mark.parametrize(
    "text",
    ["- one\n- ![a](media/map.png)", "| a | b |\n|---|---|\n| ![a](media/map.png) | b |"],
)
def test_images_in_lists_and_tables_fit_as_well(qtbot: QtBot, text: str) -> None:
    view = MarkdownView(text, media=PICTURE)
    qtbot.addWidget(view)
    view.heightForWidth(300)
    view.document().setTextWidth(300)
    assert view.document().size().width() <= 301


def test_only_the_first_frame_of_an_animation_is_decoded() -> None:
    first = picture_of(TWO_FRAMES, 100, 100)
    assert (first.width(), first.height()) == (2, 1)
    assert first.pixelColor(0, 0).red() == 255


TWO_FRAMES = bytes.fromhex(
    "474946383961020001008000"
    "00ff000000ff00"
    "2c00000000020001000002028400"
    "2c000000000200010000020a8c00"
    "3b"
)
