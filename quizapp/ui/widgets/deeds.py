"""What can be done with several questions at once."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from quizapp.translation import tr


class Deed(StrEnum):
    """In the order in which they are offered."""

    TAG = "tag"
    MOVE = "move"
    DIFFICULTY = "difficulty"
    DUPLICATE = "duplicate"
    EXPORT = "export"
    RETIRE = "retire"
    BRING_BACK = "bring_back"


LEAVES_AS_IT_IS = frozenset({Deed.DUPLICATE, Deed.EXPORT})
"""Can be done with a pack that is not to be changed, too."""


class DeedLook(NamedTuple):
    """On a button there is less room than in a menu or a tool tip."""

    verb: str
    words: str
    icon_name: str


def deed_looks() -> Mapping[Deed, DeedLook]:
    """How each is shown."""
    return {
        Deed.TAG: DeedLook(tr("Tags…"), tr("Add or remove tags…"), "tag"),
        Deed.MOVE: DeedLook(tr("Move"), tr("Move to another pack"), "folder-input"),
        Deed.DIFFICULTY: DeedLook(tr("Difficulty"), tr("Set the difficulty"), "gauge"),
        Deed.DUPLICATE: DeedLook(tr("Duplicate"), tr("Duplicate"), "copy"),
        Deed.EXPORT: DeedLook(tr("Export…"), tr("Export these questions…"), "upload"),
        Deed.RETIRE: DeedLook(tr("Retire"), tr("Retire: ask them no more"), "archive"),
        Deed.BRING_BACK: DeedLook(
            tr("Bring back"), tr("Bring back: ask them again"), "archive-restore"
        ),
    }
