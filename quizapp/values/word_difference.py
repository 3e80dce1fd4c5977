"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

import msgspec

PieceKind = Literal["same", "removed", "inserted"]

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_COMPARISONS = 4_000_000
"""Words of the one text times words of the other; beyond it they are not compared word by word."""


class Piece(msgspec.Struct, frozen=True):
    """A run of words that both texts have, or only the one before or the one after."""

    kind: PieceKind
    text: str


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order, what was removed before what stands in its place.

    All but the inserted pieces make `before`, all but the removed ones `after`.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    removed = inserted = ""
    for same, gone, come in _runs(old, new):
        if same.strip() or (same and not (removed or inserted)):
            pieces += _changed(removed, inserted)
            removed = inserted = ""
            pieces.append(Piece("same", same))
        else:  # a space alone between two changes belongs to both
            removed, inserted = removed + same + gone, inserted + same + come
    return (*pieces, *_changed(removed, inserted))


def _changed(removed: str, inserted: str) -> list[Piece]:
    """What was taken away and what was put there; a space that both end with is the same."""
    ending = _shared_ending(removed, inserted)
    cut = len(ending)
    parts: tuple[tuple[PieceKind, str], ...] = (
        ("removed", removed[: len(removed) - cut]),
        ("inserted", inserted[: len(inserted) - cut]),
        ("same", ending),
    )
    return [Piece(kind, text) for kind, text in parts if text]


def _shared_ending(removed: str, inserted: str) -> str:
    ending = removed[len(removed.rstrip()) :]
    return ending if inserted.endswith(ending) else ""


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[str, str, str]]:
    """What is the same, or what is gone and what has come."""
    if len(old) * len(new) > _MOST_COMPARISONS:
        yield "", "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        yield (gone, "", "") if kind == "equal" else ("", gone, come)
