"""What a person can do with the library as a whole; asks where it matters."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.errors import QuizError
from quizapp.settings import LIBRARY_NAME
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.library_session import LibrarySession
from quizapp.ui.lock import Lock
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.pages.opening_page import OpeningPage
from quizapp.ui.tasks import Progress
from quizapp.ui.widgets.banner import Tone
from quizapp.ui.words import backup_words, moment_words

if TYPE_CHECKING:
    from quizapp.services.values import RefusedPack


class LibraryFlow(QObject):
    """Leads through opening, restoring and moving, on the window's page "opening"."""

    location_chosen = Signal(object)
    """The file, a `Path`, of the library to open from now on."""

    def __init__(self, window: MainWindow, session: LibrarySession, lock: Lock) -> None:
        super().__init__(window)
        self._window = window
        self._lock = lock
        self._session = session
        self._news = ""
        session.failed.connect(self.show_failure)
        session.opened.connect(self._on_opened)
        session.packs_refused.connect(self._on_packs_refused)
        session.backup_failed.connect(self._on_backup_failed)

    def plans(self) -> dict[str, PagePlan]:
        return {"opening": PagePlan(tr("Opening"), "loader-circle", self._make_page, on_rail=False)}

    def _make_page(self) -> Page:
        page = OpeningPage()
        page.retry_requested.connect(self.open)
        page.restore_requested.connect(self._on_restore_requested)
        page.other_folder_requested.connect(self._on_other_folder_requested)
        return page

    def open(self) -> None:
        """Open the library, or try again."""
        self._session.open(self._show_opening())

    def _on_restore_requested(self) -> None:
        """As on the page of the settings, which is locked."""
        if self._lock.ask(self._window):
            self.restore()

    def _on_other_folder_requested(self) -> None:
        if self._lock.ask(self._window):
            self.use_other_folder()

    def show_folder(self) -> None:
        """Show where the library is in the desktop's file manager, or say it."""
        folder = self._session.path.parent
        if not messages.show_in_files(folder):
            self._window.banner.say(tr("The library is in {folder}.").format(folder=folder))

    def restore(self) -> None:
        """Let a backup be chosen to take the library's place."""
        backups = self._session.backups()
        place = messages.choose(
            self._window,
            tr("Which backup should take the library's place?"),
            tr("What is in the library now is kept beside the backups."),
            [backup_words(backup) for backup in backups],
            tr("Restore"),
            danger=True,
        )
        if place is not None:
            self._news = tr("The library is as it was {when}. What it was before is kept.").format(
                when=moment_words(backups[place].made_at)
            )
            self._session.restore(backups[place], self._show_opening())

    def use_other_folder(self) -> None:
        """Let another folder be chosen for the library."""
        start = str(self._session.path.parent)
        chosen = messages.choose_folder(self._window, tr("Folder of the library"), start)
        target = Path(chosen) / LIBRARY_NAME
        if not chosen or target == self._session.path:
            return
        if self._session.is_open and not target.exists():
            self._ask_for_copy(target)
        else:
            self._switch_to(target)

    def _ask_for_copy(self, target: Path) -> None:
        place = messages.choose(
            self._window,
            tr("There is no library in that folder yet"),
            tr("The present library stays where it is, whatever you choose."),
            [tr("Copy my packs and scores there"), tr("Start with an empty library there")],
            tr("Use this folder"),
        )
        if place == 0:
            self._session.copy_to(target, self._switch_to, self._on_copy_failed)
        elif place == 1:
            self._switch_to(target)

    def _on_copy_failed(self, error: Exception) -> None:
        messages.show_failure(self._window, error)

    def _switch_to(self, target: Path) -> None:
        self._news = tr("The library is in {folder} from now on.").format(folder=target.parent)
        self.location_chosen.emit(target)
        self._session.switch_to(str(target), self._show_opening())

    def _show_opening(self) -> Progress | None:
        """Show that the library is being opened; gives what is to be told of its progress."""
        page = self._window.page("opening")
        if not isinstance(page, OpeningPage):
            return None
        page.show_opening()
        self._window.show_page("opening")
        return page.show_progress

    def _on_opened(self) -> None:
        """Say what has become of the library, once it is there."""
        if self._news:
            self._window.banner.say(self._news)
        self._news = ""

    def _on_packs_refused(self, refused: "tuple[RefusedPack, ...]") -> None:
        words = "\n".join(str(each.error) for each in refused)
        self._window.banner.say(words, Tone.WARNING)

    def _on_backup_failed(self, error: Exception) -> None:
        """Nobody asked for that backup, so nobody is kept from going on."""
        if isinstance(error, QuizError):
            self._window.banner.say(str(error), Tone.WARNING)
        else:
            messages.show_bug(self._window, error)

    def show_failure(self, error: BaseException) -> None:
        """The library cannot be used: what happened, and the ways on."""
        self._news = ""
        page = self._window.page("opening")
        if isinstance(error, QuizError) and isinstance(page, OpeningPage):
            page.show_failure(error, has_backups=bool(self._session.backups()))
            self._window.show_page("opening")
        else:
            messages.show_bug(self._window, error)
