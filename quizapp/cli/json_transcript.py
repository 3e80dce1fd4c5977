"""A sitting as lines of JSON, one an event, each flushed when it happens.

Positions count from 1 here, as in what people read.
"""

from datetime import datetime

from quizapp.cli import output, shown
from quizapp.errors import QuizError
from quizapp.questions import Essay, type_name
from quizapp.services.values import Feedback, Presented, Result, Sitting


class JsonTranscript:
    """Events for a program that plays; `go_on` is the command that goes on with the sitting."""

    def __init__(self, go_on: str) -> None:
        self._go_on = go_on

    def question(self, sitting: Sitting, shown_at: datetime) -> None:
        """Everything a player may see before answering."""
        presented, attempt = sitting.current, sitting.attempt
        question = presented.question
        self._tell(
            "question",
            presented,
            attempt=attempt.id,
            mode=attempt.blueprint.mode,
            count=len(sitting.questions),
            pack=presented.pack,
            type=type_name(question),
            topic=question.topic,
            difficulty=question.difficulty,
            points=question.points,
            as_of=question.as_of,
            stem=question.stem,
            prompt=shown.prompt(question, presented.layout),
            **shown.parts(question, presented.layout),
            how=shown.how(question),
            hints=len(question.hints),
            hints_used=presented.asked.hints_used,
            flagged=presented.asked.flagged,
            seconds_left=attempt.seconds_left(shown_at),
        )

    def invite(self) -> None:
        """A program needs no invitation."""

    def grade(self, presented: Presented, feedback: Feedback) -> None:
        """What the answer is worth, and why."""
        grade = feedback.grade
        self._tell(
            "grade",
            presented,
            score=grade.score,
            verdict=grade.verdict,
            points=grade.score * presented.asked.points,
            possible=presented.asked.points,
            given=feedback.given,
            key=feedback.key,
            parts=grade.parts,
            feedback=grade.feedback,
            explanation=feedback.explanation,
            evidence=feedback.evidence,
        )

    def to_judge(self, presented: Presented, question: Essay) -> None:
        """What a text is judged by."""
        self._tell(
            "judge",
            presented,
            model_answer=question.model_answer,
            rubric=[{"text": each.text, "points": each.points} for each in question.rubric],
        )

    def recorded(self, presented: Presented) -> None:
        """An answer of an exam."""
        self._tell("recorded", presented)

    def hint(self, presented: Presented, text: str) -> None:
        """The next hint."""
        self._tell("hint", presented, text=text)

    def flagged(self, presented: Presented, *, flagged: bool) -> None:
        """The mark of a question."""
        self._tell("flag", presented, flagged=flagged)

    def skipped(self, presented: Presented) -> None:
        """A question that waits."""
        self._tell("skip", presented)

    def unreadable(self, presented: Presented, error: QuizError) -> None:
        """The same question waits for another line."""
        self._tell("unreadable", presented, message=str(error))

    def notice(self, error: QuizError) -> None:
        """Something happened elsewhere."""
        output.event({"event": "notice", "message": str(error)})

    def summary(self, result: Result) -> None:
        """What the sitting came to; `missed` are ids of questions."""
        attempt = result.sitting.attempt
        questions = result.sitting.questions
        output.event(
            {
                "event": "summary",
                "attempt": attempt.id,
                "mode": attempt.blueprint.mode,
                "score": attempt.score,
                "points": sum(asked.earned for asked in attempt.asked),
                "possible": attempt.possible,
                "pending": attempt.pending,
                "count": len(questions),
                "answered": attempt.answered,
                "right": sum(topic.right for topic in result.topics),
                "seconds": result.seconds,
                "topics": result.topics,
                "missed": [
                    each.question.id for each in questions if each.asked.question in result.missed
                ],
            }
        )

    def left(self, sitting: Sitting) -> None:
        """The sitting is kept."""
        output.event(
            {
                "event": "left",
                "attempt": sitting.attempt.id,
                "position": sitting.attempt.position + 1,
                "count": len(sitting.questions),
                "answered": sitting.attempt.answered,
                "resume": self._go_on,
            }
        )

    def _tell(self, event: str, presented: Presented, **fields: object) -> None:
        place: dict[str, object] = {
            "event": event,
            "position": presented.position + 1,
            "id": presented.question.id,
        }
        output.event(place | fields)
