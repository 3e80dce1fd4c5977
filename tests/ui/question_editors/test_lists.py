"""Orders, pairs and rubrics, written with the keyboard alone."""

from typing import Any

from PySide6.QtCore import Qt

from tests.ui.question_editors.conftest import Show, press, write

COMMON: dict[str, Any] = {"stem": "?", "topic": "date", "facts": ["built"]}
ALT = Qt.KeyboardModifier.AltModifier


def test_items_are_written_in_order_and_tied(show: Show) -> None:
    shown = show("ordering")
    shown.form.focus_path("items[0].text")
    for text in ("Beacon", "Tower", "Lamp"):
        write(text)
        press(Qt.Key.Key_Return)
    shown.form.focus_path("items[1].text")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    tied = {"text": "Tower", "ties_with_previous": True}
    assert shown.entry["items"] == ["Beacon", tied, "Lamp"]
    press(Qt.Key.Key_Space)
    assert shown.entry["items"] == ["Beacon", "Tower", "Lamp"]


def test_the_first_item_has_nothing_to_be_tied_to(show: Show) -> None:
    shown = show("ordering", {"type": "ordering", **COMMON, "items": ["A", "B"]})
    shown.form.focus_path("items[0].text")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    shown.form.focus_path("items[1].text")
    press(Qt.Key.Key_Up, ALT)
    assert shown.entry["items"] == ["B", "A"]


def test_enter_goes_through_pairs(show: Show) -> None:
    shown = show("matching")
    shown.form.focus_path("pairs[0].left")
    for text in ("Beacon", "1811", "Tower", "1867"):
        write(text)
        press(Qt.Key.Key_Return)
    assert shown.entry["pairs"] == [
        {"left": "Beacon", "right": "1811"},
        {"left": "Tower", "right": "1867"},
    ]
    shown.form.focus_path("distractors")
    press(Qt.Key.Key_Space)
    write("1999")
    assert shown.entry["distractors"] == ["1999"]


def test_a_rubric_has_points(show: Show) -> None:
    shown = show("essay")
    shown.form.focus_path("rubric[0].text")
    write("Names the wrecks")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("2")
    press(Qt.Key.Key_Return)
    write("Names the harbour")
    assert shown.entry["rubric"] == [
        {"text": "Names the wrecks", "points": 2},
        {"text": "Names the harbour"},
    ]


def test_who_judges_and_how_much_to_write(show: Show) -> None:
    entry = {"type": "essay", **COMMON, "rubric": [{"text": "A"}], "model_answer": "B"}
    shown = show("essay", entry)
    shown.form.focus_path("judged_by")
    press(Qt.Key.Key_End)
    shown.form.focus_path("max_words")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("120")
    assert shown.entry == {**entry, "judged_by": "teacher", "max_words": 120}
    assert shown.errors() == []
