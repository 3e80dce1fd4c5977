"""The field of typed answers, with a line below it that says what was understood."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout, Verdict
from quizapp.translation import tr
from quizapp.ui.question_widgets.base import SPACING, QuestionT, QuestionWidget
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.headings import BodyText
from quizapp.values.folding import MAX_ANSWER_LENGTH, clean


class TypedWidget(QuestionWidget[QuestionT]):
    """A field; subclasses say what it is called, what was understood and what the answer is."""

    def __init__(self, question: QuestionT, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(question, layout, parent)
        self.field = TextField(self.field_label(), self.reading(""))
        # One more than is looked at, so that a paste that is too long is said to be.
        self.field.editor.setMaxLength(MAX_ANSWER_LENGTH + 1)
        self.field.text_changed.connect(self._on_text_changed)
        self.field.returned.connect(self.confirm_requested)
        self.line = QHBoxLayout()
        self.line.setSpacing(SPACING)
        self.line.addWidget(self.field, 1)
        self.column.addLayout(self.line)
        self._key_line = BodyText("")
        self._key_line.hide()
        self.extras = QVBoxLayout()
        self.column.addLayout(self.extras)
        self.column.addWidget(self._key_line)

    def field_label(self) -> str:
        """What the field is for."""
        return tr("Your answer")

    def reading(self, text: str) -> str:
        """How `text` is understood, in words, or what to type."""
        del text
        return ""

    def make_answer(self, text: str) -> AnyAnswer | None:
        """The answer that `text` stands for; None where it cannot be read."""
        del text
        return None

    def typed(self) -> str:
        """What was typed."""
        return self.field.text()

    def answer(self) -> AnyAnswer | None:
        """What was typed, if it can be checked."""
        text = self.typed()
        if not clean(text) or len(text) > MAX_ANSWER_LENGTH:
            return None
        return self.make_answer(text)

    def set_read_only(self, read_only: bool) -> None:
        """The text stays selectable."""
        super().set_read_only(read_only)
        self.field.editor.setReadOnly(read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """The right answer below the field where the given one was not it."""
        self.set_read_only(True)
        is_right = grade.verdict is Verdict.RIGHT
        if reveal and not is_right:
            self._key_line.set_text(
                tr("Right answer: {answer}").format(answer=self.question.key_text())
            )
        self._key_line.setVisible(reveal and not is_right)

    def focus_first(self) -> None:
        """To the field, with its text selected."""
        self.field.editor.setFocus()
        self.field.editor.selectAll()

    def _on_text_changed(self, text: str) -> None:
        too_long = len(text) > MAX_ANSWER_LENGTH
        self.field.set_error(
            tr("Answers can have at most {n:,} characters.").format(n=MAX_ANSWER_LENGTH)
            if too_long
            else ""
        )
        self.field.set_help("" if too_long else self.reading(text))
        self.answer_changed.emit()
