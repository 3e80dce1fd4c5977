"""What answers and ends of sittings leave in a learner's record."""

from datetime import datetime

from quizapp.questions.base import Verdict
from quizapp.quizzes.attempt import Attempt, Confidence
from quizapp.quizzes.review import rating_of, remembered
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.memory_store import MemoryStore

QUICK = 0.8
"""An answer is quick when it took less than this share of the mean for the question."""


def remember(
    memories: MemoryStore, attempts: AttemptStore, attempt: Attempt, position: int
) -> None:
    """Let the answer at `position`, if there is one, count as a recall."""
    asked = attempt.asked[position]
    if asked.grade is None or asked.answered_at is None:
        return
    sure = asked.confidence is Confidence.SURE and asked.grade.verdict is Verdict.RIGHT
    # Only a sure answer can be an easy one: the others need no look at the usual time.
    usual = attempts.typical_seconds(asked.question, attempt.id) if sure else None
    rating = rating_of(
        asked.grade,
        hints_used=asked.hints_used,
        sure=sure,
        quick=usual is not None and asked.seconds < QUICK * usual,
    )
    before = memories.get(attempt.learner, asked.question)
    memories.put(attempt.learner, asked.question, remembered(before, rating, asked.answered_at))


def finish(
    memories: MemoryStore, attempts: AttemptStore, attempt: Attempt, now: datetime
) -> Attempt:
    """The sitting, ended and saved; it was open."""
    over = attempt.finish(now)
    if over.is_exam:
        # Answers of an exam can change until its end: only then do they count as recalled.
        for position in range(len(over.asked)):
            remember(memories, attempts, over, position)
    attempts.save(attempt, over)
    return over


def finish_overdue(database: Database, learner: int, now: datetime) -> None:
    """End the learner's exams whose time is up, at their deadlines, all in one transaction.

    To be called before a record is read: nobody may have been there when the time ran out.
    """
    with database.reading() as connection:
        if not AttemptStore(connection).overdue(learner, now):
            return
    with database.writing() as connection:
        attempts = AttemptStore(connection)
        # Asked once more: another window may have been quicker.
        for number in attempts.overdue(learner, now):
            if attempt := attempts.get(number):
                finish(MemoryStore(connection), attempts, attempt, now)
