"""A line at the foot of the window that says what just happened."""

from enum import Enum

from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.buttons import IconButton
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.painting import GRID


class Tone(Enum):
    """The value names the colour of the scheme."""

    INFO = "accent"
    WARNING = "partly"


_ICONS = {Tone.INFO: "info", Tone.WARNING: "triangle-alert"}


class Banner(QWidget):
    """Hidden until there is something to say; it does not take the focus away from the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._mark = IconMark("info", "accent")
        self._words = BodyText()
        self._close = IconButton("x", tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 6, 2 * GRID, 6)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; "" while it is hidden."""
        return "" if self.isHidden() else self._words.accessibleName()

    def say(self, words: str, tone: Tone = Tone.INFO) -> None:
        """Show `words`, in place of what was there."""
        self._tone = tone
        self._mark.set_icon(_ICONS[tone], tone.value)
        self._words.set_text(words)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def forget(self) -> None:
        """Take away what was only good to know; a warning stays until it is closed."""
        if self._tone is Tone.INFO:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(colours, f"{self._tone.value}_soft"))
        line = self.rect()
        line.setBottom(line.top())
        painter.fillRect(line, getattr(colours, self._tone.value))
        painter.end()
