"""Writing a question with any number of right options."""

from typing import Any

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput, SwitchInput
from quizapp.ui.question_editors.parts.options import OptionList


class MultipleChoiceForm(QuestionForm):
    """Options of which some are marked; where weights score, each has one."""

    def add_own_fields(self) -> None:
        self.options = OptionList(self.context, is_single=False)
        self.scoring = ChoiceInput(
            tr("Points for a part of the right answer"),
            [
                ("right_minus_wrong", tr("A share for each right one, less for wrong ones")),
                ("all_or_nothing", tr("None: all right ones, or nothing")),
                ("weights", tr("What each option is worth")),
            ],
            default="right_minus_wrong",
        )
        self.put("options", self.options)
        self.put("keep_order", SwitchInput(tr("Always show the options in this order")))
        self.put("scoring", self.scoring)
        self.scoring.changed.connect(self._on_scoring)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self._on_scoring()

    def _on_scoring(self) -> None:
        scoring = str(self.scoring.chosen())
        self.options.set_scoring(scoring)
        worth = tr("Right ones come to 100% together; wrong ones cost something, such as −50%.")
        self.scoring.set_help(worth if scoring == "weights" else "")
