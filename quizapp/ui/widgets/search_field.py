"""The field to search in: what was typed can be cleared, and what may be typed is explained."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.catalogue import MAX_SEARCH_LENGTH
from quizapp.translation import tr
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.buttons import IconButton
from quizapp.ui.widgets.fields import FieldFrame
from quizapp.ui.widgets.headings import CardTitle, QuietText, TextLabel
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.popup import Popup


class SearchField(QWidget):
    """Esc clears it; Down goes on to what was found."""

    text_changed = Signal(str)
    left_downwards = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = _Editor()
        self.editor.setMaxLength(MAX_SEARCH_LENGTH)
        self.editor.setAccessibleName(name)
        self.editor.setAccessibleDescription(_help_in_a_line())
        self.editor.setPlaceholderText(name)
        frame = _Frame(self.editor)
        self._clear = IconButton("x", tr("Clear the search"))
        self._help = IconButton("circle-help", tr("What can be searched for"))
        for button in (self._clear, self._help):
            frame.add_button(button)
        self._clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(frame)
        self.setFocusProxy(self.editor)
        self.editor.textChanged.connect(self._on_text)
        self.editor.left_downwards.connect(self.left_downwards)
        self._clear.clicked.connect(self._on_clear)
        self._help.clicked.connect(self._on_help)

    def text(self) -> str:
        return self.editor.text()

    def set_text(self, text: str) -> None:
        self.editor.setText(text)

    def take_focus(self) -> None:
        """Be ready for other words in place of those that are there."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.selectAll()

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.text_changed.emit(text)

    def _on_clear(self) -> None:
        self.editor.clear()
        self.editor.setFocus()

    def _on_help(self) -> None:
        SearchHelp(self).open_below(self._help)


class _Editor(QLineEdit):
    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _Frame(FieldFrame):
    """With a magnifying glass where reading begins."""

    def __init__(self, editor: QLineEdit) -> None:
        super().__init__(editor)
        self._row.insertWidget(1, IconMark("search", "quiet", 18))
        self._row.insertSpacing(2, GRID - 2)


class SearchHelp(Popup):
    """Each way to search, with an example."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("What can be searched for"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout()
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(CardTitle(tr("What can be searched for")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        for row, (example, meaning) in enumerate(_ways()):
            grid.addWidget(TextLabel(example, TextRole.BODY, bold=True, wraps=False), row, 0)
            words = QuietText(meaning)
            words.setWordWrap(False)
            grid.addWidget(words, row, 1)
        column.addLayout(grid)
        self.body.addLayout(column)


def _ways() -> tuple[tuple[str, str], ...]:
    return (
        (tr("lamp tower"), tr("both words, or words that begin so")),
        (tr('"first lit"'), tr("the words next to each other")),
        (tr("-tower"), tr("not this word")),
        ("tag:coast", tr("questions with this tag")),
        ("type:date", tr("questions of this type")),
        ("topic:figure", tr("questions on this topic")),
        ("pack:aldsand", tr("questions of this pack")),
    )


def _help_in_a_line() -> str:
    return tr('Words, "a phrase", -not, tag:, type:, topic: and pack: narrow the search.')
