"""No command: the window opens, and what packs are named are imported there."""

import argparse
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from quizapp.cli.commands import Parser, UsageError, location, wants_json
from quizapp.errors import PackError
from quizapp.translation import tr
from quizapp.ui.pack_files import ENDING, is_pack


def names_files(argv: Sequence[str], commands: Collection[str]) -> bool:
    """Whether `argv` names files where a command could stand; a command is never taken for one."""
    first = next(_positionals(argv), "")
    if not first or first in commands:
        return False
    path, is_path = Path(first), any(mark in first for mark in ("/", os.sep))
    return is_path or path.suffix.lower() == ENDING or path.exists()


def make_parser() -> Parser:
    """The parser for `quizapp FILE…`."""
    parser = Parser(prog="quizapp")
    parser.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help=tr("a pack to import in the window")
    )
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Open the window and give the exit code when it is closed."""
    if wants_json(arguments):
        raise UsageError(tr("--json needs a command. See them with: quizapp --help"))
    given = _packs(getattr(arguments, "files", ()))
    from quizapp.ui.display import check_display

    check_display()
    # The one place where a command imports Qt.
    from quizapp.ui.application import run as run_application

    return run_application(location(arguments), given)


def _packs(files: Iterable[Path]) -> list[Path]:
    """The files, made absolute; `PackError` for one that cannot be a pack."""
    packs = [path.absolute() for path in files]
    for path in packs:
        if not path.exists():
            raise PackError(tr("There is no file {path}.").format(path=path), tr("Check its name."))
        if not is_pack(path):
            raise PackError(
                tr("{path} is no pack.").format(path=path),
                tr("A pack is a file that ends in .quizpack, or a folder with a pack.yaml."),
            )
    return packs


def _positionals(argv: Sequence[str]) -> Iterator[str]:
    """What stands in `argv` beside the options that all commands share."""
    rest = iter(argv)
    for each in rest:
        if each == "--library":
            next(rest, None)
        elif each == "--" or not each.startswith("-"):
            yield each if each != "--" else next(rest, "")
