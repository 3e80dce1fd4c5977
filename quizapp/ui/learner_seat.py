"""Who is learning at this window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from quizapp.ui.library_work import Failed, LibraryWork
from quizapp.ui.tasks import deliver

if TYPE_CHECKING:
    from quizapp.people import Learner
    from quizapp.services.workspace import Workspace

Outcome = TypeVar("Outcome")


class LearnerSeat(QObject):
    """Knows the present learner, and has work done for them."""

    changed = Signal()
    """Somebody else is learning, or nobody: nothing of the one before may be seen."""
    renamed = Signal()
    """The same learner has another name."""

    def __init__(self, work: LibraryWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._learner: Learner | None = None

    @property
    def learner(self) -> "Learner | None":
        """Who is learning; None before a name is chosen."""
        return self._learner

    @property
    def name(self) -> str:
        """The name of who is learning; "" before one is chosen."""
        return self._learner.name if self._learner else ""

    def take(self, learner: "Learner | None") -> None:
        """Let somebody learn, from the beginning; None for nobody."""
        self._learner = learner
        self.changed.emit()

    def rename(self, learner: "Learner") -> None:
        """Take the present learner's new name."""
        self._learner = learner
        self.renamed.emit()

    def call(
        self,
        work: "Callable[[Workspace, int], Outcome]",
        done: Callable[[Outcome], object],
        failed: Failed | None = None,
    ) -> None:
        """Have work done for the learner of that number; dropped once somebody else is learning.

        Nothing happens where nobody is.
        """
        if self._learner is None:
            return
        who = self._learner.id
        self._work.call(
            lambda workspace: work(workspace, who), partial(self._if_still, who, done), failed
        )

    def _if_still(self, who: int, done: Callable[[Outcome], object], outcome: Outcome) -> None:
        if self._learner is not None and self._learner.id == who:
            deliver(done, outcome)
