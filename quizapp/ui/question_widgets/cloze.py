"""Answering a cloze question: the text, and below it a field for each gap."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.cloze import (
    MARKER,
    AnyGap,
    ChoiceGap,
    Cloze,
    ClozeAnswer,
    DateGap,
    NumericGap,
)
from quizapp.translation import tr
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.widgets.fields import ChoiceField, TextField
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.values.folding import MAX_ANSWER_LENGTH


class ClozeWidget(QuestionWidget[Cloze]):
    """The text shows numbered gaps; each field is named by its number and kind."""

    def __init__(self, question: Cloze, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(question, layout, parent)
        self.column.addWidget(MarkdownView(MARKER.sub(r"**[\1: ……]**", question.text)))
        self._fields: list[TextField | ChoiceField[str]] = []
        for number, (gap, order) in enumerate(zip(question.gaps, layout, strict=True), start=1):
            field = self._field(number, gap, order)
            self.column.addWidget(field)
            self._fields.append(field)

    def _field(
        self, number: int, gap: AnyGap, order: tuple[int, ...]
    ) -> TextField | ChoiceField[str]:
        if isinstance(gap, ChoiceGap):
            shown = [(gap.options[place], gap.options[place]) for place in order]
            choice = ChoiceField(tr("Gap {n}").format(n=number), [("", tr("Choose…")), *shown])
            choice.chosen.connect(self.answer_changed)
            return choice
        label = tr("Gap {n}")
        if isinstance(gap, NumericGap):
            label = tr("Gap {n}, a number")
        elif isinstance(gap, DateGap):
            label = tr("Gap {n}, a date")
        field = TextField(label.format(n=number))
        field.editor.setMaxLength(MAX_ANSWER_LENGTH)
        field.text_changed.connect(self.answer_changed)
        field.returned.connect(self._on_returned)
        return field

    def _texts(self) -> tuple[str, ...]:
        return tuple(
            field.value() if isinstance(field, ChoiceField) else field.text()
            for field in self._fields
        )

    def answer(self) -> ClozeAnswer | None:
        """The gaps as filled; None while all are empty."""
        texts = self._texts()
        return ClozeAnswer(gaps=texts) if any(text.strip() for text in texts) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Fill the gaps."""
        if not isinstance(answer, ClozeAnswer):
            return
        for field, text in zip(self._fields, answer.gaps, strict=False):
            if isinstance(field, ChoiceField):
                field.set_value(text)
            else:
                field.set_text(text)

    def set_read_only(self, read_only: bool) -> None:
        """The gaps stay readable."""
        super().set_read_only(read_only)
        for field in self._fields:
            if isinstance(field, ChoiceField):
                field.editor.setEnabled(not read_only)
            else:
                field.editor.setReadOnly(read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Say below each gap whether it is right, and what is."""
        self.set_read_only(True)
        for field, part in zip(self._fields, grade.parts, strict=True):
            if part.score >= 1:
                field.set_help(tr("✓ Right"))
            elif reveal:
                field.set_help(tr("✗ Right answer: {answer}").format(answer=part.expected))

    def focus_first(self) -> None:
        """To the first gap."""
        self._fields[0].editor.setFocus()

    def help_keys(self) -> list[tuple[str, str]]:
        """Filling by keys."""
        return [(tr("Tab"), tr("Next gap"))]

    def _on_returned(self) -> None:
        places = [field.editor.hasFocus() for field in self._fields]
        following = places.index(True) + 1 if True in places else len(places)
        if following < len(self._fields):
            self._fields[following].editor.setFocus()
        else:
            self.confirm_requested.emit()
