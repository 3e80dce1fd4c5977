"""Pairing by mouse and by keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from quizapp.questions import Matching, MatchingAnswer
from quizapp.questions.matching import Pair
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.answer_box import PickBox
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.verdict_mark import VerdictMark
from tests.ui.question_widgets.conftest import Show, Shown, focused, press, type_text

K = Qt.Key


def question() -> Matching:
    pairs = (
        Pair(left="*Steps*", right="166"),
        Pair(left="Windows", right="nine"),
        Pair(left="Doors", right="two"),
    )
    return Matching(
        id="q", stem="Match!", topic="figure", facts=("f",), pairs=pairs, distractors=("ten",)
    )


def boxes(shown: Shown) -> list[PickBox]:
    found: list[PickBox] = shown.widget.findChildren(PickBox)
    return found


def labels(shown: Shown) -> list[str]:
    found: list[QLabel] = shown.widget.findChildren(QLabel)
    return [label.accessibleName() for label in found if label.isVisible()]


def choose_by_mouse(box: PickBox, entry: int) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    view = box.view()
    rect = view.visualRect(box.model().index(entry, 0))
    QTest.mouseMove(view.viewport(), rect.center())
    QTest.qWait(QApplication.doubleClickInterval() + 50)  # Qt takes a quicker release as the first
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_pairs_are_chosen_by_mouse(show: Show) -> None:
    shown = show(question(), layout=((1, 0, 2), (3, 1, 0, 2)))
    choose_by_mouse(boxes(shown)[0], 2)
    assert shown.widget.answer() == MatchingAnswer(choices=(-1, 1, -1))
    assert shown.changed == 1


def test_pairs_are_chosen_by_keys_alone(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    press(K.Key_Down)
    press(K.Key_Tab)
    type_text("ni")
    press(K.Key_Tab)
    press(K.Key_Space)
    press(K.Key_Down, times=3)
    press(K.Key_Return)
    assert shown.widget.answer() == MatchingAnswer(choices=(0, 1, 2))
    assert shown.confirmed == 0


def test_enter_goes_to_the_next_open_pair_and_confirms_at_last(show: Show) -> None:
    shown = show(question())
    boxes(shown)[1].setFocus()
    for wanted in (2, 0):
        press(K.Key_Down)
        press(K.Key_Return)
        assert focused() is boxes(shown)[wanted]
    press(K.Key_Return)
    assert shown.confirmed == 0
    press(K.Key_Down)
    press(K.Key_Return)
    assert shown.confirmed == 1
    assert shown.host.keys == []


def test_a_choice_can_be_taken_back(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    press(K.Key_Down)
    press(K.Key_Up)
    assert shown.widget.answer() is None


def test_a_question_mark_goes_to_the_page(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    type_text("?")
    assert shown.host.keys == [K.Key_Question]


def test_the_check_says_each_pair(show: Show, qapp: QApplication) -> None:
    shown = show(question())
    answer = MatchingAnswer(choices=(0, 2, -1))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question().grade(answer))
    qapp.processEvents()
    marks = [box.findChildren(VerdictMark)[0].words for box in boxes(shown)]
    assert marks == ["Right", "Not quite", "Not quite"]
    assert [box.shown_text() for box in boxes(shown)] == ["166", "two", "Not answered"]
    assert labels(shown) == ["Right answer: nine", "Right answer: two"]
    for box in boxes(shown):
        under = shown.widget.childAt(box.mapTo(shown.widget, box.rect().center()))
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)
        assert not box.view().isVisible()
    assert boxes(shown)[1].accessibleDescription() == "Not quite. Right answer: nine"


def test_the_right_pairs_can_be_kept_back(show: Show, qapp: QApplication) -> None:
    shown = show(question())
    answer = MatchingAnswer(choices=(1, 2, -1))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question().grade(answer), reveal=False)
    qapp.processEvents()
    assert labels(shown) == []
    assert boxes(shown)[0].accessibleDescription() == "Not quite"


def is_beside(shown: Shown) -> bool:
    label = shown.widget.findChildren(MarkdownView)[0].mapTo(shown.widget, QPoint(0, 0))
    return bool(boxes(shown)[0].mapTo(shown.widget, QPoint(0, 0)).x() > label.x() + 100)


def test_both_sides_stand_in_one_row_where_there_is_room(show: Show, qapp: QApplication) -> None:
    shown = show(question())
    assert is_beside(shown)
    apply_theme(qapp, "light", 200)
    qapp.processEvents()
    assert not is_beside(shown)
    assert not is_beside(show(question(), width=500))


def test_a_left_side_is_spoken_without_marks(show: Show) -> None:
    assert boxes(show(question()))[0].accessibleName() == "Steps"
