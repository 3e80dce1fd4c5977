"""A text that waits to be judged, in the list of them."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of
from quizapp.ui.widgets.painting import CONTROL_CORNER, draw_box, draw_ring, painting
from quizapp.ui.widgets.tall_row import Line, TallRow
from quizapp.ui.words import listed


class WaitingRow(TallRow):
    """Whose it is and since when; once it is judged, what it was given. Checked if chosen."""

    padding = 10

    def __init__(
        self, learner: str, question: str, when: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._learner = learner
        self._question = question
        self._when = when
        self._points = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._name()

    def show_points(self, points: str) -> None:
        """It has been judged."""
        self._points = points
        self._name()
        self.fit()
        self.update()

    def lines(self) -> tuple[Line, ...]:
        name = Line(self._learner, bold=True, most=2)
        if self._points:
            judged = tr("Judged: {points}").format(points=self._points)
            return name, Line(judged, TextRole.SMALL, "right")
        return name, Line(self._when, TextRole.SMALL, "quiet")

    def _name(self) -> None:
        """The question too: it stands above several rows, where a screen reader may have passed."""
        self.setAccessibleName(listed(*(line.text for line in self.lines()), self._question))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.underMouse() or self.isDown()
        fill, edge, width = colours.hover if is_lit else colours.surface, colours.line, 1.0
        if self.isChecked():
            fill, edge, width = colours.accent_soft, colours.accent, 2.0
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER, width)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            self.draw_lines(painter, colours)
