"""A labelled box for a typed answer, with a line below it that says what was understood."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions.base import Verdict
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.answer_box import TextBox
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.verdict_banner import verdict_words

_WRONG = QPalette.ColorRole.BrightText
_QUIET = QPalette.ColorRole.PlaceholderText


class AnswerField(QWidget):
    """`text_changed` tells of every change, `returned` of Enter, which goes no further."""

    text_changed = Signal(str)
    returned = Signal()

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = TextBox(label)
        self.editor = self._box.editor
        self._help = TextLabel("", TextRole.SMALL)
        name = TextLabel(label, TextRole.BODY, bold=True)
        name.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (name, self._box, self._help):
            column.addWidget(part)
        self._say(help_text, is_wrong=False)
        self.setFocusProxy(self.editor)
        self.editor.textChanged.connect(self.text_changed)
        self.editor.returned.connect(self.returned)

    @property
    def help_text(self) -> str:
        """What stands below the box; "" for nothing."""
        return "" if self._help.isHidden() else self._help.accessibleName()

    def text(self) -> str:
        return self.editor.text()

    def set_text(self, text: str) -> None:
        self.editor.setText(text)

    def set_help(self, words: str) -> None:
        """Say something below the box, or nothing."""
        self._say(words, is_wrong=False)

    def set_error(self, words: str) -> None:
        """Say what is wrong below the box, until something else is said."""
        self._say(words, is_wrong=True)

    def set_read_only(self, read_only: bool) -> None:
        self._box.set_read_only(read_only)

    def show_verdict(self, verdict: Verdict) -> None:
        """Word, icon and colour in the box, which takes no more text."""
        words = verdict_words(verdict)
        self._say("", is_wrong=False)
        self._box.set_read_only(True)
        self._box.show_verdict(verdict, words)
        self.editor.setAccessibleDescription(words)

    def _say(self, words: str, *, is_wrong: bool) -> None:
        self._box.set_wrong(is_wrong)
        self._help.setForegroundRole(_WRONG if is_wrong else _QUIET)
        self._help.set_text(words)
        self._help.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
