"""What is wrong with something written, as far as it is not said at a field."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark, beside
from quizapp.ui.widgets.painting import GRID

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem

Say = Callable[[str], object]
"""Says what is wrong at a field, or for "" nothing."""


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
    problems: "Sequence[FieldProblem]", fields: Mapping[str, Say]
) -> "list[FieldProblem]":
    """Say each error at its field, the first of each; gives the rest, and all advice.

    A field is known by the first name in its path: "references" for "references[0]".
    """
    said: dict[str, str] = {}
    rest = []
    for problem in problems:
        name = problem.field.partition(".")[0].partition("[")[0]
        if problem.severity == "error" and name in fields:
            said.setdefault(name, problem_words(problem))
        else:
            rest.append(problem)
    for name, say in fields.items():
        say(said.get(name, ""))
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
