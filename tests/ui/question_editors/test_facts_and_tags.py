"""Which facts a question asks for, and the words it is found by."""

from typing import Any

from PySide6.QtCore import Qt

from quizapp.ui.question_editors.parts.facts import FactCard, FactsInput
from quizapp.ui.question_editors.parts.tags import TagChip, TagsInput
from quizapp.ui.widgets.small_button import RowIconButton
from tests.ui.pack_samples import many_facts
from tests.ui.question_editors.conftest import Show, Shown, click, focused, press, write

ENTRY: dict[str, Any] = {"type": "true_false", "stem": "?"}


def facts(shown: Shown) -> FactsInput:
    editor = shown.form.facts
    assert isinstance(editor, FactsInput)
    return editor


def tags(shown: Shown) -> TagsInput:
    editor = shown.form.fields["tags"]
    assert isinstance(editor, TagsInput)
    shown.form.more.set_open(True)
    return editor


def test_a_fact_is_found_by_its_words_and_brings_its_topic(show: Show) -> None:
    shown = show("true_false", ENTRY)
    shown.form.focus_path("facts")
    press(Qt.Key.Key_Space)
    write("metres HIGH")
    assert len(facts(shown).search.rows) == 1
    press(Qt.Key.Key_Return)
    assert shown.entry == {**ENTRY, "facts": ["height"], "topic": "figure"}
    assert shown.edited == ["facts"]
    assert focused() is facts(shown).add_button


def test_a_topic_that_was_chosen_stays(show: Show) -> None:
    shown = show("true_false", {**ENTRY, "topic": "place"})
    click(facts(shown).add_button)
    press(Qt.Key.Key_Down, times=2)
    press(Qt.Key.Key_Return)
    assert shown.entry == {**ENTRY, "topic": "place", "facts": ["lit"]}


def test_the_search_offers_what_is_not_chosen_yet_and_closes(show: Show) -> None:
    shown = show("true_false", {**ENTRY, "facts": ["built"]})
    click(facts(shown).add_button)
    assert "built" not in [row.fact for row in facts(shown).search.rows]
    press(Qt.Key.Key_Escape)
    assert not facts(shown).search.isVisible()
    assert focused() is facts(shown).add_button
    assert shown.edited == []


def test_among_very_many_facts_one_types_on(show: Show) -> None:
    shown = show("true_false", ENTRY, facts=many_facts(2_000))
    click(facts(shown).add_button)
    assert len(facts(shown).search.rows) == 6
    write("number 1777.")
    assert [row.fact for row in facts(shown).search.rows] == ["fact-1777"]


def test_a_chosen_fact_shows_where_it_comes_from_and_can_be_taken_out(show: Show) -> None:
    shown = show("true_false", {**ENTRY, "facts": ["built", "gone"]})
    cards = facts(shown).findChildren(FactCard)
    assert cards[0].source.text() == "History · The register of lights, 1931."
    assert not cards[1].source.isVisible()
    click(cards[1].findChildren(RowIconButton)[0])
    assert shown.entry["facts"] == ["built"]


def test_a_fact_that_is_missing_can_be_asked_for(show: Show) -> None:
    shown = show("true_false", ENTRY)
    click(facts(shown).new_button)
    assert shown.added == [("fact", b"")]


def test_tags_are_typed_offered_and_taken_out(show: Show) -> None:
    shown = show("true_false", ENTRY)
    editor = tags(shown)
    editor.focus_path("")
    write("sea  marks, old,")
    press(Qt.Key.Key_Return)
    assert shown.entry["tags"] == ["sea marks", "old"]
    offered = [chip for chip in editor.findChildren(TagChip) if chip.isVisible()]
    click(next(chip for chip in offered if chip.tag == "lamp"))
    assert shown.entry["tags"] == ["sea marks", "old", "lamp"]
    press(Qt.Key.Key_Backspace)
    assert shown.entry["tags"] == ["sea marks", "old"]
    chips = [chip for chip in editor.findChildren(TagChip) if chip.isVisible()]
    click(next(chip for chip in chips if chip.tag == "old"))
    assert shown.entry["tags"] == ["sea marks"]


def test_known_tags_are_offered_by_their_beginning(show: Show) -> None:
    shown = show("true_false", {**ENTRY, "tags": ["lamp"]})
    editor = tags(shown)
    editor.focus_path("")
    write("HI")
    offered = [chip.tag for chip in editor.findChildren(TagChip) if not chip.isHidden()]
    assert offered == ["lamp", "history"]


def test_a_tag_that_was_typed_is_not_lost_on_leaving(show: Show) -> None:
    shown = show("true_false", ENTRY)
    tags(shown).focus_path("")
    write("old")
    press(Qt.Key.Key_Tab)
    assert shown.entry["tags"] == ["old"]


def test_more_says_what_is_written_in_it(show: Show) -> None:
    shown = show("true_false", {**ENTRY, "tags": ["lamp"], "explanation": "Why"})
    heading = shown.form.more.heading
    assert heading.accessibleName() == "More, closed"
    assert heading.accessibleDescription() == "explanation, tags"
    heading.setFocus()
    press(Qt.Key.Key_Return)
    assert heading.accessibleName() == "More, open"


def test_the_name_in_the_pack_is_written_once(show: Show) -> None:
    new = show("true_false")
    new.form.focus_path("id")
    write("tower-height")
    assert new.entry["id"] == "tower-height"
    old = show("true_false", {**ENTRY, "id": "tower-height"})
    old.form.focus_path("id")
    write("x")
    assert old.entry["id"] == "tower-height"


def test_hints_are_written_row_by_row(show: Show) -> None:
    shown = show("true_false", ENTRY)
    shown.form.focus_path("hints")
    press(Qt.Key.Key_Space)
    write("It is old.")
    press(Qt.Key.Key_Return)
    write("It is very old.")
    assert shown.entry["hints"] == ["It is old.", "It is very old."]
