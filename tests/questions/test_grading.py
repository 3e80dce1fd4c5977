"""What answers are worth."""

from contextlib import suppress
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import AnswerUnreadableError
from quizapp.questions import (
    AnyAnswer,
    AnyQuestion,
    Cloze,
    ClozeAnswer,
    Date,
    DateAnswer,
    EssayAnswer,
    HotspotAnswer,
    Matching,
    MatchingAnswer,
    MultipleChoice,
    MultipleChoiceAnswer,
    Numeric,
    NumericAnswer,
    Ordering,
    OrderingAnswer,
    ShortText,
    ShortTextAnswer,
    SingleChoiceAnswer,
    TrueFalseAnswer,
    answer_text,
    decode_answer,
    decode_question,
    encode_question,
    grade,
    type_name,
)
from quizapp.questions.base import Verdict
from quizapp.questions.cloze import DateGap, NumericGap, TextGap
from quizapp.questions.keys.number import Band, Tolerance
from quizapp.values.folding import fold
from tests.samples import options, sample_questions

QUESTIONS = {type_name(question): question for question in sample_questions()}
FACT: dict[str, Any] = {"topic": "date", "facts": ("f",)}

RIGHT: dict[str, AnyAnswer] = {
    "single_choice": SingleChoiceAnswer(option=1),
    "multiple_choice": MultipleChoiceAnswer(options=(0, 1)),
    "true_false": TrueFalseAnswer(value=True),
    "short_text": ShortTextAnswer(text="harbour office"),
    "numeric": NumericAnswer(text="31 metres"),
    "date": DateAnswer(text="May 1842"),
    "ordering": OrderingAnswer(items=(0, 1, 2, 3)),
    "matching": MatchingAnswer(choices=(0, 1)),
    "cloze": ClozeAnswer(gaps=("Harbour Office", "white", "31", "1842")),
    "hotspot": HotspotAnswer(marks=((0.5, 0.15),)),
    "essay": EssayAnswer(text="The Harbour Office, since 1842.", judged=(1, 2)),
}

WRONG: dict[str, AnyAnswer] = {
    "single_choice": SingleChoiceAnswer(option=0),
    "multiple_choice": MultipleChoiceAnswer(options=(2, 3)),
    "true_false": TrueFalseAnswer(value=False),
    "short_text": ShortTextAnswer(text="Harbour Police"),
    "numeric": NumericAnswer(text="32"),
    "date": DateAnswer(text="May 1843"),
    "ordering": OrderingAnswer(items=(3, 2, 1, 0)),
    "matching": MatchingAnswer(choices=(1, 2)),
    "cloze": ClozeAnswer(gaps=("", "red", "13", "1942")),
    "hotspot": HotspotAnswer(marks=((0.5, 0.5),)),
    "essay": EssayAnswer(text="I do not know.", judged=(0, 0)),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_key_is_right_and_its_opposite_wrong(kind: str) -> None:
    assert grade(QUESTIONS[kind], RIGHT[kind]).verdict is Verdict.RIGHT
    assert grade(QUESTIONS[kind], WRONG[kind]).verdict is Verdict.WRONG


@pytest.mark.parametrize("kind", QUESTIONS)
def test_an_answer_to_another_type_is_worth_nothing(kind: str) -> None:
    other = next(answer for name, answer in RIGHT.items() if name != kind)
    assert grade(QUESTIONS[kind], other).score == 0
    assert answer_text(QUESTIONS[kind], other) == ""


@pytest.mark.parametrize("kind", QUESTIONS)
def test_questions_survive_the_way_to_the_disk_and_back(kind: str) -> None:
    encoded = encode_question(QUESTIONS[kind])
    assert decode_question(encoded) == QUESTIONS[kind]
    assert encode_question(decode_question(encoded)) == encoded


@pytest.mark.parametrize("kind", QUESTIONS)
def test_sound_questions_have_no_problems(kind: str) -> None:
    assert list(QUESTIONS[kind].problems()) == []


@pytest.mark.parametrize("kind", QUESTIONS)
def test_layout_is_stable_for_a_seed(kind: str) -> None:
    question = QUESTIONS[kind]
    assert [question.layout(seed) for seed in range(20)] == [
        question.layout(seed) for seed in range(20)
    ]


def test_layouts_are_the_ones_that_stored_seeds_have_always_given() -> None:
    assert QUESTIONS["multiple_choice"].layout(7) == ((2, 3, 0, 1),)


def test_an_ordering_is_never_shown_solved() -> None:
    question = QUESTIONS["ordering"]
    assert all(question.layout(seed) != ((0, 1, 2, 3),) for seed in range(200))


@pytest.mark.parametrize(
    ("scoring", "chosen", "score"),
    [
        ("all_or_nothing", (0,), 0),
        ("all_or_nothing", (0, 1), 1),
        ("right_minus_wrong", (0,), 0.5),
        ("right_minus_wrong", (0, 1, 2), 0.5),
        ("right_minus_wrong", (0, 2, 3), 0),
        ("right_minus_wrong", (), 0),
    ],
)
def test_multiple_choice_scoring(scoring: Any, chosen: tuple[int, ...], score: float) -> None:
    question = MultipleChoice(
        id="q", stem="?", **FACT, options=options("a", "b", "c", "d", right=(0, 1)), scoring=scoring
    )
    assert grade(question, MultipleChoiceAnswer(options=chosen)).score == score


@pytest.mark.parametrize(
    ("scoring", "order", "score"),
    [
        ("pairs", (1, 0, 2, 3), 5 / 6),
        ("pairs", (3, 2, 1, 0), 0),
        ("all_or_nothing", (1, 0, 2, 3), 0),
        ("longest_run", (1, 2, 3, 0), 2 / 3),
        ("pairs", (0, 0, 1, 2), 0),
        ("pairs", (0, 1), 0),
    ],
)
def test_ordering_scoring(scoring: Any, order: tuple[int, ...], score: float) -> None:
    question = Ordering(id="q", stem="?", **FACT, items=("a", "b", "c", "d"), scoring=scoring)
    assert grade(question, OrderingAnswer(items=order)).score == pytest.approx(score)


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("10 April 1992", 1),
        ("April 10, 1992", 1),
        ("10.4.1992", 1),
        ("1992-04-10", 1),
        ("Friday, 10th of April 1992", 1),
        ("٠١/٠٤/١٩٩٢", 0.75),
        ("11 April 1992", 0.75),
        ("April 1992", 0.75),
        ("1992", 0.5),
        ("10 May 1992", 0.5),
        ("10 April 1993", 0),
        ("1992 or 1993", 0),
        ("10-Apr-1992", 1),
        ("31 February 1992", 0),
        ("1992-04-10/1992-04-12", 0),
        ("", 0),
        ("🦊", 0),
    ],
)
def test_dates_earn_a_share_for_year_and_month(typed: str, score: float) -> None:
    question = Date(id="q", stem="?", **FACT, answer="1992-04-10")
    assert grade(question, DateAnswer(text=typed)).score == score


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("8500", 1),
        ("8,500", 1),
        ("8 500", 1),
        ("8.500", 1),
        ("over 8,500 people", 1),
        ("8.5 thousand", 1),
        ("٨٥٠٠", 1),
        ("8,900", 0.5),
        ("8500 km", 0),
        ("8500 %", 0),
        ("8,500 Jewish people", 1),
        ("8500,", 1),
        ("eighty", 0),
        ("1/0", 0),
        ("1e999", 0),
        ("-8500", 0),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, score: float) -> None:
    question = Numeric(
        id="q",
        stem="?",
        **FACT,
        answer=8500,
        unit="people",
        bands=(Band(tolerance=Tolerance(relative=0.1), credit=0.5),),
    )
    assert grade(question, NumericAnswer(text=typed)).score == score


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("Nur-Sultan", 1),
        ("nur sultan", 1),
        ("  NUR–SULTAN. ", 1),
        ("Nur-Sulatn", 1),
        ("\u202bNur-Sultan\u202c", 1),
        ("NurSultan", 1),
        ("the Nur Sultan", 1),
        ("Nur-Saltun", 0),
        ("Almaty", 0),
        ("", 0),
        ("x" * 100_000, 0),
    ],
)
def test_short_text_forgives_what_does_not_matter(typed: str, score: float) -> None:
    question = ShortText(id="q", stem="?", **FACT, accept=("Nur-Sultan",))
    assert grade(question, ShortTextAnswer(text=typed)).score == score


def test_a_typo_is_never_forgiven_in_a_digit() -> None:
    question = ShortText(id="q", stem="?", **FACT, accept=("Treaty of 1992",), typos=2)
    assert grade(question, ShortTextAnswer(text="Treaty of 1993")).score == 0
    assert grade(question, ShortTextAnswer(text="Traety of 1992")).score == 1


@pytest.mark.parametrize(
    ("accepted", "typed", "score"),
    [
        ("Iran", "Iraq", 0),
        ("Mali", "Bali", 0),
        ("World War II", "World War I", 0),
        ("World War II", "Wolrd War II", 1),
        ("Ministry of Health", "the Ministry of Health", 1),
        ("Trade & Industry", "trade and industry", 1),
        ("U.S.S.R.", "USSR", 1),
        ("USSR", "U. S. S. R.", 1),
        ("אסטנה", "\u200fאסטנה\u200f", 1),
        ("Astana", "Astana\x00", 1),
        ("Astana", "Astana\ud800", 1),
    ],
)
def test_what_is_forgiven_and_what_is_another_word(accepted: str, typed: str, score: float) -> None:
    question = ShortText(id="q", stem="?", **FACT, accept=(accepted,))
    assert grade(question, ShortTextAnswer(text=typed)).score == score


@pytest.mark.parametrize(
    ("typed", "unit", "score"),
    [
        ("14 Jewish schools", "", 1),
        ("14 %", "", 1),
        ("$14", "US dollars", 1),
        ("14 square metres", "metres", 0),
        ("14 km²", "km²", 1),
    ],
)
def test_words_beside_a_number_count_where_they_are_a_measure(
    typed: str, unit: str, score: float
) -> None:
    question = Numeric(id="q", stem="?", **FACT, answer=14, unit=unit)
    assert grade(question, NumericAnswer(text=typed)).score == score


def test_a_unit_that_is_asked_for_must_be_there() -> None:
    question = Numeric(id="q", stem="?", **FACT, answer=14, unit="km", unit_needed=True)
    assert grade(question, NumericAnswer(text="14")).score == 0
    assert grade(question, NumericAnswer(text="14 schools")).score == 0
    assert grade(question, NumericAnswer(text="14 km")).score == 1


def test_choosing_everything_earns_nothing() -> None:
    for count in range(1, 4):
        question = MultipleChoice(
            id="q", stem="?", **FACT, options=options(*"abcd", right=tuple(range(count)))
        )
        assert grade(question, MultipleChoiceAnswer(options=(0, 1, 2, 3))).score == 0


def test_half_of_a_character_is_no_reason_to_lose_an_answer() -> None:
    for answer in (ShortTextAnswer(text="a\ud83d"), ClozeAnswer(gaps=("a\ud83d", "b"))):
        assert decode_answer(msgspec.json.encode(answer)) == answer


def test_matching_pays_for_each_right_pair() -> None:
    question = QUESTIONS["matching"]
    assert isinstance(question, Matching)
    assert grade(question, MatchingAnswer(choices=(0, -1))).score == 0.5
    assert grade(question, MatchingAnswer(choices=())).score == 0
    assert grade(question, MatchingAnswer(choices=(99, -7, 3, 4))).score == 0


def test_cloze_pays_by_gap_and_takes_answers_of_any_length() -> None:
    question = QUESTIONS["cloze"]
    assert isinstance(question, Cloze)
    assert grade(question, ClozeAnswer(gaps=("Harbor Office", "white"))).score == 0.5
    assert grade(question, ClozeAnswer(gaps=("x" * 100_000,) * 50)).score == 0


TEXTS = st.text(st.characters(), max_size=80) | st.sampled_from(
    ["1e999999", "9" * 5000, "½", "1/0", "-0", "\x00", "\ud800", "🦊" * 25_000, "a\u0301" * 2_000]
)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, numbers=st.lists(st.integers(-3, 30), max_size=6), x=st.floats(), y=st.floats())
def test_no_answer_makes_grading_fail(text: str, numbers: list[int], x: float, y: float) -> None:
    answers: list[AnyAnswer] = [
        SingleChoiceAnswer(option=numbers[0] if numbers else 0),
        MultipleChoiceAnswer(options=tuple(numbers)),
        ShortTextAnswer(text=text),
        NumericAnswer(text=text),
        DateAnswer(text=text),
        OrderingAnswer(items=tuple(numbers)),
        MatchingAnswer(choices=tuple(numbers)),
        ClozeAnswer(gaps=(text, text, text, text, text)),
        HotspotAnswer(marks=((x, y), (y, x))),
        EssayAnswer(text=text, judged=(x, y, *numbers), comment=text),
        EssayAnswer(text=text),
    ]
    for answer in answers:
        question = QUESTIONS[type_name(answer)]
        first = grade(question, answer)
        assert 0 <= first.score <= 1
        assert all(0 <= part.score <= 1 for part in first.parts)
        assert grade(question, answer) == first
        assert isinstance(answer_text(question, answer), str)
        answer_text(question, answer).encode()
        assert decode_answer(msgspec.json.encode(answer)) == answer


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_typed_lines_are_read_or_refused_in_words(text: str) -> None:
    for question in QUESTIONS.values():
        with suppress(AnswerUnreadableError):
            answer: AnyAnswer = question.read_answer(text, question.layout(3))
            assert 0 <= grade(question, answer).score <= 1


EMPTY: dict[str, AnyAnswer] = {
    "single_choice": SingleChoiceAnswer(option=-1),
    "multiple_choice": MultipleChoiceAnswer(options=()),
    "short_text": ShortTextAnswer(text=" \u200f"),
    "numeric": NumericAnswer(text=""),
    "date": DateAnswer(text="\t"),
    "ordering": OrderingAnswer(items=()),
    "matching": MatchingAnswer(choices=()),
    "cloze": ClozeAnswer(gaps=()),
    "hotspot": HotspotAnswer(marks=()),
    "essay": EssayAnswer(text="", judged=()),
}


@pytest.mark.parametrize("kind", EMPTY)
def test_an_empty_answer_is_worth_nothing(kind: str) -> None:
    assert grade(QUESTIONS[kind], EMPTY[kind]).score == 0


WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=30).filter(fold)
DAYS = st.dates(min_value=date(1, 1, 1)).map(date.isoformat)
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9).map(lambda x: round(x, 4))


@settings(deadline=None)
@given(words=WORDS, number=NUMBERS, day=DAYS, precision=st.sampled_from((4, 7, 10)))
def test_what_is_shown_as_the_right_answer_is_right(
    words: str, number: float, day: str, precision: int
) -> None:
    common: dict[str, Any] = {"id": "q", "stem": "?", **FACT}
    text = ShortText(**common, accept=(words,))
    numeric = Numeric(**common, answer=number, unit="people")
    dated = Date(**common, answer=day[:precision])
    gaps = (TextGap(accept=(words,)), NumericGap(answer=number), DateGap(answer=day))
    cloze = Cloze(**common, text="{{1}} {{2}} {{3}}", gaps=gaps)
    assert grade(text, ShortTextAnswer(text=text.key_text())).score == 1
    assert grade(numeric, NumericAnswer(text=numeric.key_text())).score == 1
    assert grade(dated, DateAnswer(text=dated.key_text())).score == 1
    filled = ClozeAnswer(gaps=tuple(gap.key_text() for gap in gaps))
    assert grade(cloze, filled).score == 1


@settings(deadline=None)
@given(order=st.permutations(range(5)), scoring=st.sampled_from(("pairs", "longest_run")))
def test_only_the_right_order_earns_everything(order: list[int], scoring: Any) -> None:
    question = Ordering(id="q", stem="?", **FACT, items=tuple("abcde"), scoring=scoring)
    score = grade(question, OrderingAnswer(items=tuple(order))).score
    assert (score == 1) == (order == sorted(order))


def _read(question: AnyQuestion, line: str) -> AnyAnswer:
    return question.read_answer(line, question.layout(1))


def test_letters_name_what_is_shown() -> None:
    question = QUESTIONS["multiple_choice"]
    shown = question.layout(1)[0]
    letters = ",".join("abcd"[shown.index(place)] for place in (0, 1))
    assert grade(question, _read(question, letters)).score == 1
    order = QUESTIONS["ordering"]
    places = order.layout(1)[0]
    line = ">".join("abcd"[places.index(place)] for place in range(4))
    assert grade(order, _read(order, line)).score == 1


@pytest.mark.parametrize("line", ["a=1,a=2", "a=1,b", "=", "a=9", "a=1=2", "ab=1"])
def test_pairs_that_contradict_are_asked_again(line: str) -> None:
    with pytest.raises(AnswerUnreadableError):
        _read(QUESTIONS["matching"], line)


@pytest.mark.parametrize(
    "line", ["", ";;;", "x;white;many;1842", "x;white;31;soon", "x;blue;31;1842"]
)
def test_gaps_that_cannot_be_read_are_asked_again(line: str) -> None:
    with pytest.raises(AnswerUnreadableError):
        _read(QUESTIONS["cloze"], line)


def test_empty_gaps_may_stay() -> None:
    answer = _read(QUESTIONS["cloze"], "harbour office;;31;")
    assert grade(QUESTIONS["cloze"], answer).score == 0.5


def test_answers_survive_the_way_to_the_disk() -> None:
    for answer in RIGHT.values():
        assert decode_answer(msgspec.json.encode(answer)) == answer
