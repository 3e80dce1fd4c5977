"""What answers and ends of sittings leave in a learner's record."""

from datetime import datetime

from quizapp.questions.base import Verdict
from quizapp.quizzes.attempt import Asked, Attempt, Confidence
from quizapp.quizzes.review import Memory, rating_of, remembered
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.memory_store import MemoryStore

QUICK = 0.8
"""An answer is quick when it took less than this share of the mean for the question."""


def remember(
    memories: MemoryStore, attempts: AttemptStore, attempt: Attempt, position: int
) -> None:
    """Let the answer at `position`, if there is one that has been judged, count as a recall."""
    asked = attempt.asked[position]
    if asked.is_answered and not asked.is_pending:
        before = memories.get(attempt.learner, asked.question)
        after = _after(before, attempts, attempt.id, asked)
        memories.put(attempt.learner, asked.question, after)


def remember_anew(
    memories: MemoryStore, attempts: AttemptStore, learner: int, question: int
) -> None:
    """Make the memory of a question from all answers to it, one of which was judged anew.

    A judgement may come after later answers, and may be changed: what was learned from them then
    follows from the whole course, as if it had been known at once.
    """
    memory: Memory | None = None
    for attempt, asked in attempts.scored_answers(learner, question):
        memory = _after(memory, attempts, attempt, asked)
    if memory is not None:
        memories.put(learner, question, memory)


def _after(before: Memory | None, attempts: AttemptStore, attempt: int, asked: Asked) -> Memory:
    """The memory after an answer that has been judged."""
    if asked.grade is None or asked.answered_at is None:
        raise ValueError("only an answer can be remembered")
    sure = asked.confidence is Confidence.SURE and asked.grade.verdict is Verdict.RIGHT
    # Only a sure answer can be an easy one: the others need no look at the usual time.
    usual = attempts.typical_seconds(asked.question, attempt) if sure else None
    rating = rating_of(
        asked.grade,
        hints_used=asked.hints_used,
        sure=sure,
        quick=usual is not None and asked.seconds < QUICK * usual,
    )
    return remembered(before, rating, asked.answered_at)


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
