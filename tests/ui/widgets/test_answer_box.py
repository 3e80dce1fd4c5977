"""Boxes for answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.questions.base import Verdict
from quizapp.ui.theme import LIGHT
from quizapp.ui.widgets.answer_box import PickBox, TextBox
from quizapp.ui.widgets.verdict_banner import verdict_tone
from tests.ui.conftest import Place

LONG = "An entry that is so long that it needs more than one line in a box of this width"
LEFT = Qt.MouseButton.LeftButton


def colours_in(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def pick_box() -> PickBox:
    return PickBox("Pair", [(-1, "Choose…"), (0, "Short"), (1, LONG)])


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_has_its_colour_and_the_text_stays_dark(place: Place, verdict: Verdict) -> None:
    text, pick = TextBox("Answer"), pick_box()
    place(text, pick)
    text.editor.setText("Given")
    pick.set_value(0)
    for box in (text, pick):
        box.set_read_only(True)
        box.show_verdict(verdict, "Word")
        shown = colours_in(box)
        assert getattr(LIGHT, verdict_tone(verdict)) in shown
        assert getattr(LIGHT, f"{verdict_tone(verdict)}_soft") in shown
        assert LIGHT.text in shown
        assert LIGHT.disabled not in shown


def test_a_long_choice_wraps(place: Place) -> None:
    box = pick_box()
    place(box, width=300)
    low = box.height()
    box.set_value(1)
    QTest.qWait(1)
    assert box.height() > low
    assert box.heightForWidth(300) > box.heightForWidth(900)


def test_the_list_is_as_wide_as_the_box(place: Place) -> None:
    box = pick_box()
    place(box, width=300)
    box.showPopup()
    assert box.view().width() == box.width()
    rows = [box.view().visualRect(box.model().index(n, 0)).height() for n in range(3)]
    assert rows[2] > rows[1] == rows[0] >= 40
    box.hidePopup()


def test_the_ring_shows_for_the_keyboard_only(place: Place) -> None:
    first, second = pick_box(), pick_box()
    place(first, second)
    QTest.mouseClick(second, LEFT)
    second.hidePopup()
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert LIGHT.focus not in colours_in(second)
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert LIGHT.focus in colours_in(first)


def test_enter_is_told_and_goes_no_further(qtbot: QtBot, place: Place) -> None:
    for box, editor in ((pick := pick_box(), pick), (text := TextBox("Answer"), text.editor)):
        place(box)
        with qtbot.waitSignal(editor.returned):
            QTest.keyClick(editor, Qt.Key.Key_Return)


def test_typing_a_capital_or_a_sign_is_typing(place: Place) -> None:
    box = TextBox("Answer")
    place(box)
    QTest.keyClicks(box.editor, "A1?")
    QTest.keyClick(box.editor, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert box.editor.text() == "A1?"
