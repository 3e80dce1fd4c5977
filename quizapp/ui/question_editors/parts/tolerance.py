"""How far off a number may be, and what a number further off is worth."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.number_input import NumberInput, share_input
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.widgets.fields import ChoiceBox
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.painting import GRID

_WAYS = ("", "absolute", "relative", "range")
_NAMES = {"": (), "absolute": ("absolute",), "relative": ("relative",), "range": ("low", "high")}


class ToleranceInput(LabelledEditor):
    """Exactly, some more or less, a share more or less, or from one number to another."""

    def __init__(self, label: str, *, shows_label: bool = True) -> None:
        super().__init__(label, shows_label=shows_label)
        self.box = ChoiceBox()
        for words in (
            tr("Only exactly this number"),
            tr("So much more or less"),
            tr("So many per cent more or less"),
            tr("From one number to another"),
        ):
            self.box.addItem(words)
        off = tr("More or less")
        self.inputs = {
            "absolute": NumberInput(off, prefix="±", shows_label=False),
            "relative": share_input(off, prefix="±", shows_label=False),
            "low": NumberInput(tr("From"), prefix=tr("from"), shows_label=False),
            "high": NumberInput(tr("To"), prefix=tr("to"), shows_label=False),
        }
        self.range = FlowLine(self.inputs["low"], self.inputs["high"])
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.box, self.inputs["absolute"], self.inputs["relative"], self.range):
            column.addWidget(part)
        self.put(holder, self.box)
        self._show_inputs()
        self.box.activated.connect(self._on_way)
        for each in self.inputs.values():
            each.changed.connect(self._on_typed)

    def way(self) -> str:
        """Which of the ways is chosen: "", "absolute", "relative" or "range"."""
        return _WAYS[self.box.currentIndex()]

    def read(self) -> dict[str, Any] | None:
        typed = {name: self.inputs[name].value() for name in _NAMES[self.way()]}
        return {name: value for name, value in typed.items() if value is not None} or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        given = value if isinstance(value, dict) else {}
        way = next((way for way in _WAYS[1:] if any(name in given for name in _NAMES[way])), "")
        self.box.setCurrentIndex(_WAYS.index("range" if "low" in given else way))
        for name, each in self.inputs.items():
            each.set_value(given.get(name))
        self._show_inputs()

    def _show_inputs(self) -> None:
        way = self.way()
        self.inputs["absolute"].setVisible(way == "absolute")
        self.inputs["relative"].setVisible(way == "relative")
        self.range.setVisible(way == "range")

    def _on_way(self) -> None:
        self._show_inputs()
        self.tell()

    def _on_typed(self, path: str) -> None:
        del path
        self.tell()

    def set_name(self, name: str) -> None:
        """Be called after the row around it."""
        self.set_label(name)
        for each in self.inputs.values():
            each.line.setAccessibleName(f"{name}: {each.label.accessibleName()}")


class BandRow(RecordRow):
    """A wider tolerance, what it is worth and what is said to it."""

    main = "tolerance"

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.tolerance = ToleranceInput("", shows_label=False)
        self.credit = share_input(tr("Credit"), prefix=tr("worth"), shows_label=False)
        self.feedback = MarkdownLine(
            tr("Feedback"), context, placeholder=tr("Feedback"), shows_label=False
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID)
        for name in ("tolerance", "credit", "feedback"):
            editor = getattr(self, name)
            self.add_field(name, editor)
            column.addWidget(editor)
        column.addWidget(self.remarks)

    def set_name(self, name: str) -> None:
        self.tolerance.set_name(name)
        self.credit.set_label(tr("Credit: {name}").format(name=name))
        self.feedback.set_label(tr("Feedback: {name}").format(name=name))


class BandList(ListEditor):
    """Further tolerances, each for a part of the credit; the first that fits counts."""

    most = 8

    def __init__(self, context: FormContext) -> None:
        self._context = context
        self.add_words = tr("Add a near answer")
        super().__init__(tr("Near answers"), tr("The nearest first: the first that fits counts."))

    def make_row(self) -> RowContent:
        return BandRow(self._context)

    def blank(self) -> dict[str, Any]:
        return {"tolerance": {}}

    def row_name(self, number: int) -> str:
        return tr("Near answer {n}").format(n=number)
