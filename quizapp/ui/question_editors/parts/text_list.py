"""Lists of mere texts: hints, wrong answers that look alike, distractors."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext, Remark
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.row_frame import RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.parts.text_input import TextInput


class TextRow(RowContent):
    """One text."""

    def __init__(self, field: TextInput) -> None:
        super().__init__()
        self.field = field
        field.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        self.stop = field.stop

    def set_name(self, name: str) -> None:
        self.field.set_label(name)

    def read(self) -> Any:  # noqa: ANN401
        return self.field.value()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self.field.set_value(value)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        self.field.show_problems(remarks)

    def _on_changed(self) -> None:
        self.tell()


class TextList(ListEditor):
    """`name` makes what a row is called of its number; with a `context` texts are Markdown."""

    def __init__(
        self,
        label: str,
        name: Callable[[int], str],
        add_words: str,
        help_text: str = "",
        *,
        context: FormContext | None = None,
        most: int = 26,
    ) -> None:
        self._name = name
        self._context = context
        self.add_words = add_words
        self.most = most
        super().__init__(label, help_text)

    def make_row(self) -> RowContent:
        if self._context is None:
            return TextRow(TextInput("", shows_label=False))
        return TextRow(MarkdownLine("", self._context, shows_label=False))

    def row_name(self, number: int) -> str:
        return self._name(number)


def hint_list(context: FormContext) -> TextList:
    """The hints, from the least to the most helpful."""
    return TextList(
        tr("Hints"),
        lambda number: tr("Hint {n}").format(n=number),
        tr("Add a hint"),
        tr("Shown one after another to learners who ask."),
        context=context,
    )
