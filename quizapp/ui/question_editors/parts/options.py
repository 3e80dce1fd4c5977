"""Options to choose from, and which of them are right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions.base import MAX_CHOICES
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext, Remark
from quizapp.ui.question_editors.parts.details import DetailsButton
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.number_input import share_input
from quizapp.ui.question_editors.parts.right_input import RightInput
from quizapp.ui.question_editors.parts.right_mark import WIDTH
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.paths import first_step
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.painting import GRID

FIRST_SHOWN = 4


class OptionRow(RecordRow):
    """A mark for right ones, the text, and what is seldom needed behind a button."""

    main = "text"

    def __init__(self, context: FormContext, *, is_single: bool) -> None:
        super().__init__()
        self._is_single = is_single
        self.right = RightInput(is_single=is_single)
        self.text = MarkdownLine("", context, shows_label=False)
        self.feedback = MarkdownLine(tr("Feedback to whoever chooses this"), context)
        self.credit = share_input(
            tr("Credit for choosing it"), tr("For an answer that is not quite wrong."), default=0
        )
        self.weight = share_input(
            tr("What choosing it is worth"), prefix=tr("Worth"), default=0, shows_label=False
        )
        self.details_button = DetailsButton("message-square", tr("Feedback and credit"))
        self._lay_out()
        for name in ("right", "text", "feedback", "credit", "weight"):
            self.add_field(name, getattr(self, name))
        self.changed.connect(self._refresh)
        self.set_scoring("")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.right, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.details_button, 0, Qt.AlignmentFlag.AlignTop)
        self.details = QWidget()
        inside = QVBoxLayout(self.details)
        inside.setContentsMargins(0, 0, 0, GRID)
        inside.setSpacing(GRID)
        for part in (self.feedback, self.credit):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        inset = QHBoxLayout()
        inset.addSpacing(scaled(WIDTH) + 2)
        inset.addWidget(self.weight)
        column.addLayout(inset)
        column.addWidget(self.remarks)
        column.addWidget(self.details)
        self.details_button.set_target(self.details)

    def set_name(self, name: str) -> None:
        self.text.set_label(name)
        self.right.mark.set_name(name)
        worth = tr("What choosing it is worth: {name}").format(name=name)
        self.weight.set_label(worth)
        self.details_button.set_name(tr("Feedback and credit: {name}").format(name=name))
        self.feedback.area.setAccessibleName(tr("Feedback: {name}").format(name=name))
        self.credit.line.setAccessibleName(tr("Credit: {name}").format(name=name))

    def is_empty(self) -> bool:
        return not self.text.area.text().strip() and not self.feedback.area.text().strip()

    def set_scoring(self, scoring: str) -> None:
        """Show the weight where options are scored by it."""
        self.weight.setVisible(scoring == "weights" or self._record.get("weight") is not None)

    def set_right(self, is_right: bool) -> None:
        """Be right or wrong, as a person's change elsewhere wants it."""
        if (self.right.value() is True) != is_right:
            self.right.change(is_right or None)
        self._refresh()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self._refresh()

    def _refresh(self) -> None:
        is_right = self.right.value() is True
        has_credit = self.credit.value() is not None
        self.credit.setVisible(has_credit or (self._is_single and not is_right))
        self.details_button.set_filled(has_credit or self.feedback.value() is not None)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        super().show_problems(remarks)
        steps = {first_step(each.path)[0] for each in remarks if each.tone == "wrong"}
        if steps & {"feedback", "credit"}:
            self.details_button.set_open(True)

    def focus_path(self, path: str) -> None:
        if first_step(path)[0] in {"feedback", "credit"}:
            self.details_button.set_open(True)
        super().focus_path(path)


class OptionList(ListEditor):
    """With `is_single` marking one as right takes the mark from the others."""

    least = 2
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
