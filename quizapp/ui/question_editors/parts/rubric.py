"""What is looked for in a text, and what each of it is worth."""

from PySide6.QtWidgets import QVBoxLayout

from quizapp.questions.essay import MAX_CRITERIA
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.number_input import NumberInput
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.widgets.painting import GRID


class CriterionRow(RecordRow):
    """One thing that a good answer does, and its points."""

    main = "text"

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.text = MarkdownLine("", context, shows_label=False)
        self.points = NumberInput(
            "", prefix=tr("worth"), suffix=tr("points"), default=1, shows_label=False
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for name, editor in (("text", self.text), ("points", self.points)):
            self.add_field(name, editor)
            column.addWidget(editor)
        column.addWidget(self.remarks)

    def set_name(self, name: str) -> None:
        self.text.set_label(name)
        self.points.set_label(tr("Points: {name}").format(name=name))

    def is_empty(self) -> bool:
        return not self.text.area.text().strip()


class Rubric(ListEditor):
    """The criteria in the order in which they are judged."""

    most = MAX_CRITERIA

    def __init__(self, context: FormContext) -> None:
        self._context = context
        self.least = 2 if context.is_new else 1
        self.add_words = tr("Add a criterion")
        super().__init__(tr("What a good answer does"), tr("It is judged by these, one by one."))

    def make_row(self) -> RowContent:
        return CriterionRow(self._context)

    def blank(self) -> dict[str, str]:
        return {"text": ""}

    def row_name(self, number: int) -> str:
        return tr("Criterion {n}").format(n=number)
