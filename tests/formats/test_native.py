"""Packs in folders: every mistake is told with its place, nothing bad comes in."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import PackError
from quizapp.formats.native import check_pack, pack_hash, read_pack
from quizapp.formats.yaml_text import parse_yaml

MANIFEST = """\
format: 1
id: aldsand
title: Aldsand
version: "1"
language: en
sections:
  - {id: tower, title: The tower}
"""
FACTS = """\
- id: built
  kind: date
  statement: It was built in 1842.
  section: tower
  date: "1842"
"""
QUESTIONS = """\
- id: built-date
  type: date
  stem: When was the lighthouse of Aldsand built?
  topic: date
  facts: [built]
  answer: "1842"
"""


def write(
    folder: Path, manifest: str = MANIFEST, facts: str = FACTS, questions: str = QUESTIONS
) -> Path:
    (folder / "questions").mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(manifest, encoding="utf-8")
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    (folder / "questions" / "dates.yaml").write_text(questions, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in check_pack(folder).errors]


def test_a_sound_pack_comes_in(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path))
    assert pack.manifest.id == "aldsand"
    assert [question.id for question in pack.questions] == ["built-date"]
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("type: date\n  stem", "type: dates\n  stem"), "questions/dates.yaml:2", "“date”"),
        (("stem:", "steam:"), "questions/dates.yaml:3", "“stem”"),
        (("[built]", "[buildt]"), "questions/dates.yaml:5", "“built”"),
        (('answer: "1842"', 'answer: "1842-13"'), "questions/dates.yaml:6", "1842-13"),
        (('answer: "1842"', "answer: 1842"), "questions/dates.yaml:6", "quotation marks"),
        (("id: built-date", "id: Built Date"), "questions/dates.yaml:1", "cannot be an id"),
        (('date: "1842"', 'date: "in May"'), "facts.yaml:5", "in May"),
        (("section: tower", "section: cellar"), "facts.yaml:4", "cellar"),
        (("format: 1", "format: 9"), "pack.yaml:1", "format 9"),
        (("title: Aldsand", "title: [Aldsand]"), "pack.yaml:3", "should be text"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], place: str, words: str
) -> None:
    write(tmp_path, *(text.replace(*change) for text in (MANIFEST, FACTS, QUESTIONS)))
    problems = told(tmp_path)
    assert any(each.startswith(place) and words in each for each in problems), problems
    with pytest.raises(PackError):
        read_pack(tmp_path)


def test_one_mistake_does_not_hide_another(tmp_path: Path) -> None:
    bad = QUESTIONS.replace("topic: date", "topic: dates").replace("[built]", "built")
    write(tmp_path, questions=bad + QUESTIONS.replace("stem", "steem"))
    assert len(told(tmp_path)) >= 4


def test_an_id_stands_once(tmp_path: Path) -> None:
    write(tmp_path, questions=QUESTIONS + QUESTIONS)
    (problem,) = told(tmp_path)
    assert problem.startswith("questions/dates.yaml:7")
    assert "questions/dates.yaml:1" in problem


def test_a_folder_without_a_pack_is_told_so(tmp_path: Path) -> None:
    (problem,) = told(tmp_path)
    assert "pack.yaml" in problem


def test_a_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text(QUESTIONS)
    folder = tmp_path / "pack"
    folder.mkdir()
    write(folder)
    (folder / "questions" / "more.yaml").symlink_to(outside)
    assert any("link" in problem for problem in told(folder))


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: !!python/object:os.system x\n",
        "a: 1\na: 2\n",
        "<<: {a: 1}\n",
        "[" * 200,
        "a: [1, 2\n",
        "\t- x\n",
        "a: \x00",
    ],
)
def test_yaml_that_is_refused(text: str) -> None:
    assert parse_yaml(text).problems


def test_yaml_values_are_plain() -> None:
    value = parse_yaml('a: 1992-04-10\nb: yes\nc: true\nd: 12\ne: 1.5\nf: "7"\ng:\n').value
    assert value == {
        "a": "1992-04-10",
        "b": "yes",
        "c": True,
        "d": 12,
        "e": 1.5,
        "f": "7",
        "g": None,
    }


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#%@ \n\t0.é"), max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    parse_yaml(text)


def test_the_hash_follows_every_file(tmp_path: Path) -> None:
    before = pack_hash(write(tmp_path))
    assert pack_hash(tmp_path) == before
    write(tmp_path, questions=QUESTIONS + "\n")
    assert pack_hash(tmp_path) != before
