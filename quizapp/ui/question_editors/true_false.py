"""Writing a statement that is true or false."""

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import SegmentInput


class TrueFalseForm(QuestionForm):
    """The statement, and which of the two it is."""

    def stem_words(self) -> tuple[str, FormContext, str]:
        return tr("Statement"), self.context, ""

    def add_own_fields(self) -> None:
        answers = [(True, tr("True")), (False, tr("False"))]
        self.put("answer", SegmentInput(tr("The statement is"), answers))
