"""Searches have numbers; a new one drops those before."""

import pytest
from pytestqt.qtbot import QtBot

from quizapp.catalogue import Find, Order
from quizapp.ui.models.question_finder import QuestionFinder


@pytest.fixture
def finder(qapp: object) -> QuestionFinder:
    return QuestionFinder()


def asked(finder: QuestionFinder) -> list[tuple[Find, int]]:
    told: list[tuple[Find, int]] = []
    finder.find_requested.connect(lambda find, generation: told.append((find, generation)))
    return told


def test_only_what_was_typed_last_is_asked_for(qtbot: QtBot, finder: QuestionFinder) -> None:
    told = asked(finder)
    for text in ("l", "la", "lam", "lamp"):
        finder.look_for(Find(text=text), waits=True)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(Find(text="lamp"), 1)]


def test_a_filter_does_not_wait_and_takes_the_words_with_it(
    qtbot: QtBot, finder: QuestionFinder
) -> None:
    told = asked(finder)
    finder.look_for(Find(text="lamp"), waits=True)
    finder.look_for(Find(text="lamp", topics=("date",)))
    qtbot.wait(100)
    assert told == [(Find(text="lamp", topics=("date",)), 1)]


def test_it_knows_what_kind_of_answer_is_awaited(finder: QuestionFinder) -> None:
    finder.look_for(Find(text="lamp"))
    assert not finder.is_renewal
    assert not finder.is_reordering
    finder.note_shown()
    finder.look_again()
    assert finder.is_renewal
    assert finder.generation == 2
    finder.look_for(Find(text="lamp", order=Order.TYPE, descending=True))
    assert finder.is_reordering
    assert not finder.is_renewal
    finder.look_for(Find(text="tower"))
    assert not finder.is_reordering
