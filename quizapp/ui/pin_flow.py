"""What becomes of the teacher's PIN, and when the lock is locked again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.idle_watch import IdleWatch
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.lock import Lock
from quizapp.ui.main_window import MainWindow
from quizapp.ui.pin_sheets import NewPinSheet

if TYPE_CHECKING:
    from quizapp.ui.pages.settings_page import SettingsPage


class PinFlow(QObject):
    """Locks when somebody else comes to the window; leads through setting and removing a PIN."""

    def __init__(self, window: MainWindow, lock: Lock, seat: LearnerSeat, watch: IdleWatch) -> None:
        super().__init__(window)
        self._window = window
        self._lock = lock
        self._page: SettingsPage | None = None
        lock.changed.connect(self._show_state)
        seat.changed.connect(lock.lock_now)
        window.page_shown.connect(self._on_page_shown)
        watch.used.connect(self._on_used)

    def serve(self, page: "SettingsPage") -> None:
        """Do what is asked for on the page of the settings, and keep it up to date."""
        page.pin_change_requested.connect(self.set_pin)
        page.pin_removal_requested.connect(self.remove_pin)
        page.lock_requested.connect(self.lock_now)
        self._page = page
        self._show_state()

    def _show_state(self) -> None:
        if self._page is not None and isValid(self._page):
            self._page.show_pin(is_set=self._lock.has_pin)

    def set_pin(self) -> None:
        """Let a PIN be set, or another one in its place."""
        detail = tr("First the PIN as it is now.")
        if not self._lock.confirm(self._window, detail, tr("Go on")):
            return
        sheet = NewPinSheet(tr("New PIN for teachers"), self._window)
        if messages.show_sheet(sheet):
            self._lock.set_pin(sheet.pin(), self._on_set)

    def remove_pin(self) -> None:
        """Take the PIN away, once it has been given."""
        detail = tr("Everything will be open to everybody at this computer account.")
        if self._lock.confirm(self._window, detail, tr("Remove PIN")):
            self._lock.remove_pin()
            self._window.banner.say(tr("The PIN is removed. Nothing is locked any more."))

    def lock_now(self) -> None:
        """Lock, and go where everybody may be."""
        self._window.show_page("home")
        self._lock.lock_now()

    def _on_set(self) -> None:
        words = tr("The PIN is set. What it locks stays open until the learner is switched.")
        self._window.banner.say(words)

    def _on_page_shown(self, name: str) -> None:
        if name == "learner":  # the teacher hands over the computer
            self._lock.lock_now()

    def _on_used(self) -> None:
        if self._window.shows_protected:
            self._lock.note_use()
