"""Lines as they are typed, or come from a script."""

from typing import TextIO

MAX_LINE = 100_000
"""Characters of a line that are kept: more than any answer has, less than any memory."""


class Lines:
    """The lines of `stream` one by one; no more of a line is held than `MAX_LINE`."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def are_typed(self) -> bool:
        """Whether a person at a terminal types them."""
        return self._stream is not None and self._stream.isatty()

    def next(self) -> str | None:
        """The next line without its end, waiting for it; None when there is none left."""
        if self._stream is None:  # started without a console
            return None
        line = self._stream.readline(MAX_LINE)
        if not line:
            return None
        rest = line
        while len(rest) == MAX_LINE and not rest.endswith("\n"):
            rest = self._stream.readline(MAX_LINE)
        return line.rstrip("\r\n")
