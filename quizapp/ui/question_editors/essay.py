"""Writing a question that is answered with a text of one's own."""

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput
from quizapp.ui.question_editors.parts.markdown_input import MarkdownInput
from quizapp.ui.question_editors.parts.number_input import NumberInput
from quizapp.ui.question_editors.parts.rubric import Rubric
from quizapp.ui.widgets.flow_line import FlowLine


class EssayForm(QuestionForm):
    """What is looked for, who judges, an answer as a model, and how long it is to be."""

    def add_own_fields(self) -> None:
        self.put("rubric", Rubric(self.context))
        judges = [("self", tr("The learner, by the model answer")), ("teacher", tr("The teacher"))]
        self.put("judged_by", ChoiceInput(tr("Who judges it"), judges, default="self"))
        model = MarkdownInput(
            tr("Model answer"), self.context, tr("Shown beside the learner's own."), least_lines=4
        )
        self.put("model_answer", model)
        least = NumberInput(tr("At least"), suffix=tr("words"), default=0)
        most = NumberInput(tr("At most"), tr("0 for any length."), suffix=tr("words"), default=0)
        self.add_field("min_words", least)
        self.add_field("max_words", most)
        self.column.addWidget(FlowLine(least, most))
