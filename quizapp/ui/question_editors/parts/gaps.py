"""The gaps of a cloze question, each with its kind and what fills it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from quizapp.questions.cloze import MAX_GAPS
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext, Remark
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput
from quizapp.ui.question_editors.parts.gap_fields import (
    ChoiceGapFields,
    DateGapFields,
    GapFields,
    NumberGapFields,
    TextGapFields,
)
from quizapp.ui.question_editors.parts.gap_marks import gap_for, words_of
from quizapp.ui.question_editors.parts.row_frame import RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.paths import first_step
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.painting import GRID

_KINDS: dict[str, type[GapFields]] = {
    "text": TextGapFields,
    "choice": ChoiceGapFields,
    "numeric": NumberGapFields,
    "date": DateGapFields,
}


class GapRow(RowContent):
    """A card with the kind, and the fields of that kind."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self.kind = ChoiceInput(
            "",
            [
                ("text", tr("Typed words")),
                ("choice", tr("Chosen from a list")),
                ("numeric", tr("A number")),
                ("date", tr("A date")),
            ],
        )
        self.kind.changed.connect(self._on_kind)
        self.fields: GapFields | None = None
        self._card = Card(margin=GRID)
        self._card.body.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.show_value(None)

    def set_name(self, name: str) -> None:
        self.kind.set_label(name)

    def read(self) -> dict[str, Any]:
        held = self.fields.value() if self.fields else None
        return {**(held or {}), "kind": self.kind.value() or "text"}

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        given = value if isinstance(value, dict) else {}
        kind = given.get("kind", "text")
        self.kind.set_value(kind)
        self._show_fields(str(kind))
        if self.fields is not None:
            self.fields.set_value(given)

    def _show_fields(self, kind: str) -> None:
        wanted = _KINDS.get(kind, TextGapFields)
        if type(self.fields) is wanted:
            return
        if self.fields is not None:
            self.fields.hide()
            self.fields.deleteLater()
        self.fields = wanted(self._context)
        self.fields.changed.connect(self._on_field)
        self.fields.rearranged.connect(self.rearranged)
        self._card.body.addWidget(self.fields)
        self.fields.show()
        self.rearranged.emit()

    def _on_kind(self) -> None:
        """Keep what fills the gap, as far as the other kind can hold it."""
        before = self.fields.value() if self.fields else None
        kind = str(self.kind.value())
        self._show_fields(kind)
        if self.fields is not None:
            self.fields.change(_converted(before, kind))
        self.tell("kind")

    def _on_field(self, path: str) -> None:
        self.tell(path)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        at_kind = [each for each in remarks if first_step(each.path)[0] == "kind"]
        self.kind.show_problems(at_kind)
        if self.fields is not None:
            self.fields.show_problems([each for each in remarks if each not in at_kind])

    def focus_path(self, path: str) -> None:
        if self.fields is None or path in {"", "kind"}:
            self.kind.focus_path("")
        else:
            self.fields.focus_path(path)


class GapList(ListEditor):
    """The gaps in the order in which they stand in the text, which alone adds and moves them."""

    removed = Signal(int, str)
    """The place of a gap that is about to be taken out, and the words that filled it."""

    most = MAX_GAPS
    can_move = False

    def __init__(self, context: FormContext) -> None:
        self._context = context
        super().__init__(tr("Gaps"))
        self.label.setVisible(False)

    def make_row(self) -> RowContent:
        return GapRow(self._context)

    def blank(self) -> dict[str, str]:
        return {"kind": "text"}

    def row_name(self, number: int) -> str:
        return tr("Gap {n}").format(n=number)

    def on_numbered(self) -> None:
        self.add_button.hide()

    def before_removal(self, at: int) -> None:
        self.removed.emit(at, words_of(self.contents[at].value()))


def _converted(before: object, kind: str) -> dict[str, Any]:
    """A gap of another kind with the same answer and weight."""
    old = before if isinstance(before, dict) else {}
    words = words_of(old)
    made: dict[str, Any] = {"kind": kind}
    if "weight" in old:
        made["weight"] = old["weight"]
    if not words:
        return made
    if kind == "text":
        return {**made, "accept": [words]}
    if kind == "choice":
        return {**made, "options": [words], "answer": words}
    guessed = gap_for(words)
    return {**made, "answer": guessed["answer"]} if guessed["kind"] == kind else made
