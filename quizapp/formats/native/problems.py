"""What a check says about a pack."""

from typing import Literal

import msgspec

from quizapp.packs import Pack

Severity = Literal["error", "advice"]


class PackProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Something to mend in a pack. `item` is the id of the fact or question, "" for the pack.

    `file` is a name to be shown: what cannot be printed in it is escaped.
    """

    file: str
    line: int
    item: str = ""
    field: str = ""
    message: str
    remedy: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        return " ".join(f"{self.file}:{self.line}: {self.message} {self.remedy}".split())


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a check: `pack` is None where there are errors."""

    pack: Pack | None
    problems: tuple[PackProblem, ...]

    @property
    def errors(self) -> tuple[PackProblem, ...]:
        """The problems that keep the pack out."""
        return tuple(each for each in self.problems if each.severity == "error")


def printable(name: str) -> str:
    """`name` in one line, with what cannot be printed written as in Python."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in name
    )
