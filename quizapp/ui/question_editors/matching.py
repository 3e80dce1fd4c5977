"""Writing a question that asks what belongs together."""

from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.pairs import PairList, distractor_list


class MatchingForm(QuestionForm):
    """The pairs, and further right sides."""

    def add_own_fields(self) -> None:
        self.put("pairs", PairList(self.context))
        self.put("distractors", distractor_list(self.context))
