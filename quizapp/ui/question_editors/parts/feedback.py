"""What is said to every learner whose answer came out so."""

from PySide6.QtWidgets import QVBoxLayout

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext, RecordEditor
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.widgets.painting import GRID


class FeedbackInput(RecordEditor):
    """One text for each verdict."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for name, label in (
            ("right", tr("Feedback when right")),
            ("partly", tr("Feedback when partly right")),
            ("wrong", tr("Feedback when wrong")),
        ):
            field = MarkdownLine(label, context)
            self.add_field(name, field)
            column.addWidget(field)
        column.addWidget(self.remarks)
