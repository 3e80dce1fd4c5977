"""Packs that are used from their folders, where they are edited by hand."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.translation import tr, tr_n
from quizapp.ui.failures import Failures
from quizapp.ui.folder_watch import FolderWatch
from quizapp.ui.library_session import LibrarySession, now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.widgets.banner import Tone
from quizapp.ui.words import listed

if TYPE_CHECKING:
    from quizapp.services.authoring_values import AuthorPack, FolderState
    from quizapp.services.workspace import Workspace


class FolderFlow(QObject):
    """Watches the folders while the library is open; what is edited comes in at once."""

    opened = Signal(int)
    """A pack is used from its folder from now on; told to who waits for it on the same page."""
    closed = Signal(int)
    """A pack is in the library alone from now on."""
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

    def open_folder(self, folder: Path) -> None:
        """Use the pack in `folder` from there."""
        moment = now()

        def work(workspace: "Workspace") -> "AuthorPack":
            opened = workspace.sharing.open_in_place(folder, moment)
            workspace.authoring.forget()
            return opened

        lead_on = self._window.if_still_here(self.opened.emit)
        self._work.call(work, partial(self._on_opened, lead_on))

    def close(self, pack: int) -> None:
        """Leave a pack's folder alone from now on; the pack stays in the library."""

        def work(workspace: "Workspace") -> None:
            workspace.sharing.stop_in_place(pack)
            workspace.authoring.forget()

        self._work.call(work, partial(self._on_closed, pack))

    def look(self) -> None:
        """Bring in what has changed in the folders since they were last looked at."""
        moment = now()

        def work(workspace: "Workspace") -> "tuple[FolderState, ...]":
            states = workspace.sharing.look(moment)
            if any(state.is_changed for state in states):
                workspace.authoring.forget()
            return states

        self._work.call(work, self._on_looked)

    def _on_opened(self, lead_on: Callable[..., object], pack: "AuthorPack") -> None:
        self.look()
        self.changed.emit()
        lead_on(pack.number)
        # After the page has changed, which takes away what was said before.
        self._window.banner.say(
            tr("“{title}” is used from its folder: what you change there comes in at once.").format(
                title=pack.title
            )
        )

    def _on_closed(self, pack: int, outcome: None) -> None:
        del outcome
        self._window.banner.say(tr("The folder is left alone. The pack stays in your library."))
        self.look()
        self.changed.emit()
        self.closed.emit(pack)

    def _on_looked(self, states: "tuple[FolderState, ...]") -> None:
        self._watch.watch(Path(state.folder) for state in states)
        self._say(states)
        if any(state.is_changed for state in states):
            self.changed.emit()

    def _say(self, states: "tuple[FolderState, ...]") -> None:
        """Problems are said until they are mended, and what has come in once."""
        problems = tuple(words for state in states for words in state.problems)
        was_wrong, self._said = self._said, problems
        if problems:
            if problems != was_wrong:
                self._window.banner.say(_problem_words(problems), Tone.WARNING)
            return
        news = [_news(state) for state in states if state.is_changed]
        if was_wrong:
            news.insert(0, tr("The files of your packs can be read again."))
        if news:
            self._window.banner.say(" ".join(news))


def _problem_words(problems: tuple[str, ...]) -> str:
    """The first of them, and how many packs have others."""
    more = len(problems) - 1
    rest = tr_n("{n} more pack has a problem.", "{n} more packs have problems.", more)
    return f"{problems[0]} {rest}" if more else problems[0]


def _news(state: "FolderState") -> str:
    parts = (
        (tr_n("{n} new question", "{n} new questions", state.new), state.new),
        (tr_n("{n} changed", "{n} changed", state.changed), state.changed),
        (tr_n("{n} gone", "{n} gone", state.retired), state.retired),
    )
    what = listed(*(words for words, count in parts if count))
    words = tr("“{title}” was changed in its folder: {what}.")
    if not what:
        words = tr("“{title}” was changed in its folder.")
    return words.format(title=state.title, what=what)
