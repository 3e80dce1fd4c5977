"""No command: the window opens."""

import argparse

from quizapp.cli.commands import UsageError, location, wants_json
from quizapp.translation import tr


def run(arguments: argparse.Namespace) -> int:
    """Open the window and give the exit code when it is closed."""
    if wants_json(arguments):
        raise UsageError(tr("--json needs a command. See them with: quizapp --help"))
    from quizapp.ui.display import check_display

    check_display()
    # The one place where a command imports Qt.
    from quizapp.ui.application import run as run_application

    return run_application(location(arguments))
