"""`backup`, `restore`, `verify`: keeping the library safe."""

import argparse
from pathlib import Path

from quizapp.cli import output
from quizapp.cli.commands import (
    DONE,
    FAILED,
    Command,
    file_path,
    location,
    no_arguments,
    now,
    open_workspace,
    wants_json,
)
from quizapp.translation import tr


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (
        Command("backup", tr("copy the library to a safe place"), _add_backup, backup),
        Command("restore", tr("put a backup in the library's place"), _add_restore, restore),
        Command("verify", tr("look whether the library is sound"), no_arguments, verify),
    )


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=file_path,
        help=tr("where to (otherwise the library's own backups)"),
    )


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=file_path, help=tr("a backup"))


def backup(arguments: argparse.Namespace) -> int:
    """Copy the library; the copy is verified."""
    with open_workspace(arguments) as workspace:
        made = workspace.library.backup(arguments.output, now())
    if wants_json(arguments):
        output.document({"backup": str(made)})
    else:
        output.line(tr("The library was backed up to {file}.").format(file=made))
    return DONE


def restore(arguments: argparse.Namespace) -> int:
    """Put a sound backup in the library's place, which may be missing or damaged."""
    from quizapp.services import library

    place = location(arguments)
    kept: Path | None = library.restore(place, arguments.file, now())
    if kept is not None and not kept.exists():
        kept = None
    if wants_json(arguments):
        document = {"library": place, "restored": str(arguments.file)}
        output.document(document | {"kept": str(kept) if kept else None})
        return DONE
    output.line(tr("The library is now as in {file}.").format(file=arguments.file))
    if kept:
        output.line(tr("What it replaced is kept in {file}.").format(file=kept))
    return DONE


def verify(arguments: argparse.Namespace) -> int:
    """Name what is wrong with the library, also where it is too damaged to open."""
    from quizapp.services import library

    place = location(arguments)
    problems = library.verify(place)
    if wants_json(arguments):
        output.document({"library": place, "sound": not problems, "problems": problems})
    elif problems:
        for problem in problems:
            output.line(problem)
        output.line(tr("Put a backup in its place with: quizapp restore FILE"))
    else:
        output.line(tr("The library is sound."))
    return FAILED if problems else DONE
