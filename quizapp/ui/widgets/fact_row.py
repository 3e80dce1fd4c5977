"""A fact in a list: its value, what it states, and how often it is asked for."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.services.authoring_values import FactView
from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled
from quizapp.ui.widgets.fact_words import kind_word
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    draw_box,
    draw_ring,
    leading,
    painting,
)
from quizapp.ui.widgets.tall_row import Line, TallRow
from quizapp.ui.words import listed, questions_words, topic_icon

ICON = 20
SIDE = 14
GAP = 12
MOST_LINES = 2


class FactRow(TallRow):
    """Opens and closes its fact; checked while it is open, and then without the statement.

    What stands below it says that in full, else it is cut after two lines.
    """

    def __init__(self, view: FactView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._statement = plain_text(view.fact.statement).replace("\n", " ")
        self.setCheckable(True)
        self.toggled.connect(self.fit)
        self.setAccessibleName(
            listed(kind_word(view.kind), view.value, self._statement, self._meta())
        )

    def _meta(self) -> str:
        count = len(self.view.questions)
        asked = questions_words(count) if count else tr("not asked yet")
        return f"{self.view.section} · {asked}" if self.view.section else asked

    def lines(self) -> tuple[Line, ...]:
        value = Line(self.view.value, bold=True, most=MOST_LINES)
        statement = Line(self._statement, most=MOST_LINES)
        colour = "quiet" if self.view.questions else "partly"
        last = Line(self._meta(), TextRole.SMALL, colour, most=1)
        return (value, last) if self.isChecked() else (value, statement, last)

    def text_start(self) -> int:
        return SIDE + scaled(ICON) + GAP

    def text_end(self) -> int:
        return SIDE + scaled(ICON) + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.underMouse() or self.isDown()
        fill = colours.hover if is_lit else colours.surface
        edge = colours.accent if self.isChecked() else colours.line
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            self._draw_icons(painter, colours)
            self.draw_lines(painter, colours)

    def _draw_icons(self, painter: QPainter, colours: Colours) -> None:
        size = scaled(ICON)
        top = self.first_middle() - size / 2
        kind = QRectF(SIDE, top, size, size)
        draw_icon(painter, topic_icon(self.view.kind), colours.quiet, leading(self, kind))
        chevron = QRectF(self.width() - SIDE - size, top, size, size)
        name = "chevron-up" if self.isChecked() else "chevron-down"
        draw_icon(painter, name, colours.quiet, leading(self, chevron))
