"""Numbers that are typed, and shares of a whole as percentages."""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import text_of
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.line_frame import LineFrame
from quizapp.ui.widgets.painting import GRID
from quizapp.values.folding import storable
from quizapp.values.numbers import exact, number_text, read_numbers

WIDTH = 150
NARROWEST = 72


class NumberInput(LabelledEditor):
    """A number as people write it; what can be read as none is kept as it was typed.

    The value is the number typed, divided by `scale`; `default` leaves the field out.
    """

    def __init__(
        self,
        label: str,
        help_text: str = "",
        *,
        prefix: str = "",
        suffix: str = "",
        scale: int = 1,
        default: float | None = None,
        shows_label: bool = True,
    ) -> None:
        super().__init__(label, help_text, shows_label=shows_label)
        self._plain_help = help_text
        self._scale = scale
        self._default = default
        self.frame = LineFrame()
        self.line = self.frame.line
        self.frame.setMinimumWidth(NARROWEST)
        holder = QWidget()
        self.row = QHBoxLayout(holder)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GRID)
        before = QuietText(prefix)
        before.setWordWrap(False)
        self.row.addWidget(before)
        before.setVisible(bool(prefix))
        self.row.addWidget(self.frame, 3)
        self.suffix = BodyText(suffix)
        self.suffix.setWordWrap(False)
        self.row.addWidget(self.suffix)
        self.suffix.setVisible(bool(suffix))
        self.row.addStretch(1)
        self.put(holder, self.line)
        self._fit()
        self.show_value(None)
        self.line.textChanged.connect(self._on_text_changed)

    def _fit(self) -> None:
        self.frame.setMaximumWidth(scaled(WIDTH))

    def number(self) -> int | float | None:
        """The number that is typed, in units of the value; None where there is none."""
        readings = read_numbers(self.line.text())
        if not readings:
            return None
        return _as_number(readings[0].value / self._scale)

    def read(self) -> Any:  # noqa: ANN401
        typed = storable(self.line.text()).strip()
        number = self.number()
        if number is None:
            return typed or None
        return None if number == self._default else number

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        text = self._text(self._default if value is None else value)
        if text != self.line.text():
            self.line.setText(text)

    def _text(self, value: Any) -> str:  # noqa: ANN401
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _plain(exact(value) * self._scale)
        return text_of(value)

    def set_wrong(self, is_wrong: bool) -> None:
        self.frame.set_wrong(is_wrong)

    def _on_text_changed(self, text: str) -> None:
        self.set_help(self._reading(text) or self._plain_help)
        self.tell()

    def _reading(self, text: str) -> str:
        """How the text was read, where that does not go without saying."""
        readings = read_numbers(text)
        if not text.strip() or (readings and _plain(readings[0].value) == text.strip()):
            return ""
        if not readings:
            return tr("No number is read from this yet.")
        return tr("Read as {number}.").format(number=number_text(readings[0].value))


def share_input(
    label: str,
    help_text: str = "",
    *,
    prefix: str = "",
    default: float | None = None,
    shows_label: bool = True,
) -> NumberInput:
    """For a share of 0…1, which is typed as a percentage."""
    return NumberInput(
        label,
        help_text,
        prefix=prefix,
        suffix="%",
        scale=100,
        default=default,
        shows_label=shows_label,
    )


def _as_number(value: Decimal) -> int | float:
    rounded = round(value, 9)
    whole = int(rounded)
    return whole if whole == rounded else float(rounded)


def _plain(value: Decimal) -> str:
    """The number in the fewest digits, without marks between thousands."""
    if not value.is_finite():
        return ""
    if value == value.to_integral_value():
        return str(int(value))
    return f"{round(value, 7).normalize():f}"
