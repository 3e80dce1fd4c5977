"""What a time line consists of: years, the gaps between them, and what happened."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.services.authoring_values import TimelineEntry
from quizapp.translation import tr, tr_n
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    CORNER,
    GRID,
    draw_box,
    draw_ring,
    leading,
    painting,
    start_of,
)
from quizapp.ui.widgets.tall_row import Line, TallRow
from quizapp.ui.widgets.timeline_marks import draw_axis, draw_mark, mark_of
from quizapp.ui.words import listed, questions_words
from quizapp.values.date_hiding import hide_dates
from quizapp.values.dates import DateValue, PartialDate, date_text, parse_date

AXIS = 14
START = 36
YEAR_HEIGHT = 40
GAP_HEIGHT = 28
MOST_GAP_HEIGHT = 120
SLIP = 160
SLIP_INDENT = 34


class YearMark(QWidget):
    """A year on the axis; while its dates are covered it is not told either."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = year_words(year)
        self._is_covered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_covered(False)

    def set_covered(self, is_covered: bool) -> None:
        self._is_covered = is_covered
        self.setAccessibleName(tr("Year covered") if is_covered else self._words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(START), scaled(YEAR_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        room = QRectF(scaled(START), 0, self.width() - scaled(START), self.height())
        with painting(self) as painter:
            draw_axis(painter, self, scaled(AXIS), colours)
            tick = QRectF(scaled(AXIS), self.height() / 2 - 1, scaled(START - AXIS) - 6, 2)
            painter.fillRect(leading(self, tick), QColor(colours.edge))
            painter.setFont(text_font(TextRole.STEM, bold=True))
            painter.setPen(QColor(colours.quiet if self._is_covered else colours.text))
            words = "····" if self._is_covered else self._words
            painter.drawText(leading(self, room), start_of(self), words)


class GapMark(QWidget):
    """The years between two dates of which nothing is told: the more, the taller."""

    def __init__(self, years: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years = years
        self._is_covered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_covered(False)

    def set_covered(self, is_covered: bool) -> None:
        self._is_covered = is_covered
        words = tr_n("{n} year", "{n} years", self._years)
        self._words = tr("some years") if is_covered else words
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:
        taller = 1 if self._is_covered else 1 + math.log10(max(self._years, 1))
        return QSize(scaled(START), min(scaled(GAP_HEIGHT * taller), scaled(MOST_GAP_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        room = QRectF(scaled(START), 0, self.width() - scaled(START), self.height())
        with painting(self) as painter:
            draw_axis(painter, self, scaled(AXIS), colours, dashed=True)
            painter.setFont(text_font(TextRole.SMALL))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(leading(self, room), start_of(self), self._words)


class TimelineRow(TallRow):
    """A dated fact. `opened` tells of Enter; `clicked` of a click and of Space."""

    opened = Signal()
    padding = 12

    def __init__(self, entry: TimelineEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._value = _value_of(entry)
        self._statement = plain_text(entry.statement).replace("\n", " ")
        self._is_covered = False
        self._name()

    @property
    def is_covered(self) -> bool:
        """Whether the date is not to be seen now."""
        return self._is_covered

    def set_covered(self, is_covered: bool) -> None:
        self._is_covered = is_covered
        self._name()
        self.fit()
        self.update()

    def _name(self) -> None:
        told = listed(self.entry.date, self._precision())
        date = tr("Date covered") if self._is_covered else told
        self.setAccessibleName(listed(date, self._shown_statement(), self._meta()))

    def _shown_statement(self) -> str:
        return hide_dates(self._statement) if self._is_covered else self._statement

    def _precision(self) -> str:
        """How little is known of the date, where its words do not say so."""
        words = {"year": tr("year only"), "month": tr("month only")}
        return words.get(mark_of(self._value), "")

    def _meta(self) -> str:
        count = self.entry.questions
        asked = questions_words(count) if count else tr("not asked yet")
        return f"{self.entry.section} · {asked}" if self.entry.section else asked

    def lines(self) -> tuple[Line, ...]:
        return (
            Line(self._date_words(), colour="accent" if self._is_covered else "text", bold=True),
            Line(self._shown_statement()),
            Line(self._meta(), TextRole.SMALL, "quiet"),
        )

    def _date_words(self) -> str:
        if self._is_covered:
            return tr("When?")
        precision = self._precision()
        return f"{self.entry.date} · {precision}" if precision else self.entry.date

    def text_start(self) -> int:
        return scaled(START) + self.padding

    def room_below(self) -> int:
        return GRID

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        box = QRectF(scaled(START), 0, self.width() - scaled(START), self.height() - GRID)
        with painting(self) as painter:
            draw_axis(painter, self, scaled(AXIS), colours)
            self._draw_box(painter, leading(self, box), colours)
            if self._is_covered:
                self._draw_slip(painter, colours)
            self.draw_lines(painter, colours, scaled(SLIP_INDENT) if self._is_covered else 0)
            at = leading(self, QRectF(scaled(AXIS), self.first_middle(), 0, 0)).topLeft()
            mark = "covered" if self._is_covered else mark_of(self._value)
            draw_mark(painter, mark, QPointF(at), colours)

    def _draw_box(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        is_lit = self.underMouse() or self.isDown()
        draw_box(painter, box, colours.hover if is_lit else colours.surface, colours.line)
        if self.keyboard_focus.is_visible:
            draw_ring(painter, box, colours.focus, CORNER)

    def _draw_slip(self, painter: QPainter, colours: Colours) -> None:
        """A slip of paper over the date, with a closed eye on it."""
        start, middle, size = self.text_start(), self.first_middle(), scaled(18)
        height = 2 * (middle - self.padding) + 4
        slip = leading(self, QRectF(start - 4, middle - height / 2, scaled(SLIP), height))
        draw_box(painter, slip, colours.accent_soft, colours.accent, CONTROL_CORNER - 2)
        eye = QRectF(start + 6, middle - size / 2, size, size)
        draw_icon(painter, "eye-off", colours.accent, leading(self, eye))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the fact, whatever a click does now."""
        if event.key() in ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def year_words(year: int) -> str:
    """A year as it is said: 1992, 44 BC."""
    return date_text(DateValue(PartialDate(year)))


def _value_of(entry: TimelineEntry) -> DateValue | None:
    try:
        return parse_date(entry.normal_form)
    except ValueError:
        return None
