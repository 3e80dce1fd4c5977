"""A text of one's own, judged by its writer or by the teacher."""

import math
from collections.abc import Iterator
from typing import Literal

import msgspec

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import (
    Answer,
    Grade,
    Layout,
    PartResult,
    Problem,
    Question,
    Record,
    common_problems,
    count_problems,
    make_grade,
    pending_grade,
    repeated_problems,
    text_problems,
)
from quizapp.translation import tr, tr_n
from quizapp.values.folding import clean, storable

MAX_ESSAY_LENGTH = 20_000
MAX_MODEL_LENGTH = 10_000
MAX_WORDS = 3_000
MAX_CRITERIA = 20
MAX_POINTS = 100
JudgedBy = Literal["self", "teacher"]


class Criterion(Record, frozen=True, kw_only=True):
    """One thing that a good answer does, and what it is worth."""

    text: str
    points: float = 1


class EssayAnswer(Answer, frozen=True, kw_only=True, tag="essay"):
    """What was written. `judged` are the points for each criterion, once somebody has judged it,
    and `comment` is what they said to it.
    """

    text: str
    judged: tuple[float, ...] | None = None
    comment: str = ""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "text", storable(self.text))
        msgspec.structs.force_setattr(self, "comment", storable(self.comment))
        if self.judged is not None:
            points = tuple(n if math.isfinite(n) else 0.0 for n in self.judged)
            msgspec.structs.force_setattr(self, "judged", points)


class Essay(Question, frozen=True, kw_only=True, tag="essay"):
    """`rubric` says what is looked for, `model_answer` (Markdown) shows it done.

    `min_words` and `max_words` tell the writer what is expected, and hold nobody up; 0 is none.
    """

    rubric: tuple[Criterion, ...]
    model_answer: str = ""
    judged_by: JudgedBy = "self"
    min_words: int = 0
    max_words: int = 0

    @property
    def possible(self) -> float:
        """All points of the rubric."""
        return sum(criterion.points for criterion in self.rubric)

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from count_problems("rubric", len(self.rubric), 1, MAX_CRITERIA)
        yield from repeated_problems("rubric", [criterion.text for criterion in self.rubric])
        for place, criterion in enumerate(self.rubric):
            yield from text_problems(f"rubric[{place}].text", criterion.text)
            if not 0 < criterion.points <= MAX_POINTS:
                yield Problem(
                    f"rubric[{place}].points",
                    tr("The criterion is worth {n:g} points.").format(n=criterion.points),
                    tr("Give more than 0 and at most {most}.").format(most=MAX_POINTS),
                )
        yield from self._model_problems()
        yield from self._length_problems()

    def _model_problems(self) -> Iterator[Problem]:
        if self.model_answer.strip():
            yield from text_problems("model_answer", self.model_answer, MAX_MODEL_LENGTH)
        elif self.judged_by == "self":
            yield Problem(
                "model_answer",
                tr("There is no model answer."),
                tr("Write one: learners judge their own answers by it."),
            )

    def _length_problems(self) -> Iterator[Problem]:
        for field in ("min_words", "max_words"):
            count = getattr(self, field)
            if not 0 <= count <= MAX_WORDS:
                yield Problem(
                    field,
                    tr("The length {n} cannot be asked for.").format(n=count),
                    tr("Give a number from 0 to {most:,}.").format(most=MAX_WORDS),
                )
        if 0 < self.max_words < self.min_words:
            yield Problem(
                "max_words",
                tr("At most {most} words are fewer than at least {least}.").format(
                    most=self.max_words, least=self.min_words
                ),
                tr("Change one of the two."),
            )

    def layout(self, seed: int) -> Layout:
        """Nothing to order."""
        del seed
        return ()

    def grade(self, answer: EssayAnswer) -> Grade:
        """The share of the rubric's points; pending while nobody has judged it."""
        if answer.judged is None:
            said = {
                "self": tr("It counts once you have judged it by the model answer."),
                "teacher": tr("Waiting for the teacher. It counts once it is judged."),
            }
            return pending_grade(feedback=[said[self.judged_by]])
        given = [*answer.judged[: len(self.rubric)]]
        given += [0.0] * (len(self.rubric) - len(given))
        earned = [
            min(max(points, 0.0), criterion.points)
            for points, criterion in zip(given, self.rubric, strict=True)
        ]
        parts = [
            PartResult(
                label=criterion.text,
                given=_points_words(points),
                expected=_points_words(criterion.points),
                score=round(points / criterion.points, 9),
            )
            for points, criterion in zip(earned, self.rubric, strict=True)
        ]
        return make_grade(self, sum(earned) / self.possible, parts=parts, feedback=[answer.comment])

    def read_judgement(self, text: str) -> tuple[float, ...]:
        """The points for each criterion, with commas between; `AnswerUnreadableError` else."""
        try:
            judged = tuple(float(part) for part in text.split(","))
        except ValueError:
            judged = ()
        if problem := self.judged_problems(judged):
            example = ",".join(f"{criterion.points:g}" for criterion in self.rubric)
            raise AnswerUnreadableError(
                problem, tr("Type points such as {example}.").format(example=example)
            )
        return judged

    def judged_problems(self, judged: tuple[float, ...]) -> str:
        """Why these points are no judgement; "" where they are one."""
        if len(judged) != len(self.rubric):
            return tr("There are points for {n} of {count} criteria.").format(
                n=len(judged), count=len(self.rubric)
            )
        for points, criterion in zip(judged, self.rubric, strict=True):
            if not 0 <= points <= criterion.points:
                return tr("“{criterion}” is worth 0 to {most:g} points, not {n:g}.").format(
                    criterion=criterion.text, most=criterion.points, n=points
                )
        return ""

    def key_text(self) -> str:
        """The model answer."""
        return self.model_answer

    def answer_text(self, answer: EssayAnswer) -> str:
        """As written, its lines kept."""
        return "\n".join(map(clean, answer.text.splitlines())).strip()

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Write your answer on one line.")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """How much to write."""
        del layout
        words = length_words(self.min_words, self.max_words)
        return (tr("Length: {words}").format(words=words),) if words else ()

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """Who judges it, by what."""
        del layout
        return {
            "judged_by": self.judged_by,
            "min_words": self.min_words,
            "max_words": self.max_words,
            "rubric": [{"text": each.text, "points": each.points} for each in self.rubric],
        }

    def read_answer(self, text: str, layout: Layout) -> EssayAnswer:
        """As written."""
        del layout
        if len(text) > MAX_ESSAY_LENGTH:
            raise AnswerUnreadableError(
                tr("This answer has {n:,} characters.").format(n=len(text)),
                tr("Keep it to {n:,}.").format(n=MAX_ESSAY_LENGTH),
            )
        if not clean(text):
            raise AnswerUnreadableError(
                tr("There is nothing to check yet."), tr("Write an answer.")
            )
        return EssayAnswer(text=text)

    def search_text(self) -> str:
        """The stem, what is looked for, and the model answer."""
        return "\n".join([self.stem, *(each.text for each in self.rubric), self.model_answer])


def word_count(text: str) -> int:
    """How many words `text` has, as people count them: what stands between spaces."""
    return len(text.split())


def length_words(least: int, most: int) -> str:
    """How much to write; "" where that is left open."""
    if least and most:
        return tr("{least} to {most} words").format(least=least, most=most)
    if least:
        return tr_n("at least {n} word", "at least {n} words", least)
    return tr_n("at most {n} word", "at most {n} words", most) if most else ""


def _points_words(points: float) -> str:
    whole = tr_n("{n} point", "{n} points", int(points))
    return whole if points == int(points) else tr("{n:g} points").format(n=points)
