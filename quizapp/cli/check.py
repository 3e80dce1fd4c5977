"""`check`: what an author has to mend in a pack."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli import output
from quizapp.cli.commands import DONE, FAILED, Command, wants_json
from quizapp.translation import tr, tr_n


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (Command("check", tr("find what is wrong in a pack"), _add_arguments, run),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", metavar="PACK", type=Path, help=tr("the pack's folder"))


def run(arguments: argparse.Namespace) -> int:
    """Name every problem with its place; advice alone does not fail the pack."""
    raise NotImplementedError
