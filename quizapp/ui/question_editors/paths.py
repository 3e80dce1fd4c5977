"""Paths into an entry: "options[1].text" is the text of the second option."""


def joined(outer: str, inner: str) -> str:
    """The path that `inner` has inside of what `outer` names."""
    between = "" if not outer or not inner or inner.startswith("[") else "."
    return f"{outer}{between}{inner}"


def first_step(path: str) -> tuple[str, str]:
    """The first name or number of a path, and the path from there: ("options", "[1].text")."""
    if path.startswith("["):
        step, _, rest = path.partition("]")
        return f"{step}]", rest.removeprefix(".")
    ends = [at for mark in ".[" if (at := path.find(mark)) >= 0]
    end = min(ends, default=len(path))
    return path[:end], path[end:].removeprefix(".")


def number_of(step: str) -> int | None:
    """The number, from 0, of a step into a list; None for a name."""
    digits = step.removeprefix("[").removesuffix("]")
    return int(digits) if step.startswith("[") and digits.isdecimal() else None
