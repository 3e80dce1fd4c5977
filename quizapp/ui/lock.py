"""The teacher's lock on the pages of authors and on the settings."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from quizapp.pin import hash_pin, seconds_to_wait
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.pin_sheets import PinSheet
from quizapp.ui.preferences_keeper import PreferencesKeeper
from quizapp.ui.tasks import TaskRunner, deliver

MINUTES_UNUSED = 10


class Lock(QObject):
    """Locked from the start where there is a PIN; opened by it, until `lock_now` or disuse.

    Without a PIN nothing is ever locked. The PIN stands in the preferences of the account, which
    are read anew before anybody is asked: it may have been taken away meanwhile.
    """

    changed = Signal()
    """It was locked or opened, or the PIN was set or taken away."""
    failed = Signal(object)
    """A PIN could not be looked at; with the exception."""

    def __init__(self, preferences: PreferencesKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._runner = TaskRunner(self)  # the library's worker may be busy for minutes
        self._is_open = False
        self._wrong = 0
        self._free_at = 0.0
        self._unused = QTimer(self)
        self._unused.setSingleShot(True)
        self._unused.setInterval(MINUTES_UNUSED * 60 * 1000)
        self._unused.timeout.connect(self.lock_now)

    @property
    def has_pin(self) -> bool:
        """Whether there is a PIN at all."""
        return self._preferences.present.pin is not None

    @property
    def is_locked(self) -> bool:
        """Whether the PIN must be given before one may go on."""
        return self.has_pin and not self._is_open

    def ask(self, parent: QWidget | None) -> bool:
        """Whether one may go on; where it is locked the PIN is asked for, and waited for."""
        self._refresh()
        if not self.is_locked:
            return True
        detail = tr("This is for the teacher. The PIN opens it.")
        return self._ask(PinSheet(tr("Teacher's PIN"), detail, tr("Unlock"), parent))

    def confirm(self, parent: QWidget | None, detail: str, verb: str) -> bool:
        """The same, but the PIN is asked for even when it was given before."""
        self._refresh()
        return not self.has_pin or self._ask(PinSheet(tr("Teacher's PIN"), detail, verb, parent))

    def lock_now(self) -> None:
        """Ask for the PIN from now on."""
        if self._is_open:
            self._is_open = False
            self._unused.stop()
            self.changed.emit()

    def note_use(self) -> None:
        """Somebody does something that they may do only because it is open."""
        if self._is_open:
            self._unused.start()

    def set_pin(self, digits: str, done: Callable[[], object]) -> None:
        """Use another PIN from now on; who set it need not give it again. Then `done`."""
        work = partial(hash_pin, digits)
        self._runner.call(work, partial(self._on_hashed, done), self.failed.emit)

    def remove_pin(self) -> None:
        """Lock nothing any more."""
        self._keep(pin=None)

    def close(self) -> None:
        """End the worker."""
        self._unused.stop()
        self._runner.close()

    def _on_hashed(self, done: Callable[[], object], pin: object) -> None:
        self._keep(pin=pin)
        deliver(done)

    def _keep(self, pin: object) -> None:
        self._preferences.change(pin=pin)
        self._is_open = pin is not None
        self.note_use()
        self.changed.emit()

    def _refresh(self) -> None:
        was_locked = self.is_locked
        self._preferences.refresh()
        if self.is_locked != was_locked:
            self.changed.emit()

    def _ask(self, sheet: PinSheet) -> bool:
        sheet.given.connect(partial(self._on_given, sheet))
        sheet.hold_off(self._free_at - time.monotonic())
        if not messages.show_sheet(sheet):
            return False
        if not self._is_open:
            self._is_open = True
            self.changed.emit()
        self.note_use()
        return True

    def _on_given(self, sheet: PinSheet, digits: str) -> None:
        self._preferences.refresh()
        pin = self._preferences.present.pin
        if pin is None:  # its owner has just taken it away
            sheet.accept()
        else:
            work = partial(pin.matches, digits)
            # A wrong PIN counts also when the sheet is gone by then.
            self._runner.call(
                work, lambda is_right: self._on_checked(sheet, is_right), self.failed.emit
            )

    def _on_checked(self, sheet: PinSheet, is_right: bool) -> None:
        if is_right:
            self._wrong = 0
            if isValid(sheet):
                sheet.accept()
            return
        self._wrong += 1
        wait = seconds_to_wait(self._wrong)
        self._free_at = time.monotonic() + wait
        if isValid(sheet):
            sheet.show_wrong(wait)
