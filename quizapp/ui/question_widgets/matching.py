"""Answering a matching question: a choice for each left side."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.matching import Matching, MatchingAnswer
from quizapp.translation import tr
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.widgets.fields import ChoiceField

NONE = -1


class MatchingWidget(QuestionWidget[Matching]):
    """A list to choose from beside each left side; two may share a right side."""

    def __init__(self, question: Matching, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(question, layout, parent)
        self._fields: dict[int, ChoiceField[int]] = {}
        texts = question.choices()
        choices = [(NONE, tr("Choose…")), *((place, texts[place]) for place in layout[1])]
        for place in layout[0]:
            field = ChoiceField(question.pairs[place].left, choices)
            field.chosen.connect(self.answer_changed)
            self.column.addWidget(field)
            self._fields[place] = field

    def answer(self) -> MatchingAnswer | None:
        """The pairs; None while there are none."""
        choices = tuple(self._fields[place].value() for place in range(len(self._fields)))
        return MatchingAnswer(choices=choices) if any(n != NONE for n in choices) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show the pairs."""
        if isinstance(answer, MatchingAnswer):
            for place, choice in enumerate(answer.choices[: len(self._fields)]):
                self._fields[place].set_value(choice)

    def set_read_only(self, read_only: bool) -> None:
        """The choices stay readable."""
        super().set_read_only(read_only)
        for field in self._fields.values():
            field.editor.setEnabled(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Say below each choice whether it is right, and what is."""
        self.set_read_only(True)
        for place, part in enumerate(grade.parts):
            if part.score >= 1:
                self._fields[place].set_help(tr("✓ Right"))
            elif reveal:
                self._fields[place].set_help(
                    tr("✗ Right answer: {answer}").format(answer=part.expected)
                )

    def focus_first(self) -> None:
        """To the first choice."""
        self._fields[self.shown_order[0][0]].editor.setFocus()

    def help_keys(self) -> list[tuple[str, str]]:
        """Choosing by keys."""
        return [(tr("Tab"), tr("Next pair")), (tr("↑ ↓"), tr("Choose what belongs to it"))]
