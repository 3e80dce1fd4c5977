"""The settings: what the account prefers, one's name, where the library is."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from quizapp.settings import Preferences
from quizapp.translation import tr
from quizapp.ui.failures import Failures
from quizapp.ui.learner_flow import LearnerFlow
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.library_flow import LibraryFlow
from quizapp.ui.library_session import LibrarySession
from quizapp.ui.look import Look
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.pin_flow import PinFlow
from quizapp.ui.preferences_keeper import PreferencesKeeper

if TYPE_CHECKING:
    from quizapp.ui.pages.settings_page import SettingsPage


class SettingsFlow(QObject):
    """Puts into effect what is chosen on the page of the settings."""

    def __init__(
        self,
        window: MainWindow,
        session: LibrarySession,
        seat: LearnerSeat,
        preferences: PreferencesKeeper,
        look: Look,
        library: LibraryFlow,
        learners: LearnerFlow,
        pins: PinFlow,
        failures: Failures,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._seat = seat
        self._preferences = preferences
        self._look = look
        self._library = library
        self._learners = learners
        self._pins = pins
        self._failures = failures
        seat.changed.connect(self._on_learner_changed)

    def plans(self) -> dict[str, PagePlan]:
        plan = PagePlan(tr("Settings"), "settings", self._make_page, is_protected=True)
        return {"settings": plan}

    def _make_page(self) -> Page:
        from quizapp.ui.pages.settings_page import SettingsPage

        page = SettingsPage(self._preferences.present)
        page.changed.connect(self._on_changed)
        page.refresh_requested.connect(partial(self._refresh, page))
        page.name_given.connect(
            partial(self._learners.rename, page.show_learner, page.show_name_problem)
        )
        page.folder_shown.connect(self._library.show_folder)
        page.other_folder_requested.connect(self._library.use_other_folder)
        page.backup_requested.connect(partial(self._back_up, page))
        page.restore_requested.connect(self._library.restore)
        self._pins.serve(page)
        return page

    def _on_learner_changed(self) -> None:
        self._window.forget_page("settings")

    def _refresh(self, page: "SettingsPage") -> None:
        page.show_library(self._session.path, self._session.backups())
        page.show_learner(self._seat.name)

    def _on_changed(self, preferences: Preferences) -> None:
        self._look.use(preferences)
        self._preferences.change(
            theme=preferences.theme,
            text_scale=preferences.text_scale,
            reduced_motion=preferences.reduced_motion,
            ask_confidence=preferences.ask_confidence,
        )

    def _back_up(self, page: "SettingsPage") -> None:
        self._session.back_up(partial(self._on_backed_up, page), self._failures.show)

    def _on_backed_up(self, page: "SettingsPage", path: Path) -> None:
        self._window.banner.say(tr("Backed up to {file}.").format(file=path))
        if isValid(page):
            page.show_library(self._session.path, self._session.backups())
