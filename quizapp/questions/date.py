"""A date, to the year, the month or the day."""

from collections.abc import Iterator
from typing import Literal

from quizapp.questions.base import (
    Grade,
    Layout,
    Problem,
    Question,
    common_problems,
    make_grade,
)
from quizapp.questions.keys.date import DateKey
from quizapp.questions.keys.typed import TypedAnswer, read_date
from quizapp.translation import tr
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import date_text
from quizapp.values.folding import clean


class DateAnswer(TypedAnswer, frozen=True, kw_only=True, tag="date"):
    """As typed, or in normal form when it was picked."""


class Date(Question, frozen=True, kw_only=True, tag="date"):
    """The fields of a `DateKey` (see there) stand in the question itself."""

    answer: str
    ask: Literal["", "year", "month", "day"] = ""
    year_credit: float = 0.5
    month_credit: float = 0.75
    within_years: int = 0

    @property
    def key(self) -> DateKey:
        """What is accepted."""
        return DateKey(
            answer=self.answer,
            ask=self.ask,
            year_credit=self.year_credit,
            month_credit=self.month_credit,
            within_years=self.within_years,
        )

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from self.key.key_problems()

    def layout(self, seed: int) -> Layout:
        """Nothing to order."""
        del seed
        return ()

    def grade(self, answer: DateAnswer) -> Grade:
        """1 for the asked precision, a share for the right year, or year and month."""
        return make_grade(self, self.key.match(answer.text))

    def key_text(self) -> str:
        """The date in words."""
        return self.key.key_text()

    def answer_text(self, answer: DateAnswer) -> str:
        """The date in words as it was read, or what was typed where it is no date."""
        readings = read_dates(answer.text)
        return date_text(readings[0]) if len(readings) == 1 else clean(answer.text)

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type a date.")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """How exactly the date is asked for."""
        del layout
        examples = {"year": "1987", "month": "June 1987", "day": "23 June 1987"}
        return (tr("such as {example}").format(example=examples[self.key.precision]),)

    def read_answer(self, text: str, layout: Layout) -> DateAnswer:
        """As typed, if it is a date."""
        del layout
        return DateAnswer(text=read_date(text))

    def search_text(self) -> str:
        """The stem and the date."""
        return f"{self.stem}\n{self.key_text()}"
