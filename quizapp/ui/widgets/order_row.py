"""One item of an order: a row that can be moved."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.questions.base import Verdict
from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled
from quizapp.ui.widgets.answer_box import verdict_ground
from quizapp.ui.widgets.buttons import IconButton
from quizapp.ui.widgets.key_cap import CAP, cap_width, draw_key_cap
from quizapp.ui.widgets.markdown import SafeDocument, plain_text, spare_below
from quizapp.ui.widgets.painting import (
    CORNER,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
)
from quizapp.ui.widgets.verdict_mark import VerdictMark

PADDING = 14
GAP = 12
GRIP = 20
LOWEST = 52
NARROWEST_TEXT = 80


class OrderRow(QWidget):
    """Shows its place, its text, two buttons and a grip; whoever owns the rows moves them."""

    move_requested = Signal(int)
    """By how many places, from the buttons: -1 is up."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = text
        self.words = plain_text(text)
        self._place, self._count = 1, 1
        self._is_read_only = False
        self._is_lifted = False
        self._verdict: Verdict | None = None
        self._document = SafeDocument()
        self._focus = KeyboardFocus(self)
        self._up = IconButton("chevron-up", tr("Move up"), self)
        self._down = IconButton("chevron-down", tr("Move down"), self)
        self._mark = VerdictMark(self)
        self._set_up()
        self._lay_out_text()

    def _set_up(self) -> None:
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        for button in (self._up, self._down):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt with an arrow does it
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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

    def _lay_out_text(self) -> None:
        self._document.show_markdown(self._markdown, TextRole.BODY)
        self._document.align_to(self.layoutDirection())
        self._lay_out()

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._document.height_at(self._text_width(width))
        return max(text + 2 * PADDING, scaled(LOWEST))

    def sizeHint(self) -> QSize:
        width = self._start() + round(self._document.idealWidth()) + 1 + self._end()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._start() + NARROWEST_TEXT + self._end(), scaled(LOWEST))

    def _start(self) -> int:
        """Where the text begins."""
        return PADDING + cap_width("12") + GAP

    def _end(self) -> int:
        """The width of everything behind the text."""
        if self._is_read_only:
            mark = self._mark.sizeHint().width() + GAP if self._verdict else 0
            return mark + PADDING
        return GAP + 2 * self._up.sizeHint().width() + scaled(GRIP) + PADDING

    def _text_width(self, width: int) -> int:
        return max(width - self._start() - self._end(), NARROWEST_TEXT)

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
            self._draw_ground(painter, colours)
            self._draw_number(painter, colours)
            self._draw_text(painter, colours)
            if not self._is_read_only:
                size = scaled(GRIP)
                left = self.width() - PADDING - size
                grip = QRectF(left, (self.height() - size) / 2, size, size)
                draw_icon(painter, "grip-vertical", colours.quiet, leading(self, grip))

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        fill, edge, width = self._ground(colours)
        if self._focus.is_visible and not self._is_lifted:
            draw_ring(painter, self.rect(), colours.focus, CORNER)
            draw_box(painter, self.rect().adjusted(4, 4, -4, -4), fill, edge, CORNER - 4, width)
        else:
            draw_box(painter, self.rect(), fill, edge, CORNER, width)

    def _ground(self, colours: Colours) -> tuple[str, str, float]:
        if self._is_read_only:
            return verdict_ground(self._verdict, colours)
        if self._is_lifted:
            return colours.raised, colours.accent, 2
        return colours.hover if self.underMouse() else colours.surface, colours.edge, 1

    def _draw_number(self, painter: QPainter, colours: Colours) -> None:
        width, height = cap_width("12"), scaled(CAP)
        room = QRectF(PADDING, (self.height() - height) / 2, width, height)
        draw_key_cap(painter, leading(self, room), str(self._place), colours, colours.text)

    def _draw_text(self, painter: QPainter, colours: Colours) -> None:
        width = self._text_width(self.width())
        height = self._document.height_at(width)
        top = (self.height() - height + spare_below(self._document)) / 2
        room = leading(self, QRectF(self._start(), top, width, height))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(colours.text))
        painter.save()
        painter.translate(room.topLeft())
        self._document.documentLayout().draw(painter, context)
        painter.restore()

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
            self._lay_out_text()
        super().changeEvent(event)

    def _on_up(self) -> None:
        self.move_requested.emit(-1)

    def _on_down(self) -> None:
        self.move_requested.emit(1)
