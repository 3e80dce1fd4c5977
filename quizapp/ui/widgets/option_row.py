"""One option of a choice question: a full-width row that can be clicked anywhere."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.key_cap import CAP, cap_width, draw_key_cap
from quizapp.ui.widgets.markdown import Media, SafeDocument, spare_below
from quizapp.ui.widgets.marks import draw_check_mark, draw_radio_mark
from quizapp.ui.widgets.painting import (
    CORNER,
    GRID,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
)

PADDING = 14
GLYPH = 20
GAP = 12
LOWEST = 52
NARROWEST_TEXT = 80


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
        media: Media | None = None,
    ) -> None:
        super().__init__(parent)
        self._markdown = text
        self._key = key
        self._multiple = multiple
        self._state = OptionState.OPEN
        self._verdict = ""
        self._document = SafeDocument(media)
        self._focus = KeyboardFocus(self)
        self._set_up()
        self._lay_out_text()

    def _set_up(self) -> None:
        self.setCheckable(True)
        self.setAutoExclusive(not self._multiple)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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

    def _lay_out_text(self) -> None:
        self._document.show_markdown(self._markdown, TextRole.BODY)
        self._document.align_to(self.layoutDirection())
        words = self._document.toPlainText()
        self.setAccessibleName(f"{self._key}. {words}" if self._key else words)
        self.updateGeometry()

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._document.height_at(self._text_width(width))
        return max(text + 2 * PADDING, scaled(LOWEST))

    def sizeHint(self) -> QSize:
        ideal = self._sides() + round(self._document.idealWidth()) + 1
        return QSize(ideal, self.heightForWidth(ideal))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sides() + NARROWEST_TEXT, scaled(LOWEST))

    def _text_width(self, width: int) -> int:
        return max(width - self._sides(), NARROWEST_TEXT)

    def _sides(self) -> int:
        """The width of everything but the text."""
        before = PADDING + scaled(GLYPH) + GAP
        after = self._after_width()
        return before + PADDING + (after + GAP if after else 0)

    def _after_width(self) -> int:
        if self._verdict:
            metrics = QFontMetrics(text_font(TextRole.SMALL, bold=True))
            return scaled(GLYPH) + GRID + metrics.horizontalAdvance(self._verdict) + 1
        return cap_width(self._key) if self._key and self._state is OptionState.OPEN else 0

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            self._draw_ground(painter, colours)
            self._draw_glyph(painter, colours)
            self._draw_text(painter, colours)
            self._draw_after(painter, colours)

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        fill, edge, width = self._ground(colours)
        if self._focus.is_visible:
            draw_ring(painter, self.rect(), colours.focus, CORNER)
            draw_box(painter, self.rect().adjusted(4, 4, -4, -4), fill, edge, CORNER - 4, width)
        else:
            draw_box(painter, self.rect(), fill, edge, CORNER, width)

    def _ground(self, colours: Colours) -> tuple[str, str, float]:
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

    def _draw_text(self, painter: QPainter, colours: Colours) -> None:
        width = self._text_width(self.width())
        height = self._document.height_at(width)
        left = PADDING + scaled(GLYPH) + GAP
        top = (self.height() - height + spare_below(self._document)) / 2
        rect = leading(self, QRectF(left, top, width, height))
        context = QAbstractTextDocumentLayout.PaintContext()
        text = colours.text if self.isEnabled() else colours.disabled
        context.palette.setColor(QPalette.ColorRole.Text, QColor(text))
        painter.save()
        painter.translate(rect.topLeft())
        self._document.documentLayout().draw(painter, context)
        painter.restore()

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
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.right() - size if is_rtl else rect.left()
        icon = QRectF(left, rect.center().y() - size / 2, size, size)
        name = "circle-x" if self._state is OptionState.WRONG else "circle-check"
        draw_icon(painter, name, colour, icon)
        painter.setFont(text_font(TextRole.SMALL, bold=True))
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
        align = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(rect, int(align), self._verdict)

    # Events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._lay_out_text()
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
