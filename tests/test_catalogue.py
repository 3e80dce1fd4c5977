"""What a search text asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.catalogue import Search, read_search


def test_words_phrases_and_what_must_not_be_there() -> None:
    search = read_search('embassy "joint project" -trade -"oil sale" opened')
    assert search.words == ("embassy", "opened")
    assert search.phrases == ("joint project",)
    assert search.without == ("trade", "oil sale")


def test_fields_are_wanted_or_unwanted() -> None:
    search = read_search('tag:visit type:numeric -topic:date pack:"My pack" tag:oil')
    assert search.wanted == {
        "tag": ("visit", "oil"),
        "type": ("numeric",),
        "pack": ("My pack",),
    }
    assert search.unwanted == {"topic": ("date",)}


@pytest.mark.parametrize("text", ["", "   ", "tag:", "-", '""', "Pack:", '-""'])
def test_what_is_not_finished_asks_for_nothing(text: str) -> None:
    search = read_search(text)
    assert not search.wanted
    assert not search.without
    assert not search.phrases
    assert search.words in {(), ("-",)}


def test_an_open_quotation_is_a_phrase_to_its_end() -> None:
    assert read_search('"joint pro').phrases == ("joint pro",)


def test_other_colons_are_words() -> None:
    assert read_search("10:30 http://a").words == ("10:30", "http://a")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_search(text: str) -> None:
    assert isinstance(read_search(text), Search)
