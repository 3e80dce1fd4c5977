"""The time that is left. It is told the seconds; it does not count them."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.translation import tr, tr_n
from quizapp.ui.widgets.chip import Chip

WARNINGS = (60, 300)


class ClockLabel(QWidget):
    """Calm until five minutes are left, and again until one is: then a word says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = Chip("", "clock")
        self._warned_at = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chip)

    @property
    def text(self) -> str:
        return self._chip.accessibleName()

    def set_seconds(self, seconds: int) -> None:
        """Show that `seconds` are left; below 0 counts as 0."""
        seconds = max(seconds, 0)
        warning = next((limit for limit in WARNINGS if seconds <= limit), 0)
        tone = {60: "wrong", 300: "partly", 0: "quiet"}[warning]
        self._chip.set_text(_words(seconds, warning), "timer" if warning else "clock", tone)
        self.setAccessibleName(self._chip.accessibleName())
        if warning and warning != self._warned_at:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._warned_at = warning


def _words(seconds: int, warning: int) -> str:
    if not seconds:
        return tr("Time is up")
    digits = _digits(seconds)
    if not warning:
        return digits
    less = tr_n("less than {n} minute left", "less than {n} minutes left", warning // 60)
    return tr("{time}, {warning}").format(time=digits, warning=less)


def _digits(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
