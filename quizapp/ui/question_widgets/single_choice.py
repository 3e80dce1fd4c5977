"""Answering a single choice question."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.single_choice import SingleChoice, SingleChoiceAnswer
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.question_widgets.parts.choice import ChoiceRows, choice_keys


class SingleChoiceWidget(QuestionWidget[SingleChoice]):
    """One row for each option."""

    def __init__(
        self,
        question: SingleChoice,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        texts = [question.options[place].text for place in layout[0]]
        self._rows = ChoiceRows(texts, layout[0], self, media=media)
        self._rows.changed.connect(self.answer_changed)
        self._rows.confirm_requested.connect(self.confirm_requested)
        self.column.addWidget(self._rows)

    def answer(self) -> SingleChoiceAnswer | None:
        """The chosen option."""
        places = self._rows.places()
        return SingleChoiceAnswer(option=places[0]) if places else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Choose the option."""
        if isinstance(answer, SingleChoiceAnswer):
            self._rows.choose_places((answer.option,))

    def set_read_only(self, read_only: bool) -> None:
        """Rows that cannot be chosen stay readable."""
        super().set_read_only(read_only)
        self._rows.set_enabled_rows(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Mark the chosen row, and the right one."""
        del grade
        super().set_read_only(True)
        self._rows.mark({self.question.key}, reveal=reveal)

    def choose(self, key: str) -> bool:
        """Choose the row that the key names."""
        return not self.is_read_only and self._rows.choose_key(key)

    def focus_first(self) -> None:
        """To the rows."""
        self._rows.focus_first()

    def help_keys(self) -> list[tuple[str, str]]:
        """Choosing by keys."""
        return choice_keys()
