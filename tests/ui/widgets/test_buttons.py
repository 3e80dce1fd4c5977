from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton, QuietButton
from quizapp.ui.widgets.name_tile import NameTile
from quizapp.ui.widgets.painting import TOUCH_HEIGHT
from quizapp.ui.widgets.row_button import RowButton
from tests.ui.conftest import Place


def test_a_button_is_tall_enough_for_a_finger(place: Place, qapp: QApplication) -> None:
    buttons = [
        PrimaryButton("Start"),
        Button("Save"),
        QuietButton("Skip"),
        IconButton("x", "Close"),
    ]
    place(*buttons)
    for percent in (80, 100, 200):
        apply_theme(qapp, "light", percent)
        qapp.processEvents()
        assert all(button.height() >= TOUCH_HEIGHT for button in buttons)


def test_a_button_has_room_for_its_words(place: Place, qapp: QApplication) -> None:
    button = Button("Practise what I missed", "rotate-ccw")
    place(button)
    narrow = button.sizeHint().width()
    apply_theme(qapp, "light", 200)
    assert button.minimumSizeHint().width() > 1.7 * narrow


def test_space_presses_it(qtbot: QtBot, place: Place) -> None:
    button = DangerButton("Delete learner")
    place(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_enter_presses_whatever_looks_like_a_button(qtbot: QtBot, place: Place) -> None:
    buttons = [Button("Save"), NameTile("Anna"), RowButton("history", "Yesterday", "66%")]
    place(*buttons)
    for button in buttons:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with qtbot.waitSignal(button.clicked):
                QTest.keyClick(button, key)


def ring_shows(button: Button) -> bool:
    focus = "#0b57d0"
    image = button.grab().toImage()
    return image.pixelColor(image.width() // 2, 0).name() == focus


def test_the_focus_ring_shows_for_the_keyboard_only(place: Place) -> None:
    first, second = Button("One"), Button("Two")
    place(first, second)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring_shows(second)
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert ring_shows(first)
    assert not ring_shows(second)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring_shows(second)


def test_focus_that_the_program_gives_rings_after_a_key(place: Place) -> None:
    first, second = Button("One"), Button("Two")
    place(first, second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    second.setFocus()
    assert not ring_shows(second)
    QTest.keyClick(second, Qt.Key.Key_Space)
    first.setFocus()
    assert ring_shows(first)


def test_an_icon_alone_has_a_name(place: Place, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(place(IconButton("flag", "Flag this question"))) == []
