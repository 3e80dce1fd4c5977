"""Picking a date, as exactly as it is asked for, instead of typing it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_widgets.base import SPACING
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.fields import ChoiceField, NumberField
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.reveal import reveal
from quizapp.values.dates import DateValue, PartialDate, Precision, is_real, month_names

FIRST_YEAR, LAST_YEAR, STARTING_YEAR = 1, 2200, 2000


class DatePicker(Card):
    """Day, month and year in fields of their own.

    `picked` gives a `DateValue` that is real, at every change and when the date is taken as it
    stands; `finished` tells of the latter, by the button or by Enter.
    """

    picked = Signal(object)
    finished = Signal()

    def __init__(self, precision: Precision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._precision = precision
        self._day = NumberField(tr("Day"), 1, 31, 1)
        months = [(number, name) for number, name in enumerate(month_names(), start=1)]
        self._month = ChoiceField(tr("Month"), months)
        self._year = NumberField(tr("Year"), FIRST_YEAR, LAST_YEAR, STARTING_YEAR)
        self._shown = self._parts()
        self._problem = QuietText(tr("The calendar has no such day."))
        self._problem.hide()
        self._take = Button(tr("Use this date"), "check")
        self._take.clicked.connect(self._on_taken)
        self._lay_out()
        self._day.value_changed.connect(self._on_changed)
        self._month.chosen.connect(self._on_changed)
        self._year.value_changed.connect(self._on_changed)

    def _parts(self) -> Sequence[QWidget]:
        parts = {"year": 1, "month": 2, "day": 3}[self._precision]
        return [self._day, self._month, self._year][-parts:]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACING * 2)
        for part in (self._day, self._month, self._year):
            part.setParent(self)
            part.setVisible(part in self._shown)
            if part in self._shown:
                row.addWidget(part, 1)
        for field in (self._day, self._month, self._year):
            field.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        below = QVBoxLayout()
        below.setSpacing(SPACING)
        below.addWidget(self._problem)
        below.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(row)
        self.body.addLayout(below)

    def focus_first(self) -> None:
        """To the first field."""
        self._shown[0].setFocus(Qt.FocusReason.TabFocusReason)
        reveal(self)

    def show_date(self, value: DateValue) -> None:
        """Start from a date; nothing is told."""
        start = value.start
        self.blockSignals(True)
        self._year.set_value(max(start.year, FIRST_YEAR))
        if start.month:
            self._month.set_value(start.month)
        if start.day:
            self._day.set_value(start.day)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the date, and does not check it yet."""
        if event.key() in ENTER:
            self._on_taken()
        else:
            super().keyPressEvent(event)

    def _date(self) -> PartialDate:
        month = self._month.value() if self._precision != "year" else 0
        day = self._day.value() if self._precision == "day" else 0
        return PartialDate(self._year.value(), month, day)

    def _on_changed(self, changed: object) -> None:
        del changed
        date = self._date()
        self._problem.setVisible(not is_real(date))
        self._take.setEnabled(is_real(date))
        if is_real(date):
            self.picked.emit(DateValue(date))

    def _on_taken(self) -> None:
        date = self._date()
        if is_real(date):
            self.picked.emit(DateValue(date))
            self.finished.emit()
