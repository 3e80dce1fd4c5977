"""Lines that fold where there is no room: fields side by side, and a label with a tool bar."""

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.head_line import HeadLine
from quizapp.ui.widgets.headings import CardTitle
from quizapp.ui.widgets.remark import RemarkLine
from tests.ui.conftest import Place


@pytest.mark.parametrize(("width", "is_beside"), [(400, True), (220, False)])
def test_fields_stand_beside_each_other_where_there_is_room(
    place: Place, qapp: QApplication, width: int, is_beside: bool
) -> None:
    first, second = TextField("First"), TextField("Second")
    place(FlowLine(first, second), width=width)
    qapp.processEvents()
    assert (first.y() == second.y()) is is_beside


@pytest.mark.parametrize(("width", "is_beside"), [(400, True), (200, False)])
def test_what_is_at_the_end_of_a_line_goes_below_it(
    place: Place, qapp: QApplication, width: int, is_beside: bool
) -> None:
    end = Button("Something long enough")
    label = CardTitle("Label")
    place(HeadLine(label, end), width=width)
    qapp.processEvents()
    assert (end.x() > label.x()) is is_beside


def test_a_remark_wraps_at_every_size(place: Place, qapp: QApplication) -> None:
    line = RemarkLine("Something is wrong here, and this is how to mend it.", "wrong")
    place(line, width=400)
    low = line.height()
    apply_theme(qapp, "light", 200)
    qapp.processEvents()
    assert line.heightForWidth(200) > 3 * low
    assert line.accessibleName() == line.words
