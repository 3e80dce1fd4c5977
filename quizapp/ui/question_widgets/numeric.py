"""Answering with a number."""

from quizapp.questions import AnyAnswer
from quizapp.questions.numeric import Numeric, NumericAnswer
from quizapp.translation import tr
from quizapp.ui.question_widgets.parts.typed import TypedWidget
from quizapp.values.numbers import NumberReading, number_text, read_numbers


class NumericWidget(TypedWidget[Numeric]):
    """A field that says which number it reads."""

    def field_label(self) -> str:
        """With the unit that is asked for."""
        if self.question.unit:
            return tr("Your answer, in {unit}").format(unit=self.question.unit)
        return tr("Your answer, a number")

    def reading(self, text: str) -> str:
        """The number, or that there is none yet."""
        if not text.strip():
            return tr("In digits, such as 1,000 or 25%.")
        readings = read_numbers(text)
        if not readings:
            return tr("This is not a number yet.")
        return tr("Read as {number}").format(number=self._words(readings[0]))

    def _words(self, reading: NumberReading) -> str:
        number = number_text(reading.value)
        if not reading.unit:
            return self.question.key.with_unit(number)
        return number + reading.unit if reading.unit == "%" else f"{number} {reading.unit}"

    def make_answer(self, text: str) -> NumericAnswer | None:
        """As typed, where it is a number."""
        return NumericAnswer(text=text) if read_numbers(text) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Type it again."""
        if isinstance(answer, NumericAnswer):
            self.field.set_text(answer.text)
