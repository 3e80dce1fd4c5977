"""The real program, as `python -m quizapp` starts it, which says when it can be seen and used.

It reports `window` when the first window has been painted, `home` when the home page has been
filled and painted, and `kilobytes`, its resident memory then. It ends at once: the backup at the
close of the window is another matter.
"""

import os
import sys
from typing import TYPE_CHECKING, Any

from quizapp.cli import main

if TYPE_CHECKING:
    from quizapp.services.values import HomeView
    from quizapp.ui.page import Page


def look_over_its_shoulder() -> None:
    """Put watches on the application. Imports what the program imports for its first window."""
    from quizapp.ui import application, quiz_flow
    from tests.benchmarks.watch import Painted

    class Watched(application.Application):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            Painted(self.window, "window", _go_on)

    class WatchedQuizzes(quiz_flow.QuizFlow):
        def _make_home(self) -> "Page":
            from quizapp.ui.pages.home_page import HomePage

            fill = HomePage.show_home

            def show_home(page: HomePage, view: "HomeView") -> None:
                fill(page, view)
                Painted(self._window, "home", _leave)

            HomePage.show_home = show_home  # type: ignore[assignment, method-assign]
            return super()._make_home()

    application.Application = Watched  # type: ignore[assignment, misc]
    application.QuizFlow = WatchedQuizzes  # type: ignore[attr-defined]


def _go_on() -> None:
    """The home page is still to come."""


def _leave() -> None:
    from tests.benchmarks.process import kilobytes
    from tests.benchmarks.watch import report

    report("kilobytes", kilobytes("VmRSS"))
    os._exit(0)


if __name__ == "__main__":
    look_over_its_shoulder()
    sys.exit(main())
