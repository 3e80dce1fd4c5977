"""`pin`: the way out for whoever owns this computer account and has forgotten the PIN."""

import argparse

from quizapp.cli import output
from quizapp.cli.commands import DONE, Command, wants_json
from quizapp.translation import tr


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    summary = tr("say whether a teacher's PIN locks the window, or remove it")
    return (Command("pin", summary, _add_arguments, pin),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--remove",
        action="store_true",
        help=tr("remove the PIN without asking for it: this computer account is yours"),
    )


def pin(arguments: argparse.Namespace) -> int:
    """Tell of the PIN; with `--remove` take it away and say so."""
    import msgspec

    from quizapp import settings

    path = settings.preferences_file()
    preferences = settings.load_preferences(path)
    is_set = preferences.pin is not None
    if arguments.remove and is_set:
        settings.save_preferences(msgspec.structs.replace(preferences, pin=None), path)
    if wants_json(arguments):
        output.document({"pin": is_set and not arguments.remove})
    else:
        output.line(_words(is_set=is_set, is_removal=arguments.remove))
    return DONE


def _words(*, is_set: bool, is_removal: bool) -> str:
    if not is_set:
        return tr("There is no PIN: nothing is locked.")
    if is_removal:
        return tr("The PIN was removed, without asking for it. Nothing is locked any more.")
    return tr("A PIN locks the settings and the pages for authors in the window.")
