"""A date as people write it."""

from typing import Any

from quizapp.translation import tr
from quizapp.ui.question_editors.base import text_of
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.widgets.line_frame import LineFrame
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import DateValue, date_text, parse_date
from quizapp.values.folding import storable


class DateInput(LabelledEditor):
    """The value is the date in normal form, or what was typed where it can be read as none."""

    def __init__(self, label: str, help_text: str = "", *, shows_label: bool = True) -> None:
        super().__init__(label, help_text, shows_label=shows_label)
        self._plain_help = help_text
        self.frame = LineFrame()
        self.line = self.frame.line
        self.put(self.frame, self.line)
        self.line.textChanged.connect(self._on_text_changed)

    def read(self) -> str | None:
        readings = self._readings()
        typed = storable(self.line.text()).strip()
        return readings[0].normal_form() if readings else typed or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self.line.setText(_as_written(text_of(value)))

    def set_wrong(self, is_wrong: bool) -> None:
        self.frame.set_wrong(is_wrong)

    def _readings(self) -> tuple[DateValue, ...]:
        return read_dates(self.line.text())

    def _on_text_changed(self, text: str) -> None:
        self.set_help(self._reading(text))
        self.tell()

    def _reading(self, text: str) -> str:
        """How the text was read, and how else it could be."""
        if not text.strip():
            return self._plain_help
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


def _as_written(normal_form: str) -> str:
    """The date in words, where it is read back from them; else as it stands."""
    try:
        value = parse_date(normal_form)
    except ValueError:
        return normal_form
    words = date_text(value)
    return words if read_dates(words)[:1] == (value,) else normal_form
