"""The field of typed answers, with a line below it that says what was understood."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import SPACING, QuestionT, QuestionWidget
from quizapp.ui.widgets.answer_field import AnswerField
from quizapp.values.folding import MAX_ANSWER_LENGTH, clean


class TypedWidget(QuestionWidget[QuestionT]):
    """A field; subclasses say what it is called, what was understood and what the answer is."""

    marks_parts = False

    def __init__(
        self,
        question: QuestionT,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self.field = AnswerField(self.field_label(), self.reading(""))
        # One more than is looked at, so that a paste that is too long is said to be.
        self.field.editor.setMaxLength(MAX_ANSWER_LENGTH + 1)
        self.field.text_changed.connect(self._on_text_changed)
        self.field.returned.connect(self._on_returned)
        self.column.addWidget(self.field)
        self.extras = QVBoxLayout()
        self.extras.setSpacing(SPACING)
        self.column.addLayout(self.extras)

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
        self.field.set_read_only(read_only)
        self.field.set_help("" if read_only else self.reading(self.typed()))

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """In the field; what would have been right is not repeated from the page's feedback."""
        del reveal
        self.set_read_only(True)
        self.field.show_verdict(grade.verdict)

    def focus_first(self) -> None:
        """To the field, with its text selected."""
        self.field.editor.setFocus()
        self.field.editor.selectAll()

    def _on_text_changed(self, text: str) -> None:
        if len(text) > MAX_ANSWER_LENGTH:
            self.field.set_error(
                tr("Answers can have at most {n:,} characters.").format(n=MAX_ANSWER_LENGTH)
            )
        else:
            self.field.set_help(self.reading(text))
        self.answer_changed.emit()

    def _on_returned(self) -> None:
        """Enter asks to confirm; where nothing could be read, it says so instead."""
        text = self.typed()
        unread = clean(text) and len(text) <= MAX_ANSWER_LENGTH and self.answer() is None
        if unread and not self.is_read_only:
            self.field.set_error(self.reading(text))
        else:
            self.confirm_requested.emit()
