"""Options, and with them all lists of rows: adding, taking out, moving, marking."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.ui.question_editors.multiple_choice import MultipleChoiceForm
from quizapp.ui.question_editors.parts.options import OptionList, OptionRow
from quizapp.ui.question_editors.single_choice import SingleChoiceForm
from quizapp.ui.widgets.remark import RemarkLine
from tests.ui.question_editors.conftest import Show, Shown, click, focused, press, write

ALT = Qt.KeyboardModifier.AltModifier
ABC: dict[str, Any] = {
    "type": "single_choice",
    "stem": "?",
    "options": [{"text": "A", "right": True}, {"text": "B"}, {"text": "C", "note": 1}],
}


def options(shown: Shown) -> OptionList:
    form = shown.form
    assert isinstance(form, SingleChoiceForm | MultipleChoiceForm)
    return form.options


def row(shown: Shown, place: int) -> OptionRow:
    return options(shown).option_rows[place]


def texts(shown: Shown) -> list[str]:
    return [option["text"] for option in shown.entry.get("options", [])]


def rights(shown: Shown) -> list[bool]:
    return [option.get("right", False) for option in shown.entry["options"]]


def test_enter_goes_on_to_the_next_option(show: Show) -> None:
    shown = show("single_choice")
    shown.form.focus_path("options[0].text")
    for text in ("1811", "1842", "1867", "1907", "1999"):
        write(text)
        press(Qt.Key.Key_Return)
    assert texts(shown) == ["1811", "1842", "1867", "1907", "1999"]
    assert shown.edited[-1] == "options"


def test_backspace_takes_an_empty_option_out(show: Show) -> None:
    shown = show("single_choice", ABC)
    shown.form.focus_path("options[1].text")
    press(Qt.Key.Key_Backspace)
    assert texts(shown) == ["A", "", "C"]
    press(Qt.Key.Key_Backspace)
    assert texts(shown) == ["A", "C"]
    assert focused() is row(shown, 0).text.area


def test_alt_with_an_arrow_moves_an_option_and_the_focus_with_it(show: Show) -> None:
    shown = show("single_choice", ABC)
    shown.form.focus_path("options[2].text")
    area = focused()
    press(Qt.Key.Key_Up, ALT, 2)
    assert texts(shown) == ["C", "A", "B"]
    assert shown.entry["options"][0] == {"text": "C", "note": 1}
    assert focused() is area
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert texts(shown) == ["A", "C", "B"]


def test_alt_moves_an_option_from_its_mark_too(show: Show) -> None:
    shown = show("single_choice", ABC)
    row(shown, 0).right.mark.setFocus()
    press(Qt.Key.Key_Down, ALT)
    assert texts(shown) == ["B", "A", "C"]
    assert rights(shown) == [False, True, False]


def drag(shown: Shown, place: int, to: int, *, gives_up: bool = False) -> None:
    """Take the row at `place` by its grip, and let it go over the row at `to`."""
    frames = options(shown).frames
    grip = frames[place].grip
    goal = frames[to]
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=grip.rect().center())
    QTest.mouseMove(grip, grip.rect().center() + QPoint(0, 30 if to > place else -30))
    QApplication.processEvents()
    QTest.mouseMove(grip, grip.mapFromGlobal(goal.mapToGlobal(QPoint(5, 20))))
    QApplication.processEvents()
    if gives_up:
        QTest.keyClick(grip, Qt.Key.Key_Escape)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)


def test_an_option_is_dragged_by_its_grip(show: Show) -> None:
    shown = show("single_choice", ABC)
    drag(shown, 0, 2)
    assert texts(shown)[0] == "B"
    assert sorted(texts(shown)) == ["A", "B", "C"]
    assert shown.edited == ["options"]


def test_esc_lets_a_dragged_option_go_back(show: Show) -> None:
    shown = show("single_choice", ABC)
    drag(shown, 0, 2, gives_up=True)
    assert texts(shown) == ["A", "B", "C"]
    assert shown.edited == []


def test_marking_one_takes_the_mark_from_the_other(show: Show) -> None:
    shown = show("single_choice", ABC)
    click(row(shown, 1).right.mark)
    assert rights(shown) == [False, True, False]
    click(row(shown, 1).right.mark)
    assert rights(shown) == [False, True, False]


def test_any_number_is_marked_where_several_are_right(show: Show) -> None:
    shown = show("multiple_choice", {**ABC, "type": "multiple_choice"})
    row(shown, 2).right.mark.setFocus()
    press(Qt.Key.Key_Space)
    assert rights(shown) == [True, False, True]
    press(Qt.Key.Key_Space)
    assert rights(shown) == [True, False, False]


def test_feedback_and_credit_are_behind_a_button(show: Show) -> None:
    shown = show("single_choice", ABC)
    wrong = row(shown, 1)
    assert not wrong.feedback.isVisible()
    click(wrong.details_button)
    wrong.feedback.area.setFocus()
    write("Nearly.")
    wrong.credit.line.setFocus()
    wrong.credit.line.clear()
    write("25")
    assert shown.entry["options"][1] == {"text": "B", "feedback": "Nearly.", "credit": 0.25}
    assert not row(shown, 0).credit.isVisibleTo(row(shown, 0).details)


def test_a_problem_with_hidden_feedback_opens_it(show: Show) -> None:
    entry = {**ABC, "options": [{"text": "A", "right": True}, {"text": "B", "credit": 2}]}
    shown = show("single_choice", entry)
    shown.form.show_problems(shown.problems())
    assert row(shown, 1).credit.isVisible()
    assert not row(shown, 0).details_button.is_open


def test_weights_are_asked_for_where_they_score(show: Show) -> None:
    shown = show("multiple_choice", {**ABC, "type": "multiple_choice"})
    form = shown.form
    assert isinstance(form, MultipleChoiceForm)
    assert not row(shown, 0).weight.isVisible()
    form.scoring.box.setFocus()
    press(Qt.Key.Key_End)
    assert shown.entry["scoring"] == "weights"
    for place, worth in ((0, "100"), (1, "-50"), (2, "-33.3")):
        row(shown, place).weight.line.setFocus()
        row(shown, place).weight.line.clear()
        write(worth)
    assert [each["weight"] for each in shown.entry["options"]] == [1, -0.5, -0.333]
    shown.form.show_entry({**shown.entry, "scoring": "all_or_nothing"})
    assert row(shown, 0).weight.isVisible()  # it has a value, which would else be out of sight


def test_undo_brings_an_option_back(show: Show) -> None:
    shown = show("single_choice", ABC)
    click(options(shown).frames[1].remove_button)
    assert texts(shown) == ["A", "C"]
    shown.form.show_entry(ABC)
    assert texts(shown) == ["A", "B", "C"]
    assert shown.entry == ABC


def test_rows_are_renamed_when_they_move(show: Show) -> None:
    shown = show("single_choice", ABC)
    shown.form.focus_path("options[2].text")
    press(Qt.Key.Key_Up, ALT, 2)
    names = [each.text.area.accessibleName() for each in options(shown).option_rows]
    assert names == ["Option 1", "Option 2", "Option 3"]


@pytest.mark.parametrize("count", [26, 30])
def test_a_list_that_is_full_takes_no_more(show: Show, count: int) -> None:
    entry = {**ABC, "options": [{"text": str(n)} for n in range(count)]}
    shown = show("single_choice", entry)
    assert not options(shown).add_button.isVisible()
    shown.form.focus_path(f"options[{count - 1}].text")
    press(Qt.Key.Key_Return)
    assert shown.entry == entry


def test_advice_stands_below_the_option_without_a_red_frame(show: Show) -> None:
    entry = {
        **ABC,
        "topic": "date",
        "facts": ["built"],
        "options": [{"text": "A", "right": True}, {"text": "B"}, {"text": "All of the above"}],
    }
    shown = show("single_choice", entry)
    problems = shown.problems()
    assert {each.severity for each in problems} == {"advice"}
    shown.form.show_problems(problems)
    lines = row(shown, 2).findChildren(RemarkLine)
    assert [line.tone for line in lines] == ["partly"]
    assert lines[0].words in row(shown, 2).text.area.accessibleDescription()
