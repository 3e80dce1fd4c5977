"""Picking a date, as exactly as it is asked for, instead of typing it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_widgets.base import SPACING
from quizapp.ui.widgets.fields import ChoiceField, NumberField
from quizapp.values.dates import DateValue, PartialDate, Precision, is_real, month_names

FIRST_YEAR, LAST_YEAR, STARTING_YEAR = 1, 2200, 2000


class DatePicker(QWidget):
    """Day, month and year in fields of their own; `picked` gives a `DateValue` that is real."""

    picked = Signal(object)

    def __init__(self, precision: Precision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = NumberField(tr("Day"), 1, 31, 1)
        months = [(number, name) for number, name in enumerate(month_names(), start=1)]
        self._month = ChoiceField(tr("Month"), months)
        self._year = NumberField(tr("Year"), FIRST_YEAR, LAST_YEAR, STARTING_YEAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING * 2)
        shown: list[QWidget] = [self._year]
        if precision != "year":
            shown.insert(0, self._month)
        if precision == "day":
            shown.insert(0, self._day)
        for part in (self._day, self._month, self._year):
            part.setParent(self)
            part.setVisible(part in shown)
        for field in shown:
            row.addWidget(field, 1)
        self._precision = precision
        self._day.value_changed.connect(self._on_changed)
        self._month.chosen.connect(self._on_changed)
        self._year.value_changed.connect(self._on_changed)

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

    def _on_changed(self, changed: object) -> None:
        del changed
        month = self._month.value() if self._precision != "year" else 0
        day = self._day.value() if self._precision == "day" else 0
        date = PartialDate(self._year.value(), month, day)
        if is_real(date):
            self.picked.emit(DateValue(date))
