"""A field for several lines of plain text, as high as what is written in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.theme import TextRole, colours_of
from quizapp.ui.widgets.fields import SIDE, field_height
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import CONTROL_CORNER, GRID, draw_box, painting
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars

LEAST_LINES = 2
MOST_LINES = 12

_WRONG = QPalette.ColorRole.BrightText
_QUIET = QPalette.ColorRole.PlaceholderText


class AreaField(QWidget):
    """Label, text, help or what is wrong. Tab leaves it; Enter begins a new line."""

    text_changed = Signal(str)

    def __init__(
        self,
        label: str,
        help_text: str = "",
        parent: QWidget | None = None,
        *,
        least_lines: int = LEAST_LINES,
    ) -> None:
        super().__init__(parent)
        self._help_text = help_text
        self.editor = _Area(least_lines)
        self._frame = _Frame(self.editor)
        self._label = TextLabel(label, TextRole.BODY, bold=True)
        self._label.setBuddy(self.editor)
        self._help = TextLabel(help_text, TextRole.SMALL, quiet=True)
        self.editor.setAccessibleName(label)
        self.editor.setAccessibleDescription(help_text)
        self.editor.textChanged.connect(self._on_text_changed)
        self.setFocusProxy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (self._label, self._frame, self._help):
            column.addWidget(part)
        self._help.setVisible(bool(help_text))

    def text(self) -> str:
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self.editor.setPlainText(text)

    def lines(self) -> list[str]:
        """Each line that is not empty, without the room around it."""
        return [line.strip() for line in self.text().split("\n") if line.strip()]

    def set_lines(self, lines: Sequence[str]) -> None:
        """One on each line."""
        self.set_text("\n".join(lines))

    def set_error(self, words: str) -> None:
        """Say what is wrong, until the text changes."""
        self._frame.set_wrong(bool(words))
        self._help.set_text(words or self._help_text)
        self._help.setVisible(bool(words or self._help_text))
        self._help.setForegroundRole(_WRONG if words else _QUIET)
        self.editor.setAccessibleDescription(words or self._help_text)

    def _on_text_changed(self) -> None:
        self.set_error("")
        self.text_changed.emit(self.text())


class _Area(QPlainTextEdit):
    """Grows with its lines up to a bound, and scrolls from there."""

    def __init__(self, least_lines: int) -> None:
        super().__init__()
        self._least_lines = least_lines
        self._lines = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        slim_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.textChanged.connect(self._fit)

    def _fit(self) -> None:
        """Ask for another height where the text has another number of lines, as it wraps."""
        lines = round(self.document().size().height())
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        least = 1 if self.isReadOnly() else self._least_lines
        lines = min(max(self._lines, least), MOST_LINES)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._lines > MOST_LINES:
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # it is the page's


class _Frame(QWidget):
    def __init__(self, editor: _Area) -> None:
        super().__init__()
        self._editor = editor
        self._is_wrong = False
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE - 2, 6, SIDE - 2, 6)
        row.addWidget(editor)
        self.setMinimumHeight(field_height())
        editor.installEventFilter(self)

    def set_wrong(self, is_wrong: bool) -> None:
        self._is_wrong = is_wrong
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif event.type() == QEvent.Type.ReadOnlyChange:
            self._editor.updateGeometry()
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        edge, width = (colours.wrong, 2.0) if self._is_wrong else (colours.edge, 1.0)
        if self._editor.hasFocus():
            edge, width = colours.focus, 2.0
        takes_text = self._editor.isEnabled() and not self._editor.isReadOnly()
        fill = colours.surface if takes_text else colours.hover
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER, width)
