"""Whether somebody is there: seen in every window of the program."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.idle_watch import IdleWatch
from quizapp.ui.widgets.sheet import Sheet


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() == widget.windowHandle())


def test_keys_and_clicks_are_seen_in_the_window_and_in_its_sheets(
    qtbot: QtBot, qapp: QApplication
) -> None:
    watch = IdleWatch(qapp)
    window = QWidget()
    show(qtbot, window)
    with qtbot.waitSignal(watch.used):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    sheet = Sheet("A question", window)
    field = QLineEdit()
    sheet.body.addWidget(field)
    show(qtbot, sheet)
    with qtbot.waitSignal(watch.used):
        QTest.keyClick(sheet.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"


def test_moving_the_mouse_is_no_use(qtbot: QtBot, qapp: QApplication) -> None:
    watch = IdleWatch(qapp)
    window = QWidget()
    show(qtbot, window)
    with qtbot.assertNotEmitted(watch.used):
        QTest.mouseMove(window.windowHandle(), QPoint(7, 7))
