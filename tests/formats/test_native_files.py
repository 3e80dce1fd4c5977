"""Which files of a pack are read."""

import os
import socket
from pathlib import Path

import pytest

from quizapp.errors import PackError
from quizapp.formats.native import check_pack, files, pack_hash, read_pack
from tests.formats.conftest import FACTS, MANIFEST, QUESTIONS, told, write

MORE = QUESTIONS.replace("built-date", "more")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A sound pack with room beside it."""
    (tmp_path / "pack").mkdir()
    return write(tmp_path / "pack")


def test_the_hash_follows_every_file(pack: Path) -> None:
    before = pack_hash(pack)
    assert pack_hash(pack) == before
    write(pack, questions=QUESTIONS + "\n")
    after = pack_hash(pack)
    (pack / "questions" / "more.yml").write_text(MORE)
    assert len({before, after, pack_hash(pack)}) == 3


def test_both_endings_are_read(pack: Path) -> None:
    (pack / "questions" / "more.yml").write_text(MORE)
    (pack / "questions" / "LAST.YAML").write_text(MORE.replace("more", "last"))
    assert {question.id for question in read_pack(pack).questions} == {"built-date", "more", "last"}


def test_other_names_are_told(pack: Path) -> None:
    for name in ("more.txt", ".#dates.yaml"):
        (pack / "questions" / name).write_text("no: [yaml")
    checked = check_pack(pack)
    assert checked.errors == ()
    names = [each.file for each in checked.problems if "not read" in each.message]
    assert names == ["questions/more.txt"]


@pytest.mark.parametrize("name", ["pack", "facts"])
def test_a_file_with_another_ending_is_told(pack: Path, name: str) -> None:
    (pack / f"{name}.yaml").rename(pack / f"{name}.yml")
    assert f"{name}.yml:1: This file is not read. Call it {name}.yaml." in told(pack)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["questions/pipe.yaml", "facts.yaml", "pack.yaml"])
def test_a_pipe_is_not_opened(pack: Path, name: str) -> None:
    (pack / name).unlink(missing_ok=True)
    os.mkfifo(pack / name)
    assert any(each.startswith(f"{name}:1: This is no ordinary file") for each in told(pack))
    with pytest.raises(PackError):
        pack_hash(pack)


def test_a_socket_and_a_folder_are_not_read(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack / "questions" / "folder.yaml").mkdir()
    expected = 1
    if hasattr(socket, "AF_UNIX"):
        monkeypatch.chdir(pack / "questions")
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket.yaml")
        expected = 2
    assert sum("no ordinary file" in each for each in told(pack)) == expected


@pytest.mark.parametrize("name", ["questions/link.yaml", "facts.yaml", "pack.yaml", "questions"])
def test_a_link_out_of_the_pack_is_not_followed(
    pack: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = pack.parent / "secret.yaml"
    outside.write_text(FACTS)
    link = pack / name
    if name == "questions":
        outside = link.rename(pack.parent / "outside")
    link.unlink(missing_ok=True)
    link.symlink_to(outside)
    assert any(each.startswith(f"{name}:1: This is a link out") for each in told(pack))
    with pytest.raises(PackError, match="link out"):
        pack_hash(pack)
    with pytest.raises(PackError):
        read_pack(pack)


def test_a_link_inside_the_pack_is_followed(pack: Path) -> None:
    (pack / "more.txt").write_text(MORE)
    (pack / "questions" / "more.yaml").symlink_to(pack / "more.txt")
    assert len(read_pack(pack).questions) == 2


def test_links_in_a_circle_are_told(pack: Path) -> None:
    (pack / "questions" / "a.yaml").symlink_to("b.yaml")
    (pack / "questions" / "b.yaml").symlink_to("a.yaml")
    assert len(told(pack)) == 2


def test_a_link_to_nothing_is_told(pack: Path) -> None:
    (pack / "questions" / "a.yaml").symlink_to("b.yaml")
    assert any("cannot be read" in each for each in told(pack))


def test_files_are_counted(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 3)
    for number in range(3):
        assert told(pack) == []
        question = MORE.replace("more", f"more-{number}")
        (pack / "questions" / f"{number}.yaml").write_text(question)
    (problem,) = told(pack)
    assert problem.startswith("questions:1: The pack has 4 files of questions.")
    with pytest.raises(PackError, match="4 files"):
        pack_hash(pack)


def test_bytes_are_counted(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(MANIFEST) + len(FACTS) + len(QUESTIONS)
    monkeypatch.setattr(files, "MAX_PACK_BYTES", size)
    assert told(pack) == []
    monkeypatch.setattr(files, "MAX_PACK_BYTES", size - 1)
    (problem,) = told(pack)
    assert f"{size} bytes" in problem
    with pytest.raises(PackError, match="bytes"):
        pack_hash(pack)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the account may read everything")
def test_a_file_that_may_not_be_read_is_told(pack: Path) -> None:
    (pack / "facts.yaml").chmod(0)
    assert any(each.startswith("facts.yaml:1: ") for each in told(pack))
    with pytest.raises(PackError):
        pack_hash(pack)


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_in_no_encoding_is_shown(pack: Path) -> None:
    name = os.fsdecode(b"\xff.yaml")
    try:
        (pack / "questions" / name).write_text("x: 1")
    except OSError:
        pytest.skip("the file system wants names in UTF-8")
    assert any(each.startswith("questions/\\udcff.yaml:1: ") for each in told(pack))
    assert pack_hash(pack)
