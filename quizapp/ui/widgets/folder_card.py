"""Where a pack is kept that is used from its folder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, QuietText, SectionTitle
from quizapp.ui.widgets.painting import GRID


class FolderCard(Card):
    """The folder, what it means, and two buttons; hidden for packs without one."""

    show_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=3 * GRID)
        self._path = BodyText()
        show = Button(tr("Show folder"), "folder-open")
        show.clicked.connect(self.show_requested)
        stop = Button(tr("Stop using the folder"), "x")
        stop.clicked.connect(self.stop_requested)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (show, stop):
            flow.addWidget(button)
        words = tr(
            "This pack is used from its folder: what you edit there by hand appears here at once, "
            "and what you change here is written there."
        )
        for part in (SectionTitle(tr("Folder")), self._path, QuietText(words), buttons):
            self.body.addWidget(part)
        self.hide()

    def show_folder(self, folder: str) -> None:
        """The folder; "" for none."""
        self._path.set_text(folder)
        self.setVisible(bool(folder))
