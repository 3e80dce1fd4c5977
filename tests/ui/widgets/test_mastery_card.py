"""Mastery by topic, as bars and as a table."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.mastery_card import MasteryCard, TopicsModel
from tests.ui.conftest import Place
from tests.ui.sittings import TOPICS


@pytest.fixture
def card(place: Place) -> MasteryCard:
    """The card, shown with three topics."""
    card = MasteryCard()
    card.show_topics(TOPICS)
    place(card)
    return card


def bars(card: MasteryCard) -> list[str]:
    return [bar.accessibleName() for bar in card.findChildren(Bar) if bar.isVisible()]


def table_of(card: MasteryCard) -> DataTable:
    (table,) = card.findChildren(DataTable)
    return table


def test_the_model_is_sound_and_tells_all_numbers() -> None:
    model = TopicsModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.show_topics(TOPICS)
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert rows == [
        ["Dates", "40", "30", "50%"],
        ["Figures", "20", "3", "7%"],
        ["Places", "5", "0", "0%"],
    ]
    across = Qt.Orientation.Horizontal
    heads = [model.headerData(column, across) for column in range(4)]
    assert heads == ["Topic", "Questions", "Seen", "Mastery"]
    model.show_topics(TOPICS[:1])
    assert model.rowCount() == 1
    assert tester is not None


def test_bars_say_their_numbers(card: MasteryCard) -> None:
    assert bars(card) == [
        "Dates: seen 30 of 40 · 50%",
        "Figures: seen 3 of 20 · 7%",
        "Places: seen 0 of 5 · 0%",
    ]
    assert not table_of(card).isVisible()


def test_other_topics_take_the_place(card: MasteryCard) -> None:
    card.show_topics(TOPICS[1:2])
    QApplication.processEvents()
    assert bars(card) == ["Figures: seen 3 of 20 · 7%"]


def test_the_keyboard_changes_to_the_table_and_walks_it(
    card: MasteryCard, unnamed: Callable[[QWidget], list[str]]
) -> None:
    (first, second) = card.findChildren(QAbstractButton)[:2]
    assert [first.text(), second.text()] == ["Bars", "Table"]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    if not second.isChecked():
        QTest.keyClick(second, Qt.Key.Key_Space)
    table = table_of(card)
    assert table.isVisible()
    assert bars(card) == []
    assert unnamed(card) == []
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().siblingAtColumn(0).data() == "Figures"


def test_the_table_has_room_for_all_its_rows(qapp: QApplication, card: MasteryCard) -> None:
    card.show_topics(TOPICS * 2)
    QTest.mouseClick(card.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    for percent in (100, 200):
        apply_theme(qapp, "light", percent)
        QApplication.processEvents()
        table = table_of(card)
        assert table.verticalScrollBar().maximum() == 0
        assert table.viewport().height() >= 6 * table.rowHeight(0)
