"""Writing a question with one right option."""

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import SwitchInput
from quizapp.ui.question_editors.parts.options import OptionList


class SingleChoiceForm(QuestionForm):
    """Options of which one is marked, each with feedback, and credit where it is nearly right."""

    def add_own_fields(self) -> None:
        self.options = OptionList(self.context, is_single=True)
        self.put("options", self.options)
        self.put("keep_order", SwitchInput(tr("Always show the options in this order")))
