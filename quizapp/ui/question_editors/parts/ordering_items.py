"""Items in their right order, some of which may change places."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.questions.ordering import MAX_ITEMS
from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.question_editors.base import FieldEditor, FormContext, Remark
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.row_frame import RecordRow, RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.buttons import ICON_SIZE
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    GRID,
    centred,
    draw_box,
    draw_ring,
    painting,
)
from quizapp.ui.widgets.small_button import RowIconButton


class TieButton(RowIconButton):
    """Pressed while two items may stand in either order."""

    def __init__(self) -> None:
        super().__init__("equal", tr("May stand before or after the one above"))
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isChecked():
            super().paintEvent(event)
            return
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.accent_soft, colours.accent, CONTROL_CORNER)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            room = centred(self.rect(), scaled(ICON_SIZE))
            draw_icon(painter, self._icon_name, colours.accent, room)


class TieInput(FieldEditor):
    """True, or left out. It has no room for remarks: the row around it shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.button = TieButton()
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        self.stop = self.button

    def read(self) -> bool | None:
        return self.button.isChecked() or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self.button.setChecked(value is True)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        del remarks

    def _on_clicked(self) -> None:
        self.tell()


class ItemRow(RecordRow):
    """An item with its number, and whether it may change places with the one above."""

    main = "text"
    may_be_text = True

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.text = MarkdownLine("", context, shows_label=False)
        self.tie = TieInput()
        self.note = QuietText(tr("May stand before or after the one above."))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.text, 1)
        row.addWidget(self.tie, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.remarks)
        self.add_field("text", self.text)
        self.add_field("ties_with_previous", self.tie)
        self.changed.connect(self._refresh)
        self._refresh()

    def set_name(self, name: str) -> None:
        self.text.set_label(name)
        words = tr("{item}: may stand before or after the one above")
        self.tie.button.set_name(words.format(item=name))

    def set_place(self, number: int) -> None:
        self.tie.setEnabled(number > 1)

    def is_empty(self) -> bool:
        return not self.text.area.text().strip()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self._refresh()

    def _refresh(self) -> None:
        self.note.setVisible(self.tie.value() is True)


class ItemList(ListEditor):
    """The first item is the first in the right order."""

    most = MAX_ITEMS

    def __init__(self, context: FormContext) -> None:
        self._context = context
        self.least = 3 if context.is_new else 2
        self.add_words = tr("Add an item")
        super().__init__(
            tr("Items in the right order"), tr("Learners see them shuffled, and put them in order.")
        )

    def make_row(self) -> RowContent:
        return ItemRow(self._context)

    def row_name(self, number: int) -> str:
        return tr("Item {n}").format(n=number)
