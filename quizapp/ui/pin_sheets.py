"""The sheets that ask for a PIN."""

import math

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from quizapp.errors import QuizError
from quizapp.pin import MOST_DIGITS, check_pin
from quizapp.translation import tr, tr_n
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.sheet import Sheet

TICK = 200
TITLE_BAR = 48


class PinSheet(Sheet):
    """Asks for the PIN. Whoever shows it looks whether it is right, and accepts the sheet."""

    given = Signal(str)
    """A PIN was typed; `show_wrong` or `accept` comes next."""

    def __init__(self, title: str, detail: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, icon_name="lock", tone="accent")
        self._is_checking = False
        self._was_wrong = False
        self._free = QDeadlineTimer(0)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._on_tick)
        self.say(detail)
        forgotten = tr("Forgotten? The README of the program says how it can be removed.")
        self._pin = pin_field(tr("PIN"), forgotten)
        self._pin.returned.connect(self._on_go)
        self.body.addWidget(self._pin)
        self.add_button(Button(tr("Cancel")), closes=False)
        self._go = PrimaryButton(verb)
        self._go.clicked.connect(self._on_go)
        self.add_button(self._go)
        self._pin.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold_off(self, seconds: float) -> None:
        """Take no PIN for so long, and count it down in words."""
        if seconds > 0:
            self._free = QDeadlineTimer(round(seconds * 1000))
            self._tick.start()
            self._on_tick()

    def show_wrong(self, seconds: float) -> None:
        """That was not the PIN; the next one is taken after so many seconds."""
        self._is_checking = False
        self._was_wrong = True
        self._pin.set_text("")
        self._pin.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hold_off(seconds)
        self._say_state()
        event = QAccessibleEvent(self._pin.editor, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def _seconds_left(self) -> int:
        return math.ceil(self._free.remainingTime() / 1000)

    def _on_tick(self) -> None:
        self._say_state()
        if self._free.hasExpired():
            self._tick.stop()

    def _say_state(self) -> None:
        left = self._seconds_left()
        self._go.setEnabled(not left and not self._is_checking)
        words = tr("That is not the PIN.") if self._was_wrong else ""
        if left:
            wait = tr_n("Try again in {n} second.", "Try again in {n} seconds.", left)
            words = f"{words} {wait}".strip()
        if words:
            self._pin.set_error(words)

    def _on_go(self) -> None:
        if self._is_checking or not self._free.hasExpired():
            return
        if not self._pin.text():
            self._pin.set_error(tr("Type the PIN."))
            return
        self._is_checking = True
        self._go.setEnabled(False)
        self.given.emit(self._pin.text())


class NewPinSheet(Sheet):
    """Asks for a new PIN, twice, as it cannot be seen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, icon_name="lock", tone="accent")
        self.say(
            tr(
                "The PIN keeps pupils out of the pages for authors and out of the settings. It "
                "encrypts nothing: whoever owns this computer account can get round it."
            )
        )
        self._first = pin_field(tr("New PIN"), tr("4 to 12 digits"))
        forgotten = tr("Should you forget it, type in a terminal: quizapp pin --remove")
        self._second = pin_field(tr("The same PIN again"), forgotten)
        self._first.returned.connect(self._second.setFocus)
        self._second.returned.connect(self._on_go)
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)
        self.add_button(Button(tr("Cancel")), closes=False)
        go = PrimaryButton(tr("Set PIN"))
        go.clicked.connect(self._on_go)
        self.add_button(go)
        self._first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt gives a dialog two thirds of the screen at most, and would squeeze the fields."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            wanted = layout.totalHeightForWidth(self.width())
            room = self.screen().availableSize().height() - TITLE_BAR
            self.resize(self.width(), min(max(wanted, self.height()), room))

    def pin(self) -> str:
        """The digits, once the sheet is accepted."""
        return self._first.text()

    def _on_go(self) -> None:
        try:
            check_pin(self._first.text())
        except QuizError as error:
            self._first.set_error(str(error))
            self._first.editor.setFocus()
            return
        if self._first.text() != self._second.text():
            self._second.set_text("")
            self._second.set_error(tr("These were other digits. Type the same PIN again."))
            self._second.editor.setFocus()
            return
        self.accept()


def pin_field(label: str, help_text: str) -> TextField:
    """A field for digits that nobody can read over one's shoulder."""
    field = TextField(label, help_text)
    field.editor.setEchoMode(QLineEdit.EchoMode.Password)
    field.editor.setInputMethodHints(
        Qt.InputMethodHint.ImhDigitsOnly
        | Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhSensitiveData
    )
    field.editor.setMaxLength(MOST_DIGITS)
    return field
