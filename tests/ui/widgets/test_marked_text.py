"""Hits are marked, and seen even where there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from quizapp.ui.theme import TextRole, text_font
from quizapp.ui.widgets.marked_text import lay_out

LONG = "In which year was the lighthouse of Aldsand built, and who was the keeper of its lamp then?"


def laid(text: str, marks: list[tuple[int, int]], width: float, lines: int) -> QTextLayout:
    font = text_font(TextRole.BODY)
    return lay_out(text, marks, font, width, lines, Qt.AlignmentFlag.AlignLeft)


def marked_words(layout: QTextLayout) -> list[str]:
    text = layout.text()
    return [text[each.start : each.start + each.length] for each in layout.formats()]


def test_what_fits_is_left_as_it_is(qapp: object) -> None:
    layout = laid("Who was the keeper?", [(12, 6)], 400, 2)
    assert layout.text() == "Who was the keeper?"
    assert marked_words(layout) == ["keeper"]
    (form,) = layout.formats()
    assert form.format.fontUnderline()
    assert form.format.fontWeight() > text_font(TextRole.BODY).weight()


@pytest.mark.parametrize(("width", "lines"), [(150, 1), (150, 2), (300, 1), (60, 1)])
def test_no_more_lines_than_there_is_room_for(qapp: object, width: float, lines: int) -> None:
    layout = laid(LONG, [(22, 10)], width, lines)
    assert layout.lineCount() <= lines
    assert layout.text().endswith("…")


@pytest.mark.parametrize("width", [160, 240])
def test_a_hit_far_behind_is_seen(qapp: object, width: float) -> None:
    at = LONG.index("lamp")
    layout = laid(LONG, [(at, 4)], width, 1)
    assert marked_words(layout) == ["lamp"]
    assert layout.text().startswith("…")
    assert layout.lineCount() == 1


def test_a_word_without_end_is_cut(qapp: object) -> None:
    layout = laid("x" * 300, [], 100, 1)
    assert layout.lineCount() == 1
    assert QFontMetricsF(text_font(TextRole.BODY)).horizontalAdvance(layout.text()) <= 101
