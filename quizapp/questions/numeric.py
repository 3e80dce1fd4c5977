"""A number, perhaps with a unit."""

from collections.abc import Iterator

import msgspec

from quizapp.questions.base import (
    Grade,
    Layout,
    Problem,
    Question,
    common_problems,
    make_grade,
)
from quizapp.questions.keys.number import Band, NumberKey, Tolerance
from quizapp.questions.keys.typed import TypedAnswer, read_number
from quizapp.translation import tr
from quizapp.values.folding import clean
from quizapp.values.numbers import read_numbers


class NumericAnswer(TypedAnswer, frozen=True, kw_only=True, tag="numeric"):
    """As typed."""


class Numeric(Question, frozen=True, kw_only=True, tag="numeric"):
    """The fields of a `NumberKey` (see there) stand in the question itself."""

    answer: int | float
    tolerance: Tolerance = Tolerance()
    bands: tuple[Band, ...] = ()
    unit: str = ""
    other_units: dict[str, float] = msgspec.field(default_factory=dict)
    unit_needed: bool = False

    @property
    def key(self) -> NumberKey:
        """What is accepted."""
        return NumberKey(
            answer=self.answer,
            tolerance=self.tolerance,
            bands=self.bands,
            unit=self.unit,
            other_units=self.other_units,
            unit_needed=self.unit_needed,
        )

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from self.key.key_problems()

    def layout(self, seed: int) -> Layout:
        """Nothing to order."""
        del seed
        return ()

    def grade(self, answer: NumericAnswer) -> Grade:
        """1 within the tolerance, the credit of a band within that."""
        match = self.key.match(answer.text)
        return make_grade(self, match.credit, feedback=[match.feedback])

    def key_text(self) -> str:
        """The number with its unit."""
        return self.key.key_text()

    def answer_text(self, answer: NumericAnswer) -> str:
        """As typed, with the unit where only the number was."""
        readings = read_numbers(answer.text)
        bare = bool(readings) and not readings[0].unit
        return self.key.with_unit(clean(answer.text)) if bare else clean(answer.text)

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type a number.")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """The unit that is asked for."""
        del layout
        return (tr("in {unit}").format(unit=self.unit),) if self.unit else ()

    def read_answer(self, text: str, layout: Layout) -> NumericAnswer:
        """As typed, if it is a number."""
        del layout
        return NumericAnswer(text=read_number(text))

    def search_text(self) -> str:
        """The stem and the number."""
        return f"{self.stem}\n{self.key_text()}"
