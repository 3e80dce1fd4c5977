"""A place to write text: it wraps, and is as high as what is written in it."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.fields import SIDE, field_height
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import CONTROL_CORNER, draw_box, painting, start_of
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars
from quizapp.ui.widgets.undo_keys import UndoKeysPass
from quizapp.values.folding import storable

MOST_LINES = 14
NARROWEST = 50
MARGIN = 2


class TextArea(QPlainTextEdit):
    """Tab leaves it. With `is_line` it holds one paragraph, and Enter goes to what is around it.

    It has no undo of its own; a Backspace in an empty line, too, goes to what is around it.
    """

    def __init__(self, *, is_line: bool = False, least_lines: int = 1) -> None:
        super().__init__()
        self._is_line = is_line
        self._least_lines = least_lines
        self._lines = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._passing = UndoKeysPass(self)
        slim_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.textChanged.connect(self._fit)
        self._fit()
        self._align()

    def text(self) -> str:
        """What is written."""
        return storable(self.toPlainText())

    def show_text(self, text: str) -> None:
        """Show `text`; where it is much the same as before, cursor and selection stay."""
        before = self.toPlainText()
        if text == before:
            return
        start = _common(before, text)
        end = _common(before[start:][::-1], text[start:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_place(before, start))
        kept = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(_place(before, len(before) - end), kept)
        cursor.insertText(text[start : len(text) - end])

    def selection(self) -> tuple[int, int]:
        """Where the selection starts and ends, counted in characters of `text`."""
        cursor = self.textCursor()
        places = (cursor.selectionStart(), cursor.selectionEnd())
        units = self.toPlainText().encode("utf-16-le")
        first, last = (len(units[: 2 * n].decode("utf-16-le", "replace")) for n in places)
        return first, last

    def select(self, start: int, end: int) -> None:
        """Select from `start` to `end`, counted in characters of `text`."""
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(_place(text, start))
        cursor.setPosition(_place(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # Keys and pasting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_passed = self._is_line and (
            key in ENTER or (key == Qt.Key.Key_Backspace and not self.toPlainText())
        )
        if is_passed or key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """What is pasted or dropped, as plain text; in a line, as one paragraph."""
        text = source.text()
        self.insertPlainText(" ".join(text.split()) if self._is_line and "\n" in text else text)

    # Size

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = min(max(self._lines, self._least_lines), MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * MARGIN + 2
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._lines > MOST_LINES:
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self.updateGeometry()

    def _align(self) -> None:
        """Let a line begin where those of the program do; longer texts go by their own language."""
        if self._is_line:
            option = self.document().defaultTextOption()
            option.setAlignment(start_of(self))
            self.document().setDefaultTextOption(option)


class TextFrame(QWidget):
    """The box around a `TextArea`."""

    def __init__(self, area: TextArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = area
        self._is_wrong = False
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE - 2, 6, SIDE - 2, 6)
        row.addWidget(area, 1, Qt.AlignmentFlag.AlignVCenter)
        area.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_wrong(self, is_wrong: bool) -> None:
        """Whether what is written must be mended."""
        self._is_wrong = is_wrong
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), field_height()))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), field_height()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        edge, width = (colours.wrong, 2.0) if self._is_wrong else (colours.edge, 1.0)
        if self._area.hasFocus():
            edge, width = colours.focus, 2.0
        can_write = self._area.isEnabled() and not self._area.isReadOnly()
        fill = colours.surface if can_write else colours.hover
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER, width)


def _common(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _place(text: str, at: int) -> int:
    """The place in a document, which counts in UTF-16, of the character at `at`."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
