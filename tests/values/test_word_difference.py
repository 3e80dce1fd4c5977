"""Differences between texts: nothing is lost, and words stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.values.word_difference import Piece, word_difference


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in word_difference(before, after)]


def test_a_word_is_replaced_whole() -> None:
    assert pieces("It opened in April 1992.", "It opened in May 1992.") == [
        ("same", "It opened in "),
        ("removed", "April"),
        ("inserted", "May"),
        ("same", " 1992."),
    ]


def test_neighbouring_words_change_together() -> None:
    assert pieces("a red house stands", "a blue barn stands") == [
        ("same", "a "),
        ("removed", "red house"),
        ("inserted", "blue barn"),
        ("same", " stands"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("", "new", [("inserted", "new")]),
        ("old", "", [("removed", "old")]),
        ("same", "same", [("same", "same")]),
        ("a b", "a", [("same", "a"), ("removed", " b")]),
    ],
)
def test_ends(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(before, after) == expected


def test_very_long_texts_are_told_apart_as_a_whole() -> None:
    before, after = "a " * 3_000, "b " * 3_000
    assert word_difference(before, after) == (
        Piece("removed", before.rstrip()),
        Piece("inserted", after.rstrip()),
        Piece("same", " "),
    )


@given(st.text("ab .\n", max_size=40), st.text("ab .\n", max_size=40))
def test_the_pieces_make_both_texts(before: str, after: str) -> None:
    made = word_difference(before, after)
    assert "".join(piece.text for piece in made if piece.kind != "inserted") == before
    assert "".join(piece.text for piece in made if piece.kind != "removed") == after
