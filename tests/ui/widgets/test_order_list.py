"""Rows that move, when there is more of them than fits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.edge_scroller import EDGE, STEP, step_at
from quizapp.ui.widgets.order_list import OrderList
from tests.ui.conftest import Place


def test_what_moves_by_keys_stays_in_sight(place: Place, qapp: QApplication) -> None:
    column = Column()
    column.setFixedHeight(300)
    items = OrderList([f"Item {n}" for n in range(12)])
    column.body.addWidget(items)
    place(column)
    items.focus_row(0, Qt.FocusReason.ShortcutFocusReason)
    row = items.rows[0]
    for _ in range(11):
        QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        qapp.processEvents()
        assert not row.visibleRegion().isEmpty()
    assert items.order()[-1] == 0


def test_moving_is_told_but_setting_is_not(qtbot: QtBot, place: Place) -> None:
    items = OrderList(["A", "B", "C"])
    place(items)
    with qtbot.assertNotEmitted(items.moved):
        items.set_order((2, 1, 0))
        items.move_row(items.rows[2], 0)
        items.move_row(items.rows[2], -1)
        items.move_row(items.rows[2], 3)
    with qtbot.waitSignal(items.moved):
        items.move_row(items.rows[2], 2)
    assert items.order() == (1, 0, 2)


def test_rows_follow_the_text_size(place: Place, qapp: QApplication) -> None:
    items = OrderList(["A", "B"])
    place(items)
    apply_theme(qapp, "light", 200)
    qapp.processEvents()
    assert items.rows[1].y() >= 104


def test_dragging_to_the_edge_scrolls_on(qtbot: QtBot, place: Place) -> None:
    column = Column()
    column.setFixedHeight(300)
    items = OrderList([f"Item {n}" for n in range(12)])
    column.body.addWidget(items)
    place(column)
    row = items.rows[0]
    edge = column.viewport().mapToGlobal(QPoint(100, 290))
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    QTest.mouseMove(row, row.rect().center() + QPoint(0, 30))
    QTest.mouseMove(row, row.mapFromGlobal(edge))
    bar = column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 300)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=row.mapFromGlobal(edge))
    assert items.order().index(0) > 7
    at = bar.value()
    qtbot.wait(60)
    assert bar.value() == at


def test_a_finger_drags_too(place: Place) -> None:
    items = OrderList(["A", "B", "C"])
    place(items)
    row, finger = items.rows[0], QTest.createTouchDevice()
    QTest.touchEvent(row, finger).press(0, QPoint(60, 20), row).commit()
    for y in (50, 100, 140):
        at = row.mapFromGlobal(items.mapToGlobal(QPoint(60, y)))
        QTest.touchEvent(row, finger).move(0, at, row).commit()
    at = row.mapFromGlobal(items.mapToGlobal(QPoint(60, 140)))
    QTest.touchEvent(row, finger).release(0, at, row).commit()
    assert items.order() == (1, 2, 0)


@pytest.mark.parametrize(
    ("y", "step"), [(-50, -STEP), (EDGE - 1, -STEP), (150, 0), (301 - EDGE, STEP), (500, STEP)]
)
def test_the_pointer_at_an_edge_scrolls(y: int, step: int) -> None:
    assert step_at(y, 300) == step
