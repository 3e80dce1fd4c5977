import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.segments import Segments, SegmentState
from tests.ui.conftest import Place

S = SegmentState


@pytest.fixture
def segments(place: Place) -> Segments:
    segments = Segments()
    segments.show_states([S.RIGHT, S.RIGHT, S.LEFT, *[S.LEFT] * 7], 2)
    place(segments)
    return segments


def test_it_says_how_far_one_is(segments: Segments) -> None:
    assert segments.accessibleName() == "Question 3 of 10, 2 right"
    segments.show_states([S.RIGHT, S.WRONG, S.PARTLY, S.SKIPPED, S.ANSWERED], -1)
    assert segments.accessibleName() == (
        "5 questions, 1 answered, 1 skipped, 1 right, 1 partly right, 1 not right"
    )


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("count", [1, 10, 100])
def test_a_click_tells_which(
    qtbot: QtBot, segments: Segments, count: int, direction: Qt.LayoutDirection
) -> None:
    segments.setLayoutDirection(direction)
    segments.show_states([S.LEFT] * count, 0)
    near_start = 3 if direction == Qt.LayoutDirection.LeftToRight else segments.width() - 3
    with qtbot.waitSignal(segments.segment_clicked) as told:
        QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(near_start, 8))
    assert told.args == [0]


def test_the_last_of_a_hundred_can_be_clicked(qtbot: QtBot, segments: Segments) -> None:
    segments.show_states([S.LEFT] * 100, 0)
    with qtbot.waitSignal(segments.segment_clicked) as told:
        end = QPoint(segments.width() - 2, 8)
        QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=end)
    assert told.args == [99]


@pytest.mark.parametrize(
    ("direction", "key"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Left),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Right),
    ],
)
def test_the_arrow_keys_and_enter_tell_which(
    qtbot: QtBot, segments: Segments, direction: Qt.LayoutDirection, key: Qt.Key
) -> None:
    segments.setLayoutDirection(direction)
    QTest.keyClick(segments, key)
    with qtbot.waitSignal(segments.segment_clicked) as told:
        QTest.keyClick(segments, Qt.Key.Key_Return)
    assert told.args == [1]


def ink_of(segments: Segments) -> tuple[bool, ...]:
    """Where the beginning of the line is not empty, whatever the colour."""
    image = segments.grab().toImage()
    return tuple(image.pixelColor(x, y).lightness() < 240 for y in range(34) for x in range(60))


@pytest.mark.parametrize("count", [0, 6, 100])
def test_states_differ_in_shape_too(segments: Segments, count: int) -> None:
    """Without any colour the pictures of all states are still different."""
    if not count:
        segments.show_states([], -1)
        assert not segments.grab().isNull()
        return
    pictures = set()
    for state in SegmentState:
        segments.show_states([state] * count, -1)
        pictures.add(ink_of(segments))
    # Skipped and to come look alike when there is only room for their height.
    assert len(pictures) >= (len(SegmentState) - 2 if count == 100 else len(SegmentState) - 1)


def test_flags_are_counted_and_named(segments: Segments) -> None:
    segments.show_states([S.RIGHT, S.LEFT, S.LEFT], 1, {0, 1})
    assert segments.accessibleName() == "Question 2 of 3, 1 right, 2 flagged"
    assert segments.accessibleDescription() == "Question 2: to come, flagged"


@pytest.mark.parametrize("count", [1, 10, 100, 150])
def test_a_flag_has_a_shape(segments: Segments, count: int) -> None:
    segments.show_states([S.RIGHT] * count, -1)
    plain = ink_of(segments)
    segments.show_states([S.RIGHT] * count, -1, {0})
    assert ink_of(segments) != plain


def test_the_tip_says_what_is_flagged(segments: Segments, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, words, owner: said.append(words))
    segments.show_states([S.RIGHT, S.SKIPPED], 0, {1})
    for x in (5, 150):
        at = QPoint(x, 15)
        QApplication.sendEvent(segments, QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert said == ["Question 1: right", "Question 2: skipped, flagged"]


def test_what_the_keys_come_to_is_spoken(
    segments: Segments, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    QTest.keyClick(segments, Qt.Key.Key_Left)
    QTest.keyClick(segments, Qt.Key.Key_Left)
    assert said == ["Question 2: right", "Question 1: right"]
    assert segments.accessibleDescription() == "Question 1: right"
