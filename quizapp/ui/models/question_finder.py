"""When to look for questions, and which answers are still wanted."""

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.catalogue import Find, Order

PAUSE = 60
"""Milliseconds without a keystroke before it is looked for what was typed."""


class QuestionFinder(QObject):
    """Gives each search a number, its generation: an answer to an older one is not wanted.

    `asked` is what was last asked for, `shown` what the rows on the screen are the answer to, with
    `shown_generation`.
    """

    find_requested = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: Find | None = None
        self.shown: Find | None = None
        self.shown_generation = 0
        self.generation = 0
        self._next = Find()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._go)

    def look_for(self, find: Find, *, waits: bool = False) -> None:
        """Ask for `find`; with `waits` once nothing else has been asked for during a pause."""
        self._next = find
        if waits:
            self._timer.start()
        else:
            self._go()

    def look_again(self) -> None:
        """Ask for the same once more: something may have changed."""
        if not self._timer.isActive():
            self._go()

    @property
    def is_renewal(self) -> bool:
        """Whether the answer that is awaited will be to what is shown already."""
        return self.asked == self.shown

    @property
    def is_reordering(self) -> bool:
        """Whether it will be the same questions in another order."""
        return _unordered(self.asked) == _unordered(self.shown)

    def note_shown(self) -> None:
        """What was last asked for is what the rows now show."""
        self.shown, self.shown_generation = self.asked, self.generation

    def _go(self) -> None:
        self._timer.stop()
        self.generation += 1
        self.asked = self._next
        self.find_requested.emit(self.asked, self.generation)


def _unordered(find: Find | None) -> Find | None:
    return msgspec.structs.replace(find, order=Order.ADDED, descending=False) if find else None
