"""Writing a question that asks for an order."""

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput
from quizapp.ui.question_editors.parts.ordering_items import ItemList


class OrderingForm(QuestionForm):
    """The items as they belong, and what a part of the order is worth."""

    def add_own_fields(self) -> None:
        self.put("items", ItemList(self.context))
        scoring = ChoiceInput(
            tr("Points for a part of the right answer"),
            [
                ("pairs", tr("For each two that stand in the right order")),
                ("longest_run", tr("For the longest run in the right order")),
                ("all_or_nothing", tr("None: the whole order, or nothing")),
            ],
            default="pairs",
        )
        self.put("scoring", scoring)
