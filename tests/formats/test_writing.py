"""Writing packs as text: what is written reads back, and looks as authors would write it."""

import os
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import PackError, QuizError
from quizapp.facts import AnyFact
from quizapp.formats.native import read_pack, writing
from quizapp.formats.native.entries import fact_entry, manifest_entry, plain, question_entry
from quizapp.formats.native.writing import pack_yaml, write_pack
from quizapp.formats.native.yaml_style import fields_text, list_text
from quizapp.formats.native.yaml_text import parse_yaml
from quizapp.packs import Manifest
from quizapp.questions import AnyQuestion
from quizapp.settings import content_folder
from tests.formats.strategies import NASTY, QUESTIONS, structs
from tests.samples import sample_pack

BUNDLED = content_folder() / "israel-kazakhstan-relations"


def is_read_back(entries: list[dict[str, Any]]) -> bool:
    read = parse_yaml(list_text(entries))
    assert read.problems == []
    return bool(read.value == entries)


@settings(max_examples=400, deadline=None)
@given(QUESTIONS)
def test_any_question_reads_back(question: AnyQuestion) -> None:
    entry = question_entry(question)
    assert is_read_back([entry, entry])
    assert msgspec.convert(entry, type(question)) == question


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(get_args(AnyFact)).flatmap(structs))
def test_any_fact_reads_back(fact: AnyFact) -> None:
    entry = fact_entry(fact)
    assert is_read_back([entry])
    assert msgspec.convert(entry, type(fact)) == fact


@settings(max_examples=100, deadline=None)
@given(structs(Manifest))
def test_any_manifest_reads_back(manifest: Manifest) -> None:
    entry = manifest_entry(manifest)
    assert parse_yaml(fields_text(entry)).value == entry
    assert msgspec.convert(entry, Manifest) == manifest


@pytest.mark.parametrize("text", NASTY)
def test_texts_that_yaml_would_misread_survive_everywhere(text: str) -> None:
    entry = {"id": text, "list": [text, [text]], "fields": {"a": text}, "many": [{"text": text}]}
    assert is_read_back([entry])


def test_a_pack_reads_back(tmp_path: Path) -> None:
    pack = sample_pack()
    write_pack(pack, tmp_path / "pack")
    assert read_pack(tmp_path / "pack") == pack


def test_the_bundled_pack_reads_back(tmp_path: Path) -> None:
    pack = read_pack(BUNDLED)
    write_pack(pack, tmp_path / "new" / "pack")
    assert read_pack(tmp_path / "new" / "pack") == pack


def test_each_topic_has_its_file_where_the_order_allows(tmp_path: Path) -> None:
    pack = sample_pack()
    assert [*pack_yaml(pack)][2:] == ["questions/questions.yaml"]
    ordered = sorted(pack.questions, key=lambda each: each.topic)
    pack = msgspec.structs.replace(pack, questions=tuple(ordered))
    names = [*pack_yaml(pack)][2:]
    assert names[:2] == ["questions/dates.yaml", "questions/figures.yaml"]
    assert len(names) == len({each.topic for each in ordered})
    write_pack(pack, tmp_path / "pack")
    assert read_pack(tmp_path / "pack") == pack


def test_it_looks_as_authors_write_it() -> None:
    texts = pack_yaml(read_pack(BUNDLED))
    assert [*texts] == ["pack.yaml", "facts.yaml", "questions/questions.yaml"]
    assert "  - {id: overview, title: Overview}\n" in texts["pack.yaml"]
    assert "title: Israel–Kazakhstan relations\n" in texts["pack.yaml"]
    assert "description: >-\n  Dates, figures" in texts["pack.yaml"]
    assert (
        "\n\n- id: relations-established-year\n  type: single_choice\n"
        in texts["questions/questions.yaml"]
    )
    assert '    - {text: "1992", right: true}\n' in texts["questions/questions.yaml"]
    assert max(map(len, "".join(texts.values()).splitlines())) < 250


def test_a_text_of_several_lines_is_a_block() -> None:
    text = list_text([{"id": "a", "explanation": "One:\n\n- two\n- # three"}])
    assert text == "- id: a\n  explanation: |-\n    One:\n\n    - two\n    - # three\n"


def test_numbers_stay_what_they_are() -> None:
    entry = {"a": 1.0, "b": 1, "c": 1e300, "d": -0.5, "e": True, "f": 1e-7, "g": [0.25, 3]}
    value = parse_yaml(fields_text(entry)).value
    assert value == entry
    assert [type(each) for each in value.values()] == [type(each) for each in entry.values()]


def test_a_pack_that_is_not_begun_reads_back(tmp_path: Path) -> None:
    pack = msgspec.structs.replace(sample_pack(), facts=(), questions=(), media={})
    write_pack(pack, tmp_path / "pack")
    assert read_pack(tmp_path / "pack") == pack


def test_many_questions_go_into_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_OF_ONE_FILE", 3_000)
    first = next(each for each in sample_pack().questions if each.topic == "date")
    many = tuple(msgspec.structs.replace(first, id=f"q-{number}") for number in range(99))
    pack = msgspec.structs.replace(sample_pack(), questions=many, media={})
    write_pack(pack, tmp_path / "pack")
    assert len(list((tmp_path / "pack" / "questions").iterdir())) > 9
    assert read_pack(tmp_path / "pack") == pack


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    write_pack(sample_pack(), tmp_path / "pack")
    with pytest.raises(PackError, match="there already"):
        write_pack(sample_pack(), tmp_path / "pack")
    (tmp_path / "file").write_text("x")
    with pytest.raises(PackError, match="there already"):
        write_pack(sample_pack(), tmp_path / "file")
    with pytest.raises(PackError, match="could not be written"):
        write_pack(sample_pack(), tmp_path / "file" / "pack")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "pack"]


@pytest.mark.parametrize("name", ["../out.png", "media/../../out.png", "/out.png", "media/a.exe"])
def test_no_image_leaves_the_folder(tmp_path: Path, name: str) -> None:
    data = b"\x89PNG\r\n\x1a\n"
    pack = msgspec.structs.replace(sample_pack(), media={name: data})
    with pytest.raises(QuizError, match="cannot be the name"):
        write_pack(pack, tmp_path / "pack")
    assert [*tmp_path.iterdir()] == []


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PackError, match="No space left"):
        write_pack(sample_pack(), tmp_path / "pack")
    assert [*tmp_path.iterdir()] == []


def test_a_pack_has_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MAX_PACK_BYTES", 100)
    with pytest.raises(PackError, match="too large"):
        write_pack(sample_pack(), tmp_path / "pack")


def test_what_is_by_default_is_left_out() -> None:
    for question in sample_pack().questions:
        assert msgspec.convert(plain(question), type(question)) == question
        assert "points" not in plain(question)
