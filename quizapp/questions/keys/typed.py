"""What all typed answers have in common."""

import msgspec

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import Answer
from quizapp.translation import tr
from quizapp.values.date_reading import read_dates
from quizapp.values.folding import MAX_ANSWER_LENGTH, clean, is_too_long, storable
from quizapp.values.numbers import read_numbers


class TypedAnswer(Answer, frozen=True, kw_only=True):
    """As typed; the library can hold whatever it was."""

    text: str

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "text", storable(self.text))


def read_typed(text: str) -> str:
    """`text` as an answer; `AnswerUnreadableError` where there is nothing to grade, or too much."""
    if is_too_long(text):
        raise AnswerUnreadableError(
            tr("This answer has {n:,} characters.").format(n=len(text)),
            tr("Keep it below {n:,}.").format(n=MAX_ANSWER_LENGTH),
        )
    if not clean(text):
        raise AnswerUnreadableError(tr("There is nothing to check yet."), tr("Type an answer."))
    return text


def read_number(text: str) -> str:
    """`text` as an answer; `AnswerUnreadableError` where it is no number."""
    if not read_numbers(read_typed(text)):
        raise AnswerUnreadableError(
            tr("“{text}” cannot be read as a number.").format(text=text.strip()[:40]),
            tr("Type it in digits, such as 1,000 or 25%."),
        )
    return text


def read_date(text: str) -> str:
    """`text` as an answer; `AnswerUnreadableError` where it is no date."""
    if not read_dates(read_typed(text)):
        raise AnswerUnreadableError(
            tr("“{text}” cannot be read as a date.").format(text=text.strip()[:40]),
            tr("Type it like 23 June 1987, June 1987, 1987-06-23 or 1987."),
        )
    return text
