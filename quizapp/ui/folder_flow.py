"""Packs that are used from their folders, where they are edited by hand."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.failures import Failures
from quizapp.ui.folder_watch import FolderWatch
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from quizapp.services.authoring_values import AuthorPack, FolderState
    from quizapp.services.workspace import Workspace


class FolderFlow(QObject):
    """Watches the folders while the library is open; what is edited comes in at once."""

    pack_requested = Signal(int)
    changed = Signal()
    """Packs have changed by what stands in their folders."""

    def __init__(
        self, window: MainWindow, session: LibrarySession, work: LibraryWork, failures: Failures
    ) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._said: tuple[str, ...] = ()
        self._watch = FolderWatch(self)
        self._watch.changed.connect(self.look)
        session.opened.connect(self.look)

    def open(self) -> None:
        """Let a folder be chosen, and use the pack in it from there."""
        folder = messages.choose_folder(self._window, tr("Choose the folder of a pack"))
        if folder:
            moment = now()
            self._work.call(
                lambda workspace: workspace.sharing.open_in_place(Path(folder), moment),
                self._on_opened,
            )

    def close(self, pack: int) -> None:
        """Leave a pack's folder alone from now on; the pack stays in the library."""
        self._work.call(
            lambda workspace: workspace.sharing.stop_in_place(pack), partial(self._on_closed)
        )

    def look(self) -> None:
        """Bring in what has changed in the folders since they were last looked at."""
        moment = now()

        def work(workspace: "Workspace") -> "tuple[FolderState, ...]":
            states = workspace.sharing.look(moment)
            if any(state.is_changed for state in states):
                workspace.authoring.forget()
            return states

        self._work.call(work, self._on_looked)

    def _on_opened(self, pack: "AuthorPack") -> None:
        self._window.banner.say(
            tr("“{title}” is used from its folder: what you change there comes in at once.").format(
                title=pack.title
            )
        )
        self.look()
        self.changed.emit()
        self.pack_requested.emit(pack.number)

    def _on_closed(self, outcome: None) -> None:
        del outcome
        self.look()
        self.changed.emit()

    def _on_looked(self, states: "tuple[FolderState, ...]") -> None:
        self._watch.watch(Path(state.folder) for state in states)
        self._say(states)
        if any(state.is_changed for state in states):
            self.changed.emit()

    def _say(self, states: "tuple[FolderState, ...]") -> None:
        """Problems are said until they are mended, and what has come in once."""
        problems = tuple(words for state in states for words in state.problems)
        if problems:
            if problems != self._said:
                self._window.banner.say(problems[0], Tone.WARNING)
        elif self._said:
            self._window.banner.say(tr("The files of your packs can be read again."))
        self._said = problems
        for state in states:
            if state.is_changed and not problems:
                self._window.banner.say(_news(state))


def _news(state: "FolderState") -> str:
    words = tr("“{title}” was changed in its folder: {new} new, {changed} changed, {gone} gone.")
    return words.format(title=state.title, new=state.new, changed=state.changed, gone=state.retired)
