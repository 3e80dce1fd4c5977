"""Answering with a few typed words."""

from quizapp.questions import AnyAnswer
from quizapp.questions.short_text import ShortText, ShortTextAnswer
from quizapp.ui.question_widgets.parts.typed import TypedWidget


class ShortTextWidget(TypedWidget[ShortText]):
    """A field."""

    def make_answer(self, text: str) -> ShortTextAnswer:
        """As typed."""
        return ShortTextAnswer(text=text)

    def set_answer(self, answer: AnyAnswer) -> None:
        """Type it again."""
        if isinstance(answer, ShortTextAnswer):
            self.field.set_text(answer.text)
