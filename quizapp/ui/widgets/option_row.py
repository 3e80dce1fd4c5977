"""One option of a choice question: a full-width row that can be clicked anywhere."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.key_cap import CAP, cap_width, draw_key_cap
from quizapp.ui.widgets.marks import draw_check_mark, draw_radio_mark
from quizapp.ui.widgets.painting import GRID, KeyboardFocus, end_of, is_rtl, leading, painting
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

GLYPH = 20


class OptionState(Enum):
    """OPEN can still be chosen; the others are how the check turned out for this option."""

    OPEN = auto()
    RIGHT = auto()
    WRONG = auto()
    MISSED = auto()
    PLAIN = auto()


class OptionRow(QAbstractButton):
    """An option with its key; `toggled` tells of choosing.

    Rows of a single choice are exclusive among the children of one parent, and the arrow keys go
    from one to the next. `key` is drawn only; whoever owns the rows acts on the key.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        multiple: bool = False,
        media: Media = NO_MEDIA,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._multiple = multiple
        self._state = OptionState.OPEN
        self._verdict = ""
        self._text = RowText(self, text, media)
        self._focus = KeyboardFocus(self)
        self._set_up()

    def _set_up(self) -> None:
        self.setCheckable(True)
        self.setAutoExclusive(not self._multiple)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_up_row(self)
        words = self._text.words
        name = tr("{key}. {option}").format(key=self._key, option=words) if self._key else words
        self.setAccessibleName(name)

    @property
    def state(self) -> OptionState:
        return self._state

    def choose(self, chosen: bool = True) -> None:
        """Choose or clear, also where exactly one would have to stay chosen."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(not self._multiple)

    def set_state(self, state: OptionState, verdict: str = "") -> None:
        """Show how the check turned out, in the words `verdict` or the usual ones."""
        self._state = state
        self._verdict = verdict or _usual_verdict(state)
        is_open = state is OptionState.OPEN
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_open)
        self.setAccessibleDescription(self._verdict)
        self.updateGeometry()
        self.update()

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._text.row_height(width - self._sides())

    def sizeHint(self) -> QSize:
        ideal = self._sides() + self._text.ideal_width
        return QSize(ideal, self.heightForWidth(ideal))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sides() + NARROWEST_TEXT, scaled(LOWEST))

    def _sides(self) -> int:
        """The width of everything but the text."""
        after = self._after_width()
        return self._start() + PADDING + (after + GAP if after else 0)

    @staticmethod
    def _start() -> int:
        """Where the text begins."""
        return PADDING + scaled(GLYPH) + GAP

    def _after_width(self) -> int:
        if self._verdict:
            metrics = QFontMetrics(text_font(TextRole.SMALL, bold=True))
            return scaled(GLYPH) + GRID + metrics.horizontalAdvance(self._verdict) + 1
        return cap_width(self._key) if self._key and self._state is OptionState.OPEN else 0

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            ground = self._ground(colours)
            draw_row_ground(painter, self, ground, has_ring=self._focus.is_visible)
            self._draw_glyph(painter, colours)
            text = colours.text if self.isEnabled() else colours.disabled
            self._text.draw(painter, self._start(), self.width() - self._sides(), text)
            self._draw_after(painter, colours)

    def _ground(self, colours: Colours) -> Ground:
        match self._state:
            case OptionState.RIGHT:
                return colours.right_soft, colours.right, 2
            case OptionState.MISSED:
                return colours.surface, colours.right, 2
            case OptionState.WRONG:
                return colours.wrong_soft, colours.wrong, 2
            case OptionState.PLAIN:
                return colours.surface, colours.line, 1
        if self.isChecked():
            return colours.accent_soft, colours.accent, 2
        is_lit = self.isEnabled() and (self.underMouse() or self.isDown())
        return colours.hover if is_lit else colours.surface, colours.edge, 1

    def _draw_glyph(self, painter: QPainter, colours: Colours) -> None:
        size = scaled(GLYPH)
        top = (self.height() - size) / 2
        rect = leading(self, QRectF(PADDING, top, size, size))
        colour = colours.edge if self.isEnabled() else colours.disabled
        if self.isChecked() and self._state is not OptionState.PLAIN:
            colour = self._ground(colours)[1]
        draw = draw_check_mark if self._multiple else draw_radio_mark
        draw(painter, rect, colour, colours.accent_text, is_chosen=self.isChecked())

    def _draw_after(self, painter: QPainter, colours: Colours) -> None:
        width = self._after_width()
        height = scaled(CAP)
        left = self.width() - PADDING - width
        rect = leading(self, QRectF(left, (self.height() - height) / 2, width, height))
        if self._verdict:
            self._draw_verdict(painter, rect, self._ground(colours)[1])
        elif width:
            text = colours.text if self.isChecked() else colours.quiet
            draw_key_cap(painter, rect, self._key, colours, text)

    def _draw_verdict(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        size = scaled(GLYPH)
        left = rect.right() - size if is_rtl(self) else rect.left()
        icon = QRectF(left, rect.center().y() - size / 2, size, size)
        name = "circle-x" if self._state is OptionState.WRONG else "circle-check"
        draw_icon(painter, name, colour, icon)
        painter.setFont(text_font(TextRole.SMALL, bold=True))
        painter.setPen(QColor(colour))
        painter.drawText(rect, end_of(self), self._verdict)

    # Events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._text.lay_out()
            self.updateGeometry()
        super().changeEvent(event)


def _usual_verdict(state: OptionState) -> str:
    match state:
        case OptionState.RIGHT:
            return tr("Right")
        case OptionState.WRONG:
            return tr("Not right")
        case OptionState.MISSED:
            return tr("Right answer")
    return ""
