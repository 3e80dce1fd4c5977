"""Gaps are made of words, and follow the text."""

from typing import Any

from PySide6.QtCore import Qt

from quizapp.ui.question_editors.cloze import ClozeForm
from quizapp.ui.question_editors.parts.gaps import GapRow
from quizapp.ui.widgets.remark import RemarkLine
from tests.ui.question_editors.conftest import Show, Shown, click, press, write

ENTRY: dict[str, Any] = {
    "type": "cloze",
    "stem": "Fill the gaps.",
    "topic": "date",
    "facts": ["built"],
    "text": "The {{1}} Office built it in {{2}}.",
    "gaps": [{"kind": "text", "accept": ["Harbour"]}, {"kind": "date", "answer": "1842"}],
}


def form(shown: Shown) -> ClozeForm:
    assert isinstance(shown.form, ClozeForm)
    return shown.form


def gap(shown: Shown, place: int) -> GapRow:
    row = form(shown).gaps.contents[place]
    assert isinstance(row, GapRow)
    return row


def make_gap(shown: Shown, words: str) -> None:
    area = form(shown).text.area
    at = area.text().index(words)
    area.select(at, at + len(words))
    click(form(shown).text.gap_button)


def test_words_are_made_gaps_in_any_order(show: Show) -> None:
    shown = show("cloze")
    shown.form.focus_path("text")
    write("The Harbour Office built it in 1842, 31 metres high.")
    make_gap(shown, "1842")
    make_gap(shown, "31")
    make_gap(shown, " Harbour ")
    assert shown.entry["text"] == "The {{1}} Office built it in {{2}}, {{3}} metres high."
    assert shown.entry["gaps"] == [
        {"kind": "text", "accept": ["Harbour"]},
        {"kind": "date", "answer": "1842"},
        {"kind": "numeric", "answer": 31},
    ]
    assert "gaps" not in shown.errors()
    assert "text" not in shown.errors()


def test_a_gap_that_is_taken_out_leaves_its_words(show: Show) -> None:
    shown = show("cloze", ENTRY)
    button = form(shown).gaps.frames[0].remove_button
    click(button)
    assert shown.entry["text"] == "The Harbour Office built it in {{1}}."
    assert shown.entry["gaps"] == [{"kind": "date", "answer": "1842"}]
    assert len(shown.edited) == 1
    shown.form.show_entry(ENTRY)
    assert form(shown).text.area.text() == ENTRY["text"]


def test_gaps_that_change_places_take_their_fillings_along(show: Show) -> None:
    shown = show("cloze", ENTRY)
    form(shown).text.area.setPlainText("In {{2}} the {{1}} Office built it.")
    assert shown.entry["text"] == "In {{1}} the {{2}} Office built it."
    assert [each["kind"] for each in shown.entry["gaps"]] == ["date", "text"]
    assert shown.errors() == []


def test_a_mark_that_is_gone_for_a_moment_loses_nothing(show: Show) -> None:
    """It may have been cut, to be pasted elsewhere."""
    shown = show("cloze", ENTRY)
    form(shown).text.area.setPlainText("The Office built it in {{2}}.")
    assert shown.entry["gaps"] == ENTRY["gaps"]
    assert shown.errors() == ["text"]
    form(shown).text.area.setPlainText("The Office built it in {{2}}, {{1}}.")
    assert [each["kind"] for each in shown.entry["gaps"]] == ["date", "text"]


def test_another_kind_of_gap_keeps_its_answer(show: Show) -> None:
    entry = {**ENTRY, "gaps": [{**ENTRY["gaps"][0], "weight": 2}, ENTRY["gaps"][1]]}
    shown = show("cloze", entry)
    gap(shown, 0).kind.box.setFocus()
    press(Qt.Key.Key_Down)
    assert shown.entry["gaps"][0] == {
        "kind": "choice",
        "weight": 2,
        "options": ["Harbour"],
        "answer": "Harbour",
    }
    shown.form.focus_path("gaps[0].options[1]")
    write("Post")
    assert shown.entry["gaps"][0]["options"] == ["Harbour", "Post"]
    assert shown.errors() == []
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Space)
    assert shown.entry["gaps"][0]["answer"] == "Post"


def test_what_cannot_be_of_another_kind_is_written_anew(show: Show) -> None:
    shown = show("cloze", ENTRY)
    gap(shown, 0).kind.box.setFocus()
    press(Qt.Key.Key_End)
    assert shown.entry["gaps"][0] == {"kind": "date"}
    assert shown.errors() == ["gaps[0].answer"]


def test_problems_of_a_gap_stand_in_its_card(show: Show) -> None:
    shown = show("cloze", {**ENTRY, "gaps": [{"kind": "text", "accept": [""]}, ENTRY["gaps"][1]]})
    shown.form.show_problems(shown.problems())
    assert [line.tone for line in gap(shown, 0).findChildren(RemarkLine)] == ["wrong"]
    assert gap(shown, 1).findChildren(RemarkLine) == []


def test_what_a_gap_does_not_know_is_kept(show: Show) -> None:
    gaps = [{**ENTRY["gaps"][0], "from_later": 1}, {"kind": "riddle", "clue": "wet"}]
    shown = show("cloze", {**ENTRY, "gaps": gaps})
    assert shown.entry["gaps"] == gaps
    shown.form.focus_path("gaps[0].accept[0]")
    write("s")
    assert shown.entry["gaps"][0] == {**gaps[0], "accept": ["Harbours"]}
    assert shown.entry["gaps"][1] == gaps[1]
