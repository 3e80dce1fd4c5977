"""A big number with what it counts."""

from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import QuietText, TextLabel


class StatTile(Card):
    """`number` as it is shown ("7 of 10", "63%"), `label` what it is ("questions due")."""

    def __init__(self, number: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QuietText(label)
        self._number = TextLabel("", TextRole.TITLE, bold=True)
        self.body.setSpacing(2)
        self.body.addWidget(self._number)
        self.body.addWidget(self._label)
        self.set_number(number)

    def set_number(self, number: str, label: str = "") -> None:
        """Show another number, and the label that goes with it where that changes."""
        self._number.set_text(number)
        if label:
            self._label.set_text(label)
        said = tr("{number} {label}")
        self.setAccessibleName(said.format(number=number, label=self._label.accessibleName()))
