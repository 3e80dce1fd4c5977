"""The course of one sitting.

An `Attempt` never changes: each method gives the attempt that follows. What may be done when
differs between practice and exam; `practice.py` and `exam.py` say how.
"""

from datetime import datetime, timedelta
from enum import IntEnum

import msgspec

from quizapp.errors import QuizError
from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade
from quizapp.quizzes.blueprint import Blueprint
from quizapp.translation import tr

MAX_SECONDS = 3600
"""No answer counts as having taken longer: somebody went away."""


class Confidence(IntEnum):
    """How sure a learner said to be."""

    GUESS = 1
    UNSURE = 2
    SURE = 3


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a sitting and what became of it.

    `question` and `revision` are the bank's numbers; `seed` orders its options; `seconds` is the
    time on the screen, all visits together; `answered_at` is UTC. An `answer` without a `grade` is
    a draft: kept while it is written, worth nothing.
    """

    question: int
    revision: int
    seed: int
    points: float
    answer: AnyAnswer | None = None
    grade: Grade | None = None
    answered_at: datetime | None = None
    seconds: float = 0
    confidence: Confidence | None = None
    hints_used: int = 0
    skipped: bool = False
    flagged: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether there is a graded answer."""
        return self.grade is not None

    @property
    def is_pending(self) -> bool:
        """Whether the answer has yet to be judged."""
        return self.grade is not None and self.grade.is_pending

    @property
    def earned(self) -> float:
        """Points earned so far."""
        return self.grade.score * self.points if self.grade else 0.0

    @property
    def possible(self) -> float:
        """Points that could be earned; none while it is not known what the answer is worth."""
        return 0.0 if self.is_pending else self.points

    def seconds_with(self, visit: float) -> float:
        """The time on the screen after a visit of so many seconds."""
        return min(self.seconds + max(visit, 0.0), MAX_SECONDS)


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One sitting. `position` is the question on the screen, from 0. Times are UTC."""

    id: int
    learner: int
    blueprint: Blueprint
    started_at: datetime
    asked: tuple[Asked, ...]
    position: int = 0
    finished_at: datetime | None = None

    @property
    def is_exam(self) -> bool:
        """Whether feedback waits for the end."""
        return self.blueprint.mode == "exam"

    @property
    def is_finished(self) -> bool:
        """Whether the sitting is over."""
        return self.finished_at is not None

    @property
    def current(self) -> Asked:
        """The question on the screen."""
        return self.asked[self.position]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(asked.is_answered for asked in self.asked)

    @property
    def pending(self) -> int:
        """How many answers have yet to be judged."""
        return sum(asked.is_pending for asked in self.asked)

    @property
    def possible(self) -> float:
        """The points of all questions but those whose answers have yet to be judged."""
        return sum(asked.possible for asked in self.asked)

    @property
    def score(self) -> float:
        """The share of the possible points that was earned, 0…1; what was not answered earned
        none.
        """
        total = self.possible
        return sum(asked.earned for asked in self.asked) / total if total else 0.0

    @property
    def deadline(self) -> datetime | None:
        """When an exam with a time limit ends."""
        limit = self.blueprint.time_limit
        return None if limit is None else self.started_at + timedelta(seconds=limit)

    def present(self, now: datetime) -> datetime:
        """`now`, but never before the start or an answer: a clock that is set back gives no time
        for them again.
        """
        given = [asked.answered_at for asked in self.asked if asked.answered_at]
        return max(now, self.started_at, *given)

    def seconds_left(self, now: datetime) -> float | None:
        """Time left at `now`, from 0 to the limit; None without one."""
        if self.deadline is None:
            return None
        return max((self.deadline - self.present(now)).total_seconds(), 0.0)

    def is_over(self, now: datetime) -> bool:
        """Whether the sitting was finished, or is an exam whose time is up at `now`."""
        return self.is_finished or (self.is_exam and self.seconds_left(now) == 0)

    def next_open(self) -> int | None:
        """The next question to ask after this one: an untouched one, then a skipped one."""
        places = [*range(self.position + 1, len(self.asked)), *range(self.position + 1)]
        opened = [place for place in places if not self.asked[place].is_answered]
        fresh = [place for place in opened if not self.asked[place].skipped]
        return next(iter(fresh or opened), None)

    def check_position(self, position: int) -> None:
        """`QuizError` where the sitting has no such question."""
        if not 0 <= position < len(self.asked):
            raise QuizError(
                tr("This quiz has no question {n}.").format(n=position + 1),
                tr("Choose 1 to {n}.").format(n=len(self.asked)),
            )

    def at(self, position: int) -> "Attempt":
        """With the question at `position` on the screen."""
        self.check_position(position)
        return msgspec.structs.replace(self, position=position)

    def with_asked(self, position: int, asked: Asked) -> "Attempt":
        """With the question at `position` replaced."""
        self.check_position(position)
        questions = (*self.asked[:position], asked, *self.asked[position + 1 :])
        return msgspec.structs.replace(self, asked=questions)

    def answer(
        self,
        position: int,
        answer: AnyAnswer,
        grade: Grade,
        *,
        at: datetime,
        seconds: float,
        confidence: Confidence | None = None,
    ) -> "Attempt":
        """With an answer to the question at `position`, which then is on the screen.

        `seconds` is the time of this visit. An answer that stays as it was keeps its moment.
        """
        self.check_position(position)
        before = self.asked[position]
        is_same = before.answer == answer and before.answered_at is not None
        asked = msgspec.structs.replace(
            before,
            answer=answer,
            grade=grade,
            answered_at=before.answered_at if is_same else self.present(at),
            seconds=before.seconds_with(seconds),
            confidence=confidence,
            skipped=False,
        )
        return self.with_asked(position, asked).at(position)

    def keep(self, position: int, draft: AnyAnswer) -> "Attempt":
        """With a draft of the answer at `position`; nothing changes after the answer."""
        self.check_position(position)
        before = self.asked[position]
        if before.is_answered:
            return self
        return self.with_asked(position, msgspec.structs.replace(before, answer=draft))

    def judge(self, position: int, answer: AnyAnswer, grade: Grade) -> "Attempt":
        """With the answer at `position` judged; everything else about it stays as it was."""
        self.check_position(position)
        judged = msgspec.structs.replace(self.asked[position], answer=answer, grade=grade)
        return self.with_asked(position, judged)

    def skip(self, position: int, seconds: float = 0.0) -> "Attempt":
        """With the question at `position` left for later and the next open one on the screen.

        `seconds` is the time of this visit. What is answered cannot be skipped: nothing changes.
        """
        self.check_position(position)
        before = self.asked[position]
        if before.is_answered:
            return self
        asked = msgspec.structs.replace(before, skipped=True, seconds=before.seconds_with(seconds))
        skipped = self.with_asked(position, asked).at(position)
        following = skipped.next_open()
        return skipped if following is None else skipped.at(following)

    def flag(self, position: int, *, flagged: bool) -> "Attempt":
        """With a mark at the question at `position`, or without it."""
        self.check_position(position)
        asked = msgspec.structs.replace(self.asked[position], flagged=flagged)
        return self.with_asked(position, asked)

    def use_hint(self, position: int, available: int) -> "Attempt":
        """With one more of the `available` hints seen; nothing changes when all were, or after
        the answer.
        """
        self.check_position(position)
        before = self.asked[position]
        if before.is_answered or before.hints_used >= available:
            return self
        asked = msgspec.structs.replace(before, hints_used=before.hints_used + 1)
        return self.with_asked(position, asked)

    def finish(self, at: datetime) -> "Attempt":
        """Over at `at`, or at the deadline where that was earlier."""
        end = self.present(at)
        return msgspec.structs.replace(
            self, finished_at=min(end, self.deadline) if self.deadline else end
        )
