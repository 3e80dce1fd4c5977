"""The fields of a fact that depend on its kind."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.facts import FactKind
from quizapp.translation import tr
from quizapp.ui.widgets.area_field import AreaField
from quizapp.ui.widgets.date_field import DateField
from quizapp.ui.widgets.fact_words import qualifier_choices
from quizapp.ui.widgets.fields import ChoiceField, TextField
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.problem_list import Fields
from quizapp.values.numbers import NumberReading, number_text, read_numbers

Entry = dict[str, Any]


class ValueFields(Protocol):
    """Fields for the value of one kind of fact."""

    def entry(self) -> Entry:
        """What is filled in, as files hold it; empty fields are left out."""

    def set_entry(self, entry: Mapping[str, Any]) -> None:
        """Show this instead."""

    def fields(self) -> Fields:
        """The fields by their names."""


class DateValueFields(QWidget):
    """When something was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        how = tr("A year, a month or a day: 1992, May 1996, 10 April 1992. Also: about 1850.")
        self.date = DateField(tr("Date"), how)
        self.date.changed.connect(self.changed)
        _column(self).addWidget(self.date)
        self.setFocusProxy(self.date)

    def entry(self) -> Entry:
        return _filled({"date": self.date.value()})

    def set_entry(self, entry: Mapping[str, Any]) -> None:
        self.date.set_value(_text(entry, "date"))

    def fields(self) -> Fields:
        return {"date": self.date}


class FigureValueFields(QWidget):
    """How many or how much."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._qualifier = ChoiceField(tr("How exactly"), qualifier_choices())
        self._number = TextField(tr("Number"), tr("In digits: 1992, 8.5, 25%, 8.5 thousand."))
        self._unit = TextField(tr("Unit"), tr("Such as %, km or US dollars; may stay empty."))
        what = tr("Such as: people of Jewish origin, barrels of oil a day.")
        self._counts = TextField(tr("What it counts"), what)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * GRID)
        parts = (self._qualifier, self._number, self._unit, self._counts)
        for place, part in enumerate(parts):
            grid.addWidget(part, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 2, 1)
        self._qualifier.chosen.connect(self.changed)
        self._number.text_changed.connect(self._on_number)
        for field in (self._unit, self._counts):
            field.text_changed.connect(self.changed)
        self.setFocusProxy(self._number)

    def entry(self) -> Entry:
        reading = self._reading()
        text = self._number.text().strip()
        qualifier = self._qualifier.value()
        return _filled(
            {
                "number": _as_number(reading.value) if reading else text,
                "unit": self._unit.text().strip() or (reading.unit if reading else ""),
                "qualifier": "" if qualifier == "exactly" else qualifier,
                "counts": self._counts.text().strip(),
            }
        )

    def set_entry(self, entry: Mapping[str, Any]) -> None:
        number = entry.get("number", "")
        is_number = isinstance(number, int | float) and not isinstance(number, bool)
        self._number.set_text(number_text(number) if is_number else str(number))
        self._unit.set_text(_text(entry, "unit"))
        self._qualifier.set_value(entry.get("qualifier", "exactly"))
        self._counts.set_text(_text(entry, "counts"))

    def fields(self) -> Fields:
        return {
            "number": self._number,
            "unit": self._unit,
            "counts": self._counts,
        }

    def _reading(self) -> NumberReading | None:
        readings = read_numbers(self._number.text())
        return readings[0] if readings else None

    def _on_number(self) -> None:
        self._number.set_help(self._number_words())
        self.changed.emit()

    def _number_words(self) -> str:
        """How the number was read."""
        if not self._number.text().strip():
            return tr("In digits: 1992, 8.5, 25%, 8.5 thousand.")
        reading = self._reading()
        if reading is None:
            return tr("No number is read from this yet. Write it in digits.")
        number = number_text(reading.value)
        return tr("Read as {number}.").format(number=f"{number} {reading.unit}".strip())


class NamedValueFields(QWidget):
    """A name; `key` and `label` are those of the field that says what sort of thing it is."""

    changed = Signal()

    def __init__(self, key: str, label: str, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._name = TextField(tr("Name"))
        self._sort = TextField(label, help_text)
        self._others = AreaField(
            tr("Other names"), tr("Each on a line of its own. They are right answers too.")
        )
        column = _column(self)
        for part in (self._name, self._sort, self._others):
            column.addWidget(part)
        for field in (self._name, self._sort):
            field.text_changed.connect(self.changed)
        self._others.text_changed.connect(self.changed)
        self.setFocusProxy(self._name)

    def entry(self) -> Entry:
        return _filled(
            {
                "name": self._name.text().strip(),
                self._key: self._sort.text().strip(),
                "other_names": self._others.lines(),
            }
        )

    def set_entry(self, entry: Mapping[str, Any]) -> None:
        self._name.set_text(_text(entry, "name"))
        self._sort.set_text(_text(entry, self._key))
        self._others.set_lines([str(name) for name in entry.get("other_names", ())])

    def fields(self) -> Fields:
        return {
            "name": self._name,
            self._key: self._sort,
            "other_names": self._others,
        }


AnyValueFields = DateValueFields | FigureValueFields | NamedValueFields


def value_fields(kind: FactKind) -> AnyValueFields:
    """New fields for the value of a fact of this kind."""
    match kind:
        case "date":
            return DateValueFields()
        case "figure":
            return FigureValueFields()
        case "institution":
            what = tr("Such as: embassy, ministry, synagogue, agency.")
            return NamedValueFields("institution_kind", tr("Kind of institution"), what)
        case "person":
            what = tr("Such as: prime minister, ambassador, chief rabbi.")
            return NamedValueFields("role", tr("Role"), what)
        case "place":
            what = tr("Such as: country, city, region.")
            return NamedValueFields("place_kind", tr("Kind of place"), what)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * GRID)
    return column


def _filled(entry: Entry) -> Entry:
    return {name: value for name, value in entry.items() if value not in ("", [])}


def _text(entry: Mapping[str, Any], name: str) -> str:
    return str(entry.get(name, ""))


def _as_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
