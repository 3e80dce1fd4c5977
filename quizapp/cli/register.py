"""`register`: a double click on a pack opens the window."""

import argparse

from quizapp.cli import output
from quizapp.cli.commands import DONE, Command, wants_json
from quizapp.translation import tr


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    summary = tr("let a double click on a pack open the window")
    return (Command("register", summary, _add_arguments, register),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help=tr("take that back"))


def register(arguments: argparse.Namespace) -> int:
    """Tell the desktop of this account about packs, or about them no more."""
    from quizapp.services import file_type

    done = file_type.unregister() if arguments.remove else file_type.register()
    if wants_json(arguments):
        files = [str(path) for path in done.files]
        output.document({"files": files, "missing": list(done.missing_tools)})
        return DONE
    for path in done.files:
        output.line(str(path))
    output.line(_words(is_removal=arguments.remove, has_files=bool(done.files)))
    for tool in done.missing_tools:
        output.error(
            tr("{tool} is not installed, so the desktop may notice this only later.").format(
                tool=tool
            )
        )
    return DONE


def _words(*, is_removal: bool, has_files: bool) -> str:
    if not is_removal:
        return tr("These files tell your desktop that quizapp opens .quizpack files.")
    if has_files:
        return tr("These files are removed.")
    return tr("Nothing was registered.")
