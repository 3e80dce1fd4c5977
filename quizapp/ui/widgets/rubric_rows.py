"""Judging a text by its rubric: none, part or all of the points for each criterion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from quizapp.questions.essay import Criterion
from quizapp.translation import tr, tr_n
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl


class RubricRows(QWidget):
    """A row for each criterion; `changed` tells that a person chose or cleared points."""

    changed = Signal()

    def __init__(self, rubric: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [_Row(criterion) for criterion in rubric]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for row in self._rows:
            row.control.chosen.connect(self._on_chosen)
            column.addWidget(row)

    def judged(self) -> tuple[float, ...] | None:
        """The points for each criterion; None while some have none yet."""
        points = [row.points for row in self._rows]
        given = tuple(n for n in points if n is not None)
        return given if len(given) == len(points) else None

    def show_judged(self, judged: Sequence[float]) -> None:
        """Show points that were given before, also such as no button stands for."""
        for row, points in zip(self._rows, judged, strict=False):
            row.show_points(points)

    def open_rows(self) -> int:
        """How many criteria have no points yet."""
        return sum(row.points is None for row in self._rows)

    def focus_open(self) -> None:
        """Give the focus to the first row without points, else to the first one."""
        row = next((row for row in self._rows if row.points is None), self._rows[0])
        row.give_focus()

    def _on_chosen(self) -> None:
        self.changed.emit()


class _Row(QWidget):
    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self.points: float | None = None
        self.control = SegmentedControl(
            criterion.text,
            [
                (0.0, tr("None")),
                (criterion.points / 2, tr("In part")),
                (criterion.points, tr("In full")),
            ],
            can_clear=True,
        )
        self.control.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(BodyText(criterion.text))
        line = FlowLayout()
        line.addWidget(self.control)
        line.addWidget(QuietText(points_words(criterion.points)))
        column.addLayout(line)

    def give_focus(self) -> None:
        """To the button at which Tab stops."""
        for button in self.control.findChildren(QAbstractButton):
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_points(self, points: float) -> None:
        self.points = points
        self.control.set_value(points)

    def _on_chosen(self, points: float | None) -> None:
        self.points = points


def points_words(points: float) -> str:
    """What a criterion is worth."""
    if points == int(points):
        return tr_n("{n} point", "{n} points", int(points))
    return tr("{n:g} points").format(n=points)
