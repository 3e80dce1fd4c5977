"""Packs given to the program, by a double click or by dropping them on its window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.translation import tr, tr_n
from quizapp.ui.learner_seat import LearnerSeat
from quizapp.ui.main_window import MainWindow


class IncomingPacks(QObject):
    """Keeps what was given until the library is open and somebody has said who they are."""

    arrived = Signal(object)
    """Packs are to be imported; with a tuple of their paths, files or folders."""

    def __init__(self, window: MainWindow, seat: LearnerSeat, given: Sequence[Path] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._seat = seat
        self._waiting = tuple(given)
        window.files_dropped.connect(self._on_dropped)
        window.page_shown.connect(self._on_page_shown)

    def _on_dropped(self, paths: tuple[Path, ...]) -> None:
        self._waiting = tuple(dict.fromkeys((*self._waiting, *paths)))
        if self._seat.learner is None:
            self._say_it_waits()
        else:
            self._hand_on_later()

    def _on_page_shown(self, name: str) -> None:
        if not self._waiting:
            return
        if self._seat.learner is not None:
            self._hand_on_later()
        elif name == "learner":
            self._say_it_waits()

    def _say_it_waits(self) -> None:
        first, more = self._waiting[0].name, len(self._waiting) - 1
        name = first
        if more:
            others = tr_n("{n} more pack", "{n} more packs", more)
            name = tr("{name} and {others}").format(name=first, others=others)
        words = tr("To be imported next: {name}. First, who are you?").format(name=name)
        self._window.banner.say(words)

    def _hand_on_later(self) -> None:
        """Once the present page is all there, as somebody may be asked something now."""
        QTimer.singleShot(0, self, self._hand_on)

    def _hand_on(self) -> None:
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self._window.banner.forget()
            self.arrived.emit(waiting)
