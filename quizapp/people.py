"""The people who learn."""

from datetime import datetime

import msgspec

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.values.folding import MAX_ANSWER_LENGTH, clean

MAX_NAME_LENGTH = 60


class Learner(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who learns. `joined_at` is UTC; an archived learner keeps every record."""

    id: int
    name: str
    joined_at: datetime
    archived: bool = False


def learner_name(typed: str) -> str:
    """The name to keep for what was typed; `QuizError` where it is empty or too long."""
    name = _looked_at(typed)
    if not name:
        raise QuizError(tr("The name is empty."), tr("Type the name to learn under."))
    if len(name) > MAX_NAME_LENGTH:
        raise QuizError(
            tr("The name has {n} characters.").format(n=len(name)),
            tr("Use at most {n}.").format(n=MAX_NAME_LENGTH),
        )
    return name


def name_key(name: str) -> str:
    """What two names share when they are taken for the same: case and spaces do not count."""
    return _looked_at(name).casefold()


def _looked_at(typed: str) -> str:
    # Marks that combine take a time to order that grows with the square of their number.
    return clean(typed[:MAX_ANSWER_LENGTH])
