"""Changing the folder of an author in place: what was not changed stays, byte for byte."""

import os
import random
import stat
from pathlib import Path
from typing import Any

import pytest

from quizapp.errors import PackError, QuizError
from quizapp.formats.native import check_pack, read_pack
from quizapp.formats.native.entries import fact_entry, manifest_entry, question_entry
from quizapp.formats.native.writing import FolderChange, write_pack
from quizapp.formats.native.yaml_blocks import edit_entries, edit_fields
from quizapp.formats.native.yaml_text import parse_yaml
from quizapp.settings import content_folder
from tests.formats.conftest import FACTS, MANIFEST, QUESTIONS, write
from tests.images import png
from tests.samples import sample_pack

BUNDLED = content_folder() / "israel-kazakhstan-relations"
NEW = {
    "id": "new",
    "type": "true_false",
    "stem": "It is tall.",
    "topic": "figure",
    "facts": ["built"],
    "answer": True,
}
LIST = """\
%YAML 1.2
---
# Head

# About a
- id: a  # the first
  stem: |
    # no comment

    two
  # inside a
  tags:
    - x
    # deep

# About b
-
  type: t
  id: b
  stem: >-
    folded
      deeper

    end

# About c
- {id: c, stem: "in
    brackets"}
- id: d
  stem: plain
    goes on
  empty:
# Tail
...
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A sound pack with room beside it."""
    (tmp_path / "pack").mkdir()
    return write(tmp_path / "pack")


def all_bytes(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def changed(name: str, **fields: Any) -> dict[str, Any]:
    known = {each["id"]: each for each in parse_yaml(LIST).value}
    return {**known.get(name, {"id": name}), **fields}


def test_the_other_lines_stay() -> None:
    text = edit_entries(LIST, {"b": changed("b", stem="new")})
    assert text == LIST.replace(
        "-\n  type: t\n  id: b\n  stem: >-\n    folded\n      deeper\n\n    end\n",
        "- type: t\n  id: b\n  stem: new\n",
    )


@pytest.mark.parametrize("name", ["a", "b", "c", "d"])
def test_any_entry_can_be_changed_and_taken_out(name: str) -> None:
    comments = ["# Head", "# About a", "# About b", "# About c", "# Tail", "...", "%YAML"]
    text = edit_entries(LIST, {name: changed(name, stem="new")})
    assert parse_yaml(text).value == [
        changed(each, stem="new") if each == name else changed(each) for each in "abcd"
    ]
    assert all(each in text for each in comments)
    text = edit_entries(LIST, {name: None})
    assert parse_yaml(text).value == [changed(each) for each in "abcd" if each != name]
    assert all(each in text for each in comments)


def test_a_new_entry_comes_behind_the_others() -> None:
    text = edit_entries(LIST, {"e": {"id": "e"}})
    assert text == LIST.replace("  empty:\n", "  empty:\n\n- id: e\n")
    assert edit_entries("# Only\n", {"e": {"id": "e"}}) == "# Only\n- id: e\n"
    assert edit_entries("- id: a", {"e": {"id": "e"}}) == "- id: a\n\n- id: e\n"
    close = "- id: a\n- id: b\n"
    assert edit_entries(close, {"e": {"id": "e"}}) == close + "- id: e\n"


def test_an_indented_list_stays_indented() -> None:
    text = edit_entries("# x\n  - id: a\n    b: 1\n  - id: c\n", {"a": {"id": "a", "b": 2}})
    assert text == "# x\n  - id: a\n    b: 2\n  - id: c\n"


def test_the_last_entry_leaves_an_empty_list_that_can_be_filled() -> None:
    empty = edit_entries("# Head\n- id: a\n", {"a": None})
    assert empty == "# Head\n[]\n"
    assert edit_entries(empty, {"b": {"id": "b"}}) == "# Head\n- id: b\n"


def test_a_list_in_brackets_is_written_anew() -> None:
    text = edit_entries("[{id: a, b: 1},\n {id: c}]\n", {"a": {"id": "a", "b": 2}})
    assert parse_yaml(text).value == [{"id": "a", "b": 2}, {"id": "c"}]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("seed", range(8))
def test_any_changes_read_back_and_leave_what_they_do_not_touch(seed: int, end: str) -> None:
    rng = random.Random(seed)
    file = rng.choice(sorted((BUNDLED / "questions").iterdir()))
    text = file.read_text(encoding="utf-8").replace("\n", end)
    entries = parse_yaml(text).value
    edits: dict[str, dict[str, Any] | None] = {
        each["id"]: rng.choice([None, {**each, "stem": "New:\n\n# text"}])
        for each in rng.sample(entries, 5)
    }
    edits["z"] = NEW
    made = edit_entries(text, edits)
    expected = [edits.get(each["id"], each) for each in entries]
    assert parse_yaml(made).value == [*(each for each in expected if each), NEW]
    comments = [line for line in text.split(end) if line.startswith("#")]
    assert [line for line in made.split(end) if line.startswith("#")] == comments
    assert set(made.replace(end, "")) & {"\r", "\n"} == set()
    kept = [each["id"] for each in entries if each["id"] not in edits]
    for name in kept:
        block = text.split(f"- id: {name}{end}")[1].split(f"{end}- id:")[0].split(f"{end}{end}")[0]
        assert block in made


def test_fields_are_changed_one_by_one() -> None:
    text = "# Head\nformat: 1\ntitle: Old  # gone\n# About it\nsections:\n  - {id: a}\n\nid: x\n"
    fields = {"format": 1, "title": "New", "sections": [{"id": "a"}], "id": "x", "authors": ["B"]}
    assert edit_fields(text, fields) == (
        "# Head\nformat: 1\ntitle: New\n# About it\nsections:\n  - {id: a}\n\nid: x\nauthors: [B]\n"
    )
    assert edit_fields(text, {"format": 1, "id": "x"}) == "# Head\nformat: 1\n# About it\nid: x\n"
    assert edit_fields(text, parse_yaml(text).value) == text
    assert parse_yaml(edit_fields("{format: 1}", {"format": 2})).value == {"format": 2}


def test_nothing_is_written_that_did_not_change(pack: Path) -> None:
    before = all_bytes(pack)
    stamps = {file: file.stat().st_mtime_ns for file in pack.rglob("*.yaml")}
    change = FolderChange(pack)
    change.put_question(parse_yaml(QUESTIONS).value[0])
    change.put_fact(parse_yaml(FACTS).value[0])
    change.put_manifest(parse_yaml(MANIFEST).value)
    change.drop_question("not-there")
    change.write()
    assert all_bytes(pack) == before
    assert {file: file.stat().st_mtime_ns for file in pack.rglob("*.yaml")} == stamps


def test_all_kinds_of_change_come_into_the_files(pack: Path) -> None:
    change = FolderChange(pack)
    change.put_question({**NEW, "stem": "It is ![a](media/a.png) tall."})
    change.put_question({**parse_yaml(QUESTIONS).value[0], "difficulty": 5})
    change.put_fact({**parse_yaml(FACTS).value[0], "statement": "It was built late."})
    change.put_manifest({**parse_yaml(MANIFEST).value, "version": "2"})
    change.put_image("media/a.png", png(2, 2, (1, 2, 3)))
    assert len(read_pack(pack).questions) == 1
    change.write()
    read = read_pack(pack)
    assert [each.id for each in read.questions] == ["built-date", "new"]
    assert (pack / "questions" / "figures.yaml").exists()
    assert read.questions[0].difficulty == 5
    assert read.facts[0].statement == "It was built late."
    assert (read.manifest.version, [*read.media]) == ("2", ["media/a.png"])


def test_what_was_written_can_be_taken_back(pack: Path) -> None:
    before = all_bytes(pack)
    change = FolderChange(pack)
    change.put_question(NEW)
    change.drop_question("built-date")
    change.put_image("media/a.png", png(2, 2, (1, 2, 3)))
    change.write()
    assert all_bytes(pack) != before
    change.put_question({**NEW, "id": "newer"})
    change.write()
    change.take_back()
    assert all_bytes(pack) == before


def test_a_question_is_changed_where_it_stands(pack: Path) -> None:
    other = pack / "questions" / "my own.yml"
    other.write_bytes(
        b"\xef\xbb\xbf# Mine\r\n- id: mine\r\n  type: true_false\r\n  stem: A.\r\n"
        b"  topic: place\r\n  facts: [built]\r\n  answer: true\r\n"
    )
    change = FolderChange(pack)
    change.put_question({**NEW, "id": "mine", "topic": "date"})
    change.write()
    data = other.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Mine\r\n- id: mine\r\n  type: true_false\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"topic: date\r\n" in data


def test_an_emptied_file_goes_but_not_the_last(pack: Path) -> None:
    change = FolderChange(pack)
    change.put_question(NEW)
    change.drop_question("built-date")
    change.write()
    assert [each.name for each in (pack / "questions").iterdir()] == ["figures.yaml"]
    change.drop_question("new")
    change.write()
    assert read_pack(pack).questions == ()
    change.put_question(NEW)
    change.write()
    assert len(read_pack(pack).questions) == 1


def test_the_last_word_on_a_question_counts(pack: Path) -> None:
    change = FolderChange(pack)
    change.put_question(NEW)
    change.put_question({**NEW, "answer": False})
    change.write()
    assert [getattr(each, "answer", None) for each in read_pack(pack).questions][1:] == [False]


def test_every_entry_of_a_pack_can_be_written_in_place(tmp_path: Path) -> None:
    sample = sample_pack()
    write_pack(sample, tmp_path / "pack")
    before = all_bytes(tmp_path / "pack")
    change = FolderChange(tmp_path / "pack")
    for question in sample.questions:
        change.put_question(question_entry(question))
    for fact in sample.facts:
        change.put_fact(fact_entry(fact))
    change.put_manifest(manifest_entry(sample.manifest))
    change.write()
    assert all_bytes(tmp_path / "pack") == before


def test_a_file_that_is_broken_is_told_and_left(pack: Path) -> None:
    file = pack / "questions" / "dates.yaml"
    file.write_text(QUESTIONS + "  stem: [x\n")
    before = all_bytes(pack)
    change = FolderChange(pack)
    change.put_question({**NEW, "topic": "date"})
    with pytest.raises(PackError, match=r"questions/dates\.yaml:7"):
        change.write()
    change.take_back()
    assert all_bytes(pack) == before


def test_a_file_of_another_form_is_told_and_left(pack: Path) -> None:
    (pack / "facts.yaml").write_text("built: 1842\n")
    change = FolderChange(pack)
    change.put_fact(parse_yaml(FACTS).value[0])
    with pytest.raises(PackError, match=r"facts\.yaml:1: .*another form"):
        change.write()
    assert (pack / "facts.yaml").read_text() == "built: 1842\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["questions", "media", "facts.yaml"])
def test_nothing_outside_the_pack_is_written(pack: Path, name: str) -> None:
    outside = pack.parent / "outside"
    if name == "media":
        outside.mkdir()
    else:
        (pack / name).rename(outside)
    (pack / name).symlink_to(outside)
    before = all_bytes(pack.parent)
    change = FolderChange(pack)
    change.put_question(NEW)
    change.put_image("media/a.png", png(2, 2, (1, 2, 3)))
    with pytest.raises(PackError, match="link out"):
        change.write()
    assert all_bytes(pack.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_file_keeps_its_permissions(pack: Path) -> None:
    (pack / "facts.yaml").chmod(0o640)
    change = FolderChange(pack)
    change.put_fact({**parse_yaml(FACTS).value[0], "statement": "Else."})
    change.write()
    assert stat.S_IMODE((pack / "facts.yaml").stat().st_mode) == 0o640
    assert check_pack(pack).errors == ()


@pytest.mark.parametrize("name", ["../a.png", "media/a.svg", "media/b/a.png"])
def test_an_image_needs_a_name(pack: Path, name: str) -> None:
    with pytest.raises(QuizError):
        FolderChange(pack).put_image(name, png(2, 2, (1, 2, 3)))
