"""What all typed answers have in common."""

from quizapp.errors import AnswerUnreadableError
from quizapp.translation import tr
from quizapp.values.folding import MAX_ANSWER_LENGTH, clean, is_too_long


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
