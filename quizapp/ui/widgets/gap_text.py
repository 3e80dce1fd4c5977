"""Running text with boxes to fill in among its words.

The text is one document and the boxes stand over spaces that it keeps free, so that lines break,
and writing from right to left runs, as in any other text.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPyTextObject,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.markdown import SafeDocument, close_images
from quizapp.ui.widgets.markdown_images import alt_text
from quizapp.ui.widgets.painting import GRID, centred, painting

_FIRST_MARK = 0xE000
_LAST_MARK = 0xE100
_OBJECT = "\ufffc"
_GAP = QTextFormat.ObjectTypes.UserObject.value + 1
_TICK = QTextFormat.ObjectTypes.UserObject.value + 2
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_MIDDLE = QTextCharFormat.VerticalAlignment.AlignMiddle
TICK = 18
NARROWEST = 120
LONGEST_AFFIX = 4


def gap_mark(number: int) -> str:
    """What stands in the Markdown where gap `number`, from 0, is."""
    return chr(_FIRST_MARK + number)


@dataclass(slots=True)
class _Gap:
    """A box with the punctuation that must not be parted from it; `note` stands behind it."""

    box: QWidget
    before: str = ""
    after: str = ""
    note: str = ""


class GapText(QWidget):
    """Markdown in which each `gap_mark` is a box; Tab goes through the boxes in their order.

    A box is as wide as its size hint, at most as wide as the text.
    """

    def __init__(
        self,
        markdown: str,
        boxes: Sequence[QWidget],
        parent: QWidget | None = None,
        *,
        media: Media = NO_MEDIA,
    ) -> None:
        super().__init__(parent)
        self._markdown = markdown
        self._media = media
        self._gaps = [_Gap(box) for box in boxes]
        for box in boxes:
            box.setParent(self)
        self._objects = _Objects(self)
        self._document = SafeDocument()
        layout = self._document.documentLayout()
        layout.registerHandler(_GAP, self._objects)
        layout.registerHandler(_TICK, self._objects)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._write()

    def show_notes(self, notes: Sequence[str]) -> None:
        """Write behind each gap, with a tick, what would have been right; "" for nothing."""
        for gap, note in zip(self._gaps, notes, strict=True):
            gap.note = note
        self._write()

    def words(self) -> str:
        """The text as it is spoken, its gaps by their numbers."""
        first, *rest = self._document.toPlainText().split(_OBJECT)
        words, number = [first], 0
        for position, following in zip(self._object_positions(), rest, strict=True):
            if self._is_gap(position):
                number += 1
                words.append(self._affixed(number))
            else:
                words.append(alt_text(_format_at(self._document, position)))
            words.append(following)
        return "".join(words)

    def _object_positions(self) -> list[int]:
        """Where gaps and ticks stand in the document, which counts as UTF-16 does."""
        count = self._document.characterCount()
        return [at for at in range(count) if self._document.characterAt(at) == _OBJECT]

    def _affixed(self, number: int) -> str:
        gap = self._gaps[number - 1]
        return gap.before + tr("[gap {n}]").format(n=number) + gap.after

    def _is_gap(self, position: int) -> bool:
        cursor = QTextCursor(self._document)
        cursor.setPosition(position + 1)
        return cursor.charFormat().objectType() == _GAP

    # Writing

    def _write(self) -> None:
        self._document.show_markdown(self._markdown, TextRole.BODY, media=self._media)
        self._document.align_to(self.layoutDirection())
        for number, gap in enumerate(self._gaps):
            cursor = self._document.find(gap_mark(number))
            if not cursor.isNull():
                self._write_gap(cursor, number, gap)
        self._space_lines()
        self.setAccessibleName(self.words())
        self._place_boxes()
        self.updateGeometry()
        self.update()

    def _write_gap(self, cursor: QTextCursor, number: int, gap: _Gap) -> None:
        gap.before, gap.after = _take_affixes(cursor)
        behind = gap.after if gap.note else ""
        gap.after = "" if gap.note else gap.after
        look = cursor.charFormat()
        look.setObjectType(_GAP)
        look.setProperty(_NUMBER, number)
        look.setVerticalAlignment(_MIDDLE)
        plain = QTextCharFormat(cursor.charFormat())
        cursor.insertText(_OBJECT, look)
        if gap.note:
            self._write_note(cursor, gap.note, plain)
            cursor.insertText(behind, plain)

    def _write_note(self, cursor: QTextCursor, note: str, plain: QTextCharFormat) -> None:
        right = QTextCharFormat(plain)
        right.setForeground(QColor(colours_of(self.palette()).right))
        right.setFontWeight(600)
        tick = QTextCharFormat(right)
        tick.setObjectType(_TICK)
        tick.setVerticalAlignment(_MIDDLE)
        cursor.insertText("\u00a0", right)
        cursor.insertText(_OBJECT, tick)
        cursor.insertText("\u00a0" + note, right)

    def _space_lines(self) -> None:
        """All lines are as high as one with a box: even, and with room between the boxes."""
        height = self._box_height() + GRID
        spacing = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        spacing.setLineHeight(height, kind)
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        close_images(self._document)

    # Sizes

    def _box_height(self) -> int:
        return max((gap.box.sizeHint().height() for gap in self._gaps), default=0)

    def _lift(self) -> float:
        """What is left empty above the first line: Qt sets its base line at 4/5 of the height."""
        metrics = QFontMetricsF(self._document.defaultFont())
        return (self._box_height() + GRID) * 0.8 - _above(self._box_height(), metrics)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        present = self._document.textWidth()
        height = self._document.height_at(width)
        if present != width and self.width() == present:
            self._document.setTextWidth(present)
        return height - GRID

    def sizeHint(self) -> QSize:
        width = scaled(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(NARROWEST), self.heightForWidth(max(self.width(), scaled(NARROWEST))))

    def size_of(self, number: int, metrics: QFontMetricsF) -> QSizeF:
        """The room that the text keeps free for a gap."""
        gap = self._gaps[number]
        hint = gap.box.sizeHint()
        affixes = metrics.horizontalAdvance(gap.before) + metrics.horizontalAdvance(gap.after)
        widest = max(self._document.textWidth(), NARROWEST) - affixes
        return QSizeF(min(hint.width(), widest) + affixes, hint.height())

    def _place_boxes(self) -> None:
        if self._document.textWidth() != self.width():
            self._document.setTextWidth(self.width())
        for position in self._object_positions():
            if self._is_gap(position):
                self._place_box(position)

    def _place_box(self, position: int) -> None:
        block = self._document.findBlock(position)
        within = position - block.position()
        line = block.layout().lineForTextPosition(within)
        look = _format_at(self._document, position)
        metrics = QFontMetricsF(look.font())
        gap = self._gaps[look.intProperty(_NUMBER)]
        size = self.size_of(look.intProperty(_NUMBER), metrics)
        sides = [_x(line.cursorToX(within)), _x(line.cursorToX(within + 1))]
        origin = block.layout().position()
        is_rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        left = min(sides) + metrics.horizontalAdvance(gap.after if is_rtl else gap.before)
        top = line.y() + line.ascent() - _above(size.height(), metrics)
        affixes = metrics.horizontalAdvance(gap.before) + metrics.horizontalAdvance(gap.after)
        corner = origin + QPointF(left, top - self._lift())
        room = QRectF(corner, QSizeF(size.width() - affixes, size.height()))
        gap.box.setGeometry(room.toRect())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        colour = QColor(colours_of(self.palette()).text)
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        with painting(self) as painter:
            painter.translate(0, -self._lift())
            self._document.documentLayout().draw(painter, context)

    def draw_affixes(
        self, painter: QPainter, room: QRectF, look: QTextCharFormat, *, is_rtl: bool
    ) -> None:
        """The punctuation at both sides of a box."""
        gap = self._gaps[look.intProperty(_NUMBER)]
        directions = Qt.LayoutDirection
        painter.setLayoutDirection(directions.RightToLeft if is_rtl else directions.LeftToRight)
        painter.setFont(look.font())
        painter.setPen(QColor(colours_of(self.palette()).text))
        metrics = QFontMetricsF(look.font())
        baseline = room.top() + (room.height() + metrics.xHeight() / 2) / 2
        first, last = (gap.after, gap.before) if is_rtl else (gap.before, gap.after)
        painter.drawText(QPointF(room.left(), baseline), first)
        start = room.right() - metrics.horizontalAdvance(last)
        painter.drawText(QPointF(start, baseline), last)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_boxes()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._write()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._write()
        super().changeEvent(event)


class _Objects(QPyTextObject):
    """Tells the document how large its gaps and ticks are."""

    def __init__(self, owner: GapText) -> None:
        super().__init__(owner)
        self._owner = owner

    def intrinsicSize(  # noqa: N802
        self, document: QTextDocument, position: int, look: QTextFormat
    ) -> QSizeF:
        as_char = look.toCharFormat()
        if as_char.objectType() == _GAP:
            number = as_char.intProperty(_NUMBER)
            return self._owner.size_of(number, QFontMetricsF(as_char.font()))
        return QSizeF(scaled(TICK), scaled(TICK))

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        look: QTextFormat,
    ) -> None:
        as_char, room = look.toCharFormat(), QRectF(rect)
        if as_char.objectType() == _GAP:
            direction = document.findBlock(position).textDirection()
            is_rtl = direction == Qt.LayoutDirection.RightToLeft
            self._owner.draw_affixes(painter, room, as_char, is_rtl=is_rtl)
        else:
            colour = colours_of(self._owner.palette()).right
            metrics = QFontMetricsF(as_char.font())
            # Qt centres it on the small letters; beside digits and capitals it would hang low.
            middle = room.translated(0, metrics.xHeight() / 4 - metrics.capHeight() / 2)
            draw_icon(painter, "circle-check", colour, centred(middle, scaled(TICK)))


def _take_affixes(mark: QTextCursor) -> tuple[str, str]:
    """Select the mark with what must stay beside it; gives what stands before and behind.

    A line may break at an object, but a full stop must not begin one.
    """
    before, _, after = mark.block().text().partition(mark.selectedText())
    before, after = _joined(before[::-1])[::-1], _joined(after)
    start, end = mark.selectionStart(), mark.selectionEnd()
    mark.setPosition(start - _utf16_length(before))
    mark.setPosition(end + _utf16_length(after), QTextCursor.MoveMode.KeepAnchor)
    return before, after


def _utf16_length(text: str) -> int:
    """How many places of the document `text` takes."""
    return len(text.encode("utf-16-le")) // 2


def _joined(text: str) -> str:
    """What of `text`, read away from a gap, belongs to it: a few letters, else punctuation."""
    run = "".join(takewhile(_is_joined, text))
    if len(run) <= LONGEST_AFFIX:
        return run
    return "".join(takewhile(lambda char: unicodedata.category(char)[0] in "PS", run))


def _is_joined(char: str) -> bool:
    return not char.isspace() and char != _OBJECT and not _FIRST_MARK <= ord(char) < _LAST_MARK


def _above(height: float, metrics: QFontMetricsF) -> float:
    """How much of a box stands above the base line, so that its text stands on that line too."""
    return (height + metrics.ascent() - metrics.descent()) / 2


def _format_at(document: QTextDocument, position: int) -> QTextCharFormat:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()


def _x(place: object) -> float:
    """PySide gives the cursor's place along with its x."""
    return float(place[0]) if isinstance(place, tuple) else float(place)  # type: ignore[arg-type]
