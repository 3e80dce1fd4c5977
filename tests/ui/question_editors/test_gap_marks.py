from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.questions.cloze import MARKER
from quizapp.ui.question_editors.parts.gap_marks import (
    gap_for,
    in_order,
    reordered,
    with_gap,
    without_gap,
    words_of,
)


def test_a_gap_is_numbered_by_its_place() -> None:
    text = "The Harbour {{1}} built it in 1842, {{2}} high."
    at = text.index("1842")
    assert with_gap(text, at, at + 4) == ("The Harbour {{1}} built it in {{2}}, {{3}} high.", 2)


def test_there_is_no_gap_in_a_gap() -> None:
    assert with_gap("a {{1}} b", 0, 4) is None
    assert with_gap("a {{1}} b", 4, 4) is None
    assert with_gap("a {{1}}", 0, 2) == ("{{1}}{{2}}", 1)


@given(st.text("ab {}1", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_taking_a_gap_out_puts_the_words_back(text: str, first: int, last: int) -> None:
    start, end = sorted((min(first, len(text)), min(last, len(text))))
    numbered = MARKER.sub("", text)
    start, end = min(start, len(numbered)), min(end, len(numbered))
    made = with_gap(numbered, start, end)
    if made is not None and len(MARKER.findall(made[0])) == 1:
        assert without_gap(made[0], 1, numbered[start:end]) == numbered


def test_a_missing_mark_only_renumbers() -> None:
    assert without_gap("{{2}} and {{3}}", 1, "words") == "{{1}} and {{2}}"


def test_gaps_that_changed_places_are_numbered_anew() -> None:
    assert in_order("{{2}} then {{1}}", 2) == ("{{1}} then {{2}}", [1, 0])
    assert reordered(["a", "b"], [1, 0]) == ["b", "a"]


@pytest.mark.parametrize("text", ["{{1}} {{2}}", "{{2}}", "{{1}} {{1}}", "{{3}} {{1}}", ""])
def test_what_is_in_order_or_broken_stays(text: str) -> None:
    assert in_order(text, 2) is None


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("Almaty", {"kind": "text", "accept": ["Almaty"]}),
        ("1992", {"kind": "date", "answer": "1992"}),
        ("10 April 1992", {"kind": "date", "answer": "1992-04-10"}),
        ("95", {"kind": "numeric", "answer": 95}),
        ("34.5", {"kind": "numeric", "answer": 34.5}),
        ("25%", {"kind": "text", "accept": ["25%"]}),
        ("", {"kind": "text"}),
    ],
)
def test_a_gap_is_of_the_kind_its_words_look_like(words: str, gap: dict[str, Any]) -> None:
    assert gap_for(words) == gap


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ({"kind": "text", "accept": [{"text": "Almaty", "credit": 1}]}, "Almaty"),
        ({"kind": "text", "accept": "x"}, ""),
        ({"kind": "numeric", "answer": 95}, "95"),
        ({"kind": "choice", "answer": ["x"]}, ""),
        (None, ""),
    ],
)
def test_the_words_of_a_gap(gap: object, words: str) -> None:
    assert words_of(gap) == words
