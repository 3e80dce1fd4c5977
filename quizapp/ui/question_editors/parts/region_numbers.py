"""The numbers of a region's shape, for whoever cannot draw or wants it exact."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FieldEditor, Remark, RemarkList
from quizapp.ui.question_editors.parts.number_input import share_input
from quizapp.ui.question_editors.parts.region_shapes import (
    KINDS,
    corners_text,
    read_corners,
    shape_of,
)
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.painting import GRID


class RegionNumbers(FieldEditor):
    """The value is a dict with the one field of a region that holds its shape."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "rectangle"
        self.inputs = [
            share_input(tr("From the left")),
            share_input(tr("From the top")),
            share_input(tr("Width")),
            share_input(tr("Height")),
        ]
        self.corners = TextInput(
            tr("Corners"), tr("Across and down, in per cent: 10, 20; 30, 20; 20, 40.")
        )
        self._lines = [FlowLine(*self.inputs[:2]), FlowLine(*self.inputs[2:])]
        self.remarks = RemarkList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (*self._lines, self.corners, self.remarks):
            column.addWidget(part)
        for each in (*self.inputs, self.corners):
            each.changed.connect(self._on_changed)
        self._show_kind()

    def read(self) -> dict[str, Any] | None:
        if self._kind == "polygon":
            typed = self.corners.area.text().strip()
            corners = read_corners(typed)
            if corners is None:
                return {"polygon": typed} if typed else None
            return {"polygon": [[round(x, 6), round(y, 6)] for x, y in corners]}
        numbers = [each.value() for each in self.inputs]
        if all(number is None for number in numbers):
            return None
        return {self._kind: [0 if number is None else number for number in numbers]}

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        given = value if isinstance(value, dict) else {}
        self._kind = next((kind for kind in KINDS if kind in given), "rectangle")
        numbers = given.get(self._kind)
        shape = shape_of(given)
        if self._kind == "polygon":
            text = corners_text(shape.corners) if shape else str(numbers)
            self.corners.set_value(text)
        else:
            known = numbers if isinstance(numbers, list) else []
            for n, each in enumerate(self.inputs):
                each.set_value(known[n] if n < len(known) else None)
        self._show_kind()

    def _show_kind(self) -> None:
        for line in self._lines:
            line.setVisible(self._kind != "polygon")
        self.corners.setVisible(self._kind == "polygon")

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        self.remarks.show_remarks([(each.words, each.tone) for each in remarks])

    def focus_path(self, path: str) -> None:
        first = self.corners if self._kind == "polygon" else self.inputs[0]
        first.focus_path(path)

    def set_name(self, name: str) -> None:
        """Be the numbers of what is called `name`."""
        for each in (*self.inputs, self.corners):
            editor = each.line if each in self.inputs else self.corners.area
            editor.setAccessibleName(f"{name}: {each.label.accessibleName()}")

    def _on_changed(self, path: str) -> None:
        del path
        self.tell()
