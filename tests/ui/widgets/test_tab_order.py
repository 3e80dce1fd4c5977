from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from quizapp.ui.widgets.tab_order import order_tabs
from tests.ui.conftest import Place


def test_tab_follows_the_layout_whenever_widgets_were_made(place: Place) -> None:
    holder = QWidget()
    buttons = [QPushButton(str(number)) for number in range(6)]
    column, row = QVBoxLayout(holder), QHBoxLayout()
    for number in (5, 3):
        column.addWidget(buttons[number])
    column.addLayout(row)
    for number in (0, 4, 2):
        row.addWidget(buttons[number])
    column.addWidget(buttons[1])
    place(holder)
    order_tabs(holder)
    buttons[5].setFocus()
    seen = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        seen.append(focus.text())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert "".join(seen) == "530421"
