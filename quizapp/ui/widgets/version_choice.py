"""Which version goes out: the next one, the present one, or one of the author's own."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.headings import CardTitle, QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.values.versions import next_version

_Which = Literal["next", "keep", "own"]


class VersionChoice(QWidget):
    """`value` is the version; a pack that is locked keeps the one it has."""

    changed = Signal()

    def __init__(self, present: str, parent: QWidget | None = None, *, is_locked: bool) -> None:
        super().__init__(parent)
        self._present = present
        self._next = next_version(present)
        choices: list[tuple[_Which, str]] = [
            ("next", tr("Next: {version}").format(version=self._next)),
            ("keep", tr("Keep {version}").format(version=present)),
            ("own", tr("Another one")),
        ]
        self._which = SegmentedControl(tr("Version"), choices[1:2] if is_locked else choices)
        self._words = QuietText()
        self._own = TextField(tr("Version"), tr("Such as: 2.0.0."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (CardTitle(tr("Version")), self._which, self._words, self._own):
            column.addWidget(part)
        self._which.chosen.connect(self._on_chosen)
        self._own.text_changed.connect(self.changed)
        self._refresh()

    def value(self) -> str:
        """The version; "" where it is still to be written."""
        own = self._own.text().strip()
        return {"next": self._next, "keep": self._present, "own": own}[self._which.value()]

    def _refresh(self) -> None:
        which = self._which.value()
        words = {
            "next": tr("Whoever has the pack is told that this is newer."),
            "keep": tr("Whoever has the pack cannot tell which one is newer."),
            "own": "",
        }[which]
        self._words.set_text(words)
        self._words.setVisible(bool(words))
        self._own.setVisible(which == "own")

    def _on_chosen(self) -> None:
        self._refresh()
        if self._which.value() == "own":
            self._own.setFocus()
        self.changed.emit()
