"""What authors are told about questions that cannot be graded fairly."""

from typing import Any

import pytest

from quizapp.facts import FigureFact
from quizapp.questions import (
    AnyQuestion,
    Cloze,
    MultipleChoice,
    Numeric,
    ShortText,
    SingleChoice,
)
from quizapp.questions.cloze import DateGap
from quizapp.questions.keys.number import Tolerance
from quizapp.questions.keys.options import Option
from quizapp.questions.keys.text import AcceptedForm

COMMON: dict[str, Any] = {"id": "q", "stem": "?", "topic": "date", "facts": ("f",)}
NAN, INFINITE = float("nan"), float("inf")
RIGHT = Option(text="yes", right=True, weight=1)


def fields(question: AnyQuestion) -> list[str]:
    return [problem.field for problem in question.problems()]


@pytest.mark.parametrize("number", [10**400, 10**16, NAN, INFINITE, -INFINITE])
def test_a_number_must_be_one_to_calculate_with(number: float) -> None:
    assert fields(Numeric(**COMMON, answer=number)) == ["answer"]
    fact = FigureFact(id="f", statement="s", section="t", number=number, counts="c")
    assert [field for field, _ in fact.value_problems()] == ["number"]


@pytest.mark.parametrize("name", ["absolute", "relative", "low", "high"])
@pytest.mark.parametrize("number", [NAN, INFINITE])
def test_a_tolerance_must_be_one_to_calculate_with(name: str, number: float) -> None:
    tolerance = Tolerance(**{name: number})
    assert fields(Numeric(**COMMON, answer=0, tolerance=tolerance)) == ["tolerance"]


def test_a_scale_belongs_to_the_number() -> None:
    assert fields(Numeric(**COMMON, answer=7, unit="million dollars")) == ["unit"]
    assert fields(Numeric(**COMMON, answer=7_000_000, unit="dollars")) == []


@pytest.mark.parametrize("weight", [0, -1, NAN, INFINITE, 101])
def test_a_gap_must_weigh_something(weight: float) -> None:
    gap = DateGap(answer="1992", weight=weight)
    assert fields(Cloze(**COMMON, text="{{1}}", gaps=(gap,))) == ["gaps[0].weight"]


def test_a_wrong_option_earns_less_than_the_right_one() -> None:
    for credit, told in ((1, ["options[1].credit"]), (0.5, [])):
        wrong = Option(text="no", credit=credit)
        assert fields(SingleChoice(**COMMON, options=(RIGHT, wrong))) == told


def test_a_wrong_option_costs_something_where_weights_count() -> None:
    for weight, told in ((0, ["options[1].weight"]), (-0.5, [])):
        wrong = Option(text="no", weight=weight)
        question = MultipleChoice(**COMMON, options=(RIGHT, wrong), scoring="weights")
        assert fields(question) == told


def test_the_form_that_is_shown_as_right_earns_everything() -> None:
    partly = AcceptedForm(text="War", credit=0.5)
    assert fields(ShortText(**COMMON, accept=(partly, "World War"))) == ["accept[0]"]
    assert fields(ShortText(**COMMON, accept=("World War", partly))) == []
