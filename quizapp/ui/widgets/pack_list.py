"""The packs of a library, to choose one of them or all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.services.authoring_values import AuthorPack
from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.models.packs_model import ALL, PacksModel, origin_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    KeyboardFocus,
    draw_box,
    draw_ring,
    is_rtl,
    start_of,
)
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars

ROW_HEIGHT = 56
ICON = 20
SIDE = 12
GAP = 10


class PackList(QListView):
    """One row is always chosen: `chosen` tells its pack's number, `ALL` for all of them."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs = PacksModel()
        self._is_showing = False
        self.keyboard_focus = KeyboardFocus(self)
        self.setAccessibleName(tr("Packs"))
        self.setModel(self._packs)
        self.setItemDelegate(_PackRows(self, self._packs))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        slim_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.show_packs(())
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_packs(self, packs: Sequence[AuthorPack], chosen: int = ALL) -> None:
        """Have these, one of them chosen; nothing is told."""
        self._is_showing = True
        self._packs.show_packs(packs)
        self.setCurrentIndex(self._packs.index(self._packs.row_of(chosen), 0))
        self._is_showing = False

    def _on_current(self, index: QModelIndex) -> None:
        if self._is_showing or not index.isValid():
            return
        pack = self._packs.pack_at(index.row())
        self.chosen.emit(pack.number if pack else ALL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


class _PackRows(QStyledItemDelegate):
    """An icon for where the pack is written, its title, and how much is in it."""

    def __init__(self, view: PackList, packs: PacksModel) -> None:
        super().__init__(view)
        self._view = view
        self._packs = packs

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(scaled(120), scaled(ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = colours_of(self._view.palette())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect.adjusted(0, 1, 0, -1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            draw_box(painter, box, colours.accent_soft, colours.accent, CONTROL_CORNER)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, colours.hover, None, CONTROL_CORNER)
        if is_chosen and self._view.hasFocus() and self._view.keyboard_focus.is_visible:
            draw_ring(painter, box, colours.focus, CONTROL_CORNER)
        colour = colours.accent if is_chosen else colours.quiet
        room = self._paint_icon(painter, box, origin_icon(self._packs.pack_at(index.row())), colour)
        middle = room.center().y()
        upper, lower = QRectF(room), QRectF(room)
        upper.setBottom(middle + 1)
        lower.setTop(middle + 1)
        title, note = self._packs.title_at(index.row()), self._packs.note_at(index.row())
        foot = Qt.AlignmentFlag.AlignBottom
        _paint_line(painter, self._view, upper, title, colours.text, foot, bold=is_chosen)
        _paint_line(painter, self._view, lower, note, colours.quiet, Qt.AlignmentFlag.AlignTop)
        painter.restore()

    def _paint_icon(self, painter: QPainter, box: QRectF, icon: str, colour: str) -> QRectF:
        """Gives the room that is left for words."""
        size = scaled(ICON)
        from_right = is_rtl(self._view)
        left = box.right() - SIDE - size if from_right else box.left() + SIDE
        draw_icon(painter, icon, colour, QRectF(left, box.center().y() - size / 2, size, size))
        start = SIDE + size + GAP
        ends = (SIDE, start) if from_right else (start, SIDE)
        return box.adjusted(ends[0], 4, -ends[1], -4)


def _paint_line(
    painter: QPainter,
    view: PackList,
    room: QRectF,
    words: str,
    colour: str,
    edge: Qt.AlignmentFlag,
    *,
    bold: bool = False,
) -> None:
    """The title stands on the foot of its half, the note hangs from the top of its own."""
    is_title = edge == Qt.AlignmentFlag.AlignBottom
    font = text_font(TextRole.BODY if is_title else TextRole.SMALL, bold=bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    width = round(room.width())
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each in its own writing
    side = start_of(view) & ~Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, side | edge, shown)
