"""Names for files and entries, made from what a person wrote."""

import re
from collections.abc import Container

from quizapp.values.folding import fold

MAX_SLUG_LENGTH = 60


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


def free_name(name: str, taken: Container[str]) -> str:
    """`name`, or the first of `name-2`, `name-3` … that is not `taken`."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
