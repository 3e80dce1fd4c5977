"""Words and figures as the commands write them."""

from datetime import datetime

from quizapp.questions.base import Verdict
from quizapp.services.values import SittingSummary, TopicMastery
from quizapp.translation import tr, tr_n
from quizapp.values.shares import percent_words
from quizapp.values.topics import topic_word

"""As the window writes it too."""


def verdict_word(verdict: Verdict) -> str:
    """What the learner is told."""
    words = {
        Verdict.RIGHT: tr("Right."),
        Verdict.PARTLY: tr("Partly right."),
        Verdict.WRONG: tr("Not quite."),
        Verdict.PENDING: tr("Not scored yet."),
    }
    return words[verdict]


def points(number: float) -> str:
    """At most two digits after the point."""
    return f"{round(number, 2):g}"


def moment(at: datetime) -> str:
    """A UTC moment on this computer's clock."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def sitting_line(sitting: SittingSummary) -> str:
    """When, what, how much."""
    modes = {"practice": tr("practice"), "exam": tr("exam")}
    questions = tr_n("{n} question", "{n} questions", sitting.questions)
    earned = tr("{points} of {possible} points").format(
        points=points(sitting.points), possible=points(sitting.possible_points)
    )
    return "  ".join(
        (
            moment(sitting.started_at),
            modes[sitting.mode],
            questions,
            percent_words(sitting.score),
            earned,
            ", ".join(sitting.packs),
        )
    )


def mastery_line(topic: TopicMastery) -> str:
    """How much of a topic is known today."""
    return tr("{topic}: {mastery} known today, {seen} of {all} questions seen").format(
        topic=topic_word(topic.topic),
        mastery=percent_words(topic.mastery),
        seen=topic.seen,
        all=topic.questions,
    )
