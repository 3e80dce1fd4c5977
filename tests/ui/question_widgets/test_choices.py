"""Choosing by mouse and by keys: one of many, several, true or false."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quizapp.questions import (
    MultipleChoice,
    MultipleChoiceAnswer,
    SingleChoice,
    SingleChoiceAnswer,
    TrueFalse,
    TrueFalseAnswer,
)
from quizapp.ui.widgets.option_row import OptionRow, OptionState
from tests.samples import options
from tests.ui.question_widgets.conftest import Show, Shown, press

LEFT = Qt.MouseButton.LeftButton
K = Qt.Key


def single(count: int = 4) -> SingleChoice:
    return SingleChoice(
        id="q",
        stem="Which?",
        topic="date",
        facts=("f",),
        options=options(*(f"Option {n}" for n in range(count)), right=(1,)),
    )


def multiple(count: int = 4) -> MultipleChoice:
    return MultipleChoice(
        id="q",
        stem="Which?",
        topic="date",
        facts=("f",),
        options=options(*(f"Option {n}" for n in range(count)), right=(0, 2)),
    )


def true_false() -> TrueFalse:
    return TrueFalse(id="q", stem="So?", topic="date", facts=("f",), answer=True)


def rows_of(shown: Shown) -> list[OptionRow]:
    rows: list[OptionRow] = shown.widget.findChildren(OptionRow)
    return rows


def test_one_is_chosen_by_mouse_in_the_order_shown(show: Show) -> None:
    shown = show(single(), layout=((2, 0, 3, 1),))
    QTest.mouseClick(rows_of(shown)[0], LEFT)
    assert shown.widget.answer() == SingleChoiceAnswer(option=2)
    QTest.mouseClick(rows_of(shown)[3], LEFT)
    assert shown.widget.answer() == SingleChoiceAnswer(option=1)


def test_one_is_chosen_by_arrows_and_enter_confirms(show: Show) -> None:
    shown = show(single())
    shown.widget.focus_first()
    press(K.Key_Down)
    assert shown.widget.answer() is None
    press(K.Key_Space)
    press(K.Key_Down)
    assert shown.widget.answer() == SingleChoiceAnswer(option=2)
    press(K.Key_Return)
    assert shown.confirmed == 1
    assert shown.host.keys == []


def test_enter_chooses_nothing_and_confirms_what_is_chosen(show: Show) -> None:
    shown = show(single())
    shown.widget.focus_first()
    press(K.Key_Enter)
    assert shown.widget.answer() is None
    press(K.Key_Space)
    press(K.Key_Enter)
    assert shown.widget.answer() == SingleChoiceAnswer(option=0)
    assert shown.confirmed == 2


def test_a_double_click_confirms_one_of_many_only(show: Show) -> None:
    one, several = show(single()), show(multiple())
    for shown in (one, several):
        QTest.mouseClick(rows_of(shown)[1], LEFT)
        QTest.mouseDClick(rows_of(shown)[1], LEFT)
    assert (one.confirmed, several.confirmed) == (1, 0)


@pytest.mark.parametrize(("key", "option"), [("1", 0), ("9", 8), ("a", 0), ("J", 9), ("l", 11)])
def test_digits_and_letters_reach_all_of_many_options(show: Show, key: str, option: int) -> None:
    shown = show(multiple(12))
    assert shown.widget.choose(key)
    assert shown.widget.answer() == MultipleChoiceAnswer(options=(option,))
    assert rows_of(shown)[option].hasFocus()
    assert shown.widget.choose(key)
    assert shown.widget.answer() is None


@pytest.mark.parametrize("key", ["0", "m", "é", "", "12", "٣"])
def test_keys_that_name_no_option_are_left_to_the_page(show: Show, key: str) -> None:
    shown = show(multiple(12))
    assert not shown.widget.choose(key)
    assert shown.widget.answer() is None


def test_the_key_cap_says_the_key_that_chooses(show: Show) -> None:
    shown = show(multiple(12))
    for row in rows_of(shown):
        key, _, words = row.accessibleName().partition(". ")
        assert shown.widget.choose(key.lower())
        assert row.isChecked(), words


def test_several_are_ticked_by_mouse_and_by_keys(show: Show) -> None:
    shown = show(multiple())
    QTest.mouseClick(rows_of(shown)[3], LEFT)
    shown.widget.focus_first()
    assert rows_of(shown)[3].hasFocus()
    press(K.Key_Up)
    press(K.Key_Space)
    assert shown.widget.answer() == MultipleChoiceAnswer(options=(2, 3))
    press(K.Key_Return)
    assert shown.confirmed == 1


def test_arrows_stay_among_the_options(show: Show) -> None:
    shown = show(multiple())
    shown.widget.focus_first()
    press(K.Key_Down, times=6)
    assert rows_of(shown)[3].hasFocus()
    press(K.Key_Up, times=6)
    assert rows_of(shown)[0].hasFocus()
    assert shown.widget.answer() is None


@pytest.mark.parametrize(("key", "value"), [("t", True), ("F", False), ("1", True), ("2", False)])
def test_true_or_false_by_key(show: Show, key: str, value: bool) -> None:
    shown = show(true_false())
    assert shown.widget.choose(key)
    assert shown.widget.answer() == TrueFalseAnswer(value=value)


def test_true_or_false_by_mouse(show: Show) -> None:
    shown = show(true_false())
    QTest.mouseClick(rows_of(shown)[1], LEFT)
    assert shown.widget.answer() == TrueFalseAnswer(value=False)


def test_the_keys_of_true_and_false_follow_the_language(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {True: "Wahr", False: "Falsch"}
    monkeypatch.setattr(
        "quizapp.ui.question_widgets.true_false.truth_word", lambda value: words[value]
    )
    shown = show(true_false())
    assert ("W", "Wahr") in shown.widget.help_keys()
    assert shown.widget.choose("w")
    assert shown.widget.answer() == TrueFalseAnswer(value=True)


def test_the_check_marks_chosen_and_missed(show: Show) -> None:
    question = multiple()
    shown = show(question)
    answer = MultipleChoiceAnswer(options=(0, 1))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question.grade(answer))
    states = [row.state for row in rows_of(shown)]
    assert states == [
        OptionState.RIGHT, OptionState.WRONG, OptionState.MISSED, OptionState.PLAIN
    ]  # fmt: skip


def test_what_was_missed_can_be_kept_back(show: Show) -> None:
    question = multiple()
    shown = show(question)
    answer = MultipleChoiceAnswer(options=(0,))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question.grade(answer), reveal=False)
    assert OptionState.MISSED not in {row.state for row in rows_of(shown)}
