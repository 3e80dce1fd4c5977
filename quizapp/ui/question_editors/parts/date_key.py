"""How exactly a date is asked for."""

from typing import get_args

from quizapp.translation import tr
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput
from quizapp.values.dates import Precision, parse_date

PRECISIONS: tuple[Precision, ...] = get_args(Precision)


def ask_input() -> ChoiceInput:
    """What learners have to give for the full credit."""
    return ChoiceInput(
        tr("What learners give"),
        [
            ("", tr("As much as the answer says")),
            ("year", tr("The year")),
            ("month", tr("Month and year")),
            ("day", tr("Day, month and year")),
        ],
        default="",
    )


def asked_precision(ask: object, answer: object) -> Precision:
    """How exactly a date is asked for; a year where nothing says so yet."""
    if ask in PRECISIONS:
        return ask
    try:
        return parse_date(str(answer)).precision
    except ValueError:
        return "year"
