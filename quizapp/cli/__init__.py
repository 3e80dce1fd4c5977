"""The commands: everything a script, a test or a terminal needs, over the window's services.

Importing this is cheap. A command imports what it needs when it runs: Qt for the window alone.
"""

import itertools
import sys
from collections.abc import Callable, Sequence

from quizapp import __version__
from quizapp.cli import (
    check,
    learners,
    output,
    pack_files,
    packs,
    pin,
    play,
    register,
    safety,
    scores,
    window,
)
from quizapp.cli.commands import FAILED, WRONG_USAGE, Command, Parser, UsageError
from quizapp.errors import QuizError
from quizapp.translation import tr

INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells report a process that ended by SIGPIPE."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (the process's own without) and return the exit code.

    0 done, 1 a `QuizError` or problems found, 2 wrong usage, 130 interrupted.
    """
    try:
        output.prepare_streams()
        code = _run(sys.argv[1:] if argv is None else list(argv))
        output.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        output.close_quietly()
        return PIPE_CLOSED
    except QuizError as error:
        output.error(str(error))
        return FAILED
    except OSError as error:
        output.error(_system_sentence(error))
        return FAILED
    return code


def _run(argv: list[str]) -> int:
    _use_language()  # before the parser says its first word
    named = [command.name for command in _commands()]
    parser = window.make_parser() if window.names_files(argv, named) else _make_parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as ended:  # --help, --version or wrong usage: argparse has spoken
        return ended.code if isinstance(ended.code, int) else WRONG_USAGE
    try:
        _check_text(argv)
        code: int = arguments.run(arguments)
    except UsageError as error:
        output.error(str(error))
        return WRONG_USAGE
    return code


def _make_parser() -> Parser:
    parser = Parser(
        prog="quizapp",
        description=tr("Learn what an article says: its dates, figures and institutions."),
        epilog=tr("Without a command the window opens; with the FILE of a pack it imports it."),
    )
    parser.add_argument("--version", action="version", version=f"quizapp {__version__}")
    parser.set_defaults(run=window.run)
    subparsers = parser.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"))
    for command in _commands():
        _add(subparsers.add_parser, command)
    return parser


def _add(add_parser: Callable[..., Parser], command: Command) -> None:
    summary = command.summary
    added = add_parser(
        command.name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    command.add_arguments(added)
    added.set_defaults(run=command.run)


def _commands() -> tuple[Command, ...]:
    modules = (packs, pack_files, learners, check, play, scores, safety, register, pin)
    return tuple(itertools.chain.from_iterable(module.commands() for module in modules))


def _check_text(argv: list[str]) -> None:
    """Neither a library nor JSON could hold what is not text."""
    for argument in argv:
        if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in argument):
            raise UsageError(tr("“{argument}” is not text.").format(argument=argument))


def _use_language() -> None:
    from quizapp import settings, translation

    preferred = settings.load_preferences(settings.preferences_file()).language
    translation.use_language(preferred, settings.resources_folder() / "translations")


def _system_sentence(error: OSError) -> str:
    reason = error.strerror or str(error)
    said = f"{error.filename}: {reason}." if error.filename else f"{reason}."
    return said + " " + tr("Check the name, and that this account may use it.")
