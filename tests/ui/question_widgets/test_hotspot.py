"""Marking places on a picture, by mouse and by keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from quizapp.questions import Hotspot, HotspotAnswer
from quizapp.questions.hotspot import Region
from quizapp.ui.question_widgets.hotspot import HotspotWidget
from quizapp.ui.question_widgets.parts.region_stop import RegionStop
from quizapp.ui.question_widgets.parts.spot_picture import SpotPicture
from quizapp.ui.question_widgets.parts.spots import place_in
from quizapp.ui.theme import apply_theme, colours_of
from quizapp.ui.widgets.headings import QuietText, TextLabel
from quizapp.values.shapes import Point
from tests.samples import IMAGE
from tests.ui.conftest import Place
from tests.ui.question_widgets.conftest import Show, Shown, focused, press

LEFT = Region(label="West", rectangle=(0.0, 0.2, 0.3, 0.6), right=True)
RIGHT = Region(label="East", ellipse=(0.7, 0.2, 0.3, 0.6), right=True)
TOP = Region(label="North", polygon=((0.4, 0.0), (0.6, 0.0), (0.5, 0.2)), feedback="Cold.")
IN_LEFT, IN_RIGHT, IN_TOP, NOWHERE = (0.15, 0.5), (0.85, 0.5), (0.5, 0.05), (0.5, 0.9)


def hotspot(*regions: Region, **fields: Any) -> Hotspot:
    named = {"image": IMAGE, "image_alt": "A map", **fields}
    return Hotspot(
        id="q",
        stem="Where?",
        topic="place",
        facts=("f",),
        regions=regions or (LEFT, RIGHT, TOP),
        **named,
    )


ONE = hotspot(LEFT, TOP)
HIDDEN = hotspot(show_regions=False)
HIDDEN_ONE = hotspot(LEFT, TOP, show_regions=False)


Put = Callable[..., Shown]


@pytest.fixture
def put(show: Show) -> Put:
    """Shows a question with its regions numbered as in the program."""

    def shown(question: Hotspot, width: int = 760) -> Shown:
        return show(question, question.layout(1), width)

    return shown


def picture(shown: Shown) -> SpotPicture:
    found = shown.widget.findChild(SpotPicture)
    assert isinstance(found, SpotPicture)
    return found


def spot(shown: Shown, point: Point) -> QPoint:
    return place_in(picture(shown).room(), point).toPoint()


def click(shown: Shown, point: Point) -> None:
    QTest.mouseClick(picture(shown), Qt.MouseButton.LeftButton, pos=spot(shown, point))


def drag(shown: Shown, start: Point, end: Point) -> None:
    button, target = Qt.MouseButton.LeftButton, picture(shown)
    QTest.mousePress(target, button, pos=spot(shown, start))
    QTest.mouseMove(target, spot(shown, start) + QPoint(20, 0))
    QTest.mouseMove(target, spot(shown, end))
    QTest.mouseRelease(target, button, pos=spot(shown, end))


def marked(shown: Shown) -> list[str]:
    """The labels of the regions that hold a mark, in the order of the marks."""
    answer, question = shown.widget.answer(), shown.widget.question
    places = [question.region_at(mark) for mark in answer.marks] if answer else []
    return ["" if place is None else question.regions[place].label for place in places]


def said(shown: Shown) -> str:
    return "\n".join(label.accessibleName() for label in shown.widget.findChildren(QuietText))


class TestRegionsThatAreShown:
    def test_a_click_chooses_a_region_and_a_second_one_takes_it_back(self, put: Put) -> None:
        shown = put(hotspot())
        click(shown, IN_LEFT)
        click(shown, IN_RIGHT)
        assert marked(shown) == ["West", "East"]
        assert "2 of 2 marks set" in said(shown)
        click(shown, (0.2, 0.4))
        assert marked(shown) == ["East"]
        assert shown.changed == 3

    def test_where_no_region_is_a_click_does_nothing(self, put: Put) -> None:
        shown = put(hotspot())
        click(shown, NOWHERE)
        assert shown.widget.answer() is None

    def test_one_choice_takes_the_place_of_the_other_where_one_is_asked_for(self, put: Put) -> None:
        shown = put(ONE)
        click(shown, IN_LEFT)
        click(shown, IN_TOP)
        assert marked(shown) == ["North"]

    def test_more_than_are_asked_for_are_refused_in_words(self, put: Put) -> None:
        shown = put(hotspot())
        for point in (IN_LEFT, IN_RIGHT, IN_TOP):
            click(shown, point)
        assert marked(shown) == ["West", "East"]
        assert "Take one away first" in said(shown)

    def test_digits_name_regions_as_one_reads_the_picture(self, put: Put) -> None:
        shown = put(hotspot())
        assert shown.widget.choose("1")
        assert marked(shown) == ["North"]
        assert shown.widget.choose("1")
        assert shown.widget.choose("2")
        assert shown.widget.choose("c")
        assert marked(shown) == ["West", "East"]
        assert not shown.widget.choose("4")

    def test_arrows_go_from_region_to_region_space_chooses_and_enter_confirms(
        self, put: Put
    ) -> None:
        shown = put(hotspot())
        shown.widget.focus_first()
        assert focused().accessibleName() == "1. North"
        press(Qt.Key.Key_Right)
        assert focused().accessibleName() == "2. West"
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Return)
        assert marked(shown) == ["West", "East"]
        assert shown.confirmed == 1
        press(Qt.Key.Key_Left, times=5)
        assert focused().accessibleName() == "1. North"

    def test_tab_stops_once_and_comes_back_to_where_it_was(self, put: Put) -> None:
        shown = put(hotspot())
        shown.widget.focus_first()
        press(Qt.Key.Key_Right)
        stops = [
            stop
            for stop in shown.widget.findChildren(RegionStop)
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert [stop.accessibleName() for stop in stops] == ["2. West"]

    def test_screen_readers_hear_what_is_chosen(self, put: Put) -> None:
        shown = put(hotspot())
        click(shown, IN_LEFT)
        stops = shown.widget.findChildren(QAbstractButton)
        assert {stop.accessibleName(): stop.isChecked() for stop in stops} == {
            "1. North": False,
            "2. West": True,
            "3. East": False,
        }

    def test_a_region_within_another_is_chosen_by_itself(self, put: Put) -> None:
        small = Region(label="Lake", rectangle=(0.4, 0.4, 0.2, 0.2), right=True)
        large = Region(label="Land", rectangle=(0.1, 0.1, 0.8, 0.8))
        shown = put(hotspot(large, small))
        click(shown, (0.5, 0.5))
        assert marked(shown) == ["Lake"]
        click(shown, (0.2, 0.2))
        assert marked(shown) == ["Land"]


class TestRegionsThatAreHidden:
    def test_clicks_set_marks_and_clicking_a_mark_takes_it_away(self, put: Put) -> None:
        shown = put(HIDDEN)
        click(shown, IN_LEFT)
        click(shown, NOWHERE)
        assert marked(shown) == ["West", ""]
        click(shown, NOWHERE)
        assert marked(shown) == ["West"]

    def test_a_mark_is_moved_by_dragging_but_never_off_the_picture(self, put: Put) -> None:
        shown = put(HIDDEN)
        click(shown, NOWHERE)
        drag(shown, NOWHERE, IN_LEFT)
        assert marked(shown) == ["West"]
        drag(shown, IN_LEFT, (1.4, 0.5))
        assert shown.widget.answer().marks[0][0] == 1

    def test_the_only_mark_goes_where_one_clicks(self, put: Put) -> None:
        shown = put(HIDDEN_ONE)
        click(shown, NOWHERE)
        click(shown, IN_LEFT)
        assert marked(shown) == ["West"]

    def test_a_crosshair_is_moved_by_arrows_and_marks_with_space(self, put: Put) -> None:
        shown = put(HIDDEN)
        shown.widget.focus_first()
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, times=3)
        press(Qt.Key.Key_Left, times=2)
        press(Qt.Key.Key_Space)
        assert marked(shown) == ["West"]
        assert focused().accessibleDescription() == "16% across, 50% down, 1 mark set"
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, times=7)
        press(Qt.Key.Key_Space)
        assert marked(shown) == ["West", "East"]
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Return)
        assert marked(shown) == ["West"]
        assert shown.confirmed == 1
        press(Qt.Key.Key_Delete)
        assert shown.widget.answer() is None

    def test_the_crosshair_stays_on_the_picture(self, put: Put) -> None:
        shown = put(HIDDEN_ONE)
        shown.widget.focus_first()
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, times=9)
        press(Qt.Key.Key_Space)
        assert shown.widget.answer() == HotspotAnswer(marks=((0.5, 0.0),))

    def test_keys_tell_nothing_of_where_regions_are(self, put: Put) -> None:
        shown = put(HIDDEN)
        assert not shown.widget.choose("1")
        assert shown.widget.findChildren(RegionStop) == []
        assert picture(shown).accessibleName() == "A map"


def words_of(widget: HotspotWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in widget.findChildren(TextLabel) if label.isVisible()]


@pytest.mark.parametrize("question", [hotspot(), HIDDEN], ids=["shown", "hidden"])
def test_after_the_check_each_region_and_mark_is_told_of(put: Put, question: Hotspot) -> None:
    shown = put(question)
    answer = HotspotAnswer(marks=(IN_LEFT, IN_TOP))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(question.grade(answer))
    words = words_of(shown.widget)
    assert words == ["West", "marked", "East", "not marked", "North", "marked"]
    click(shown, IN_RIGHT)
    assert shown.widget.answer() == answer
    told = {stop.accessibleName(): stop.accessibleDescription() for stop in stops_of(shown)}
    if question.show_regions:
        assert told == {"1. North": "Not right", "2. West": "Right", "3. East": "Right answer"}


def stops_of(shown: Shown) -> list[RegionStop]:
    return list(shown.widget.findChildren(RegionStop))


def test_what_would_have_been_right_is_not_told_where_it_is_not_to_be(put: Put) -> None:
    shown = put(hotspot())
    answer = HotspotAnswer(marks=(IN_TOP,))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(shown.widget.question.grade(answer), reveal=False)
    assert words_of(shown.widget) == []
    assert all(stop.accessibleDescription() != "Right answer" for stop in stops_of(shown))


@pytest.mark.parametrize("width", [300, 760])
def test_the_picture_keeps_its_shape_and_its_bounds(put: Put, width: int) -> None:
    shown = put(hotspot(), width=width)
    room = picture(shown).room()
    assert room.width() / room.height() == pytest.approx(160 / 120, rel=0.02)
    assert room.width() <= min(2 * 160, width)
    assert room.height() <= 0.6 * shown.host.window().height()


def test_without_its_picture_it_can_still_be_answered(place: Place) -> None:
    widget = HotspotWidget(hotspot(), hotspot().layout(1), {IMAGE: b"\x89PNG\r\n\x1a\n broken"})
    place(widget)
    assert widget.choose("2")
    assert widget.answer() is not None
    assert not widget.grab().isNull()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("ground", ["black", "white", "#808080"])
def test_lines_are_seen_on_any_picture(
    put: Put, qapp: QApplication, theme: Any, ground: str
) -> None:
    """Of the line and its seam, one differs clearly from the picture."""
    shown = put(hotspot())
    apply_theme(qapp, theme, 100)
    colours = colours_of(shown.widget.palette())
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(ground)
    lightness = image.pixelColor(0, 0).lightness()
    grabbed = picture(shown).grab().toImage()
    edge = spot(shown, (0.3, 0.5))
    seen = {grabbed.pixelColor(edge.x() + n, edge.y()).name() for n in range(-3, 4)}
    assert {colours.text, colours.surface} <= seen
    ways = [abs(lightness - grabbed.pixelColor(edge.x() + n, edge.y()).lightness()) for n in (0, 2)]
    assert max(ways) > 60
