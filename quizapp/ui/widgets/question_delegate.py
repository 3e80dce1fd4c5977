"""Painting the cells of the table of questions."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from quizapp.services.authoring_values import FoundQuestion
from quizapp.ui.icons import draw_icon
from quizapp.ui.models.question_cells import Column
from quizapp.ui.models.questions_model import QuestionsModel
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.marked_text import Marks, height_of, lay_out
from quizapp.ui.widgets.painting import RING_WIDTH, end_of, is_rtl, start_of

SIDE = 10
ICON = 16
GAP = 6
BAR = 3
MOST_LINES = 2
MOST_KEPT = 600

_AT_THE_END = frozenset({Column.ASKED, Column.FACILITY})
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours and type at the moment."""

    colours: Colours
    body: QFont
    small: QFont


class QuestionDelegate(QStyledItemDelegate):
    """Stems in two lines, or in one with the text around a hit below. What is not there yet is a
    quiet bar. Texts that were laid out are kept until the rows, the colours or the type change.
    """

    def __init__(self, view: QAbstractItemView, model: QuestionsModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._look: _Look | None = None
        self._layouts: dict[tuple[str, Marks, int, int], QTextLayout] = {}

    def forget_look(self) -> None:
        """Colours, type or direction have changed."""
        self._look = None
        self._layouts.clear()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = self._present_look()
        row, column = index.row(), index.column()
        is_selected = bool(option.state & _State.State_Selected)
        rect = option.rect
        self._paint_ground(painter, look, rect, column, is_selected=is_selected)
        question = self._model.question_at(row)
        cells = self._model.cells_at(row)
        if question is None or cells is None:
            self._paint_placeholder(painter, look, rect, row, column)
        elif column == Column.QUESTION:
            self._paint_question(painter, look, rect, question)
        else:
            self._paint_words(painter, look, rect, cells[column], column)
        if row == self._view.currentIndex().row() and self._view.hasFocus():
            self._paint_ring(painter, look, rect, column)

    def _present_look(self) -> _Look:
        if self._look is None:
            colours = colours_of(self._view.palette())
            self._look = _Look(colours, text_font(TextRole.BODY), text_font(TextRole.SMALL))
        return self._look

    def _paint_ground(
        self, painter: QPainter, look: _Look, rect: QRect, column: int, *, is_selected: bool
    ) -> None:
        if is_selected:
            painter.fillRect(rect, QColor(look.colours.accent_soft))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, QColor(look.colours.line))
        if is_selected and column == Column.QUESTION:
            left = rect.right() + 1 - BAR if is_rtl(self._view) else rect.left()
            bar = QRect(left, rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(look.colours.accent))

    def _paint_ring(self, painter: QPainter, look: _Look, rect: QRect, column: int) -> None:
        """The part of the focus ring around the row that is in this cell."""
        width = round(RING_WIDTH)
        colour = QColor(look.colours.focus)
        painter.fillRect(rect.left(), rect.top(), rect.width(), width, colour)
        painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, colour)
        at_left = Column.CHANGED if is_rtl(self._view) else Column.QUESTION
        at_right = Column.QUESTION if is_rtl(self._view) else Column.CHANGED
        if column == at_left:
            painter.fillRect(rect.left(), rect.top(), width, rect.height(), colour)
        if column == at_right:
            painter.fillRect(rect.right() + 1 - width, rect.top(), width, rect.height(), colour)

    def _paint_placeholder(
        self, painter: QPainter, look: _Look, rect: QRect, row: int, column: int
    ) -> None:
        if column != Column.QUESTION:
            return
        width = (rect.width() - 2 * SIDE) * (0.5 + 0.1 * (row % 5))
        height = scaled(10)
        bar = QRectF(rect.left() + SIDE, rect.center().y() - height / 2, width, height)
        if is_rtl(self._view):
            bar.moveRight(rect.right() - SIDE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.hover))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.restore()

    def _paint_question(
        self, painter: QPainter, look: _Look, rect: QRect, question: FoundQuestion
    ) -> None:
        room = QRectF(rect.adjusted(SIDE, 0, -SIDE, 0))
        for icon in _state_icons(question):
            room = self._paint_icon(painter, look, room, icon)
        width = round(room.width())
        colours = look.colours
        lines = 1 if question.snippet else MOST_LINES
        stem = question.stem or question.key
        upper = self._laid_out(stem, question.marked, look.body, width, lines)
        parts = [(upper, colours.quiet if question.retired else colours.text)]
        if question.snippet:
            marks = question.snippet_marked
            lower = self._laid_out(question.snippet, marks, look.small, width, 1)
            parts.append((lower, colours.quiet))
        _draw_stacked(painter, room, parts)

    def _paint_icon(self, painter: QPainter, look: _Look, room: QRectF, icon: str) -> QRectF:
        """Draw an icon where reading begins; gives the room that is left."""
        size = scaled(ICON)
        from_right = is_rtl(self._view)
        left = room.right() - size if from_right else room.left()
        box = QRectF(left, room.center().y() - size / 2, size, size)
        draw_icon(painter, icon, look.colours.quiet, box)
        taken = size + GAP
        return room.adjusted(0 if from_right else taken, 0, -taken if from_right else 0, 0)

    def _paint_words(
        self, painter: QPainter, look: _Look, rect: QRect, words: str, column: int
    ) -> None:
        room = QRectF(rect.adjusted(SIDE, 0, -SIDE, 0))
        if column in _AT_THE_END:
            painter.setFont(look.small)
            painter.setPen(QColor(look.colours.text))
            painter.drawText(room, end_of(self._view), words)
            return
        layout = self._laid_out(words, (), look.small, round(room.width()), MOST_LINES)
        _draw_stacked(painter, room, [(layout, look.colours.text)])

    def _laid_out(
        self, text: str, marks: Marks, font: QFont, width: int, lines: int
    ) -> QTextLayout:
        key = (text, tuple(marks), width, font.pixelSize() * 10 + lines)
        layout = self._layouts.get(key)
        if layout is None:
            if len(self._layouts) >= MOST_KEPT:
                del self._layouts[next(iter(self._layouts))]  # one by one: to clear all takes long
            layout = lay_out(text, marks, font, width, lines, start_of(self._view))
            self._layouts[key] = layout
        return layout


def _state_icons(question: FoundQuestion) -> list[str]:
    icons = ["archive"] if question.retired else []
    return [*icons, "pencil"] if question.has_draft else icons


def _draw_stacked(painter: QPainter, room: QRectF, parts: list[tuple[QTextLayout, str]]) -> None:
    """Texts below each other, in the middle of the height."""
    top = room.center().y() - sum(height_of(layout) for layout, _ in parts) / 2
    for layout, colour in parts:
        painter.setPen(QPen(QColor(colour)))
        layout.draw(painter, QPointF(room.left(), top))
        top += height_of(layout)
