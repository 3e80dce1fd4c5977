"""Whether a window can be opened here; looked at before Qt, which would end the process."""

import os
import sys
from collections.abc import Mapping

from quizapp.errors import DisplayError
from quizapp.system_libraries import explain_missing, find_missing_for_window, has_display
from quizapp.translation import tr


def check_display(environment: Mapping[str, str] = os.environ) -> None:
    """`DisplayError` where there is no display, or Qt lacks a library of the system."""
    if not sys.platform.startswith("linux"):
        return
    if not has_display(environment):
        raise DisplayError(
            tr("There is no display to open a window on."),
            tr("Start quizapp from a desktop, or use its commands: quizapp --help."),
        )
    if missing := find_missing_for_window(environment):
        raise DisplayError(explain_missing(missing))
