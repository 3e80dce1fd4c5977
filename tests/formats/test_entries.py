"""Entries in the editor: half-finished or hostile, they are checked as files are."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.native import read_pack
from quizapp.formats.native.advice import stems_of
from quizapp.formats.native.entries import (
    CheckedEntry,
    EntryContext,
    check_fact_entry,
    check_manifest_entry,
    check_question_entry,
    fact_entry,
    manifest_entry,
    question_entry,
)
from quizapp.formats.native.texts import images_in
from quizapp.packs import Pack
from quizapp.questions import QUESTION_TYPES, media_names
from quizapp.settings import content_folder
from tests.samples import sample_pack

PACK = sample_pack()
CONTEXT = EntryContext(
    manifest=PACK.manifest,
    facts={fact.id: fact for fact in PACK.facts},
    media={"media/map.png"},
    taken_ids={"taken"},
    stems={"what is it": "older"},
)
CHOICE = {
    "id": "q",
    "type": "single_choice",
    "stem": "Which office keeps the lighthouse?",
    "topic": "institution",
    "facts": ["keeper"],
    "options": [{"text": "Harbour Office", "right": True}, {"text": "Police Office"}],
}


def checked(**changes: Any) -> CheckedEntry:
    return check_question_entry({**CHOICE, **changes}, CONTEXT)


def told(entry: CheckedEntry) -> dict[str, str]:
    return {each.field: f"{each.message} {each.remedy}" for each in entry.problems}


@pytest.fixture(scope="module")
def bundled() -> Pack:
    return read_pack(content_folder() / "israel-kazakhstan-relations")


def test_a_sound_entry_is_a_question() -> None:
    result = checked()
    assert result.problems == ()
    assert result.question is not None
    assert result.question.id == "q"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"stem": " "}, "stem", "empty"),
        ({"stem": "a <b>"}, "stem", "HTML"),
        ({"stem": "x" * 4_001}, "stem", "4,001"),
        ({"stem": "a\x0b"}, "stem", "U+000B"),
        ({"stem": "a\ud800"}, "stem", "half of a character"),
        ({"id": "A b"}, "id", "cannot be an id"),
        ({"id": "taken"}, "id", "is taken."),
        ({"topic": "dates"}, "topic", "date, figure"),
        ({"facts": ["keepr"]}, "facts", "Did you mean “keeper”?"),
        ({"facts": "keeper"}, "facts", "a list"),
        ({"tags": ["x" * 501]}, "tags[0]", "501"),
        ({"as_of": "soon"}, "as_of", "1992-04-10"),
        ({"difficulty": 9}, "difficulty", "1 (easy)"),
        ({"difficulty": 10**60}, "difficulty", "digits"),
        ({"options": [{"text": "a", "right": True}]}, "options", "1 entry"),
        ({"options": [{"text": "", "right": True}, {"text": "b"}]}, "options[0].text", "empty"),
        ({"options": [{"text": "a", "right": 1}, {"text": "b"}]}, "options[0].right", "true or"),
        ({"options": [{"text": "a"}, {"text": "b"}]}, "options", "Mark exactly one as right."),
        ({"colour": "red"}, "colour", "no field"),
        ({"stem": "![x](media/mop.png)"}, "stem", "Did you mean “media/map.png”?"),
        ({"hints": ["a", "![x](a.svg)"]}, "hints[1]", "Convert it to PNG"),
        ({"explanation": "![x](https://example.org/a.png)"}, "explanation", "cannot be an image"),
        ({"hints": [[[[]]]]}, "hints[0]", "should be text"),
        ({"type": "essai"}, "type", "essay"),
    ],
)
def test_a_mistake_is_told_at_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    result = checked(**changes)
    assert result.question is None
    assert words in told(result)[field]
    assert {each.severity for each in result.problems} == {"error"}


@pytest.mark.parametrize("kind", ["single_choice", "none", None, 7])
def test_a_wrong_field_does_not_hide_what_is_wrong_in_others(kind: object) -> None:
    fields = told(checked(type=kind, topic="x", stem="", hints=[""], difficulty=8, facts=["no"]))
    assert {"topic", "stem", "hints[0]", "difficulty", "facts"} <= fields.keys()


def test_an_entry_begun_is_told_all_that_it_lacks() -> None:
    result = check_question_entry({"type": "single_choice", "options": [{"text": ""}]}, CONTEXT)
    assert {"id", "stem", "topic", "facts", "options", "options[0].text"} == told(result).keys()


def test_each_wrong_part_of_a_list_is_told() -> None:
    options = [{"text": 1, "weigth": 2}, {"right": "x"}, "c"]
    fields = told(checked(options=options)).keys()
    expected = {"options[0].text", "options[0].weigth", "options[1].text", "options[1].right"}
    assert fields == {*expected, "options[2]"}


def test_parts_that_depend_on_a_wrong_field_are_not_told_anything() -> None:
    entry = {**CHOICE, "type": "numeric", "tolerance": {"low": 5, "high": 7}}
    del entry["options"]
    assert told(check_question_entry(entry, CONTEXT)).keys() == {"answer"}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"stem": "Which " + "very " * 60 + "long office?"}, "stem", "long"),
        ({"stem": "What is it?"}, "stem", "“older” has the same stem"),
        ({"stem": "Is it the Harbour Office?"}, "stem", "Harbour Office"),
        ({"stem": "Which office? ![](media/map.png)"}, "stem", "alternative text"),
        (
            {"options": [*CHOICE["options"], {"text": "None of the above"}]},
            "options[2]",
            "stands for itself",
        ),
    ],
)
def test_a_sound_entry_is_given_advice(changes: dict[str, Any], field: str, words: str) -> None:
    result = checked(**changes)
    assert result.question is not None
    assert words in told(result)[field]
    assert {each.severity for each in result.problems} == {"advice"}


def test_the_images_of_an_entry_are_those_of_its_question() -> None:
    shown = {"hints": ["![x](media/map.png)"], "explanation": "![y](media/b.png)"}
    for question in PACK.questions:
        entry = {**question_entry(question), **shown}
        made = msgspec.convert(entry, type(question))
        assert {name for _, _, name in images_in(entry)} == set(media_names(made))
        assert [*images_in(made)] == [*images_in(msgspec.to_builtins(made))]


def test_an_image_of_the_pack_with_its_text_is_sound() -> None:
    assert checked(stem="Which office is this? ![A house](media/map.png)").problems == ()


def test_a_fact_is_checked() -> None:
    entry = fact_entry(PACK.facts[0])
    assert check_fact_entry(entry, CONTEXT).fact == PACK.facts[0]
    bad = {**entry, "section": "no", "date": "May", "about": ["no"], "references": [1]}
    result = check_fact_entry(bad, CONTEXT)
    fields = {each.field for each in result.problems}
    assert fields == {"section", "date", "about", "references[0]"}
    assert result.fact is None
    assert all("README" not in each.remedy for each in result.problems)
    assert {each.field for each in check_fact_entry({}, CONTEXT).problems} >= {"kind", "id"}


def test_a_manifest_is_checked() -> None:
    entry = manifest_entry(PACK.manifest)
    assert check_manifest_entry(entry).manifest == PACK.manifest
    del entry["format"]
    assert check_manifest_entry(entry).manifest == PACK.manifest
    result = check_manifest_entry({**entry, "title": " ", "id": "A", "language": 7})
    assert {each.field for each in result.problems} >= {"id", "language"}
    assert check_manifest_entry({**entry, "title": " "}).manifest is None


def test_entries_read_back(bundled: Pack) -> None:
    facts = {fact.id: fact for fact in bundled.facts}
    context = EntryContext(
        manifest=bundled.manifest, facts=facts, media=bundled.media, taken_ids=()
    )
    for question in bundled.questions:
        result = check_question_entry(question_entry(question), context)
        assert (result.question, result.problems) == (question, ())
    for fact in bundled.facts:
        assert check_fact_entry(fact_entry(fact), context).fact == fact
    assert check_manifest_entry(manifest_entry(bundled.manifest)).manifest == bundled.manifest


def test_an_entry_says_only_what_is_not_by_default(bundled: Pack) -> None:
    entry = question_entry(bundled.questions[0])
    assert [*entry][:4] == ["id", "type", "stem", "topic"]
    assert "points" not in entry
    assert msgspec.json.decode(msgspec.json.encode(entry)) == entry


def test_questions_with_one_stem_name_each_other(bundled: Pack) -> None:
    first = bundled.questions[0]
    stems = stems_of(bundled.questions)
    assert first.id in stems.values()
    assert len(stems) == len(bundled.questions)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["", "date", "1842", "![a](media/b.png)", "\ud800", "x" * 11_000])
)
MORE_NAMES = ("text", "right", "kind", "type", "answer", "number", "statement", "date", "<<", "")
NAMES = st.sampled_from(
    sorted(
        {
            *MORE_NAMES,
            *(name for each in QUESTION_TYPES.values() for name in each.__struct_fields__),
        }
    )
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4)
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(NAMES, VALUES, max_size=10),
    st.sampled_from([*QUESTION_TYPES, "figure", "place", "x"]),
)
def test_no_entry_breaks_the_check(entry: dict[str, Any], kind: str) -> None:
    check_question_entry({**entry, "type": kind}, CONTEXT)
    check_question_entry({**CHOICE, **entry}, CONTEXT)
    check_fact_entry({**entry, "kind": kind}, CONTEXT)
    check_manifest_entry({**manifest_entry(PACK.manifest), **entry})


def test_no_depth_breaks_the_check() -> None:
    deep: Any = []
    for _ in range(5_000):
        deep = [deep]
    for check in (check_question_entry, check_fact_entry):
        assert check({"stem": deep}, CONTEXT).problems
    assert check_manifest_entry({"title": deep}).problems
