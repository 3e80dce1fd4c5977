"""Boxes that an answer is typed or chosen in, and that show how it turned out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.questions.base import Verdict
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, colours_of, scaled
from quizapp.ui.widgets.fields import (
    CHEVRON,
    NARROWEST_TEXT,
    SIDE,
    ChoiceBox,
    FieldFrame,
    field_height,
    wrapped,
)
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    GRID,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
    start_of,
)
from quizapp.ui.widgets.row_parts import Ground
from quizapp.ui.widgets.verdict_banner import verdict_tone
from quizapp.ui.widgets.verdict_mark import VerdictMark

WIDEST_PICK = 320
_SPACE_FOR_CURSOR = 8


class AnswerEdit(QLineEdit):
    """A line of text. `returned` tells of Enter, which goes no further; Alt with a letter does."""

    returned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.returned.emit()
        elif _is_page_key(event):
            event.ignore()  # Qt would type the letter
        else:
            super().keyPressEvent(event)


class TextBox(FieldFrame):
    """A box to type in; after the check its text can still be selected."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        editor = AnswerEdit()
        super().__init__(editor, parent)
        self.editor = editor
        self._mark = VerdictMark()
        self._verdict: Verdict | None = None
        self._ring = KeyboardFocus(editor)
        self.editor.setAccessibleName(name)
        self.add_button(self._mark)
        self._end = QWidget()
        self._end.setFixedWidth(SIDE - 2)
        self._end.hide()
        self.add_button(self._end)

    def set_read_only(self, read_only: bool) -> None:
        self.editor.setReadOnly(read_only)
        self.update()

    def show_verdict(self, verdict: Verdict, words: str = "") -> None:
        """Edge and icon in the colour of the verdict, with `words` where there is room for them."""
        self._verdict = verdict
        self._mark.show_verdict(verdict, words)
        self._end.show()
        self.editor.setCursorPosition(0)
        self.updateGeometry()
        self.update()

    def fitting_width(self) -> int:
        """How wide the box must be for all of its text to be seen."""
        text = QFontMetrics(self.editor.font()).horizontalAdvance(self.editor.text())
        mark = self._mark.sizeHint().width() + SIDE if self._verdict else 0
        return text + 2 * SIDE + _SPACE_FOR_CURSOR + mark

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.editor.isReadOnly():
            super().paintEvent(event)
            return
        colours = colours_of(self.palette())
        fill, edge, width = verdict_ground(self._verdict, colours)
        box = self.rect()
        with painting(self) as painter:
            if self._ring.is_visible:
                draw_ring(painter, box, colours.focus, CONTROL_CORNER)
                box = box.adjusted(3, 3, -3, -3)
            draw_box(painter, box, fill, edge, CONTROL_CORNER, width)


class PickBox(ChoiceBox):
    """A box to choose in, whose text wraps instead of being cut off.

    `returned` tells of Enter while the list is closed. The first entry may stand for no choice.
    """

    returned = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._is_read_only = False
        self._unchosen = ""
        self._mark = VerdictMark(self)
        self._ring = KeyboardFocus(self)
        self.setAccessibleName(name)
        for value, words in choices:
            self.addItem(words, value)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaxVisibleItems(12)
        self.currentIndexChanged.connect(self.updateGeometry)

    def set_value(self, value: object) -> None:
        """Choose without telling; nothing happens when there is no such choice."""
        at = self.findData(value)
        if at >= 0:
            self.setCurrentIndex(at)

    def set_read_only(self, read_only: bool, unchosen: str = "") -> None:
        """Take no more choices; `unchosen` then stands where nothing was chosen."""
        self._is_read_only = read_only
        self._unchosen = unchosen
        policy = Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.WheelFocus
        self.setFocusPolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
        self.updateGeometry()
        self.update()

    def show_verdict(self, verdict: Verdict, words: str = "") -> None:
        """Edge and icon in the colour of the verdict, with `words` where there is room for them."""
        self._verdict = verdict
        self._mark.show_verdict(verdict, words)
        self._place_mark()
        self.updateGeometry()
        self.update()

    def shown_text(self) -> str:
        """The words in the box."""
        if self._is_read_only and self.currentIndex() == 0 and self._unchosen:
            return self._unchosen
        return self.currentText()

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self.font())
        text = wrapped(metrics, self.shown_text(), width - self._sides())
        return max(text.height() + 2 * GRID, field_height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        texts = [self.itemText(at) for at in range(self.count())] + [self.shown_text()]
        text = max(metrics.horizontalAdvance(text) for text in texts) + 1
        width = min(text + self._sides(), scaled(WIDEST_PICK))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sides() + NARROWEST_TEXT, field_height())

    def _sides(self) -> int:
        if self._is_read_only:
            mark = self._mark.sizeHint().width() + GRID if self._verdict else 0
            return 2 * SIDE + mark
        return 2 * SIDE + GRID + scaled(CHEVRON)

    def _place_mark(self) -> None:
        size = self._mark.sizeHint()
        left = self.width() - SIDE - size.width()
        top = (self.height() - size.height()) / 2
        self._mark.setGeometry(
            leading(self, QRectF(left, top, size.width(), size.height())).toRect()
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        fill, edge, width = self._ground(colours)
        size = scaled(CHEVRON)
        box = QRectF(SIDE, 0, self.width() - self._sides(), self.height())
        chevron = QRectF(self.width() - SIDE - size, (self.height() - size) / 2, size, size)
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER, width)
            if not self._is_read_only:
                draw_icon(painter, "chevron-down", colours.text, leading(self, chevron))
            is_empty = self._is_read_only and self.shown_text() == self._unchosen
            painter.setPen(QColor(colours.quiet if is_empty else colours.text))
            flags = start_of(self) | Qt.TextFlag.TextWordWrap.value
            painter.drawText(leading(self, box), flags, self.shown_text())

    def _ground(self, colours: Colours) -> Ground:
        if self._is_read_only:
            return verdict_ground(self._verdict, colours)
        fill = colours.hover if self.underMouse() else colours.surface
        if self._ring.is_visible or self.is_open:
            return fill, colours.focus, 2.0
        return fill, colours.edge, 1.0

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.returned.emit()
        elif _is_page_key(event) or event.text() == "?":
            event.ignore()  # Qt would look for an entry that begins so
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place_mark()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_mark()


def verdict_ground(verdict: Verdict | None, colours: Colours) -> Ground:
    """The ground of what can no longer be changed."""
    if verdict is None:
        return colours.surface, colours.line, 1.0
    tone = verdict_tone(verdict)
    return getattr(colours, f"{tone}_soft"), getattr(colours, tone), 2.0


def _is_page_key(event: QKeyEvent) -> bool:
    """Alt with a letter, where it types nothing else (as it does on a Mac)."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return False
    return Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and event.text().upper() in (
        "",
        chr(event.key()),
    )
