"""Options to choose from, and which of them are right."""

from PySide6.QtWidgets import QHBoxLayout

from quizapp.questions.base import MAX_CHOICES
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.detailed_row import DetailedRow
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.number_input import share_input
from quizapp.ui.question_editors.parts.right_input import RightInput
from quizapp.ui.question_editors.parts.right_mark import WIDTH
from quizapp.ui.question_editors.parts.row_frame import RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.theme import scaled

FIRST_SHOWN = 4


class OptionRow(DetailedRow):
    """A mark for right ones and the text; feedback and credit behind a button."""

    main = "text"

    def __init__(self, context: FormContext, *, is_single: bool) -> None:
        self._is_single = is_single
        self.right = RightInput(is_single=is_single)
        self.feedback = MarkdownLine(tr("Feedback to whoever chooses this"), context)
        self.credit = share_input(
            tr("Credit for choosing it"), tr("For an answer that is not quite wrong."), default=0
        )
        super().__init__(
            MarkdownLine("", context, shows_label=False),
            {"feedback": self.feedback, "credit": self.credit},
            tr("Feedback and credit") if is_single else tr("Feedback"),
            before=self.right,
        )
        self.weight = share_input(
            tr("What choosing it is worth"), prefix=tr("Worth"), default=0, shows_label=False
        )
        inset = QHBoxLayout()
        inset.addSpacing(scaled(WIDTH) + 2)
        inset.addWidget(self.weight)
        self.column.insertLayout(1, inset)
        self.add_field("right", self.right)
        self.add_field("weight", self.weight)
        self.set_scoring("")
        self.refresh()

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self.right.mark.set_name(name)
        self.weight.set_label(tr("What choosing it is worth: {name}").format(name=name))
        self.feedback.area.setAccessibleName(tr("Feedback: {name}").format(name=name))
        self.credit.line.setAccessibleName(tr("Credit: {name}").format(name=name))

    def set_scoring(self, scoring: str) -> None:
        """Show the weight where options are scored by it."""
        self.weight.setVisible(scoring == "weights" or self.weight.value() is not None)

    def set_right(self, is_right: bool) -> None:
        """Be right or wrong, as a person's change elsewhere wants it."""
        if (self.right.value() is True) != is_right:
            self.right.change(is_right or None)

    def refresh(self) -> None:
        super().refresh()
        may_earn = self._is_single and self.right.value() is not True
        self.credit.setVisible(may_earn or self.credit.value() is not None)


class OptionList(ListEditor):
    """With `is_single` marking one as right takes the mark from the others."""

    most = MAX_CHOICES

    def __init__(self, context: FormContext, *, is_single: bool) -> None:
        self._context = context
        self._is_single = is_single
        self._scoring = ""
        self.least = FIRST_SHOWN if context.is_new else 2
        self.add_words = tr("Add an option")
        how = tr("Mark the right one.") if is_single else tr("Mark all right ones.")
        super().__init__(tr("Options"), how)

    def make_row(self) -> RowContent:
        return OptionRow(self._context, is_single=self._is_single)

    def blank(self) -> dict[str, str]:
        return {"text": ""}

    def row_name(self, number: int) -> str:
        return tr("Option {n}").format(n=number)

    @property
    def option_rows(self) -> list[OptionRow]:
        """The rows, from above."""
        return [content for content in self.contents if isinstance(content, OptionRow)]

    def set_scoring(self, scoring: str) -> None:
        """Options are scored so: "weights" shows a field for each."""
        self._scoring = scoring
        self.on_numbered()

    def on_numbered(self) -> None:
        for row in self.option_rows:
            row.set_scoring(self._scoring)

    def on_row_changed(self, at: int, path: str) -> None:
        rows = self.option_rows
        if self._is_single and path == "right" and rows[at].right.value() is True:
            for row in rows:
                row.set_right(row is rows[at])
