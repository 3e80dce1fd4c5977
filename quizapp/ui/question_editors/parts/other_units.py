"""Other units in which an answer may be given."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from quizapp.translation import tr
from quizapp.ui.question_editors.parts.number_input import NumberInput
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.painting import GRID


class UnitRow(RecordRow):
    """A unit's word, and how many of the answer's unit one of it is."""

    main = "word"

    def __init__(self) -> None:
        super().__init__()
        self.word = TextInput("", shows_label=False)
        self.factor = NumberInput("", prefix=tr("1 of it is"), default=1, shows_label=False)
        self.add_field("word", self.word)
        self.add_field("factor", self.factor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(FlowLine(self.word, self.factor, narrowest=110))
        column.addWidget(self.remarks)

    def set_name(self, name: str) -> None:
        self.word.set_label(name)
        self.factor.set_label(tr("What one of it is: {name}").format(name=name))


class OtherUnits(ListEditor):
    """The value is a dict: each unit's word with its factor."""

    can_move = False

    def __init__(self) -> None:
        self.add_words = tr("Add another unit")
        super().__init__(
            tr("Other units"), tr("What may be typed instead: 1 km is 1000 where the unit is m.")
        )

    def make_row(self) -> RowContent:
        return UnitRow()

    def row_name(self, number: int) -> str:
        return tr("Other unit {n}").format(n=number)

    def read(self) -> Any:  # noqa: ANN401
        rows = super().read() or []
        named = [row for row in rows if isinstance(row, dict) and row.get("word")]
        return {row["word"]: row.get("factor", 1) for row in named} or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        units = value if isinstance(value, dict) else {}
        super().show_value([{"word": word, "factor": each} for word, each in units.items()])
