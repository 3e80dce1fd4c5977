"""Pairs of what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from quizapp.questions.matching import MAX_PAIRS
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.parts.text_list import TextList
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.painting import GRID

NARROWEST = 120


class PairRow(RecordRow):
    """A left side and the right side that belongs to it; Enter goes from one to the other."""

    main = "left"

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.left = MarkdownLine("", context, shows_label=False)
        self.right = MarkdownLine("", context, shows_label=False)
        self.add_field("left", self.left)
        self.add_field("right", self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(FlowLine(self.left, self.right, narrowest=NARROWEST))
        column.addWidget(self.remarks)

    def set_name(self, name: str) -> None:
        self.left.set_label(tr("{pair}, left side").format(pair=name))
        self.right.set_label(tr("{pair}, right side").format(pair=name))

    def take_enter(self) -> bool:
        if not self.left.area.hasFocus():
            return False
        self.right.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True


class PairList(ListEditor):
    """What learners put together."""

    most = MAX_PAIRS
    least = 2

    def __init__(self, context: FormContext) -> None:
        self._context = context
        self.least = 3 if context.is_new else 2
        self.add_words = tr("Add a pair")
        super().__init__(tr("Pairs"), tr("What is given, and what belongs to it."))

    def make_row(self) -> RowContent:
        return PairRow(self._context)

    def blank(self) -> dict[str, str]:
        return {"left": "", "right": ""}

    def row_name(self, number: int) -> str:
        return tr("Pair {n}").format(n=number)


def distractor_list(context: FormContext) -> TextList:
    """Right sides that belong to nothing."""
    return TextList(
        tr("Right sides that belong to nothing"),
        lambda number: tr("Right side without a pair {n}").format(n=number),
        tr("Add one more"),
        tr("They keep the last pair from being a matter of elimination."),
        context=context,
        most=14,
    )
