"""Something good to know on one line, with what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.buttons import QuietButton
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID, draw_box, painting


class NoticeLine(QWidget):
    """An icon, a sentence that wraps and a button; hidden until there is something to say."""

    action_requested = Signal()

    def __init__(self, icon_name: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = BodyText()
        button = QuietButton(action)
        button.clicked.connect(self.action_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, GRID // 2, 12, GRID // 2)
        row.setSpacing(12)
        row.addWidget(IconMark(icon_name, "accent"))
        row.addWidget(self._sentence, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show this instead; hide where there is no sentence."""
        self._sentence.set_text(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    @property
    def words(self) -> str:
        """What it says now; "" while it is hidden."""
        return "" if self.isHidden() else self._sentence.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.accent_soft, None)
