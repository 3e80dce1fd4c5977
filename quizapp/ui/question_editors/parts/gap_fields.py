"""The fields of a gap, by its kind."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions.base import MAX_CHOICES
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FieldEditor, FormContext, RecordEditor, Remark
from quizapp.ui.question_editors.parts.accepted import AcceptedList, rejected_list, typos_input
from quizapp.ui.question_editors.parts.choice_inputs import SwitchInput
from quizapp.ui.question_editors.parts.date_input import DateInput
from quizapp.ui.question_editors.parts.date_key import ask_input
from quizapp.ui.question_editors.parts.number_input import NumberInput
from quizapp.ui.question_editors.parts.right_input import RightInput
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.question_editors.parts.tolerance import ToleranceInput
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.painting import GRID


class GapFields(RecordEditor):
    """What a gap of any kind has; subclasses put their fields into `body` and `rest`."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.body.addWidget(self.remarks)
        self.rest = Disclosure(tr("More about this gap"))
        self.make_fields()
        self.put_away("weight", NumberInput(tr("Weight"), tr("Against the other gaps."), default=1))
        self.body.addWidget(self.rest)

    def make_fields(self) -> None:
        """Add the fields of the kind."""

    def put(self, name: str, editor: FieldEditor) -> None:
        """Add a field that is in sight."""
        self.add_field(name, editor)
        self.body.addWidget(editor)

    def put_away(self, name: str, editor: FieldEditor) -> None:
        """Add a field that is seldom needed."""
        self.add_field(name, editor)
        self.rest.body.addWidget(editor)


class TextGapFields(GapFields):
    """Typed words."""

    def make_fields(self) -> None:
        self.put("accept", AcceptedList(self.context))
        self.put_away("typos", typos_input())
        self.put_away("reject", rejected_list())


class NumberGapFields(GapFields):
    """A typed number."""

    def make_fields(self) -> None:
        answer, unit = NumberInput(tr("Answer")), TextInput(tr("Unit"))
        self.add_field("answer", answer)
        self.add_field("unit", unit)
        self.body.addWidget(FlowLine(answer, unit))
        self.put("tolerance", ToleranceInput(tr("What counts as right")))


class DateGapFields(GapFields):
    """A typed date."""

    def make_fields(self) -> None:
        self.put("answer", DateInput(tr("Answer"), tr("Such as 1992, May 1996, 10 April 1992.")))
        self.put("ask", ask_input())


class ChoiceGapFields(GapFields):
    """Words chosen from a list, of which one is marked as the answer."""

    def make_fields(self) -> None:
        self.options = GapOptions()
        self.put("options", self.options)
        self.put_away("keep_order", SwitchInput(tr("Always show the options in this order")))

    def field_value(self, name: str) -> Any:  # noqa: ANN401
        value = super().field_value(name)
        if name != "options" or not isinstance(value, list):
            return value
        return [_marked(text, self._record.get("answer")) for text in value]

    def put_value(self, name: str, value: Any) -> None:  # noqa: ANN401
        if name != "options":
            super().put_value(name, value)
            return
        rows = value or []
        right = [_text_of(row) for row in rows if isinstance(row, dict) and row.get("right")]
        super().put_value("options", [_text_of(row) for row in rows] or None)
        super().put_value("answer", next(filter(None, right), None))

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        """What is wrong with the answer is said of the options."""
        super().show_problems([_at_options(each) for each in remarks])

    def focus_path(self, path: str) -> None:
        super().focus_path("options" if path == "answer" else path)


class GapOptions(ListEditor):
    """The options of a gap; the value is a list of dicts with text and right."""

    least = 2
    most = MAX_CHOICES

    def __init__(self) -> None:
        self.add_words = tr("Add an option")
        super().__init__(tr("Options"), tr("Mark the right one."))

    def make_row(self) -> RowContent:
        return GapOptionRow()

    def blank(self) -> dict[str, str]:
        return {"text": ""}

    def row_name(self, number: int) -> str:
        return tr("Option {n}").format(n=number)

    def on_row_changed(self, at: int, path: str) -> None:
        rows = [content for content in self.contents if isinstance(content, GapOptionRow)]
        if path == "right" and rows[at].right.value() is True:
            for row in rows:
                if row is not rows[at]:
                    row.clear_right()


class GapOptionRow(RecordRow):
    """A mark and a text."""

    main = "text"

    def __init__(self) -> None:
        super().__init__()
        self.right = RightInput(is_single=True)
        self.text = TextInput("", shows_label=False)
        self.add_field("right", self.right)
        self.add_field("text", self.text)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.right)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(line)
        column.addWidget(self.remarks)

    def set_name(self, name: str) -> None:
        self.text.set_label(name)
        self.right.mark.set_name(name)

    def clear_right(self) -> None:
        """Another one is right."""
        if self.right.value() is True:
            self.right.change(None)


def _marked(text: object, answer: object) -> Any:  # noqa: ANN401
    return {"text": text, "right": True} if text == answer else {"text": text}


def _text_of(row: object) -> Any:  # noqa: ANN401
    return row.get("text", "") if isinstance(row, dict) else row


def _at_options(remark: Remark) -> Remark:
    return remark._replace(path="options") if remark.path == "answer" else remark
