"""Names for files and entries, made from what a person wrote."""

import re
from collections.abc import Container, Iterator
from itertools import count

from quizapp.values.folding import fold

MAX_SLUG_LENGTH = 60
MAX_NAME_LENGTH = 80
"""How long the id of anything in a pack may be."""


def slug(text: str, fallback: str) -> str:
    """`text` in lower-case letters, digits and hyphens; `fallback` where none of those is in it.

    It ends with a whole word where that is possible.
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:MAX_SLUG_LENGTH]
        if len(longer) > MAX_SLUG_LENGTH:
            break
        made = longer
    return made or fallback


def numbered(name: str, longest: int = MAX_NAME_LENGTH) -> Iterator[str]:
    """`name`, then `name-2`, `name-3` … without end, cut so that these are not too long."""
    yield name
    for number in count(2):
        ending = f"-{number}"
        yield name[: longest - len(ending)].rstrip("-") + ending


def free_name(name: str, taken: Container[str], longest: int = MAX_NAME_LENGTH) -> str:
    """`name`, or the first of `name-2`, `name-3` … that is not `taken`; see `numbered`."""
    return next(each for each in numbered(name, longest) if each not in taken)
