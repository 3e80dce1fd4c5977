"""A version of a question in its history."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.services.authoring_values import RevisionView
from quizapp.translation import tr, tr_n
from quizapp.ui.theme import TextRole, colours_of
from quizapp.ui.widgets.entry_words import field_word
from quizapp.ui.widgets.painting import CONTROL_CORNER, draw_box, draw_ring, painting
from quizapp.ui.widgets.tall_row import Line, TallRow
from quizapp.ui.words import listed, moment_words

MOST_FIELDS = 3


class RevisionRow(TallRow):
    """When it was saved, what had changed, how many answers are on record; checked if chosen."""

    padding = 12

    def __init__(
        self, revision: RevisionView, *, is_first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.revision = revision
        self._is_first = is_first
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(listed(*(line.text for line in self.lines())))

    def lines(self) -> tuple[Line, ...]:
        when = Line(moment_words(self.revision.made_at), bold=True)
        answers = self.revision.answers
        asked = tr_n("{n} answer on record", "{n} answers on record", answers)
        about = asked if answers else tr("never answered")
        if self.revision.is_current:
            about = f"{tr('the present version')} · {about}"
        return when, Line(self._what()), Line(about, TextRole.SMALL, "quiet")

    def _what(self) -> str:
        """What had changed since the version before."""
        if self._is_first:
            return tr("First version")
        fields = [field_word(each.field) for each in self.revision.differences]
        if not fields:
            return tr("Nothing in the text")
        if len(fields) > MOST_FIELDS:
            rest = len(fields) - MOST_FIELDS
            fields = [*fields[:MOST_FIELDS], tr_n("{n} more", "{n} more", rest)]
        return listed(*fields)

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
