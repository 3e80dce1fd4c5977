"""One item of an order: a row that can be moved."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from quizapp.questions.base import Verdict
from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import Colours, colours_of, scaled
from quizapp.ui.widgets.answer_box import verdict_ground
from quizapp.ui.widgets.buttons import IconButton
from quizapp.ui.widgets.key_cap import CAP, cap_width, draw_key_cap
from quizapp.ui.widgets.painting import KeyboardFocus, leading, painting
from quizapp.ui.widgets.row_parts import (
    GAP,
    LOWEST,
    NARROWEST_TEXT,
    PADDING,
    Ground,
    RowText,
    draw_row_ground,
    set_up_row,
)
from quizapp.ui.widgets.verdict_mark import VerdictMark

GRIP = 20


class OrderRow(QWidget):
    """Shows its place, its text, two buttons and a grip; whoever owns the rows moves them."""

    move_requested = Signal(int)
    """By how many places, from the buttons: -1 is up."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, media: Media = NO_MEDIA
    ) -> None:
        super().__init__(parent)
        self._text = RowText(self, text, media)
        self._place, self._count = 1, 1
        self._is_read_only = False
        self._is_lifted = False
        self._verdict: Verdict | None = None
        self._focus = KeyboardFocus(self)
        self._up = IconButton("chevron-up", tr("Move up"), self)
        self._down = IconButton("chevron-down", tr("Move down"), self)
        self._mark = VerdictMark(self)
        self._set_up()
        self._lay_out()

    def _set_up(self) -> None:
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        for button in (self._up, self._down):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt with an arrow does it
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        set_up_row(self)

    @property
    def words(self) -> str:
        """The item, without the marks of its Markdown."""
        return self._text.words

    @property
    def verdict_words(self) -> str:
        """How the check turned out for this row; "" before it."""
        return self._mark.words

    def set_place(self, place: int, count: int) -> None:
        """Be number `place`, from 1, of `count`."""
        self._place, self._count = place, count
        self._up.setEnabled(place > 1)
        self._down.setEnabled(place < count)
        self._name()
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Without what moves it."""
        self._is_read_only = read_only
        self._up.setVisible(not read_only)
        self._down.setVisible(not read_only)
        shape = Qt.CursorShape.ArrowCursor if read_only else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
        self._lay_out()

    def set_lifted(self, lifted: bool) -> None:
        """Look as if held in the hand."""
        self._is_lifted = lifted
        closed, opened = Qt.CursorShape.ClosedHandCursor, Qt.CursorShape.OpenHandCursor
        self.setCursor(closed if lifted else opened)
        self.update()

    def show_verdict(self, verdict: Verdict, words: str) -> None:
        """Whether it stood in its place."""
        self._verdict = verdict
        self._mark.show_verdict(verdict, words)
        self._name()
        self._lay_out()

    def _name(self) -> None:
        name = tr("{n} of {count}: {item}")
        self.setAccessibleName(name.format(n=self._place, count=self._count, item=self.words))
        moving = "" if self._is_read_only else tr("Alt+Up and Alt+Down move it")
        self.setAccessibleDescription(self._mark.words or moving)

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._text.row_height(width - self._sides())

    def sizeHint(self) -> QSize:
        width = self._sides() + self._text.ideal_width
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sides() + NARROWEST_TEXT, scaled(LOWEST))

    def _start(self) -> int:
        """Where the text begins."""
        return PADDING + cap_width("12") + GAP

    def _end(self) -> int:
        """The width of everything behind the text."""
        if self._is_read_only:
            mark = self._mark.sizeHint().width() + GAP if self._verdict else 0
            return mark + PADDING
        return GAP + 2 * self._up.sizeHint().width() + scaled(GRIP) + PADDING

    def _sides(self) -> int:
        """The width of everything but the text."""
        return self._start() + self._end()

    def _lay_out(self) -> None:
        """Put the buttons and the mark at their places."""
        grip = PADDING + scaled(GRIP)
        side = self._up.sizeHint()
        for button, from_end in ((self._down, grip), (self._up, grip + side.width())):
            self._put(button, side, from_end)
        self._put(self._mark, self._mark.sizeHint(), PADDING)
        self.updateGeometry()
        self.update()

    def _put(self, child: QWidget, size: QSize, from_end: int) -> None:
        left = self.width() - from_end - size.width()
        top = (self.height() - size.height()) / 2
        room = leading(self, QRectF(left, top, size.width(), size.height()))
        child.setGeometry(room.toRect())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            has_ring = self._focus.is_visible and not self._is_lifted
            draw_row_ground(painter, self, self._ground(colours), has_ring=has_ring)
            self._draw_number(painter, colours)
            self._text.draw(painter, self._start(), self.width() - self._sides(), colours.text)
            if not self._is_read_only:
                size = scaled(GRIP)
                left = self.width() - PADDING - size
                grip = QRectF(left, (self.height() - size) / 2, size, size)
                draw_icon(painter, "grip-vertical", colours.quiet, leading(self, grip))

    def _ground(self, colours: Colours) -> Ground:
        if self._is_read_only:
            return verdict_ground(self._verdict, colours)
        if self._is_lifted:
            return colours.raised, colours.accent, 2
        return colours.hover if self.underMouse() else colours.surface, colours.edge, 1

    def _draw_number(self, painter: QPainter, colours: Colours) -> None:
        width, height = cap_width("12"), scaled(CAP)
        room = QRectF(PADDING, (self.height() - height) / 2, width, height)
        draw_key_cap(painter, leading(self, room), str(self._place), colours, colours.text)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._text.lay_out()
            self._lay_out()
        super().changeEvent(event)

    def _on_up(self) -> None:
        self.move_requested.emit(-1)

    def _on_down(self) -> None:
        self.move_requested.emit(1)
