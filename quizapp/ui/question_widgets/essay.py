"""Answering with a text of one's own, and judging it by the model answer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.essay import (
    MAX_ESSAY_LENGTH,
    Essay,
    EssayAnswer,
    length_words,
    word_count,
)
from quizapp.translation import tr, tr_n
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import SPACING, QuestionWidget
from quizapp.ui.widgets.area_field import AreaField
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import CardTitle, QuietText
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.part_rows import PartRows
from quizapp.ui.widgets.reveal import reveal as bring_into_view
from quizapp.ui.widgets.rubric_rows import RubricRows
from quizapp.values.folding import clean

LEAST_LINES = 7


class EssayWidget(QuestionWidget[Essay]):
    """A field with a count of words. Who judges oneself then compares it with the model answer.

    From then on the text stays as it is, and the rubric asks what it is worth.
    """

    def __init__(
        self,
        question: Essay,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._is_exam = False
        self._rubric: RubricRows | None = None
        self._judged: tuple[float, ...] | None = None
        self.field = AreaField(tr("Your answer"), least_lines=LEAST_LINES)
        self.field.text_changed.connect(self._on_text_changed)
        self.field.editor.installEventFilter(self)
        self._count = QuietText()
        self._below = QVBoxLayout()
        self._below.setSpacing(2 * SPACING)
        self._below.setContentsMargins(0, SPACING, 0, 0)
        self.column.addWidget(self.field)
        self.column.addWidget(self._count)
        self.column.addLayout(self._below)
        self._say()

    @property
    def _judges_oneself(self) -> bool:
        return self.question.judged_by == "self" and not self._is_exam

    def set_exam(self, is_exam: bool) -> None:
        """In an exam the text is the answer."""
        self._is_exam = is_exam

    def draft(self) -> EssayAnswer | None:
        """What is written so far."""
        text = self.field.text()
        if not clean(text) or len(text) > MAX_ESSAY_LENGTH:
            return None
        return EssayAnswer(text=text)

    def answer(self) -> EssayAnswer | None:
        """The text, with its judgement where that is asked for."""
        written = self.draft()
        if written is None or not self._judges_oneself:
            return written
        if self._judged is None:
            return None
        return EssayAnswer(text=written.text, judged=self._judged)

    def missing_parts(self) -> int:
        """How many criteria are not judged yet."""
        return self._rubric.open_rows() if self._rubric else 0

    def ask_for_answer(self) -> None:
        """Lead to the text, or to the first criterion that is not judged."""
        if self._rubric:
            self._rubric.focus_open()
        else:
            self.focus_first()

    def step_words(self) -> str:
        """Comparing comes before judging."""
        if not self._judges_oneself or self._rubric or self.is_read_only:
            return ""
        return tr("Compare with the model answer")

    def take_step(self) -> None:
        """Show the model answer and the rubric; the text stays as it is now."""
        if self.step_words() and self.draft():
            rubric = self._show_rubric()
            rubric.show()  # at once, so that it can take the focus
            self.answer_changed.emit()
            rubric.focus_open()
            bring_into_view(rubric)

    def check_words(self) -> str:
        """What checking does here."""
        if self.question.judged_by == "self":
            return tr("Save my judgement")
        return tr("Hand in to the teacher")

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show the text, and how it was judged."""
        if not isinstance(answer, EssayAnswer):
            return
        self.field.set_text(answer.text)
        if answer.judged is not None and self._judges_oneself:
            self._show_rubric().show_judged(answer.judged)
            self._judged = answer.judged
        self.answer_changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        """The text stays readable, and can be copied."""
        super().set_read_only(read_only)
        self.field.editor.setReadOnly(read_only or self._rubric is not None)
        if self._rubric:
            self._rubric.setEnabled(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Show what each criterion earned, and with `reveal` the model answer."""
        self.set_read_only(True)
        self._rubric = None
        self._clear_below()
        if reveal and self.question.model_answer:
            self._below.addWidget(self._model())
        if grade.parts:
            words = [_earned_words(part.given, part.expected) for part in grade.parts]
            self._below.addWidget(PartRows(grade.parts, words))

    def focus_first(self) -> None:
        """To the text, or to what is not judged yet."""
        if self._rubric and not self.is_read_only:
            self._rubric.focus_open()
        else:
            self.field.editor.setFocus()

    def help_keys(self) -> list[tuple[str, str]]:
        """Going on by keys: Enter begins a new line."""
        return [
            (tr("Ctrl+Enter"), tr("Go on: compare, save or hand in")),
            (tr("Tab"), tr("Leave the text")),
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the text goes on; keys with Alt are the page's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.modifiers() == Qt.KeyboardModifier.AltModifier:
                event.ignore()
                return True
            with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in ENTER and (with_ctrl or self.field.editor.isReadOnly()):
                self.confirm_requested.emit()
                return True
        return super().eventFilter(watched, event)

    # Showing

    def _show_rubric(self) -> RubricRows:
        self._clear_below()
        rubric = RubricRows(self.question.rubric)
        rubric.changed.connect(self._on_judged)
        self._rubric = rubric
        self.field.editor.setReadOnly(True)
        self._below.addWidget(self._model())
        self._below.addWidget(QuietText(tr("How much of this is in your answer?")))
        self._below.addWidget(rubric)
        return rubric

    def _model(self) -> Card:
        card = Card()
        card.body.addWidget(CardTitle(tr("Model answer")))
        card.body.addWidget(MarkdownView(self.question.model_answer, media=self.media))
        return card

    def _clear_below(self) -> None:
        while item := self._below.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _say(self) -> None:
        words = word_count(self.field.text())
        count = tr_n("{n} word", "{n} words", words)
        asked = length_words(self.question.min_words, self.question.max_words)
        both = tr("{count} · {asked} are asked for").format(count=count, asked=asked)
        self._count.set_text(both if asked else count)

    def _on_judged(self) -> None:
        self._judged = self._rubric.judged() if self._rubric else None
        self.answer_changed.emit()

    def _on_text_changed(self, text: str) -> None:
        self._say()
        if len(text) > MAX_ESSAY_LENGTH:
            self.field.set_error(
                tr("Answers can have at most {n:,} characters.").format(n=MAX_ESSAY_LENGTH)
            )
        self.answer_changed.emit()


def _earned_words(given: str, possible: str) -> str:
    if given == possible:
        return given
    return tr("{given} of {possible}").format(given=given, possible=possible)
