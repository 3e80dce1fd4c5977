"""Rows with a text in sight, and what is seldom needed behind a button."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FieldEditor, Remark
from quizapp.ui.question_editors.parts.details import DetailsButton
from quizapp.ui.question_editors.parts.row_frame import RecordRow
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.question_editors.paths import first_step
from quizapp.ui.widgets.painting import GRID


class DetailedRow(RecordRow):
    """`text` edits the main field; `details` are opened by a button, which shows if there are any.

    `before` stands in front of the text.
    """

    def __init__(
        self,
        text: TextInput,
        details: Mapping[str, FieldEditor],
        button_words: str,
        before: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.text = text
        self._button_words = button_words
        self._details = dict(details)
        self.details_button = DetailsButton("message-square", button_words)
        row = QHBoxLayout()
        row.setSpacing(2)
        if before is not None:
            row.addWidget(before, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        row.addWidget(self.details_button, 0, Qt.AlignmentFlag.AlignTop)
        self.details = QWidget()
        inside = QVBoxLayout(self.details)
        inside.setContentsMargins(0, 0, 0, GRID)
        inside.setSpacing(GRID)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID // 2)
        self.column.addLayout(row)
        self.column.addWidget(self.remarks)
        self.column.addWidget(self.details)
        self.add_field(self.main, text)
        for name, editor in self._details.items():
            self.add_field(name, editor)
            inside.addWidget(editor)
        self.details_button.set_target(self.details)
        self.changed.connect(self.refresh)

    def set_name(self, name: str) -> None:
        self.text.set_label(name)
        words = tr("{what}: {name}")
        self.details_button.set_name(words.format(what=self._button_words, name=name))

    def is_empty(self) -> bool:
        return not self.text.area.text().strip() and not self._has_details()

    def _has_details(self) -> bool:
        return any(editor.value() is not None for editor in self._details.values())

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self.refresh()

    def refresh(self) -> None:
        """Show what the present value asks for."""
        self.details_button.set_filled(self._has_details())

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        super().show_problems(remarks)
        wrong = {first_step(each.path)[0] for each in remarks if each.tone == "wrong"}
        if wrong & self._details.keys():
            self.details_button.set_open(True)

    def focus_path(self, path: str) -> None:
        if first_step(path)[0] in self._details:
            self.details_button.set_open(True)
        super().focus_path(path)
