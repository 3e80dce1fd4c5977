"""What is wrong with something written, as far as it is not said at a field."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark, beside
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.reveal import reveal

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem


class ErrorField(Protocol):
    """A field that says what is wrong with it, or for "" nothing."""

    def set_error(self, words: str, /) -> None: ...

    def setFocus(self) -> None: ...  # noqa: N802


Fields = Mapping[str, ErrorField]
"""Fields of an entry by their names, in their order."""


class ProblemList(QWidget):
    """Errors and advice below each other, each with its icon; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.hide()

    def show_problems(self, problems: "Sequence[FieldProblem]") -> None:
        """Show these instead."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for problem in problems:
            self._column.addWidget(_line(problem))
        self.setVisible(bool(problems))


def say_at_fields(
    problems: "Sequence[FieldProblem]", fields: Fields, *, gives_focus: bool = False
) -> "list[FieldProblem]":
    """Say each error at its field, the first of each; gives the rest, and all advice.

    With `gives_focus` the first field with an error gets the keyboard, and comes into sight.

    A field is known by its path, or by the first name in it: "references" for "references[0]".
    """
    said: dict[str, str] = {}
    rest = []
    for problem in problems:
        name = problem.field
        if name not in fields:
            name = name.partition(".")[0].partition("[")[0]
        if problem.severity == "error" and name in fields:
            said.setdefault(name, problem_words(problem))
        else:
            rest.append(problem)
    for name, field in fields.items():
        field.set_error(said.get(name, ""))
    first = next((field for name, field in fields.items() if name in said), None)
    if gives_focus and first is not None:
        first.setFocus()
        if isinstance(first, QWidget):
            reveal(first)
    return rest


def problem_words(problem: "FieldProblem") -> str:
    """What is wrong and what to do about it, in a line."""
    return f"{problem.message} {problem.remedy}".strip()


def _line(problem: "FieldProblem") -> QWidget:
    is_error = problem.severity == "error"
    mark = IconMark("circle-alert", "wrong") if is_error else IconMark("lightbulb", "partly")
    holder = QWidget()
    row = beside(mark, BodyText(problem_words(problem)))
    row.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(row)
    return holder
