from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.disclosure import Disclosure, open_around
from quizapp.ui.widgets.fields import TextField
from tests.ui.conftest import Place


def test_it_opens_and_closes_by_key_and_mouse(qtbot: QtBot, place: Place) -> None:
    more, field = Disclosure("More"), TextField("Name")
    more.body.addWidget(field)
    place(more)
    assert not field.isVisible()
    with qtbot.waitSignal(more.toggled):
        QTest.keyClick(more.heading, Qt.Key.Key_Return)
    assert field.isVisible()
    assert more.heading.accessibleName() == "More, open"
    QTest.mouseClick(more.heading, Qt.MouseButton.LeftButton)
    assert not field.isVisible()


def test_all_around_a_widget_is_opened(place: Place) -> None:
    outer, inner, field = Disclosure("Outer"), Disclosure("Inner"), TextField("Name")
    outer.body.addWidget(inner)
    inner.body.addWidget(field)
    place(outer)
    open_around(field)
    assert field.isVisible()


def test_it_says_what_is_in_it(place: Place) -> None:
    more = Disclosure("More")
    place(more)
    more.set_summary("hints, tags")
    assert more.heading.accessibleDescription() == "hints, tags"
