"""The course of a sitting at a terminal: which question, which line, what it does."""

import time
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol, cast

from quizapp.cli.commands import now
from quizapp.cli.lines import Lines
from quizapp.errors import AnswerUnreadableError, LibraryChangedError, QuizError
from quizapp.questions import AnyAnswer, Essay
from quizapp.quizzes import exam
from quizapp.services.values import Feedback, Presented, Result, Sitting
from quizapp.translation import tr

if TYPE_CHECKING:
    from quizapp.services.study import Study


_LATER = ("", "-")


class Transcript(Protocol):
    """Says what happens, in text or in JSON. Positions count from 0."""

    def question(self, sitting: Sitting, shown_at: datetime) -> None:
        """The question on the screen."""

    def invite(self) -> None:
        """A line is waited for."""

    def grade(self, presented: Presented, feedback: Feedback) -> None:
        """The answer to a question has been recorded and is worth this."""

    def to_judge(self, presented: Presented, question: Essay) -> None:
        """The learner is to say what their own text is worth."""

    def recorded(self, presented: Presented) -> None:
        """The answer to a question has been recorded; its grade comes at the end."""

    def hint(self, presented: Presented, text: str) -> None:
        """A hint was asked for."""

    def flagged(self, presented: Presented, *, flagged: bool) -> None:
        """The question was marked, or its mark taken away."""

    def skipped(self, presented: Presented) -> None:
        """The question waits."""

    def unreadable(self, presented: Presented, error: QuizError) -> None:
        """A line could not be read as an answer; nothing was recorded."""

    def notice(self, error: QuizError) -> None:
        """Something happened that the learner should know."""

    def summary(self, result: Result) -> None:
        """The sitting is over."""

    def left(self, sitting: Sitting) -> None:
        """The learner went away; the sitting can be gone on with."""


class Step(Enum):
    """What a line leads to."""

    SAME = auto()
    NEXT = auto()
    END = auto()
    LEAVE = auto()


class Course:
    """One sitting, from the question it stands at to its end, or until the learner leaves."""

    def __init__(
        self, study: "Study", lines: Lines, transcript: Transcript, sitting: Sitting
    ) -> None:
        self._study = study
        self._lines = lines
        self._transcript = transcript
        self._sitting = sitting
        self._shown_at = time.monotonic()
        self._signs = {
            "?": self._hint,
            "!": self._flag,
            "-": self._skip,
            ".": self._end,
            "q": self._leave,
        }

    def run(self) -> None:
        """Every answer is in the library before the transcript says so."""
        try:
            step = self._ask_all()
        except KeyboardInterrupt:
            self._transcript.left(self._sitting)
            raise
        if step is Step.LEAVE:
            self._transcript.left(self._sitting)
        else:
            self._sum_up()

    def _ask_all(self) -> Step:
        step = Step.NEXT
        while step is Step.NEXT and self._has_open_question():
            self._transcript.question(self._sitting, now())
            self._shown_at = time.monotonic()
            step = Step.SAME
            while step is Step.SAME:
                self._transcript.invite()
                step = self._take(self._lines.next())
        return step

    def _has_open_question(self) -> bool:
        """Whether there is something to ask; it is on the screen then."""
        attempt = self._sitting.attempt
        if attempt.is_finished or attempt.seconds_left(now()) == 0:
            return False
        if attempt.current.is_answered:
            place = attempt.next_open()
            if place is None:
                return False
            self._sitting = self._study.go_to(attempt.id, place)
        return True

    def _take(self, line: str | None) -> Step:
        """What `line` leads to; None is the end of the input."""
        if line is None:
            return Step.LEAVE
        presented = self._sitting.current
        try:
            sign = self._signs.get(line.strip().casefold())
            return sign() if sign else self._answer(line)
        except AnswerUnreadableError as error:
            self._transcript.unreadable(presented, error)
            return Step.SAME
        except LibraryChangedError as error:
            # Time is up, or another window was quicker: go on from what the library says now.
            self._transcript.notice(error)
            self._sitting = self._study.resume(self._sitting.attempt.id, now())
            return Step.NEXT

    def _seconds(self) -> float:
        """How long the question has been on the screen now."""
        return time.monotonic() - self._shown_at

    def _check_time(self) -> None:
        """`LibraryChangedError` where the time of an exam is up."""
        attempt = self._sitting.attempt
        if attempt.is_exam:
            exam.check_may_answer(attempt, attempt.position, now())

    def _answer(self, line: str) -> Step:
        presented = self._sitting.current
        answer = _read(presented, line)
        self._sitting, feedback = self._study.answer(
            self._sitting.attempt.id,
            presented.position,
            answer,
            seconds=self._seconds(),
            confidence=None,
            now=now(),
        )
        if feedback is None:
            self._transcript.recorded(presented)
        else:
            self._transcript.grade(presented, self._judged(presented, feedback))
        return Step.NEXT

    def _judged(self, presented: Presented, feedback: Feedback) -> Feedback:
        """The feedback once learners have judged their own text, which they may leave for later."""
        question = presented.question
        if not isinstance(question, Essay) or question.judged_by != "self":
            return feedback
        self._transcript.to_judge(presented, question)
        while feedback.is_pending:
            self._transcript.invite()
            line = self._lines.next()
            if line is None or line.strip() in _LATER:
                break
            try:
                points = question.read_judgement(line)
            except AnswerUnreadableError as error:
                self._transcript.unreadable(presented, error)
            else:
                feedback = self._save_judgement(presented.position, points) or feedback
        return feedback

    def _save_judgement(self, position: int, points: tuple[float, ...]) -> Feedback | None:
        attempt = self._sitting.attempt.id
        self._sitting, feedback = self._study.judge(attempt, position, points, "", now())
        return feedback

    def _hint(self) -> Step:
        presented = self._sitting.current
        hints, used = presented.question.hints, presented.asked.hints_used
        if used >= len(hints):
            raise AnswerUnreadableError(tr("There is no further hint for this question."))
        self._check_time()
        attempt = self._sitting.attempt
        self._sitting = self._study.use_hint(attempt.id, presented.position, now=now())
        self._transcript.hint(presented, hints[used])
        return Step.SAME

    def _flag(self) -> Step:
        presented = self._sitting.current
        self._check_time()
        flagged = not presented.asked.flagged
        attempt = self._sitting.attempt
        self._sitting = self._study.flag(attempt.id, presented.position, flagged=flagged, now=now())
        self._transcript.flagged(presented, flagged=flagged)
        return Step.SAME

    def _skip(self) -> Step:
        presented = self._sitting.current
        self._check_time()
        self._sitting = self._study.skip(
            self._sitting.attempt.id, presented.position, self._seconds(), now=now()
        )
        self._transcript.skipped(presented)
        return Step.NEXT

    def _end(self) -> Step:
        return Step.END

    def _leave(self) -> Step:
        return Step.LEAVE

    def _sum_up(self) -> None:
        attempt = self._sitting.attempt
        result = (
            self._study.result(attempt.id)
            if attempt.is_finished
            else self._study.finish(attempt.id, now())
        )
        if attempt.is_exam:
            for presented, feedback in zip(result.sitting.questions, result.feedback, strict=True):
                if feedback is not None:
                    self._transcript.grade(presented, feedback)
        self._transcript.summary(result)


def _read(presented: Presented, line: str) -> AnyAnswer:
    if not line.strip():
        raise AnswerUnreadableError(tr("There is nothing to check yet."), tr("Type an answer."))
    # A union of types has no common signature to check against.
    answer: AnyAnswer = cast("Any", presented.question).read_answer(line, presented.layout)
    return answer
