"""Things side by side that break into lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.flow_layout import FlowLayout
from tests.ui.conftest import Place


def flowing(place: Place, count: int, width: int) -> tuple[FlowLayout, list[QWidget]]:
    """`count` boxes of 100 × 20 in a flow of that width."""
    holder = QWidget()
    layout = FlowLayout(holder)
    boxes = [QWidget() for _ in range(count)]
    for box in boxes:
        box.setFixedSize(100, 20)
        layout.addWidget(box)
    place(holder, width=width)
    return layout, boxes


def test_lines_break_where_the_room_ends(place: Place) -> None:
    layout, boxes = flowing(place, 5, 330)
    assert [(box.x(), box.y()) for box in boxes] == [
        (0, 0), (108, 0), (216, 0), (0, 28), (108, 28)
    ]  # fmt: skip
    assert layout.heightForWidth(330) == 48


def test_a_narrow_window_gives_each_its_own_line(place: Place) -> None:
    layout, boxes = flowing(place, 3, 120)
    assert [box.x() for box in boxes] == [0, 0, 0]
    assert layout.heightForWidth(120) == 76


def test_from_right_to_left_it_begins_at_the_right(place: Place) -> None:
    layout, boxes = flowing(place, 2, 330)
    holder = layout.parentWidget()
    assert holder is not None
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.activate()
    assert [box.geometry().right() for box in boxes] == [329, 221]


def test_what_is_hidden_takes_no_room(place: Place) -> None:
    layout, boxes = flowing(place, 3, 330)
    boxes[0].hide()
    layout.activate()
    assert [box.x() for box in boxes[1:]] == [0, 108]


def test_items_can_be_taken_out(place: Place) -> None:
    layout, _ = flowing(place, 2, 330)
    assert layout.takeAt(0) is not None
    assert layout.count() == 1
    assert layout.itemAt(5) is None
