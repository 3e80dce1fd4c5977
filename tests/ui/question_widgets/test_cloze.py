"""Filling the gaps of a text."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from quizapp.questions import Cloze, ClozeAnswer
from quizapp.questions.cloze import AnyGap, ChoiceGap, DateGap, NumericGap, TextGap
from quizapp.ui.widgets.answer_box import PickBox, TextBox
from quizapp.ui.widgets.gap_text import GapText
from quizapp.ui.widgets.headings import QuietText
from tests.ui.question_widgets.conftest import Show, Shown, focused, press, type_text

K = Qt.Key
TEXT = "The *office* ({{1}}) keeps the **{{2}}** tower of {{3}} m since {{4}}."


def question(text: str = TEXT, *gaps: AnyGap) -> Cloze:
    default = (
        TextGap(accept=("Harbour Office",)),
        ChoiceGap(options=("white", "red"), answer="white"),
        NumericGap(answer=31),
        DateGap(answer="1842-05"),
    )
    return Cloze(id="q", stem="Fill!", topic="date", facts=("f",), text=text, gaps=gaps or default)


def boxes(shown: Shown) -> list[Any]:
    found: list[Any] = shown.widget._boxes
    return found


def help_of(shown: Shown) -> str:
    (found,) = shown.widget.findChildren(QuietText)
    return str(found.accessibleName()) if found.isVisible() else ""


def text_of(shown: Shown) -> GapText:
    (found,) = shown.widget.findChildren(GapText)
    assert isinstance(found, GapText)
    return found


def test_gaps_are_filled_by_keys_alone(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    type_text("Harbour Office")
    press(K.Key_Tab)
    type_text("r")
    press(K.Key_Tab)
    type_text("31")
    press(K.Key_Tab)
    type_text("5/1842")
    assert shown.widget.answer() == ClozeAnswer(gaps=("Harbour Office", "red", "31", "5/1842"))
    press(K.Key_Return)
    assert shown.confirmed == 1
    assert shown.host.keys == []


def test_gaps_are_filled_by_mouse(show: Show) -> None:
    shown = show(question())
    editor = shown.widget.findChildren(TextBox)[1].editor
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    type_text("31")
    assert shown.widget.answer() == ClozeAnswer(gaps=("", "", "31", ""))
    (pick,) = shown.widget.findChildren(PickBox)
    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)
    assert pick.view().isVisible()
    QTest.keyClick(pick.view(), K.Key_Down)
    QTest.keyClick(pick.view(), K.Key_Return)
    assert shown.widget.answer() == ClozeAnswer(gaps=("", "white", "31", ""))


def test_enter_goes_to_the_next_empty_gap(show: Show) -> None:
    shown = show(question())
    shown.widget.set_answer(ClozeAnswer(gaps=("", "white", "", "")))
    boxes(shown)[2].setFocus()
    type_text("31")
    press(K.Key_Return)
    assert boxes(shown)[3].has_focus()
    type_text("1842")
    press(K.Key_Return)
    assert boxes(shown)[0].has_focus()
    press(K.Key_Return)
    assert shown.confirmed == 0
    assert shown.host.keys == []  # nor does the page check it


def test_a_gap_of_spaces_is_empty(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    type_text("   ")
    assert shown.widget.answer() is None


def test_each_gap_has_a_name_that_says_its_kind(show: Show) -> None:
    names = []
    shown = show(question())
    shown.widget.focus_first()
    for _ in range(4):
        names.append(focused().accessibleName())
        press(K.Key_Tab)
    assert names == [
        "Gap 1 of 4, words", "Gap 2 of 4, a choice", "Gap 3 of 4, a number", "Gap 4 of 4, a date"
    ]  # fmt: skip


def test_the_text_is_spoken_without_marks(show: Show) -> None:
    words = "The office ([gap 1]) keeps the [gap 2] tower of [gap 3] m since [gap 4]."
    assert text_of(show(question())).accessibleName() == words


def test_the_line_below_helps_with_the_present_gap(show: Show) -> None:
    shown = show(question())
    assert help_of(shown) == "0 of 4 gaps filled"
    boxes(shown)[2].setFocus()
    type_text("many")
    assert help_of(shown).startswith("Gap 3: Not a number yet.")
    boxes(shown)[3].setFocus()
    type_text("5/1842")
    assert help_of(shown) == "Gap 4: Read as May 1842"
    boxes(shown)[0].setFocus()
    assert help_of(shown) == "2 of 4 gaps filled"


def test_no_width_gives_an_answer_away(show: Show) -> None:
    text = "{{1}} {{2}} {{3}} {{4}}"
    long, short = TextGap(accept=("A very long answer " * 3,)), TextGap(accept=("I",))
    big, small = NumericGap(answer=123456789), NumericGap(answer=1)
    shown = show(question(text, long, short, big, small))
    widths = [box.width() for box in boxes(shown)]
    assert widths[0] == widths[1]
    assert widths[2] == widths[3] < widths[0]


def test_boxes_stand_in_the_text_in_order(show: Show) -> None:
    shown = show(question())
    places = [(box.y(), box.x()) for box in boxes(shown)]
    assert places == sorted(places)
    assert places[0][1] > 0


def test_hebrew_runs_from_right_to_left(show: Show) -> None:
    shown = show(question("המגדל {{1}} נבנה {{2}}.", TextGap(accept=("x",)), NumericGap(answer=1)))
    first, second = boxes(shown)
    assert first.y() == second.y()
    assert first.x() > second.x() + second.width()


def test_the_check_marks_each_gap_and_says_what_is_right(show: Show) -> None:
    asked = question()
    shown = show(asked)
    answer = ClozeAnswer(gaps=("Harbour Office", "", "30", "1842"))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(asked.grade(answer))
    assert [box._editor.accessibleDescription() for box in boxes(shown)] == [
        "Right",
        "Not quite. Right answer: white",
        "Not quite. Right answer: 31",
        "Partly right. Right answer: May 1842",
    ]
    words = text_of(shown).words()
    assert words.replace("\u00a0", " ").replace("  ", " ") == (
        "The office ([gap 1]) keeps the [gap 2] white tower of [gap 3] 31 m since [gap 4] May 1842."
    )
    assert help_of(shown) == ""


def test_what_is_right_can_be_kept_back(show: Show) -> None:
    asked = question()
    shown = show(asked)
    answer = ClozeAnswer(gaps=("x", "", "30", "1066"))
    shown.widget.set_answer(answer)
    before = text_of(shown).words()
    shown.widget.show_grade(asked.grade(answer), reveal=False)
    assert text_of(shown).words() == before
    assert "white" not in boxes(shown)[1]._editor.accessibleDescription()


def test_after_the_check_a_long_answer_is_seen_whole(show: Show) -> None:
    asked = question("{{1}} keeps it.", TextGap(accept=("x",)))
    shown = show(asked)
    answer = ClozeAnswer(gaps=("The office that keeps the harbour of Aldsand",))
    shown.widget.set_answer(answer)
    narrow = boxes(shown)[0].width()
    shown.widget.show_grade(asked.grade(answer))
    assert boxes(shown)[0].width() > narrow


@pytest.mark.parametrize("text", ["x" * 1_000, "🙂‏עברית", "<b>x</b>\t"])
def test_any_text_can_stand_in_a_gap(show: Show, text: str) -> None:
    asked = question("{{1}} keeps it.", TextGap(accept=("x",)))
    shown = show(asked)
    answer = ClozeAnswer(gaps=(text,))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(asked.grade(answer))
    box = boxes(shown)[0]
    assert box.mapTo(shown.host, QPoint(box.width(), 0)).x() <= shown.host.width()
