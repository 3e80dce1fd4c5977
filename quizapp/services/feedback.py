"""What meets an answer, in a sitting and in the preview of those who write."""

from collections.abc import Iterable

from quizapp.facts import AnyFact
from quizapp.packs import Manifest, evidence_for
from quizapp.questions import AnyAnswer, AnyQuestion, answer_text
from quizapp.questions.base import Grade
from quizapp.questions.essay import Essay
from quizapp.services.values import Feedback


def feedback_on(
    question: AnyQuestion,
    answer: AnyAnswer,
    graded: Grade,
    facts: Iterable[tuple[AnyFact, Manifest]],
) -> Feedback:
    """The grade, the right answer beside the given one, why, and the facts as evidence."""
    return Feedback(
        grade=graded,
        given=answer_text(question, answer),
        key=question.key_text(),
        explanation=question.explanation,
        evidence=tuple(evidence_for(fact, manifest) for fact, manifest in facts),
        is_written=isinstance(question, Essay),
    )
