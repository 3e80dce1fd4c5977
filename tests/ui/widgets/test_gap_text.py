"""Boxes in running text."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.gap_text import GapText, gap_mark
from tests.ui.conftest import Place


class Box(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 40)


def text_of(markdown: str, count: int = 1) -> tuple[GapText, list[Box]]:
    boxes = [Box() for _ in range(count)]
    for number in range(count):
        markdown = markdown.replace(f"{{{number}}}", gap_mark(number))
    return GapText(markdown, boxes), boxes


def test_a_box_stands_among_the_words(place: Place) -> None:
    text, (box,) = text_of("Some words {0} and more words")
    place(text)
    assert box.size() == QSize(100, 40)
    assert 60 < box.x() < 120
    assert box.y() == pytest.approx(0, abs=1)
    assert text.height() == pytest.approx(40, abs=2)


def test_lines_are_evenly_high_whether_they_hold_a_box_or_not(place: Place) -> None:
    text, boxes = text_of("{0} " + "words " * 40 + "{1}", 2)
    place(text, width=300)
    between = boxes[1].y() - boxes[0].y()
    assert between > 100
    assert between % 48 == pytest.approx(0, abs=2)
    assert boxes[1].geometry().bottom() < text.height() + 1


@pytest.mark.parametrize("width", range(200, 330, 3))
def test_no_line_begins_with_a_full_stop(place: Place, width: int) -> None:
    text, (box,) = text_of("Words and more ({0}).")
    place(text, width=width)
    block = text._document.begin().layout()
    starts = [block.lineAt(n).textStart() for n in range(block.lineCount())]
    words = text._document.toPlainText()
    assert all(words[start] not in ").(" for start in starts)
    assert box.x() + box.width() <= width


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("עם נוסעים ב-{0}.", "עם נוסעים "),
        ("about {0}km long", "about  long"),
        ("Aldsand({0})!", "Aldsand"),
        ("🙂🙂🙂 about 🙂{0}🙂 e\u0301 long", "🙂🙂🙂 about  e\u0301 long"),
        ("pre-war{0}afterwards", "pre-warafterwards"),
    ],
)
def test_what_belongs_to_a_box_moves_with_it(place: Place, markdown: str, words: str) -> None:
    """A few letters or signs are drawn with the box; long words stay in the text, which breaks."""
    text, _ = text_of(markdown)
    place(text)
    assert text._document.toPlainText().replace("\ufffc", "") == words
    assert text.words() == markdown.replace("{0}", "[gap 1]")


def test_a_box_is_never_wider_than_the_text(place: Place) -> None:
    text, (box,) = text_of("“{0}”")
    box.sizeHint = lambda: QSize(5_000, 40)  # type: ignore[method-assign]
    place(text, width=300)
    assert box.x() > 0
    assert box.geometry().right() < 300


def test_mixed_writing_keeps_its_order(place: Place) -> None:
    """Two Latin words in a Hebrew line are read from left to right, the boxes from the right."""
    text, boxes = text_of("המגדל {0} של Tel Aviv {1} נבנה", 2)
    place(text)
    assert boxes[0].x() > boxes[1].x()
    assert text.words() == "המגדל [gap 1] של Tel Aviv [gap 2] נבנה"


def test_notes_stand_behind_their_gaps(place: Place) -> None:
    text, boxes = text_of("It is {0} m, or {1}.", 2)
    place(text)
    before = boxes[1].x()
    text.show_notes(["31", ""])
    QApplication.processEvents()
    assert text.words().replace("\u00a0", " ") == "It is [gap 1]  31 m, or [gap 2]."
    assert boxes[1].x() > before + 30


def test_it_follows_the_text_size(place: Place, qapp: QApplication) -> None:
    text, (box,) = text_of("Some words {0} and more words")
    place(text)
    before = box.x()
    apply_theme(qapp, "light", 200)
    qapp.processEvents()
    assert box.x() > 1.8 * before


def test_a_single_paragraph_begins_where_reading_begins(place: Place, qapp: QApplication) -> None:
    text, (box,) = text_of("{0} words")
    window = place(text)
    assert box.x() == 0
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    assert box.x() > 300


def test_a_mark_without_a_box_is_harmless(place: Place) -> None:
    text = GapText(f"Words {gap_mark(0)}{gap_mark(1)} more", [Box()])
    place(text)
    assert not text.grab().isNull()
