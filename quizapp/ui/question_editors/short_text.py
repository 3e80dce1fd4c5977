"""Writing a question that is answered with a few typed words."""

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.accepted import AcceptedList, rejected_list, typos_input
from quizapp.ui.question_editors.parts.choice_inputs import SwitchInput
from quizapp.ui.widgets.disclosure import Disclosure


class ShortTextForm(QuestionForm):
    """What is accepted; behind a heading what is never, and what is forgiven."""

    def add_own_fields(self) -> None:
        self.put("accept", AcceptedList(self.context))
        self.strictness = Disclosure(tr("How strictly it is checked"))
        fields = {
            "typos": typos_input(),
            "case_matters": SwitchInput(tr("Capital letters matter")),
            "accents_matter": SwitchInput(tr("Accents matter")),
            "punctuation_matters": SwitchInput(tr("Punctuation and spaces matter")),
            "reject": rejected_list(),
        }
        for name, editor in fields.items():
            self.add_field(name, editor)
            self.strictness.body.addWidget(editor)
        self.column.addWidget(self.strictness)
