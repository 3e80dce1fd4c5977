"""`new` and `schema`."""

from pathlib import Path

import pytest

from quizapp.formats.native.schema import pack_schema
from tests.cli.conftest import Run


def test_a_new_pack_is_sound(run: Run, tmp_path: Path, library: Path) -> None:
    folder = tmp_path / "The Aldsand lights"
    made = run("new", str(folder), "--language", "kk")
    assert (made.code, made.err) == (0, "")
    assert f"quizapp check {folder}" in made.out
    checked = run("check", str(folder), "--json").document
    assert (checked["sound"], checked["pack"]) == (True, "the-aldsand-lights")
    assert not library.exists()
    assert run("import", str(folder)).code == 0


def test_a_title_is_taken_as_it_is(run: Run, tmp_path: Path) -> None:
    made = run("new", str(tmp_path / "x"), "--title", "Where: #1?", "--json").document
    assert made == {"folder": str(tmp_path / "x"), "pack": "x"}
    assert '"Where: #1?"' in (tmp_path / "x" / "pack.yaml").read_text(encoding="utf-8")


def test_the_folder_that_one_stands_in_can_become_a_pack(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("new", ".", "--json").document["pack"] == "here"
    assert run("check", ".", "--json").document["sound"] is True
    assert (tmp_path / "here" / "pack.yaml").exists()
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path / "x"))
    before = sorted(tmp_path.rglob("*"))
    again = run("new", str(tmp_path / "x"))
    assert (again.code, again.out) == (1, "")
    assert "there already" in again.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_title_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    outcome = run("new", str(tmp_path / "x"), "--title", "  ")
    assert (outcome.code, "empty" in outcome.err) == (1, True)
    assert not (tmp_path / "x").exists()


def test_the_schema_is_printed(run: Run) -> None:
    assert run("schema").document == pack_schema("questions")
    assert run("schema", "--for", "pack", "--json").document == pack_schema("pack")
    assert run("schema", "--for", "thing").code == 2
