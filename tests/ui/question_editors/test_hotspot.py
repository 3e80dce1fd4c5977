"""Regions drawn, moved and pulled on an image, by mouse and by keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.ui import messages
from quizapp.ui.question_editors.hotspot import HotspotForm
from quizapp.ui.question_editors.parts.region_canvas import RegionCanvas
from quizapp.values.shapes import Point
from tests.ui.question_editors.conftest import (
    Deed,
    Show,
    Shown,
    click,
    describe,
    focused,
    png,
    press,
    write,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
IMAGE = "media/tower.png"
ENTRY: dict[str, Any] = {
    "type": "hotspot",
    "stem": "Where is the lamp?",
    "topic": "place",
    "facts": ["lit"],
    "image": IMAGE,
    "image_alt": "A tower by the sea",
    "regions": [
        {"label": "Lamp", "rectangle": [0.4, 0.1, 0.2, 0.2], "right": True},
        {"label": "Sea", "ellipse": [0.0, 0.7, 0.4, 0.3]},
    ],
}


def opened(show: Show, entry: dict[str, Any] | None = ENTRY) -> Shown:
    shown = show("hotspot", entry, media={IMAGE: png(400, 300)})
    QApplication.processEvents()
    return shown


def form(shown: Shown) -> HotspotForm:
    assert isinstance(shown.form, HotspotForm)
    return shown.form


def canvas(shown: Shown) -> RegionCanvas:
    return form(shown).image.canvas


def place_of(shown: Shown, point: Point) -> QPoint:
    room = canvas(shown).room()
    x = room.left() + point[0] * room.width()
    return QPoint(round(x), round(room.top() + point[1] * room.height()))


def choose_tool(shown: Shown, tool: str) -> None:
    form(shown).image.tools.set_value(tool)
    form(shown).image.tools.chosen.emit(tool)


def drag(shown: Shown, start: Point, end: Point) -> None:
    first, last = place_of(shown, start), place_of(shown, end)
    QTest.mousePress(canvas(shown), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(canvas(shown), (first + last) / 2)
    QTest.mouseMove(canvas(shown), last)
    QTest.mouseRelease(canvas(shown), Qt.MouseButton.LeftButton, pos=last)
    QApplication.processEvents()


def shapes(shown: Shown) -> list[Any]:
    kinds = ("rectangle", "ellipse", "polygon")
    return [next(each[kind] for kind in kinds if kind in each) for each in shown.entry["regions"]]


def near(numbers: list[float]) -> Any:
    return pytest.approx(numbers, abs=0.01)


@pytest.mark.parametrize("tool", ["rectangle", "ellipse"])
def test_a_region_is_drawn_and_named_at_once(show: Show, tool: str) -> None:
    shown = opened(show)
    choose_tool(shown, tool)
    drag(shown, (0.7, 0.8), (0.9, 0.4))
    write("Boat")
    added = shown.entry["regions"][2]
    assert added["label"] == "Boat"
    assert added[tool] == near([0.7, 0.4, 0.2, 0.4])
    assert "right" not in added
    assert canvas(shown).selected == 2
    assert shown.errors() == []


def test_the_first_region_is_right_to_begin_with(show: Show) -> None:
    shown = opened(show, {**ENTRY, "regions": []})
    drag(shown, (0.1, 0.1), (0.3, 0.3))
    assert shown.entry["regions"][0]["right"] is True


def test_a_polygon_is_drawn_corner_by_corner(show: Show) -> None:
    shown = opened(show)
    choose_tool(shown, "polygon")
    corners = [(0.7, 0.5), (0.9, 0.5), (0.8, 0.9)]
    for corner in [*corners, corners[0]]:
        at = place_of(shown, corner)
        QTest.mouseClick(canvas(shown), Qt.MouseButton.LeftButton, pos=at)
    assert [near(list(each)) for each in corners] == shown.entry["regions"][2]["polygon"]


def test_a_polygon_is_closed_by_enter_and_given_up_by_esc(show: Show) -> None:
    shown = opened(show)
    choose_tool(shown, "polygon")
    corners = [(0.7, 0.5), (0.9, 0.5), (0.8, 0.9), (0.6, 0.95)]
    canvas(shown).setFocus()
    for corner in corners:
        QTest.mouseClick(canvas(shown), Qt.MouseButton.LeftButton, pos=place_of(shown, corner))
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert len(shown.entry["regions"][2]["polygon"]) == 3
    canvas(shown).setFocus()
    QTest.mouseClick(canvas(shown), Qt.MouseButton.LeftButton, pos=place_of(shown, (0.1, 0.1)))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    assert len(shown.entry["regions"]) == 4  # Enter has added one in the middle


def test_a_mere_click_draws_nothing_but_chooses(show: Show) -> None:
    shown = opened(show)
    QTest.mouseClick(canvas(shown), Qt.MouseButton.LeftButton, pos=place_of(shown, (0.5, 0.2)))
    assert shown.entry == ENTRY
    assert canvas(shown).selected == 0


def test_a_region_is_moved_and_pulled_with_the_mouse(show: Show) -> None:
    shown = opened(show)
    choose_tool(shown, "")
    drag(shown, (0.5, 0.2), (0.6, 0.4))
    assert shapes(shown)[0] == near([0.5, 0.3, 0.2, 0.2])
    drag(shown, (0.7, 0.5), (0.8, 0.6))
    assert shapes(shown)[0] == near([0.5, 0.3, 0.3, 0.3])
    assert shown.edited == ["regions[0].shape"] * 2
    assert shown.entry["regions"][0]["label"] == "Lamp"


def test_a_region_is_moved_and_sized_with_keys(show: Show) -> None:
    shown = opened(show)
    canvas(shown).setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right, times=5)
    press(Qt.Key.Key_Down, CTRL, 10)
    assert shapes(shown)[0] == near([0.5, 0.12, 0.2, 0.2])
    press(Qt.Key.Key_Left, SHIFT, 5)
    assert shapes(shown)[0] == near([0.5, 0.12, 0.1, 0.2])
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Up, times=2)
    assert shapes(shown)[1] == near([0.0, 0.66, 0.4, 0.3])
    assert focused() is canvas(shown)


def test_keys_add_and_take_out_regions(show: Show) -> None:
    shown = opened(show)
    canvas(shown).setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    write("Door")
    assert shown.entry["regions"][2]["rectangle"] == near([0.4, 0.4, 0.2, 0.2])
    canvas(shown).setFocus()
    press(Qt.Key.Key_Delete)
    assert [each["label"] for each in shown.entry["regions"]] == ["Lamp", "Sea"]
    assert focused() is canvas(shown)


def test_the_row_that_somebody_is_in_is_the_chosen_region(show: Show) -> None:
    shown = opened(show)
    shown.form.focus_path("regions[1].label")
    assert canvas(shown).selected == 1
    assert "Sea" in canvas(shown).accessibleDescription()


def test_numbers_can_be_typed(show: Show) -> None:
    shown = opened(show)
    shown.form.focus_path("regions[0].rectangle")
    press(Qt.Key.Key_A, CTRL)
    write("12.5")
    assert shown.entry["regions"][0]["rectangle"] == [0.125, 0.1, 0.2, 0.2]
    assert shapes(shown)[1] == ENTRY["regions"][1]["ellipse"]


def test_corners_can_be_typed(show: Show) -> None:
    polygon = {"label": "Roof", "polygon": [[0.1, 0.1], [0.2, 0.1], [0.1, 0.3]]}
    shown = opened(show, {**ENTRY, "regions": [ENTRY["regions"][0], polygon]})
    shown.form.focus_path("regions[1].polygon")
    press(Qt.Key.Key_End, CTRL)
    write("; 5, 20")
    assert shown.entry["regions"][1]["polygon"][-1] == [0.05, 0.2]
    write(" x")
    assert shown.errors() != []


def test_whether_it_is_right_is_marked_in_the_row(show: Show) -> None:
    shown = opened(show)
    row = form(shown).regions.region_rows[1]
    click(row.right.mark)
    assert shown.entry["regions"][1]["right"] is True
    assert form(shown).regions.shown()[1].is_right


def test_outlines_can_be_hidden(show: Show) -> None:
    shown = opened(show)
    shown.form.focus_path("show_regions")
    press(Qt.Key.Key_Space)
    assert shown.entry["show_regions"] is False
    press(Qt.Key.Key_Space)
    assert shown.entry == ENTRY


def test_an_image_is_chosen_and_described_once(
    show: Show,
    when_open: Callable[[Deed], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "tower.png"
    file.write_bytes(png(200, 100))
    monkeypatch.setattr(messages, "choose_file", lambda *_: str(file))
    shown = opened(show, None)
    assert not canvas(shown).isVisible()
    when_open(describe("A tower"))
    click(form(shown).image.button)
    assert shown.entry["image"] == "media/added.png"
    assert shown.entry["image_alt"] == "A tower"
    assert canvas(shown).isVisible()
    drag(shown, (0.1, 0.1), (0.3, 0.5))
    assert shown.entry["regions"][0]["rectangle"] == near([0.1, 0.1, 0.2, 0.4])


def test_an_image_that_is_not_in_the_pack_is_not_shown(show: Show) -> None:
    shown = opened(show, {**ENTRY, "image": "media/gone.png"})
    assert not canvas(shown).isVisible()
    shown.form.show_problems(shown.problems())
    assert "image" in shown.errors()


@pytest.mark.parametrize("data", [b"", b"no image", png()[:50]])
def test_a_damaged_image_harms_nothing(show: Show, data: bytes) -> None:
    shown = show("hotspot", ENTRY, media={IMAGE: data})
    drag(shown, (0.1, 0.1), (0.3, 0.5))
    canvas(shown).setFocus()
    press(Qt.Key.Key_Return)
    assert not shown.page.grab().isNull()
