"""What a learner asked to be quizzed on."""

import secrets
from typing import Literal

import msgspec

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.values.topics import Topic

Mode = Literal["practice", "exam"]
MODES: tuple[Mode, ...] = ("practice", "exam")

DEFAULT_COUNT = 10
MAX_COUNT = 200
MAX_TIME_LIMIT = 24 * 60 * 60


SEED_BITS = 48
"""So many that every JSON reader keeps a seed exact."""


def new_seed() -> int:
    """A seed for a sitting like no other."""
    return secrets.randbits(SEED_BITS)


class Blueprint(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which questions, how many, how. Empty filters let everything through.

    `questions` names questions of the bank by their number and overrides the filters; `time_limit`
    is in seconds and for exams; the same bank, learner's record and `seed` give the same sitting.
    """

    seed: int
    mode: Mode = "practice"
    count: int = DEFAULT_COUNT
    packs: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    types: tuple[str, ...] = ()
    difficulties: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()
    time_limit: int | None = None

    def checked(self) -> "Blueprint":
        """The blueprint itself; `QuizError` where a sitting cannot be made of it."""
        if not 1 <= self.count <= MAX_COUNT:
            raise QuizError(
                tr("A quiz of {n} questions cannot be made.").format(n=self.count),
                tr("Choose 1 to {n}.").format(n=MAX_COUNT),
            )
        if self.time_limit is not None and not 1 <= self.time_limit <= MAX_TIME_LIMIT:
            raise QuizError(
                tr("A time limit of {n} seconds cannot be set.").format(n=self.time_limit),
                tr("Choose at most 24 hours, or none."),
            )
        return self
