"""Whether an entry of a list is right, as a mark before it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from quizapp.ui.question_editors.base import FieldEditor, Remark
from quizapp.ui.question_editors.parts.right_mark import RightMark


class RightInput(FieldEditor):
    """True, or left out. It has no room for remarks: the row around it shows them."""

    def __init__(self, *, is_single: bool) -> None:
        super().__init__()
        self.mark = RightMark(is_single=is_single)
        self.mark.clicked.connect(self._on_clicked)
        self._is_single = is_single
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.mark)
        self.stop = self.mark

    def read(self) -> bool | None:
        return self.mark.isChecked() or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self.mark.setChecked(value is True)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        del remarks

    def _on_clicked(self) -> None:
        if self._is_single and not self.mark.isChecked():
            self.mark.setChecked(True)  # another one is to be chosen instead
        self.tell()
