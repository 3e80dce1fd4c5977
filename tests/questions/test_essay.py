"""Texts of one's own: what a judgement makes of them."""

from typing import Any

import pytest

from quizapp.errors import AnswerUnreadableError
from quizapp.questions import Essay, EssayAnswer, answer_text, grade
from quizapp.questions.base import Feedback, Verdict
from quizapp.questions.essay import MAX_ESSAY_LENGTH, Criterion, length_words, word_count

COMMON: dict[str, Any] = {"id": "q", "stem": "Why?", "topic": "date", "facts": ("f",)}
RUBRIC = (Criterion(text="Names the year", points=1.0), Criterion(text="Says why", points=3.0))


def essay(**changes: Any) -> Essay:
    return Essay(**{**COMMON, "rubric": RUBRIC, "model_answer": "Because.", **changes})


def fields(question: Essay) -> list[str]:
    return [problem.field for problem in question.problems()]


@pytest.mark.parametrize(
    ("judged", "score", "verdict"),
    [
        ((1, 3), 1, Verdict.RIGHT),
        ((1, 0), 0.25, Verdict.PARTLY),
        ((0, 0), 0, Verdict.WRONG),
        ((9, 9), 1, Verdict.RIGHT),
        ((-5, 3), 0.75, Verdict.PARTLY),
        ((1,), 0.25, Verdict.PARTLY),
        ((1, 3, 7), 1, Verdict.RIGHT),
        ((float("nan"), 3), 0.75, Verdict.PARTLY),
    ],
)
def test_a_judgement_is_the_share_of_the_points(
    judged: tuple[float, ...], score: float, verdict: Verdict
) -> None:
    graded = grade(essay(), EssayAnswer(text="So.", judged=judged))
    assert (graded.score, graded.verdict) == (score, verdict)
    assert not graded.is_pending


@pytest.mark.parametrize("judged_by", ["self", "teacher"])
def test_what_nobody_has_judged_is_pending(judged_by: Any) -> None:
    said = Feedback(right="Good!", wrong="Bad!")
    graded = grade(essay(judged_by=judged_by, feedback=said), EssayAnswer(text="So."))
    assert graded.is_pending
    assert (graded.score, graded.verdict) == (0, Verdict.PENDING)
    assert not {"Good!", "Bad!"} & {*graded.feedback}
    assert any("teacher" in words for words in graded.feedback) == (judged_by == "teacher")


def test_each_criterion_is_told_of_and_the_comment_first() -> None:
    question = essay(feedback=Feedback(partly="Nearly."))
    graded = grade(question, EssayAnswer(text="So.", judged=(1, 1.5), comment="Which war?"))
    assert [(part.label, part.given, part.expected, part.score) for part in graded.parts] == [
        ("Names the year", "1 point", "1 point", 1),
        ("Says why", "1.5 points", "3 points", 0.5),
    ]
    assert graded.feedback == ("Which war?", "Nearly.")


def test_a_judgement_has_points_for_each_criterion_that_it_can_give() -> None:
    assert essay().judged_problems((1, 3)) == ""
    assert essay().judged_problems((1,))
    assert essay().judged_problems((1, 4))
    assert essay().judged_problems((-1, 3))
    assert essay().judged_problems((float("nan"), 3))


def test_a_text_keeps_its_lines() -> None:
    assert (
        answer_text(essay(), EssayAnswer(text=" One\u200b \n\n two\tthree\n")) == "One\n\ntwo three"
    )


def test_a_line_is_read_as_it_was_typed() -> None:
    assert essay().read_answer("Because of the fog.", ()).text == "Because of the fog."
    for line in ("", " \u200f", "a" * (MAX_ESSAY_LENGTH + 1)):
        with pytest.raises(AnswerUnreadableError):
            essay().read_answer(line, ())


def test_words_are_counted_as_people_do() -> None:
    assert word_count("") == word_count(" \n") == 0
    assert word_count("It was built\nin 1842 – at last.") == 8


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(0, 0, ""), (50, 0, "at least 50 words"), (0, 80, "at most 80 words"), (5, 9, "5 to 9 words")],
)
def test_the_length_is_told_where_it_is_asked_for(least: int, most: int, words: str) -> None:
    question = essay(min_words=least, max_words=most)
    assert length_words(least, most) == words
    assert question.prompt(()) == ((f"Length: {words}",) if words else ())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({"rubric": ()}, ["rubric"]),
        ({"rubric": (*RUBRIC, RUBRIC[0])}, ["rubric[2]"]),
        ({"rubric": (Criterion(text="", points=1.0),)}, ["rubric[0].text"]),
        ({"rubric": (Criterion(text="a", points=0.0),)}, ["rubric[0].points"]),
        ({"rubric": (Criterion(text="a", points=float("nan")),)}, ["rubric[0].points"]),
        ({"model_answer": ""}, ["model_answer"]),
        ({"model_answer": "", "judged_by": "teacher"}, []),
        ({"model_answer": "a" * 10_001}, ["model_answer"]),
        ({"min_words": -1}, ["min_words"]),
        ({"max_words": 3_001}, ["max_words"]),
        ({"min_words": 50, "max_words": 20}, ["max_words"]),
        ({"min_words": 50}, []),
    ],
)
def test_what_authors_are_told(changes: dict[str, Any], told: list[str]) -> None:
    assert fields(essay(**changes)) == told
