"""Putting in order: by dragging, with the buttons, with keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.questions import Ordering, OrderingAnswer
from quizapp.questions.ordering import Item
from quizapp.ui.widgets.buttons import IconButton, QuietButton
from quizapp.ui.widgets.order_list import OrderList
from quizapp.ui.widgets.order_row import OrderRow
from tests.ui.question_widgets.conftest import Show, Shown, focused, press

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def question() -> Ordering:
    return Ordering(
        id="q", stem="Order!", topic="date", facts=("f",), items=("Ant", "Bee", "Cat", "Dog")
    )


def list_of(shown: Shown) -> OrderList:
    (found,) = shown.widget.findChildren(OrderList)
    assert isinstance(found, OrderList)
    return found


def row(shown: Shown, position: int) -> OrderRow:
    return list_of(shown).shown_rows()[position]


def words(shown: Shown) -> str:
    return " ".join(each.words for each in list_of(shown).shown_rows())


def keep_button(shown: Shown) -> QuietButton:
    buttons = shown.widget.findChildren(QuietButton)
    (found,) = (button for button in buttons if button.text())
    assert isinstance(found, QuietButton)
    return found


def drag(shown: Shown, start: int, *places: int, release: bool = True) -> None:
    """Take the row at `start`, pull it over the rows at `places`, and let go at the last."""
    pulled = row(shown, start)
    targets = [row(shown, place).mapToGlobal(row(shown, place).rect().center()) for place in places]
    QTest.mousePress(pulled, LEFT, pos=pulled.rect().center())
    for target in targets:
        QTest.mouseMove(pulled, pulled.mapFromGlobal(target))
    if release:
        QTest.mouseRelease(pulled, LEFT, pos=pulled.mapFromGlobal(targets[-1]))


def test_the_shuffled_order_is_no_answer(show: Show) -> None:
    shown = show(question(), layout=((2, 0, 3, 1),))
    assert words(shown) == "Cat Ant Dog Bee"
    assert shown.widget.answer() is None
    QTest.mouseClick(row(shown, 1), LEFT)
    press(K.Key_Down, times=2)
    assert shown.widget.answer() is None


def test_it_can_be_said_that_the_order_stays(show: Show) -> None:
    shown = show(question(), layout=((2, 0, 3, 1),))
    button = keep_button(shown)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    assert shown.widget.answer() == OrderingAnswer(items=(2, 0, 3, 1))
    assert shown.changed == 1
    assert not button.isVisible()
    assert row(shown, 0).hasFocus()


def test_moving_takes_the_button_away(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    press(K.Key_Down, ALT)
    assert not keep_button(shown).isVisible()


@pytest.mark.parametrize(
    ("start", "places", "order"),
    [
        (0, (1,), "Bee Ant Cat Dog"),
        (0, (1, 2, 3), "Bee Cat Dog Ant"),
        (3, (2, 1, 0), "Dog Ant Bee Cat"),
        (2, (3, 2, 1), "Ant Cat Bee Dog"),
    ],
)
def test_a_row_is_dragged(show: Show, start: int, places: tuple[int, ...], order: str) -> None:
    shown = show(question())
    drag(shown, start, *places)
    assert words(shown) == order
    items = [question().texts().index(word) for word in order.split()]
    assert shown.widget.answer() == OrderingAnswer(items=tuple(items))
    assert shown.changed == 1


def test_a_row_dragged_back_is_no_answer(show: Show) -> None:
    shown = show(question())
    drag(shown, 0, 2, 0)
    assert words(shown) == "Ant Bee Cat Dog"
    assert shown.widget.answer() is None


def test_a_trembling_hand_drags_nothing(show: Show) -> None:
    shown = show(question())
    pulled = row(shown, 0)
    QTest.mousePress(pulled, LEFT, pos=QPoint(50, 20))
    QTest.mouseMove(pulled, QPoint(50, 20 + QApplication.startDragDistance() - 1))
    assert pulled.y() == 0
    QTest.mouseRelease(pulled, LEFT, pos=QPoint(50, 22))
    assert shown.widget.answer() is None


def test_the_place_to_drop_is_shown(show: Show) -> None:
    """Where the row would stand, the ground has another colour than beside the rows."""
    shown = show(question())
    before = list_of(shown).grab().toImage()
    slot = row(shown, 1).geometry().bottom() - 8
    drag(shown, 0, 1, release=False)
    pulled = row(shown, 1)
    pulled.move(0, list_of(shown).height() - pulled.height())
    after = list_of(shown).grab().toImage()
    assert after.pixelColor(40, slot).name() == "#e6edfb"
    assert before.pixelColor(40, slot).name() != "#e6edfb"
    QTest.mouseRelease(pulled, LEFT)


def test_escape_lets_go(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    drag(shown, 0, 1, 2, release=False)
    assert words(shown) == "Bee Cat Ant Dog"
    press(K.Key_Escape)
    assert words(shown) == "Ant Bee Cat Dog"
    QTest.mouseRelease(row(shown, 0), LEFT)
    assert shown.widget.answer() is None
    assert shown.host.keys == []


def test_the_buttons_move_and_end_at_the_ends(show: Show) -> None:
    shown = show(question())
    buttons = row(shown, 0).findChildren(IconButton)
    (down,) = (each for each in buttons if each.accessibleName() == "Move down")
    for order in ("Bee Ant Cat Dog", "Bee Cat Ant Dog", "Bee Cat Dog Ant"):
        assert down.isEnabled()
        QTest.mouseClick(down, LEFT)
        assert words(shown) == order
    assert not down.isEnabled()
    (up,) = (each for each in buttons if each.accessibleName() == "Move up")
    QTest.mouseClick(up, LEFT)
    assert words(shown) == "Bee Cat Ant Dog"


def test_keys_move_the_focus_and_with_alt_the_row(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    press(K.Key_Down)
    assert focused() is row(shown, 1)
    press(K.Key_Down, ALT, times=5)
    assert words(shown) == "Ant Cat Dog Bee"
    assert focused() is row(shown, 3)
    press(K.Key_Home)
    press(K.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert words(shown) == "Cat Ant Dog Bee"
    press(K.Key_End)
    press(K.Key_Up, ALT, times=5)
    assert shown.widget.answer() == OrderingAnswer(items=(1, 2, 0, 3))
    press(K.Key_Return)
    assert shown.confirmed == 1
    assert shown.host.keys == []


def test_arrows_stop_at_the_ends(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    press(K.Key_Up, times=3)
    assert focused() is row(shown, 0)
    press(K.Key_Down, times=9)
    assert focused() is row(shown, 3)


def test_the_list_is_one_stop_for_tab(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    press(K.Key_Down)
    press(K.Key_Tab)
    assert focused() is keep_button(shown)
    press(K.Key_Backtab)
    assert focused() is row(shown, 1)


def test_digits_pick_and_alt_moves(show: Show) -> None:
    shown = show(question())
    assert shown.widget.choose("3")
    assert focused() is row(shown, 2)
    press(K.Key_Up, ALT)
    assert words(shown) == "Ant Cat Bee Dog"
    assert not shown.widget.choose("5")


def test_a_screen_reader_hears_the_place(show: Show) -> None:
    shown = show(question())
    shown.widget.focus_first()
    assert focused().accessibleName() == "1 of 4: Ant"
    press(K.Key_Down, ALT)
    assert focused().accessibleName() == "2 of 4: Ant"
    assert row(shown, 0).accessibleName() == "1 of 4: Bee"
    spoken = QAccessible.queryAccessibleInterface(list_of(shown))
    assert spoken is not None
    names = [spoken.child(n).text(QAccessible.Text.Name) for n in range(4)]
    assert [name[0] for name in names] == ["1", "2", "3", "4"]


def test_the_check_says_where_each_belongs(show: Show) -> None:
    shown = show(question())
    answer = OrderingAnswer(items=(2, 1, 0, 3))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question().grade(answer))
    said = [each.verdict_words for each in list_of(shown).shown_rows()]
    assert said == ["Belongs at 3", "Right place", "Belongs at 1", "Right place"]
    assert row(shown, 0).accessibleDescription() == "Belongs at 3"
    assert not any(b.isVisible() for b in shown.widget.findChildren(IconButton))
    drag(shown, 0, 2)
    assert words(shown) == "Cat Bee Ant Dog"


def test_where_each_belongs_can_be_kept_back(show: Show) -> None:
    shown = show(question())
    answer = OrderingAnswer(items=(1, 0, 2, 3))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question().grade(answer), reveal=False)
    assert row(shown, 0).verdict_words == "Wrong place"


def test_tied_items_are_right_in_either_order(show: Show) -> None:
    tied = Ordering(
        id="q",
        stem="Order!",
        topic="date",
        facts=("f",),
        items=("Ant", Item(text="Bee", ties_with_previous=True), "Cat"),
    )
    shown = show(tied)
    answer = OrderingAnswer(items=(1, 0, 2))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(tied.grade(answer))
    assert {each.verdict_words for each in list_of(shown).shown_rows()} == {"Right place"}


def test_rows_are_tall_enough_for_a_finger_and_wrap(show: Show) -> None:
    long = Ordering(
        id="q", stem="Order!", topic="date", facts=("f",), items=("Short", "A long text " * 20)
    )
    shown = show(long, width=500)
    assert row(shown, 0).height() >= 52
    assert row(shown, 1).height() > 2 * row(shown, 0).height()
    assert row(shown, 1).y() == row(shown, 0).height() + 8
