"""Images in the folders of packs."""

import os
from pathlib import Path

import pytest

from quizapp.errors import PackError
from quizapp.formats.native import check_pack, files, pack_hash, read_pack
from tests.formats.conftest import FACTS, QUESTIONS, told, write
from tests.images import png

DATA = png(3, 2, (1, 2, 3))
SHOWN = QUESTIONS.replace("stem: When", 'stem: "![A tower](media/map.png) When').replace(
    "built?", 'built?"'
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack whose question shows its one image, with room beside it."""
    (tmp_path / "pack" / "media").mkdir(parents=True)
    (tmp_path / "pack" / "media" / "map.png").write_bytes(DATA)
    return write(tmp_path / "pack", questions=SHOWN)


def advised(folder: Path) -> dict[str, str]:
    checked = check_pack(folder)
    assert checked.errors == ()
    return {
        f"{each.file}:{each.line}": str(each)
        for each in checked.problems
        if each.file != "facts.yaml"
    }


def test_images_come_with_the_pack(pack: Path) -> None:
    assert read_pack(pack).media == {"media/map.png": DATA}
    assert told(pack) == []
    assert advised(pack) == {}


def test_the_hash_follows_the_images(pack: Path) -> None:
    before = pack_hash(pack)
    (pack / "media" / "map.png").write_bytes(png(3, 2, (3, 2, 1)))
    after = pack_hash(pack)
    (pack / "media" / "map.png").rename(pack / "media" / "other.png")
    assert len({before, after, pack_hash(pack)}) == 3


def test_an_image_that_is_not_there_is_told_with_its_line(pack: Path) -> None:
    (pack / "media" / "map.png").rename(pack / "media" / "maps.png")
    (problem,) = told(pack)
    assert problem.startswith("questions/dates.yaml:3: The image “media/map.png” is not in the ")
    assert problem.endswith("Did you mean “media/maps.png”?")
    (pack / "media" / "maps.png").unlink()
    (pack / "media").rmdir()
    (problem,) = told(pack)
    assert problem.endswith("Add it to the pack, in the folder “media”.")
    with pytest.raises(PackError):
        read_pack(pack)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("https://example.org/a.png", "cannot be an image of a pack"),
        ("../map.png", "cannot be an image of a pack"),
        ("/etc/passwd", "cannot be an image of a pack"),
        ("media/map.svg", "Convert it to PNG"),
    ],
)
def test_images_from_elsewhere_are_refused(pack: Path, name: str, words: str) -> None:
    write(pack, questions=SHOWN.replace("media/map.png", name))
    (problem,) = told(pack)
    assert problem.startswith("questions/dates.yaml:3: ")
    assert words in problem


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("map.jpg", DATA, "ends in “jpg”, and the image is a PNG"),
        ("map.png", b"MZ" + DATA, "no image"),
        ("map.png", b"<svg onload='x'/>", "Convert it to PNG"),
        ("map.png", b"", "no image"),
        ("map.png", DATA[:16] + b"\0\0\xff\xff" + DATA[20:], "65,535 by 2"),
        ("map.png", DATA + bytes(5_000_000), "more than 5,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_such_image_is_told(
    pack: Path, name: str, data: bytes, words: str
) -> None:
    (pack / "media" / "map.png").unlink()
    (pack / "media" / name).write_bytes(data)
    write(pack, questions=SHOWN.replace("map.png", name))
    (problem,) = told(pack)
    assert problem.startswith(f"media/{name}:1: ")
    assert words in problem


def test_what_could_be_better_is_advised(pack: Path) -> None:
    (pack / "media" / "unused.png").write_bytes(DATA)
    (pack / "media" / "old map.png").write_bytes(DATA)
    (pack / "media" / "tower.svg").write_text("<svg/>")
    (pack / "media" / "inner").mkdir()
    (pack / "media" / ".DS_Store").write_text("x")
    write(pack, questions=SHOWN.replace("A tower", " "))
    advice = advised(pack)
    assert "No question shows this image" in advice["media/unused.png:1"]
    assert "not called as images are" in advice["media/old map.png:1"]
    assert "not called as images are" in advice["media/inner:1"]
    assert "Convert it to PNG" in advice["media/tower.svg:1"]
    assert "no alternative text" in advice["questions/dates.yaml:3"]
    assert len(advice) == 5
    assert read_pack(pack).media.keys() == {"media/map.png", "media/unused.png"}


def test_names_that_are_one_on_some_systems_are_told(pack: Path) -> None:
    (pack / "media" / "MAP.png").write_bytes(DATA)
    if len([*(pack / "media").iterdir()]) == 1:
        pytest.skip("they are one here")
    assert any("the same but for capitals" in each for each in told(pack))


def test_images_are_counted(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_IMAGES", 1)
    assert told(pack) == []
    (pack / "media" / "more.png").write_bytes(DATA)
    assert any(each.startswith("media:1: The pack has 2 images.") for each in told(pack))
    with pytest.raises(PackError, match="2 images"):
        pack_hash(pack)


def test_bytes_of_images_are_counted(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_MEDIA_BYTES", len(DATA))
    assert told(pack) == []
    monkeypatch.setattr(files, "MAX_MEDIA_BYTES", len(DATA) - 1)
    assert any(each.startswith("media:1: ") and "bytes" in each for each in told(pack))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["media", "media/map.png"])
def test_a_link_out_of_the_pack_is_not_followed(pack: Path, name: str) -> None:
    outside = pack.parent / "outside"
    (pack / name).rename(outside)
    (pack / name).symlink_to(outside)
    assert any(each.startswith(f"{name}:1: This is a link out") for each in told(pack))
    with pytest.raises(PackError, match="link out"):
        pack_hash(pack)


def test_an_unsound_fact_does_not_hide_behind_its_questions(pack: Path) -> None:
    write(pack, facts=FACTS.replace("kind: date", "kind: dates"), questions=SHOWN)
    (problem,) = told(pack)
    assert problem.startswith("facts.yaml:2: ")
