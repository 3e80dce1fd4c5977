"""A sitting as text for the person at the terminal."""

from datetime import datetime

from quizapp.cli import output, shown
from quizapp.cli.words import points, verdict_word
from quizapp.errors import QuizError
from quizapp.packs import Evidence
from quizapp.questions import Essay
from quizapp.questions.base import PartResult
from quizapp.services.values import Feedback, Presented, Result, Sitting
from quizapp.translation import tr
from quizapp.values.shares import percent_words
from quizapp.values.topics import topic_word


class TextTranscript:
    """Lines to read; `go_on` is the command that goes on with the sitting."""

    def __init__(self, go_on: str) -> None:
        self._go_on = go_on
        self._has_told_signs = False

    def question(self, sitting: Sitting, shown_at: datetime) -> None:
        """The stem, what there is to choose from, and how to answer."""
        self._tell_signs()
        presented = sitting.current
        question = presented.question
        output.line()
        output.line(self._heading(sitting, shown_at))
        output.line(shown.plain(question.stem))
        for line in shown.prompt(question, presented.layout):
            output.line(f"  {line}")
        output.line(shown.how(question))
        for hint in question.hints[: presented.asked.hints_used]:
            self.hint(presented, hint)

    def _heading(self, sitting: Sitting, shown_at: datetime) -> str:
        presented = sitting.current
        words = [
            tr("Question {n} of {count}").format(
                n=presented.position + 1, count=len(sitting.questions)
            ),
            topic_word(presented.question.topic),
        ]
        if presented.asked.flagged:
            words.append(tr("flagged"))
        left = sitting.attempt.seconds_left(shown_at)
        if left is not None:
            minutes, seconds = divmod(round(left), 60)
            words.append(tr("{time} left").format(time=f"{minutes}:{seconds:02}"))
        return " · ".join(words)

    def _tell_signs(self) -> None:
        if not self._has_told_signs:
            output.line(tr("? hint · ! flag · - skip · . finish now · q leave and keep"))
        self._has_told_signs = True

    def invite(self) -> None:
        """The sign that a line is waited for."""
        output.prompt("> ")

    def grade(self, presented: Presented, feedback: Feedback) -> None:
        """Verdict, right answer, why, and the fact with its source."""
        grade = feedback.grade
        asked = presented.asked.points
        earned = tr("{points} of {possible} points").format(
            points=points(grade.score * asked), possible=points(asked)
        )
        number = tr("Question {n}").format(n=presented.position + 1)
        output.line(f"{number}: {verdict_word(grade.verdict)} {earned}")
        output.line("  " + tr("Your answer: {text}").format(text=shown.plain(feedback.given)))
        if grade.score < 1:
            for part in grade.parts:
                self._part(part)
            self._key(feedback)
        for text in (*grade.feedback, feedback.explanation):
            if text:
                output.line(f"  {shown.plain(text)}")
        for evidence in feedback.evidence:
            self._evidence(evidence)

    def _key(self, feedback: Feedback) -> None:
        label = tr("Right answer: {text}")
        if feedback.is_written:
            label = tr("Model answer: {text}")
        if feedback.key:
            output.line("  " + label.format(text=shown.plain(feedback.key)))

    def to_judge(self, presented: Presented, question: Essay) -> None:
        """The model answer, and what to give points for."""
        output.line(tr("Model answer: {text}").format(text=shown.plain(question.model_answer)))
        output.line(tr("How much of this is in your answer?"))
        for criterion in question.rubric:
            worth = tr("up to {points} points").format(points=points(criterion.points))
            output.line(f"  {criterion.text} ({worth})")
        example = ",".join(points(criterion.points) for criterion in question.rubric)
        words = tr("Type the points with commas between, such as {example}, or Enter for later.")
        output.line(words.format(example=example))

    def _part(self, part: PartResult) -> None:
        if part.score < 1:
            given = part.given or "…"
            output.line(f"    {shown.plain(part.label)}: {given} → {part.expected}")

    def _evidence(self, evidence: Evidence) -> None:
        source = [evidence.article, evidence.section, *evidence.references]
        if evidence.as_of:
            source.append(tr("as of {date}").format(date=evidence.as_of_text()))
        if evidence.attributed_to:
            source.append(tr("according to {who}").format(who=evidence.attributed_to))
        output.line(
            "  " + tr("Fact: {statement}").format(statement=shown.plain(evidence.statement))
        )
        output.line("    " + " · ".join(filter(None, source)))

    def recorded(self, presented: Presented) -> None:
        """An answer of an exam."""
        del presented
        output.line(tr("Your answer is kept."))

    def hint(self, presented: Presented, text: str) -> None:
        """The next hint."""
        del presented
        output.line(tr("Hint: {text}").format(text=shown.plain(text)))

    def flagged(self, presented: Presented, *, flagged: bool) -> None:
        """The mark of a question."""
        del presented
        output.line(tr("Flagged.") if flagged else tr("No longer flagged."))

    def skipped(self, presented: Presented) -> None:
        """A question that waits."""
        del presented
        output.line(tr("Skipped; it comes again later."))

    def unreadable(self, presented: Presented, error: QuizError) -> None:
        """The same question waits for another line."""
        del presented
        output.line(str(error))

    def notice(self, error: QuizError) -> None:
        """Something happened elsewhere."""
        output.line(str(error))

    def summary(self, result: Result) -> None:
        """The score, and what each topic came to."""
        attempt = result.sitting.attempt
        output.line()
        output.line(
            tr("Score: {percent}, {points} of {possible} points").format(
                percent=percent_words(attempt.score),
                points=points(sum(asked.earned for asked in attempt.asked)),
                possible=points(attempt.possible),
            )
        )
        unanswered = len(attempt.asked) - attempt.answered
        if unanswered:
            output.line("  " + tr("Not answered: {n}").format(n=unanswered))
        if attempt.pending:
            output.line("  " + tr("Not scored yet: {n}").format(n=attempt.pending))
        for topic in result.topics:
            words = tr("{topic}: {right} of {count} right, {points} of {possible} points")
            output.line(
                "  "
                + words.format(
                    topic=topic_word(topic.topic),
                    right=topic.right,
                    count=topic.questions,
                    points=points(topic.points),
                    possible=points(topic.possible),
                )
            )

    def left(self, sitting: Sitting) -> None:
        """The sitting is kept; how to go on."""
        output.line()
        output.line(
            tr("You left at question {n} of {count}. Your answers are kept; go on with:").format(
                n=sitting.attempt.position + 1, count=len(sitting.questions)
            )
        )
        output.line(f"  {self._go_on}")
