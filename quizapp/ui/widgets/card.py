"""A card: what belongs together, on a surface of its own."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.painting import GRID, draw_box, painting


class Card(QWidget):
    """A box with a thin border and round corners; put things into `body`."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 2 * GRID) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.surface, colours.line)
