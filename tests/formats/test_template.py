"""The pack that authors begin with."""

import json
from pathlib import Path

import pytest

from quizapp.errors import PackError
from quizapp.formats.native import check_pack, read_pack
from quizapp.formats.native.schema import PARTS, pack_schema
from quizapp.formats.native.template import example_pack, template_files, write_template
from quizapp.packs import FORMAT, Manifest
from quizapp.questions import type_name

NASTY = 'Yes: #1 "a" – [x], 👩‍🚀\nline'
MANIFEST = Manifest(format=FORMAT, id="rome", title="Rome", version="1", language="de")


def test_it_is_sound_and_there_is_nothing_to_advise(tmp_path: Path) -> None:
    write_template(MANIFEST, tmp_path / "rome")
    checked = check_pack(tmp_path / "rome")
    assert list(map(str, checked.problems)) == []
    assert checked.pack is not None
    assert checked.pack.manifest.title == "Rome"
    assert len({type_name(question) for question in checked.pack.questions}) >= 6


def test_the_example_is_the_same_without_files(tmp_path: Path) -> None:
    write_template(MANIFEST, tmp_path / "rome")
    assert read_pack(tmp_path / "rome") == example_pack(MANIFEST)


@pytest.mark.parametrize("title", [NASTY, "1992", "true", "- a", "a: b"])
def test_any_title_is_written_so_that_it_reads_back(tmp_path: Path, title: str) -> None:
    manifest = Manifest(format=FORMAT, id="x", title=title, version="1", language="no")
    write_template(manifest, tmp_path / "x")
    read = read_pack(tmp_path / "x").manifest
    assert (read.title, read.version, read.language) == (title, "1", "no")


def test_editors_find_the_schema_of_each_file() -> None:
    files = template_files(MANIFEST)
    for name, text in files.items():
        if name.endswith(".yaml"):
            first = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
            target = (Path("/pack") / name).parent / first
            part = target.stem
            assert str(target.resolve().relative_to("/pack")) in files
            assert name.startswith(part)
    for part in PARTS:
        assert json.loads(files[f".schema/{part}.json"]) == pack_schema(part)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    write_template(MANIFEST, tmp_path / "rome")
    with pytest.raises(PackError, match="there already"):
        write_template(MANIFEST, tmp_path / "rome")
