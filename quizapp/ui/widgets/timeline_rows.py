"""What a time line consists of: years, the gaps between them, and what happened."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.services.authoring_values import TimelineEntry
from quizapp.translation import tr, tr_n
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.painted_text import draw_text, text_height
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    CORNER,
    GRID,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
    start_of,
)
from quizapp.ui.widgets.timeline_marks import draw_axis, draw_mark, mark_of
from quizapp.ui.words import listed, questions_words
from quizapp.values.date_hiding import hide_dates
from quizapp.values.dates import DateValue, PartialDate, date_text, parse_date

AXIS = 14
START = 36
PADDING = 12
LINE_GAP = 4
YEAR_HEIGHT = 40
GAP_HEIGHT = 28
MOST_GAP_HEIGHT = 120
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


class TimelineRow(QAbstractButton):
    """A dated fact. `opened` tells of Enter; `clicked` of a click and of Space."""

    opened = Signal()

    def __init__(self, entry: TimelineEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._value = _value_of(entry)
        self._statement = plain_text(entry.statement).replace("\n", " ")
        self._hidden = hide_dates(self._statement)
        self._is_covered = False
        self._focus = KeyboardFocus(self)
        self._heights: dict[int, int] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    @property
    def is_covered(self) -> bool:
        """Whether the date is not to be seen now."""
        return self._is_covered

    def set_covered(self, is_covered: bool) -> None:
        self._is_covered = is_covered
        self._heights.clear()
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        date = (
            tr("Date covered") if self._is_covered else listed(self.entry.date, self._precision())
        )
        self.setAccessibleName(listed(date, self._shown_statement(), self._meta()))

    def _shown_statement(self) -> str:
        return self._hidden if self._is_covered else self._statement

    def _precision(self) -> str:
        """How little is known of the date, where its words do not say so."""
        words = {"year": tr("year only"), "month": tr("month only")}
        return words.get(mark_of(self._value), "")

    def _meta(self) -> str:
        count = self.entry.questions
        asked = questions_words(count) if count else tr("not asked yet")
        return f"{self.entry.section} · {asked}" if self.entry.section else asked

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room = width - scaled(START) - 2 * PADDING
            lines = [text_height(text, font, room) for text, font in self._texts()]
            self._heights[width] = sum(lines) + 2 * LINE_GAP + 2 * PADDING + GRID
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), self.heightForWidth(scaled(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(START) + 120, self.heightForWidth(max(self.width(), 120)))

    def _texts(self) -> list[tuple[str, QFont]]:
        """What stands below each other."""
        return [
            (self._date_words(), text_font(TextRole.BODY, bold=True)),
            (self._shown_statement(), text_font(TextRole.BODY)),
            (self._meta(), text_font(TextRole.SMALL)),
        ]

    def _date_words(self) -> str:
        if self._is_covered:
            return tr("When?")
        precision = self._precision()
        return f"{self.entry.date} · {precision}" if precision else self.entry.date

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        box = QRectF(scaled(START), 0, self.width() - scaled(START), self.height() - GRID)
        with painting(self) as painter:
            draw_axis(painter, self, scaled(AXIS), colours)
            self._draw_box(painter, leading(self, box), colours)
            top = self._draw_texts(painter, colours)
            middle = leading(self, QRectF(scaled(AXIS), top, 0, 0)).topLeft()
            mark = "covered" if self._is_covered else mark_of(self._value)
            draw_mark(painter, mark, QPointF(middle), colours)

    def _draw_box(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        is_lit = self.underMouse() or self.isDown()
        draw_box(painter, box, colours.hover if is_lit else colours.surface, colours.line)
        if self._focus.is_visible:
            draw_ring(painter, box, colours.focus, CORNER)

    def _draw_texts(self, painter: QPainter, colours: Colours) -> float:
        """Gives the height at which the first line has its middle."""
        start = scaled(START) + PADDING
        width = self.width() - start - PADDING
        top = float(PADDING)
        middle = 0.0
        indent = scaled(SLIP_INDENT)
        first = colours.accent if self._is_covered else colours.text
        inks = (first, colours.text, colours.quiet)
        for (text, font), ink in zip(self._texts(), inks, strict=True):
            height = text_height(text, font, width)
            room = QRectF(start, top, width, height)
            if not middle:
                middle = top + QFontMetrics(font).height() / 2
                if self._is_covered:
                    self._draw_cover(painter, start, middle, colours)
                    room.translate(indent, 0)
            draw_text(painter, self, room, text, font, ink)
            top += height + LINE_GAP
        return middle

    def _draw_cover(self, painter: QPainter, start: float, middle: float, colours: Colours) -> None:
        """A slip of paper over the date, with an eye on it."""
        size = scaled(18)
        height = QFontMetrics(text_font(TextRole.BODY, bold=True)).height() + 4
        slip = leading(self, QRectF(start - 4, middle - height / 2, scaled(160), height))
        draw_box(painter, slip, colours.accent_soft, colours.accent, CONTROL_CORNER - 2)
        eye = QRectF(start + 6, middle - size / 2, size, size)
        draw_icon(painter, "eye-off", colours.accent, leading(self, eye))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._heights.clear()
            self.updateGeometry()


def year_words(year: int) -> str:
    """A year as it is said: 1992, 44 BC."""
    return date_text(DateValue(PartialDate(year)))


def _value_of(entry: TimelineEntry) -> DateValue | None:
    try:
        return parse_date(entry.normal_form)
    except ValueError:
        return None
