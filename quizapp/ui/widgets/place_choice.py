"""What a new pack begins with, and where it is written."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.headings import BodyText, CardTitle, QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl

Template = Literal["empty", "examples"]


class PlaceChoice(QWidget):
    """`folder_requested` asks for a folder, which `set_folder` then shows."""

    changed = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = ""
        self._template: SegmentedControl[Template] = SegmentedControl(
            tr("What it begins with"),
            [("empty", tr("Empty")), ("examples", tr("With examples"))],
        )
        self._template_words = QuietText()
        self._place: SegmentedControl[str] = SegmentedControl(
            tr("Where it is written"),
            [("library", tr("In the library")), ("folder", tr("In a folder"))],
        )
        self._place_words = QuietText()
        self._path = BodyText()
        self._choose = Button(tr("Choose a folder"), "folder-open")
        self._lay_out()
        self._template.chosen.connect(self._on_changed)
        self._place.chosen.connect(self._on_changed)
        self._choose.clicked.connect(self.folder_requested)
        self._refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (CardTitle(tr("What it begins with")), self._template, self._template_words):
            column.addWidget(part)
        column.addSpacing(GRID)
        column.addWidget(CardTitle(tr("Where it is written")))
        for below in (self._place, self._place_words, self._path):
            column.addWidget(below)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def template(self) -> Template:
        """What the pack begins with."""
        return self._template.value()

    @property
    def folder(self) -> str:
        """The folder that it is written in; "" for the library."""
        return self._folder if self._place.value() == "folder" else ""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing: a folder must be chosen where it is to be one."""
        return self._place.value() == "library" or bool(self._folder)

    def reset(self) -> None:
        """Empty, and in the library."""
        self._folder = ""
        self._template.set_value("empty")
        self._place.set_value("library")
        self._refresh()

    def set_folder(self, folder: str) -> None:
        """The folder that was chosen; "" changes nothing."""
        if folder:
            self._folder = folder
            self._place.set_value("folder")
            self._on_changed()

    def _refresh(self) -> None:
        is_empty, in_folder = self.template == "empty", self._place.value() == "folder"
        self._template_words.set_text(
            tr("You write the first fact and the first question.")
            if is_empty
            else tr("One question of each type, to look at and to put your own in its place.")
        )
        self._place_words.set_text(
            tr("As text files. You can edit them with any editor: what you save shows up here.")
            if in_folder
            else tr("Nothing else is needed. You can export it as a file at any time.")
        )
        self._path.set_text(self._folder or tr("No folder is chosen yet."))
        self._path.setVisible(in_folder)
        self._choose.setVisible(in_folder)

    def _on_changed(self) -> None:
        self._refresh()
        self.changed.emit()
