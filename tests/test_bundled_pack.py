"""The pack that comes with the program."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from quizapp.formats.native import check_pack, read_pack
from quizapp.packs import Pack
from quizapp.questions import (
    QUESTION_TYPES,
    Cloze,
    Essay,
    Hotspot,
    ShortText,
    SingleChoice,
    grade,
    type_name,
)
from quizapp.questions.cloze import TextGap
from quizapp.questions.essay import word_count
from quizapp.questions.keys.text import TextKey
from quizapp.settings import content_folder
from quizapp.values.images import read_image_info
from tests.answers import right_answer

FOLDER = content_folder() / "israel-kazakhstan-relations"
ARTICLE = Path(__file__).parents[2] / "shared" / "article" / "israel-kazakhstan-relations.txt"
RUN = 8
MOST_IMAGE_BYTES = 60_000


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(FOLDER)


def test_it_passes_its_check() -> None:
    assert list(map(str, check_pack(FOLDER).problems)) == []


def test_it_is_large_enough_and_asks_facts_in_several_ways(pack: Pack) -> None:
    asked = Counter(fact for question in pack.questions for fact in question.facts)
    assert len(pack.questions) >= 110
    assert len(asked) >= 50
    types = Counter(type_name(question) for question in pack.questions)
    assert set(types) == set(QUESTION_TYPES)
    assert min(types[each] for each in set(types) - {"hotspot", "essay"}) >= 6
    assert types["hotspot"] >= 3
    assert types["essay"] >= 2
    assert sum(count > 1 for count in asked.values()) > len(asked) / 2


def test_every_question_is_explained(pack: Pack) -> None:
    assert [question.id for question in pack.questions if not question.explanation] == []


def test_images_are_as_wide_as_two_columns_and_small(pack: Pack) -> None:
    kinds = {name: read_image_info(data) for name, data in pack.media.items()}
    assert len(kinds) == 2
    assert {(info.kind, info.width) for info in kinds.values()} == {("png", 1520)}
    assert [name for name, data in pack.media.items() if len(data) > MOST_IMAGE_BYTES] == []


def test_every_wrong_place_on_an_image_says_what_it_stands_for(pack: Pack) -> None:
    silent = [
        (question.id, region.label)
        for question in pack.questions
        if isinstance(question, Hotspot)
        for region in question.regions
        if not region.right and not region.feedback
    ]
    assert silent == []


def test_a_model_answer_is_of_the_length_asked_for(pack: Pack) -> None:
    essays = [question for question in pack.questions if isinstance(question, Essay)]
    assert all(
        essay.min_words <= word_count(essay.model_answer) <= essay.max_words for essay in essays
    )


def test_every_key_is_graded_as_right(pack: Pack) -> None:
    wrong = [
        question.id
        for question in pack.questions
        if grade(question, right_answer(question)).score < 1
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


@pytest.mark.parametrize("name", ["Astana", "astana", "Nur-Sultan", "Nur Sultan", "Nursultan"])
def test_one_city_has_two_names(pack: Pack, name: str) -> None:
    typed = [
        key
        for question in pack.questions
        for key in ([question.key] if isinstance(question, ShortText) else text_gaps(question))
    ]
    about_it = [key for key in typed if key.match("Astana")]
    assert len(about_it) >= 4
    assert all(full(key, name) for key in about_it)


def text_gaps(question: Any) -> list[TextKey]:
    gaps = question.gaps if isinstance(question, Cloze) else ()
    return [gap.key for gap in gaps if isinstance(gap, TextGap)]


def full(key: TextKey, text: str) -> bool:
    form = key.match(text)
    return form is not None and form.credit == 1


def test_every_date_and_figure_of_the_article_is_a_fact(pack: Pack) -> None:
    body = re.sub(r"\[\w+\]", " ", article_text().partition("See also")[0])
    stated = set(re.findall(r"\d[\d,]*\d|\d", body))
    months = set(re.findall(r"[A-Z][a-z]{2,} [12]\d{3}\b", body)) - {"Since 1989"}
    values = [fact.value_text() for fact in pack.facts]
    assert (len(stated), len(months)) == (20, 8)
    assert stated - set(re.findall(r"\d[\d,]*\d|\d", " ".join(values))) == set()
    assert months - set(values) == set()


def article_text() -> str:
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside the checkout")
    return ARTICLE.read_text(encoding="utf-8")


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_no_sentence_of_the_article_is_copied(pack: Pack) -> None:
    article = words_of(article_text())
    runs = {tuple(article[n : n + RUN]) for n in range(len(article) - RUN + 1)}
    ours = [fact.statement for fact in pack.facts]
    ours += [question.search_text() for question in pack.questions]
    ours += [
        text for question in pack.questions for text in (question.explanation, *question.hints)
    ]
    copied = [
        text
        for text in ours
        if any(tuple(words_of(text)[n : n + RUN]) in runs for n in range(len(words_of(text))))
    ]
    assert copied == []
