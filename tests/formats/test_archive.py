"""Packs as one file: what goes out comes in, and nothing that a stranger packed does harm."""

import hashlib
import io
import json
import os
import stat
import struct
import tempfile
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.errors import PackError
from quizapp.formats.native import archive, archive_listing, check_pack, pack_hash, read_pack
from quizapp.formats.native.archive import unpacked, write_quizpack
from quizapp.formats.native.writing import pack_files_of
from tests.formats.conftest import FACTS, MANIFEST, QUESTIONS
from tests.samples import sample_pack

PACK = sample_pack()
FILES = {"pack.yaml": MANIFEST, "facts.yaml": FACTS, "questions/dates.yaml": QUESTIONS}
Entries = dict[str, str | bytes]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where archives are unpacked: nothing is left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert [*folder.iterdir()] == []


def zipped(
    file: Path, entries: Entries, change: Callable[[zipfile.ZipInfo], None] | None = None
) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if change:
                change(info)
            made.writestr(info, data)
    return file


def refusal(file: Path) -> str:
    """What is said of a file; all ways to read it say the same."""
    with pytest.raises(PackError) as told:
        read_pack(file)
    checked = check_pack(file)
    assert checked.pack is None
    assert told.value.message in str(checked.problems[0])
    assert str(told.value).isprintable()
    return str(told.value)


def test_a_pack_goes_out_and_comes_in(tmp_path: Path) -> None:
    file = tmp_path / "a.quizpack"
    write_quizpack(PACK, file)
    assert read_pack(file) == PACK
    assert PACK.media
    assert check_pack(file).errors == ()


def test_equal_packs_make_equal_files(tmp_path: Path) -> None:
    media = dict(reversed([*PACK.media.items(), ("media/b.png", next(iter(PACK.media.values())))]))
    for name, images in (("a", media), ("b", dict(reversed(media.items())))):
        write_quizpack(msgspec.structs.replace(PACK, media=images), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert pack_hash(tmp_path / "a") == pack_hash(tmp_path / "b")


def test_the_manifest_tells_what_it_is(tmp_path: Path) -> None:
    write_quizpack(PACK, tmp_path / "a.quizpack")
    with zipfile.ZipFile(tmp_path / "a.quizpack") as made:
        said = json.loads(made.read("manifest.json"))
        sums = {
            each: hashlib.sha256(made.read(each)).hexdigest()
            for each in made.namelist()
            if each != "manifest.json"
        }
        assert made.testzip() is None
    assert said.pop("files") == sums
    assert said["id"] == PACK.manifest.id
    assert {"format", "version", "title", "languages", "authors", "licence"} < said.keys()


def test_a_text_that_shrinks_like_a_bomb_comes_in_again(tmp_path: Path) -> None:
    first = PACK.questions[0]
    many = [
        msgspec.structs.replace(first, id=f"q-{n}", explanation="same " * 1_900) for n in range(200)
    ]
    pack = msgspec.structs.replace(PACK, questions=tuple(many), media={})
    write_quizpack(pack, tmp_path / "a.quizpack")
    assert len(read_pack(tmp_path / "a.quizpack").questions) == 200


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.quizpack"
    file.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PackError, match="No space left"):
        write_quizpack(PACK, file)
    assert file.read_bytes() == b"before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.quizpack", "temporary"]


@pytest.mark.parametrize("top", ["", "Aldsand 2026/"])
def test_a_folder_zipped_by_hand_comes_in(tmp_path: Path, top: str) -> None:
    entries: Entries = {f"{top}{name}": text for name, text in FILES.items()}
    entries |= {
        f"{top}notes.txt": "mine",
        f"{top}inner.zip": b"PK\x03\x04",
        f"{top}questions/": "",
        f"{top}.schema/pack.json": "{}",
        "__MACOSX/Aldsand/questions/._dates.yaml": "x",
        f"{top}.git/objects/ab/cd": "x",
    }
    file = zipped(tmp_path / "a.zip", entries)
    assert [each.id for each in read_pack(file).questions] == ["built-date"]
    with unpacked(file) as folder:
        names = {each.name for each in folder.rglob("*") if each.is_file()}
    assert names == {"pack.yaml", "facts.yaml", "dates.yaml"}


def test_problems_in_it_are_told_with_their_lines(tmp_path: Path) -> None:
    bad = {**FILES, "questions/dates.yaml": QUESTIONS.replace("topic: date", "topic: x")}
    (problem,) = check_pack(zipped(tmp_path / "a.quizpack", {**bad})).errors
    assert (problem.file, problem.line) == ("questions/dates.yaml", 4)


@pytest.mark.parametrize(
    "name",
    [
        "../out.yaml",
        "questions/../../out.yaml",
        "/etc/passwd",
        "C:/out.yaml",
        "questions\\dates.yaml",
        "questions/a\x00.yaml",
        "questions/\x1b[2J.yaml",
        "questions//a.yaml",
        "questions/./a.yaml",
        "questions/a.yaml.",
        "questions/nul.yaml",
        "COM1",
        "questions/a?.yaml",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    assert "no name for a file" in refusal(raw_named(tmp_path, name))


def raw_named(folder: Path, name: str) -> Path:
    """A pack with an entry of that name; zipfile itself would write a tamer one."""
    stand_in = "Q" * len(name.encode())
    file = zipped(folder / "a.quizpack", {**FILES, stand_in: "x"})
    file.write_bytes(file.read_bytes().replace(stand_in.encode(), name.encode()))
    return file


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"PACK.yaml": "x"}, "twice"),
        ({"questions/DATES.yaml": "x"}, "twice"),
        ({"Media/a.png": "x", "media/A.png": "x"}, "twice"),
        ({"a/b/c/d.yaml": "x"}, "deep"),
        ({"a/b/c/": ""}, "deep"),
        ({f"questions/{'a' * 300}.yaml": "x"}, "too long"),
        ({"questions/bomb.yaml": b"0" * 2_000_000}, "larger than a pack"),
        ({"ignored.bin": b"0" * 2_000_000}, "larger than a pack"),
    ],
)
def test_what_no_pack_holds_is_refused(tmp_path: Path, more: Entries, words: str) -> None:
    assert words in refusal(zipped(tmp_path / "a.quizpack", {**FILES, **more}))


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.quizpack", {**FILES, "facts.yamX": FACTS})
    file.write_bytes(file.read_bytes().replace(b"facts.yamX", b"facts.yaml"))
    assert "twice" in refusal(file)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        if info.filename == "facts.yaml":
            info.external_attr = (kind | 0o777) << 16

    assert "link or no ordinary" in refusal(zipped(tmp_path / "a.quizpack", {**FILES}, change))


def test_a_password_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.quizpack", {**FILES})
    data = bytearray(file.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    file.write_bytes(data)
    assert "password" in refusal(file)


def test_other_ways_to_compress_are_refused(tmp_path: Path) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_BZIP2

    assert "unusual" in refusal(zipped(tmp_path / "a.quizpack", {**FILES}, change))


def test_files_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_listing, "MAX_ENTRIES", 5)
    more: Entries = {f"note-{number}": "x" for number in range(2)}
    assert read_pack(zipped(tmp_path / "a.quizpack", {**FILES, **more})).facts
    assert "5 files" in refusal(zipped(tmp_path / "a.quizpack", {**FILES, **more, "c": "x"}))


def test_a_listing_without_end_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.quizpack"
    with zipfile.ZipFile(file, "w") as made:
        for number in range(40_000):
            made.writestr(f"{number}", "")
    begun = time.monotonic()
    assert "3,000 files" in refusal(file)
    assert time.monotonic() - begun < 10  # all of it takes minutes
    # The same with a count that lies, and with lengths named elsewhere.
    data = bytearray(file.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<HH", data, at + 8, 3, 3)
    file.write_bytes(data)
    assert "3,000 files" in refusal(file)
    struct.pack_into("<HHI", data, at + 8, 3, 3, 100)
    file.write_bytes(data[:at] + b"PK\x06\x07" + bytes(16) + data[at:])
    assert "3,000 files" in refusal(file)


def test_bytes_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = zipped(tmp_path / "a.quizpack", {**FILES})
    monkeypatch.setattr(archive_listing, "MAX_UNPACKED_BYTES", 100)
    assert "larger than a pack" in refusal(file)
    monkeypatch.setattr(archive, "MAX_ARCHIVE_BYTES", 100)
    assert "100 are read at most" in refusal(file)
    with pytest.raises(PackError, match="at most"):
        pack_hash(file)


@pytest.mark.parametrize("size", [1, 50, 1_000_000])
def test_a_size_that_lies_is_found_out(tmp_path: Path, size: int) -> None:
    file = zipped(tmp_path / "a.quizpack", {**FILES, "questions/b.yaml": b"# " + bytes(900) * 900})
    data = bytearray(file.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, size)
    file.write_bytes(data)
    assert "damaged" in refusal(file)


def with_manifest(files: Entries, **changes: object) -> Entries:
    sums = {
        name: hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()
        for name, text in files.items()
    }
    return {**files, "manifest.json": json.dumps({"format": 1, "files": sums, **changes})}


def test_checksums_are_verified(tmp_path: Path) -> None:
    entries = with_manifest({**FILES})
    assert read_pack(zipped(tmp_path / "a.quizpack", entries)).facts
    changed = {**entries, "facts.yaml": FACTS + "\n"}
    assert "“facts.yaml” is not as" in refusal(zipped(tmp_path / "a.quizpack", changed))
    more = {**entries, "questions/more.yaml": "[]"}
    assert "“questions/more.yaml” is not as" in refusal(zipped(tmp_path / "a.quizpack", more))
    del entries["questions/dates.yaml"]
    assert "“questions/dates.yaml” is missing" in refusal(zipped(tmp_path / "b.quizpack", entries))


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ('{"format": 2}', "format 2"),
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"format": 1, "files": {"a": 1}}', "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        (b"\xff", "cannot be read"),
        (os.urandom(500_000).hex() + "x", "too large"),
    ],
)
def test_a_manifest_that_is_none_is_told(tmp_path: Path, manifest: str, words: str) -> None:
    file = zipped(tmp_path / "a.quizpack", {**FILES, "manifest.json": manifest})
    assert words in refusal(file)


@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 100_000, b"PK\x05\x06" + bytes(17)])
def test_what_is_no_zip_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.quizpack"
    file.write_bytes(data)
    assert "is no pack" in refusal(file)


def test_a_zip_of_something_else_is_told(tmp_path: Path) -> None:
    assert "no pack.yaml" in refusal(zipped(tmp_path / "a.quizpack", {"a/b/pack.yaml": "x"}))
    assert "no pack.yaml" in refusal(zipped(tmp_path / "a.quizpack", {}))


def test_a_file_that_goes_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        read_pack(tmp_path / "none.quizpack")
    with pytest.raises(PackError, match="No such file"), unpacked(tmp_path / "none.quizpack"):
        pass


SOUND = io.BytesIO()
with zipfile.ZipFile(SOUND, "w", zipfile.ZIP_DEFLATED) as _made:
    for _name, _data in pack_files_of(PACK).items():
        _made.writestr(_name, _data)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=4), st.floats(0.3, 1))
def test_no_damage_breaks_the_reader(
    tmp_path: Path, damage: list[tuple[float, int]], length: float
) -> None:
    data = bytearray(SOUND.getvalue())
    for place, value in damage:
        # Most of a zip is data: the listing at its end is what is read with trust.
        at = int((1 - (1 - place) ** 3) * (len(data) - 1))
        data[at] = value
    file = tmp_path / "a.quizpack"
    file.write_bytes(data[: int(len(data) * length)] if length < 0.5 else data)
    check_pack(file)
