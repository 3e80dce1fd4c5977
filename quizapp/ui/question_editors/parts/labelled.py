"""Editors of one value with a label above it, and help and remarks below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FieldEditor, Remark, RemarkList
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import GRID


class LabelledEditor(FieldEditor):
    """With `shows_label` False the label is for screen readers alone, as in rows of a list."""

    def __init__(self, label: str, help_text: str = "", *, shows_label: bool = True) -> None:
        super().__init__()
        self._help_text = help_text
        self._editor: QWidget | None = None
        self.label = TextLabel(label, TextRole.BODY, bold=True)
        self.help = TextLabel(help_text, TextRole.SMALL, quiet=True)
        self.remarks = RemarkList()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID // 2)
        self.column.addWidget(self.label)
        self.column.addWidget(self.help)
        self.column.addWidget(self.remarks)
        self.label.setVisible(shows_label)
        self.help.setVisible(bool(help_text))

    def put(self, shown: QWidget, editor: QWidget) -> None:
        """Show `shown` below the label; what is typed goes into `editor`, which may be in it."""
        self._editor = editor
        self.column.insertWidget(self.column.indexOf(self.help), shown)
        self.label.setBuddy(editor)
        self.stop = editor
        self._name()

    def set_label(self, label: str) -> None:
        """Be called something else."""
        self.label.set_text(label)
        self._name()

    def set_help(self, text: str) -> None:
        """Say something else below."""
        if text != self._help_text:
            self._help_text = text
            self.help.set_text(text)
            self.help.setVisible(bool(text))
            self._name()

    def _name(self) -> None:
        if self._editor is not None:
            self._editor.setAccessibleName(self.label.accessibleName())
            said = " ".join(filter(None, (self._help_text, self.remarks.words)))
            self._editor.setAccessibleDescription(said)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        self.remarks.show_remarks([(self._words(each), each.tone) for each in remarks])
        self.set_wrong(any(each.tone == "wrong" for each in remarks))
        self._name()

    def _words(self, remark: Remark) -> str:
        """What is said; of a value that is not there yet in fewer words."""
        is_missing = self.value() is None and remark.severity == "error"
        return self.missing_words() if is_missing else remark.words

    def missing_words(self) -> str:
        """What to say where a value is needed and there is none."""
        return tr("This is still empty: write it.")

    def set_wrong(self, is_wrong: bool) -> None:
        """Mark, or no longer, that the value must be mended."""
