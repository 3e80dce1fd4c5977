"""A field for a date as people write it, which says how it was read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.fields import TextField
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import DateValue, date_text


class DateField(QWidget):
    """`value` is the date in normal form, or what was typed where it can be read as none."""

    changed = Signal()

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help_text = help_text
        self.field = TextField(label, help_text)
        self.field.text_changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def value(self) -> str:
        readings = self._readings()
        return readings[0].normal_form() if readings else self.field.text().strip()

    def set_value(self, value: str) -> None:
        """Show a date as packs write it."""
        self.field.set_text(value)

    def set_error(self, words: str) -> None:
        """Say what is wrong, until the text changes; how it was read is more use where it was."""
        if not self._readings():
            self.field.set_error(words)

    def _readings(self) -> tuple[DateValue, ...]:
        return read_dates(self.field.text())

    def _on_changed(self) -> None:
        self.field.set_help(self._words())
        self.changed.emit()

    def _words(self) -> str:
        """How the text was read, and how else it could be."""
        if not self.field.text().strip():
            return self._help_text
        readings = self._readings()
        if not readings:
            return tr(
                "No date is read from this yet. Write it like 1992, May 1996 or 10 April 1992."
            )
        words = tr("Read as {date}.").format(date=date_text(readings[0]))
        if len(readings) > 1:
            other = tr("If you mean {date}, write the month as a word and the year in full.")
            words = f"{words} {other.format(date=date_text(readings[1]))}"
        return words
