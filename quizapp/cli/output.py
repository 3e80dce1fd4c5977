"""Everything the commands print, and the only module that prints.

What stands on stdout is UTF-8 on every system and under every locale. Packs and names come from
strangers, so no control character of theirs reaches the terminal.
"""

import io
import json
import os
import sys
from typing import Any, TextIO

from quizapp.errors import QuizError
from quizapp.translation import tr


def prepare_streams() -> None:
    """UTF-8 in and out; what cannot be written or read is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        _use_utf8(stream, "backslashreplace")
    _use_utf8(sys.stdin, "replace")


def _use_utf8(stream: TextIO | None, errors: str) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors)


def visible(text: str) -> str:
    """`text` without control characters, which could command the terminal; line ends stay."""
    return "".join(char if char in "\n\t" or not _is_control(char) else "�" for char in text)


def _is_control(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f"


def line(text: str = "") -> None:
    """`text` on stdout, flushed."""
    _write(visible(text) + "\n")


def prompt(text: str) -> None:
    """`text` on stdout without a line end, flushed."""
    _write(text)


def document(value: object) -> None:
    """`value` as the one JSON document on stdout."""
    _write(json.dumps(_plain(value), ensure_ascii=False, indent=2) + "\n")


def event(value: object) -> None:
    """`value` as one line of JSON on stdout, flushed."""
    _write(json.dumps(_plain(value), ensure_ascii=False) + "\n")


def error(text: str) -> None:
    """`text` as one line on stderr."""
    _write_error("quizapp: " + " ".join(visible(text).split()) + "\n")


def note(text: str) -> None:
    """`text` on stderr for somebody who watches; nothing where stderr is no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        _write_error(visible(text) + "\n")


def flush() -> None:
    """What was printed is out; errors as in `line`."""
    _write("")


def close_quietly() -> None:
    """Nobody reads stdout any more: Python must not try to flush it at the end."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError:  # also io.UnsupportedOperation: not a real file, nothing to flush
            return


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    import msgspec

    return msgspec.to_builtins(value, str_keys=True)


def _write(text: str) -> None:
    # Without a console (pythonw) there is no stdout.
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as failure:
        close_quietly()
        raise QuizError(
            tr("The output could not be written: {reason}.").format(reason=failure.strerror),
            tr("What was done in the library is kept. Check where the output goes."),
        ) from failure


def _write_error(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody reads stderr: there is nowhere left to say so
        return
