"""Writing a question that is answered with a date."""

from typing import Any

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.date_input import DateInput
from quizapp.ui.question_editors.parts.date_key import ask_input, asked_precision
from quizapp.ui.question_editors.parts.number_input import NumberInput, share_input


class DateForm(QuestionForm):
    """The date, how exactly it is asked for, and what a part of it is worth."""

    def add_own_fields(self) -> None:
        self.answer = DateInput(
            tr("Answer"),
            tr("As people write it: 1992, May 1996, 10 April 1992, about 1850, 44 BC."),
        )
        self.ask = ask_input()
        self.year_credit = share_input(tr("Credit for the right year alone"), default=0.5)
        self.month_credit = share_input(tr("Credit for the right month and year"), default=0.75)
        self.within = NumberInput(tr("Years off that still count"), suffix=tr("years"), default=0)
        self.put("answer", self.answer)
        self.put("ask", self.ask)
        self.put("year_credit", self.year_credit)
        self.put("month_credit", self.month_credit)
        self.put("within_years", self.within)
        self.changed.connect(self._fit)
        self._fit()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self._fit()

    def _fit(self) -> None:
        """Ask for the worth of parts only where more than they are asked for."""
        asked = asked_precision(self.ask.chosen(), self.answer.value())
        for editor, is_part in (
            (self.year_credit, asked != "year"),
            (self.month_credit, asked == "day"),
        ):
            editor.setVisible(is_part or editor.value() is not None)
