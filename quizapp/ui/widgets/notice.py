"""Something that must be known before going on, in its place on the page."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, CardTitle
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID, draw_box, painting

ICONS = {
    "accent": "info",
    "right": "circle-check",
    "partly": "triangle-alert",
    "wrong": "circle-alert",
}


class Notice(QWidget):
    """A sentence, what follows from it, and buttons; hidden until there is something to say.

    `tone` is one of the colours that has a soft ground; each has an icon too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "accent"
        self._mark = IconMark("info", "accent", 24)
        self._sentence = CardTitle()
        self._detail = BodyText()
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions)
        self._flow.setContentsMargins(0, GRID // 2, 0, 0)
        self._actions.hide()
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        for part in (self._sentence, self._detail, self._actions):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(12)
        icon = QVBoxLayout()
        icon.addWidget(self._mark)
        icon.addStretch(1)
        row.addLayout(icon)
        row.addLayout(words, 1)
        self.hide()

    def say(self, tone: str, sentence: str, detail: str = "") -> None:
        """Show this instead; hide where there is no sentence."""
        self._tone = tone
        self._mark.set_icon(ICONS[tone], tone)
        self._sentence.set_text(sentence)
        self._detail.set_text(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.update()

    @property
    def words(self) -> str:
        """What it says now; "" while it is hidden."""
        if self.isHidden():
            return ""
        return f"{self._sentence.accessibleName()} {self._detail.accessibleName()}".strip()

    def add_action(self, button: Button) -> None:
        """Something that can be done about it."""
        self._flow.addWidget(button)
        self._actions.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            ground, edge = getattr(colours, f"{self._tone}_soft"), getattr(colours, self._tone)
            draw_box(painter, self.rect(), ground, edge)
