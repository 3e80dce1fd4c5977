"""Texts that somebody has to judge: which wait for the teacher, and what a judgement changes."""

from collections.abc import Sequence

import msgspec

from quizapp.errors import QuizError
from quizapp.questions import AnyAnswer, AnyQuestion, Essay, EssayAnswer, grade
from quizapp.quizzes.attempt import Attempt
from quizapp.services.sittings import SittingReader
from quizapp.services.values import WaitingEssay
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.learner_store import LearnerStore
from quizapp.store.pack_store import PackStore
from quizapp.translation import tr

MAX_COMMENT_LENGTH = 4_000


def as_given(question: AnyQuestion, answer: AnyAnswer) -> AnyAnswer:
    """`answer` as a learner may give it: what the teacher judges they cannot judge themselves."""
    if isinstance(question, Essay) and isinstance(answer, EssayAnswer):
        judged = answer.judged if question.judged_by == "self" else None
        return EssayAnswer(text=answer.text, judged=judged)
    return answer


def waiting_essays(
    attempts: AttemptStore, packs: PackStore, learners: LearnerStore, reader: SittingReader
) -> tuple[WaitingEssay, ...]:
    """The texts that wait for the teacher, the oldest first."""
    names = {each.id: each.name for each in learners.all(archived=True)}
    titles = packs.titles()
    found = []
    for pending in attempts.pending():
        revision = pending.asked.revision
        question, answer = reader.question(packs, revision), pending.asked.answer
        if not isinstance(question, Essay) or not isinstance(answer, EssayAnswer):
            continue
        if question.judged_by == "teacher" and pending.asked.answered_at is not None:
            found.append(
                WaitingEssay(
                    attempt=pending.attempt,
                    position=pending.position,
                    learner=names[pending.learner],
                    pack=titles[reader.pack(revision)],
                    question=question,
                    answer=answer,
                    answered_at=pending.asked.answered_at,
                    media=reader.media(packs, [revision]).get(revision, {}),
                )
            )
    return tuple(found)


def judged_attempt(
    question: AnyQuestion, attempt: Attempt, position: int, judged: Sequence[float], comment: str
) -> Attempt:
    """The sitting after a judgement; `QuizError` where there is nothing to judge, or not so."""
    answer = attempt.asked[position].answer
    if not isinstance(question, Essay) or not isinstance(answer, EssayAnswer):
        raise QuizError(tr("There is no text to judge."), tr("Choose another answer."))
    if not attempt.asked[position].is_answered or (attempt.is_exam and not attempt.is_finished):
        raise QuizError(tr("This text is not handed in yet."), tr("Judge it later."))
    if problem := question.judged_problems(tuple(judged)):
        raise QuizError(problem, tr("Give points for each criterion."))
    if len(comment) > MAX_COMMENT_LENGTH:
        raise QuizError(
            tr("The comment has {n:,} characters.").format(n=len(comment)),
            tr("Keep it to {n:,}.").format(n=MAX_COMMENT_LENGTH),
        )
    after = msgspec.structs.replace(answer, judged=tuple(judged), comment=comment.strip())
    return attempt.judge(position, after, grade(question, after))
