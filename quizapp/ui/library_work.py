"""Work on the open library, done off the window's thread."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from quizapp.errors import QuizError
from quizapp.ui.library_session import LibrarySession
from quizapp.ui.tasks import Progress, Task, TaskRunner

if TYPE_CHECKING:
    from quizapp.services.workspace import Workspace

Outcome = TypeVar("Outcome")
Failed = Callable[[Exception], object]


class LibraryWork:
    """How flows have something done: by the one worker, with the `Workspace` that is open.

    What comes of it is left out once the page that asked is gone, as `TaskRunner` does. Without
    `failed` a failure is told by `show_failure`; that no library is open is one as well.
    """

    def __init__(self, session: LibrarySession, runner: TaskRunner, show_failure: Failed) -> None:
        self._session = session
        self._runner = runner
        self._show_failure = show_failure

    def call(
        self,
        work: "Callable[[Workspace], Outcome]",
        done: Callable[[Outcome], object],
        failed: Failed | None = None,
    ) -> None:
        """Do short work."""
        failed = failed or self._show_failure
        try:
            workspace = self._session.workspace
        except QuizError as error:
            failed(error)
        else:
            self._runner.call(partial(work, workspace), done, failed)

    def run(
        self,
        work: "Callable[[Workspace, Task], Outcome]",
        done: Callable[[Outcome], object],
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> Task | None:
        """Do long work, which can be cancelled and tells how far it is."""
        failed = failed or self._show_failure
        try:
            workspace = self._session.workspace
        except QuizError as error:
            failed(error)
            return None
        bound: Callable[[Task], Any] = partial(work, workspace)
        return self._runner.run(bound, done, failed, progress)
