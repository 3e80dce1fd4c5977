"""The pack that comes with the program."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, cast

import pytest

from quizapp.formats.native import check_pack, read_pack
from quizapp.packs import Pack
from quizapp.questions import (
    QUESTION_TYPES,
    ClozeAnswer,
    MatchingAnswer,
    MultipleChoiceAnswer,
    OrderingAnswer,
    SingleChoice,
    SingleChoiceAnswer,
    TrueFalseAnswer,
    grade,
    type_name,
)
from quizapp.settings import content_folder

FOLDER = content_folder() / "israel-kazakhstan-relations"
ARTICLE = Path(__file__).parents[2] / "shared" / "article" / "israel-kazakhstan-relations.txt"
RUN = 8


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(FOLDER)


def test_it_passes_its_check() -> None:
    assert check_pack(FOLDER).errors == ()


def test_it_is_large_enough_and_asks_facts_in_several_ways(pack: Pack) -> None:
    asked = Counter(fact for question in pack.questions for fact in question.facts)
    assert len(pack.questions) >= 110
    assert len(asked) >= 50
    assert {type_name(question) for question in pack.questions} == set(QUESTION_TYPES)
    assert sum(count > 1 for count in asked.values()) > len(asked) / 2


def test_every_question_is_explained(pack: Pack) -> None:
    assert [question.id for question in pack.questions if not question.explanation] == []


def key_of(question: Any) -> Any:
    """The answer that the author means."""
    makers: dict[str, Any] = {
        "single_choice": lambda: SingleChoiceAnswer(option=question.key),
        "multiple_choice": lambda: MultipleChoiceAnswer(
            options=tuple(n for n, option in enumerate(question.options) if option.right)
        ),
        "true_false": lambda: TrueFalseAnswer(value=question.answer),
        "ordering": lambda: OrderingAnswer(items=tuple(range(len(question.items)))),
        "matching": lambda: MatchingAnswer(
            choices=tuple(question.choices().index(pair.right) for pair in question.pairs)
        ),
        "cloze": lambda: ClozeAnswer(gaps=tuple(gap.key_text() for gap in question.gaps)),
    }
    kind = type_name(question)
    if kind in makers:
        return makers[kind]()
    return question.read_answer(question.key_text(), question.layout(1))


def test_every_key_is_graded_as_right(pack: Pack) -> None:
    wrong = [
        question.id
        for question in pack.questions
        if grade(question, cast("Any", key_of(question))).score < 1
    ]
    assert wrong == []


def test_options_in_order_have_their_key_in_varied_places(pack: Pack) -> None:
    ordered = [
        question
        for question in pack.questions
        if isinstance(question, SingleChoice) and question.keep_order
    ]
    places = Counter(
        "first" if each.key == 0 else "last" if each.key == len(each.options) - 1 else "middle"
        for each in ordered
    )
    assert all(places[place] >= len(ordered) / 8 for place in ("first", "middle", "last"))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_no_sentence_of_the_article_is_copied(pack: Pack) -> None:
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside the checkout")
    article = words_of(ARTICLE.read_text(encoding="utf-8"))
    runs = {tuple(article[n : n + RUN]) for n in range(len(article) - RUN + 1)}
    ours = [fact.statement for fact in pack.facts]
    ours += [question.search_text() for question in pack.questions]
    copied = [
        text
        for text in ours
        if any(tuple(words_of(text)[n : n + RUN]) in runs for n in range(len(words_of(text))))
    ]
    assert copied == []
