"""A question of each type, written from nothing with the keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from quizapp.ui.question_editors.cloze import ClozeForm
from tests.ui.question_editors.conftest import Show, Shown, click, png, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
IMAGE = {"media/map.png": png(300, 200)}


def rows(shown: Shown, path: str, *texts: str) -> None:
    shown.form.focus_path(path)
    for text in texts:
        write(text)
        press(Qt.Key.Key_Return)


def field(shown: Shown, path: str, text: str) -> None:
    shown.form.focus_path(path)
    press(Qt.Key.Key_A, CTRL)
    write(text)


def mark(shown: Shown, path: str) -> None:
    shown.form.focus_path(path)
    press(Qt.Key.Key_Space)


def single_choice(shown: Shown) -> None:
    rows(shown, "options[0].text", "1811", "1867", "1907")
    mark(shown, "options[1].right")


def multiple_choice(shown: Shown) -> None:
    rows(shown, "options[0].text", "Lamp room", "Watch room", "Stable")
    mark(shown, "options[0].right")
    mark(shown, "options[1].right")


def true_false(shown: Shown) -> None:
    mark(shown, "answer")


def short_text(shown: Shown) -> None:
    rows(shown, "accept[0].text", "Harbour Office", "Port Office")


def numeric(shown: Shown) -> None:
    field(shown, "answer", "34.5")
    field(shown, "unit", "m")


def date(shown: Shown) -> None:
    field(shown, "answer", "1 October 1868")


def ordering(shown: Shown) -> None:
    rows(shown, "items[0].text", "Beacon", "Tower", "Lamp")


def matching(shown: Shown) -> None:
    rows(shown, "pairs[0].left", "Beacon", "1811", "Tower", "1867")


def cloze(shown: Shown) -> None:
    field(shown, "text", "The tower was built in 1867.")
    form = shown.form
    assert isinstance(form, ClozeForm)
    form.text.area.select(23, 27)
    click(form.text.gap_button)


def hotspot(shown: Shown) -> None:
    shown.form.fields["image"].change("media/map.png")
    field(shown, "image_alt", "A map")
    for name, way in (("Tower", Qt.Key.Key_Left), ("Harbour", Qt.Key.Key_Right)):
        shown.form.image.canvas.setFocus()  # type: ignore[attr-defined]
        press(Qt.Key.Key_Return)
        write(name)
        shown.form.image.canvas.setFocus()  # type: ignore[attr-defined]
        press(way, times=8)


def essay(shown: Shown) -> None:
    rows(shown, "rubric[0].text", "Names the wrecks")
    field(shown, "model_answer", "After wrecks.")


WRITERS: list[Callable[[Shown], None]] = [
    single_choice, multiple_choice, true_false, short_text, numeric, date, ordering, matching,
    cloze, hotspot, essay,
]  # fmt: skip


@pytest.mark.parametrize("writer", WRITERS, ids=lambda each: each.__name__)
def test_a_question_is_written_from_nothing(show: Show, writer: Callable[[Shown], None]) -> None:
    shown = show(writer.__name__, media=IMAGE)
    shown.form.show_problems(shown.problems())
    shown.form.focus_path("stem")
    write("What about the tower?")
    writer(shown)
    shown.form.focus_path("facts")
    press(Qt.Key.Key_Space)
    write("built")
    press(Qt.Key.Key_Return)
    assert shown.errors() == []
    again = show(writer.__name__, shown.entry, media=IMAGE)
    assert again.entry == shown.entry
