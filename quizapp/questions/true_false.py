"""A statement that is true or false."""

from collections.abc import Iterator

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import (
    Answer,
    Grade,
    Layout,
    Problem,
    Question,
    common_problems,
    lettered,
    lettered_parts,
    make_grade,
)
from quizapp.translation import tr


class TrueFalseAnswer(Answer, frozen=True, kw_only=True, tag="true_false"):
    """What the learner holds the statement to be."""

    value: bool


class TrueFalse(Question, frozen=True, kw_only=True, tag="true_false"):
    """The stem is the statement."""

    answer: bool

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)

    def layout(self, seed: int) -> Layout:
        """True first, always."""
        del seed
        return ((0, 1),)

    def grade(self, answer: TrueFalseAnswer) -> Grade:
        """1 or 0."""
        return make_grade(self, float(answer.value == self.answer))

    def key_text(self) -> str:
        """The word for the right answer."""
        return truth_word(self.answer)

    def answer_text(self, answer: TrueFalseAnswer) -> str:
        """The word for the given answer."""
        return truth_word(answer.value)

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type a for true, b for false.")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """True and false with their letters."""
        del layout
        return lettered([truth_word(True), truth_word(False)])

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """Both words."""
        del layout
        return {"options": lettered_parts([truth_word(True), truth_word(False)])}

    def read_answer(self, text: str, layout: Layout) -> TrueFalseAnswer:
        """From a letter, the word, or its first letter."""
        del layout
        word = text.strip().strip(").").casefold()
        if word in {"a", "1", "t", "true", "y", "yes", truth_word(True).casefold()}:
            return TrueFalseAnswer(value=True)
        if word in {"b", "2", "f", "false", "n", "no", truth_word(False).casefold()}:
            return TrueFalseAnswer(value=False)
        raise AnswerUnreadableError(
            tr("“{text}” is neither true nor false.").format(text=text.strip()[:40]),
            tr("Type a for true, b for false."),
        )

    def search_text(self) -> str:
        """The statement."""
        return self.stem


def truth_word(value: bool) -> str:
    """The word for true or false in the language of the program."""
    return tr("True") if value else tr("False")
