"""What to do with a pack that has the id of another one in the library."""

import re
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.option_row import OptionRow
from quizapp.ui.widgets.painting import GRID

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
MAX_ID_LENGTH = 80


class SameIdChoice(QWidget):
    """To keep both packs, the new one under an id of its own, or to replace the one there is."""

    changed = Signal()

    def __init__(self, name: str, present_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = name
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._both = OptionRow(tr("Keep both packs"), parent=rows)
        replace = tr("Replace “{title}” with this pack").format(title=present_title)
        self._replace = OptionRow(replace, parent=rows)
        for row in (self._both, self._replace):
            column.addWidget(row)
        self._both.choose()
        self._id = TextField(
            tr("Id of the new pack"),
            tr("The name by which the library tells packs apart; you will not see it often."),
        )
        self._id.set_text(f"{name}-2")
        self._id.text_changed.connect(self.changed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * GRID)
        outer.addWidget(rows)
        outer.addWidget(self._id)
        self._both.toggled.connect(self._on_toggled)

    @property
    def choice(self) -> Literal["both", "replace"]:
        """What is chosen."""
        return "replace" if self._replace.isChecked() else "both"

    def as_id(self) -> str:
        """The id for the new pack; "" where it replaces the other one."""
        return self._id.text().strip() if self.choice == "both" else ""

    def problem(self) -> str:
        """What is wrong with the id; "" where nothing is. It is said at the field too."""
        words = ""
        name = self.as_id()
        if self.choice == "both" and name == self._present:
            words = tr("This id is that of the pack you have. Give it another one.")
        elif self.choice == "both" and not (_ID.fullmatch(name) and len(name) <= MAX_ID_LENGTH):
            words = tr("Use lower-case letters, digits and hyphens, at most {n}.").format(
                n=MAX_ID_LENGTH
            )
        self._id.set_error(words)
        return words

    def _on_toggled(self) -> None:
        self._id.setVisible(self.choice == "both")
        self.changed.emit()
