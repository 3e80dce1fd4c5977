"""A list to tick things in, with a field to narrow it where it is long."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.models.checks_model import ChecksModel, Choice
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    GRID,
    draw_box,
    end_of,
    is_rtl,
    start_of,
)
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars

ROW_HEIGHT = 36
BOX = 18
SIDE = 8
GAP = 8
MOST_ROWS = 11
MANY = 12
"""More than so many can be narrowed by typing."""
WIDTHS = (200, 340)

_Item = QModelIndex | QPersistentModelIndex


class ChecksList(QWidget):
    """Space, Enter or a click ticks and unticks; `changed` tells."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = ChecksModel()
        self._find = TextField("")
        self._find.editor.setPlaceholderText(tr("Type to narrow the list"))
        self._find.editor.setAccessibleName(tr("Type to narrow the list"))
        self._find.text_changed.connect(self.choices.set_filter)
        self._list = _List(self.choices)
        self._list.setAccessibleName(name)
        self._list.ticked.connect(self._on_ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._find)
        column.addWidget(self._list, 1)
        self.set_choices(())

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What there is to tick; what is ticked stays."""
        self.choices.set_choices(choices)
        is_long = len(choices) > MANY
        self._find.setVisible(is_long)
        self.setFocusProxy(self._find if is_long else self._list)
        self._list.updateGeometry()

    def value(self) -> tuple[Any, ...]:
        """The ticked values."""
        return self.choices.chosen

    def set_value(self, chosen: Sequence[Hashable]) -> None:
        """Tick these without telling."""
        self.choices.set_chosen(chosen)

    def start(self) -> None:
        """Give the keyboard to the field or the list, at the beginning, nothing narrowed."""
        self._find.set_text("")
        self._list.setCurrentIndex(self.choices.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field, Down goes to the list and Enter ticks the first."""
        if event.key() == Qt.Key.Key_Down and self.choices.rowCount():
            self._list.setCurrentIndex(self.choices.index(0, 0))
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in ENTER and self.choices.rowCount():
            self._on_ticked(0)
        else:
            super().keyPressEvent(event)

    def _on_ticked(self, row: int) -> None:
        self.choices.toggle(row)
        self.changed.emit()


class _List(QListView):
    ticked = Signal(int)

    def __init__(self, model: ChecksModel) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.setItemDelegate(_Delegate(self, model))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        slim_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        rows = min(max(len(self._model.choices), 1), MOST_ROWS)
        metrics = QFontMetrics(text_font(TextRole.BODY))
        words = (
            metrics.horizontalAdvance(each.words + each.note) + scaled(24 if each.icon_name else 0)
            for each in self._model.choices[:200]
        )
        least, most = map(scaled, WIDTHS)
        wanted = max(words, default=0) + scaled(BOX) + 2 * SIDE + 6 * GAP
        return QSize(min(max(wanted, least), most), rows * scaled(ROW_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(WIDTHS[0]), scaled(ROW_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Space, *ENTER) and index.isValid():
            self.ticked.emit(index.row())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.ticked.emit(index.row())


class _Delegate(QStyledItemDelegate):
    """A box with a tick, an icon, words, and at the end a note."""

    def __init__(self, view: QListView, model: ChecksModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Item) -> QSize:
        return QSize(scaled(WIDTHS[0]), scaled(ROW_HEIGHT))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Item,
    ) -> bool:
        """The list ticks; Qt would once more."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Item) -> None:
        colours = colours_of(self._view.palette())
        choice = self._model.choice_at(index.row())
        room = QRectF(option.rect)
        has_ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_lit = has_ring or bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_lit:
            edge = colours.focus if has_ring else None
            draw_box(painter, room, colours.hover, edge, CONTROL_CORNER, 2)
        room.adjust(SIDE, 0, -SIDE, 0)
        box, room = self._split(room)
        _draw_box(painter, colours, box, is_on=self._model.is_chosen(index.row()))
        if choice.icon_name:
            box, room = self._split(room)
            draw_icon(painter, choice.icon_name, colours.quiet, box)
        self._draw_words(painter, colours, room, choice)
        painter.restore()

    def _split(self, room: QRectF) -> tuple[QRectF, QRectF]:
        """A square where reading begins, and the room that is left."""
        size = scaled(BOX)
        from_right = is_rtl(self._view)
        left = room.right() - size if from_right else room.left()
        square = QRectF(left, room.center().y() - size / 2, size, size)
        taken = size + GAP
        rest = room.adjusted(0 if from_right else taken, 0, -taken if from_right else 0, 0)
        return square, rest

    def _draw_words(
        self, painter: QPainter, colours: Colours, room: QRectF, choice: Choice
    ) -> None:
        painter.setFont(text_font(TextRole.BODY))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(room, end_of(self._view), choice.note)
        metrics = QFontMetrics(painter.font())
        width = round(room.width()) - metrics.horizontalAdvance(choice.note) - GAP
        painter.setPen(QColor(colours.text))
        words = metrics.elidedText(choice.words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, start_of(self._view), words)


def _draw_box(painter: QPainter, colours: Colours, box: QRectF, *, is_on: bool) -> None:
    if is_on:
        draw_box(painter, box, colours.accent, None, 4)
        draw_icon(painter, "check", colours.accent_text, box.adjusted(2, 2, -2, -2))
    else:
        draw_box(painter, box, colours.surface, colours.edge, 4)
