"""Several of many are chosen by mouse and by keys, and taken out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.fields import ChoiceBox
from quizapp.ui.widgets.pick_list import PickList
from tests.ui.conftest import Place

CHOICES = [("1", "The register"), ("2", "Letters"), ("3", "A map")]


@pytest.fixture
def picks(place: Place) -> PickList:
    """Three references, of which the second is chosen."""
    made = PickList("References", "Add a reference…")
    made.set_choices(CHOICES)
    made.set_value(["2"])
    place(made)
    return made


def offered(picks: PickList) -> list[str]:
    (box,) = picks.findChildren(ChoiceBox)
    return [box.itemText(at) for at in range(box.count())]


def pick(picks: PickList, place: int) -> None:
    """Open the list with the keyboard, and choose from it."""
    (box,) = picks.findChildren(ChoiceBox)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.is_open
    for _ in range(place):
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def test_what_is_chosen_is_offered_no_more(picks: PickList) -> None:
    assert offered(picks) == ["Add a reference…", "The register", "A map"]
    assert "Letters" in [label.accessibleName() for label in picks.findChildren(QLabel)]


def test_keys_open_the_list_and_choose_from_it(qtbot: QtBot, picks: PickList) -> None:
    with qtbot.waitSignal(picks.changed):
        pick(picks, 2)
    assert picks.value() == ["2", "3"]
    assert offered(picks) == ["Add a reference…", "The register"]


def test_keys_choose_nothing_while_the_list_is_closed(picks: PickList) -> None:
    (box,) = picks.findChildren(ChoiceBox)
    QTest.keyClicks(box, "The")
    assert picks.value() == ["2"]


def test_what_was_chosen_is_taken_out_again(qtbot: QtBot, picks: PickList) -> None:
    QApplication.processEvents()
    out = next(
        each
        for each in picks.findChildren(QPushButton)
        if each.accessibleName() == "Take out: Letters"
    )
    with qtbot.waitSignal(picks.changed):
        QTest.mouseClick(out, Qt.MouseButton.LeftButton)
    assert picks.value() == []
    assert len(offered(picks)) == 4


def test_an_id_that_is_gone_is_shown_and_stays(picks: PickList) -> None:
    picks.set_value(["9"])
    assert picks.value() == ["9"]
    assert "9" in [label.accessibleName() for label in picks.findChildren(QLabel)]
