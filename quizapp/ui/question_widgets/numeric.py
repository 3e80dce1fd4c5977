"""Answering with a number."""

from quizapp.questions import AnyAnswer
from quizapp.questions.numeric import Numeric, NumericAnswer
from quizapp.translation import tr
from quizapp.ui.question_widgets.parts.readings import number_reading
from quizapp.ui.question_widgets.parts.typed import TypedWidget
from quizapp.values.numbers import read_numbers


class NumericWidget(TypedWidget[Numeric]):
    """A field that says which number it reads."""

    def field_label(self) -> str:
        """With the unit that is asked for."""
        if self.question.unit:
            return tr("Your answer, in {unit}").format(unit=self.question.unit)
        return tr("Your answer, a number")

    def reading(self, text: str) -> str:
        """The number, or that there is none yet."""
        return number_reading(text, self.question.key)

    def make_answer(self, text: str) -> NumericAnswer | None:
        """As typed, where it is a number."""
        return NumericAnswer(text=text) if read_numbers(text) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Type it again."""
        if isinstance(answer, NumericAnswer):
            self.field.set_text(answer.text)
