"""Text in a few lines, cut where there is no room for more, with hits marked in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

Marks = Sequence[tuple[int, int]]
"""Start and length of each hit."""

ENOUGH_BEFORE = 0.3
"""As much of a line stands before the first hit of a text whose beginning is left out."""
ELLIPSIS = "…"


def lay_out(
    text: str,
    marks: Marks,
    font: QFont,
    width: float,
    most_lines: int,
    alignment: Qt.AlignmentFlag,
) -> QTextLayout:
    """`text` in at most so many lines of `width`, the first hit among them.

    Marks are weight and a line below, so that they are seen without colours too.
    """
    layout = _broken(text, marks, font, width, alignment)
    if layout.lineCount() <= most_lines:
        return layout
    if marks and marks[0][0] + marks[0][1] > layout.lineAt(most_lines).textStart() - 1:
        before = ENOUGH_BEFORE * width / max(QFontMetricsF(font).averageCharWidth(), 1)
        text, marks = _without_beginning(text, marks, round(before))
        layout = _broken(text, marks, font, width, alignment)
        if layout.lineCount() <= most_lines:
            return layout
    start = layout.lineAt(most_lines - 1).textStart()
    room = width - _extra_width(text, marks, start, font)
    rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, room)
    cut = text[:start] + rest
    return _broken(cut, marks, font, width, alignment)


def height_of(layout: QTextLayout) -> float:
    """From the top of the first line to the foot of the last one."""
    return layout.boundingRect().height()


def _broken(
    text: str, marks: Marks, font: QFont, width: float, alignment: Qt.AlignmentFlag
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(alignment)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(start, length, len(text)) for start, length in marks])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _format(start: int, length: int, end: int) -> QTextLayout.FormatRange:
    """A hit; what is beyond the text that is left is not marked."""
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.Bold)
    marked.setFontUnderline(True)
    span = QTextLayout.FormatRange()
    span.start = start
    span.length = max(min(length, end - start), 0)
    span.format = marked
    return span


def _without_beginning(text: str, marks: Marks, before: int) -> tuple[str, Marks]:
    """What stands from some words before the first hit on."""
    earliest = max(marks[0][0] - before, 0)
    space = text.find(" ", earliest, marks[0][0])
    start = space + 1 if space >= 0 else earliest
    by = start - len(ELLIPSIS)
    return ELLIPSIS + text[start:], [(at - by, length) for at, length in marks]


def _extra_width(text: str, marks: Marks, start: int, font: QFont) -> float:
    """How much wider the hits in a line may be for their weight."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    plain, heavy = QFontMetricsF(font), QFontMetricsF(bold)
    words = [text[at : at + length] for at, length in marks if at + length > start]
    return sum(heavy.horizontalAdvance(w) - plain.horizontalAdvance(w) for w in words[:8])
