"""Answering a true or false question."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.true_false import TrueFalse, TrueFalseAnswer, truth_word
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.question_widgets.parts.choice import ChoiceRows, choice_keys

_VALUES = (True, False)


class TrueFalseWidget(QuestionWidget[TrueFalse]):
    """Two rows."""

    def __init__(
        self,
        question: TrueFalse,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._rows = ChoiceRows([truth_word(value) for value in _VALUES], (0, 1), self)
        self._rows.changed.connect(self.answer_changed)
        self._rows.confirm_requested.connect(self.confirm_requested)
        self.column.addWidget(self._rows)

    def answer(self) -> TrueFalseAnswer | None:
        """What was chosen."""
        places = self._rows.places()
        return TrueFalseAnswer(value=_VALUES[places[0]]) if places else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Choose the row."""
        if isinstance(answer, TrueFalseAnswer):
            self._rows.choose_places((_VALUES.index(answer.value),))

    def set_read_only(self, read_only: bool) -> None:
        """Rows that cannot be chosen stay readable."""
        super().set_read_only(read_only)
        self._rows.set_enabled_rows(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Mark the chosen row, and the right one."""
        del grade
        super().set_read_only(True)
        self._rows.mark({_VALUES.index(self.question.answer)}, reveal=reveal)

    def choose(self, key: str) -> bool:
        """By number, or by the first letter of the word."""
        if self.is_read_only:
            return False
        initials = _initials()
        if key.casefold() in initials:
            key = str(initials.index(key.casefold()) + 1)
        return self._rows.choose_key(key)

    def focus_first(self) -> None:
        """To the rows."""
        self._rows.focus_first()

    def help_keys(self) -> list[tuple[str, str]]:
        """Choosing by keys."""
        words = [truth_word(value) for value in _VALUES]
        keys = [(letter.upper(), word) for letter, word in zip(_initials(), words, strict=False)]
        return [*choice_keys(), *keys]


def _initials() -> list[str]:
    """The first letters of both words, in the language of the program; none where they agree."""
    letters = [truth_word(value)[:1].casefold() for value in _VALUES]
    return letters if letters[0] != letters[1] else []
