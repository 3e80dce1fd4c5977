"""What all commands have in common: their form, their options, the library they work on."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.cli import output
from quizapp.errors import QuizError
from quizapp.translation import tr

if TYPE_CHECKING:
    from quizapp.people import Learner
    from quizapp.services.workspace import Workspace

DONE = 0
FAILED = 1
WRONG_USAGE = 2


class UsageError(Exception):
    """The command was not written as it should be; found after its arguments were parsed."""


class Command(NamedTuple):
    """A command: `run` gives the exit code, and raises `QuizError` or `UsageError`."""

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """A parser that takes `--library` and `--json`, and no abbreviated options."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, allow_abbrev=False)  # type: ignore[arg-type]
        # Left out when not given, so that a subcommand does not undo what stood before it.
        self.add_argument(
            "--library",
            metavar="FILE_OR_URL",
            default=argparse.SUPPRESS,
            help=tr("the library to use (otherwise QUIZAPP_LIBRARY, or the usual one)"),
        )
        self.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help=tr("print JSON and nothing else on stdout"),
        )


def file_path(text: str) -> Path:
    """The path of a file; `.`, `/` and nothing at all name none."""
    path = Path(text)
    if not path.name:
        raise argparse.ArgumentTypeError(tr("“{text}” names no file").format(text=text))
    return path


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """For commands without arguments of their own."""
    del parser


def wants_json(arguments: argparse.Namespace) -> bool:
    """Whether `--json` was given."""
    return bool(getattr(arguments, "json", False))


def now() -> datetime:
    """The moment of the call, in UTC."""
    return datetime.now(UTC)


def location(arguments: argparse.Namespace) -> str:
    """The library that the command works on."""
    from quizapp import settings

    preferences = settings.load_preferences(settings.preferences_file())
    return settings.library_location(getattr(arguments, "library", ""), preferences)


@contextmanager
def open_workspace(arguments: argparse.Namespace, *, create: bool = False) -> Iterator["Workspace"]:
    """The services on the library; `LibraryMissingError` where there is none and not `create`."""
    from quizapp.services.workspace import Workspace

    workspace = Workspace.open(location(arguments), create=create)
    try:
        yield workspace
    finally:
        workspace.close()


def install_bundled(workspace: "Workspace") -> None:
    """The bundled packs are in the library, as after opening the window.

    Those that cannot be used are told of on stderr.
    """
    for pack in workspace.library.install_bundled(now(), _report).refused:
        output.error(str(pack.error))


def _report(done: int, total: int, words: str) -> None:
    if done == 0 and total:
        output.note(words)


def find_learner(workspace: "Workspace", name: str) -> "Learner":
    """The learner called `name`, archived or not; `QuizError` where there is none."""
    from quizapp.people import name_key

    for learner in workspace.study.learners(archived=True):
        if name_key(learner.name) == name_key(name):
            return learner
    raise QuizError(
        tr("There is no learner called “{name}”.").format(name=name),
        tr("See who there is with: quizapp learners --all"),
    )
