"""What all typed answers have in common."""

import msgspec

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import Answer
from quizapp.translation import tr
from quizapp.values.folding import MAX_ANSWER_LENGTH, clean, is_too_long, storable


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
