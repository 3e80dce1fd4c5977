"""What would be refused when it is read is not written at all."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from quizapp.errors import QuizError
from quizapp.formats.native import files, read_pack, reading
from quizapp.formats.native.archive import write_quizpack
from quizapp.formats.native.writing import write_pack
from quizapp.packs import Pack
from tests.images import lighthouse
from tests.samples import IMAGE, sample_pack

Struct = TypeVar("Struct", bound=msgspec.Struct)


def changed(value: Struct, **fields: Any) -> Struct:
    return msgspec.structs.replace(value, **fields)


def with_question(**fields: Any) -> Pack:
    pack = sample_pack()
    first, *others = pack.questions
    return changed(pack, questions=(changed(first, **fields), *others))


def with_manifest(**fields: Any) -> Pack:
    pack = sample_pack()
    return changed(pack, manifest=changed(pack.manifest, **fields))


def with_media(**media: bytes) -> Pack:
    pack = sample_pack()
    return changed(pack, media={**pack.media, **{f"media/{k}.png": v for k, v in media.items()}})


UNSOUND = {
    "a long id": with_question(id="x" * 81),
    "an id with capitals": with_question(id="Tower"),
    "an id that is taken": with_question(id=sample_pack().questions[1].id),
    "a fact that is not there": with_question(facts=("none",)),
    "a tag of two lines": with_question(tags=("a\nb\0",)),
    "a section that is not there": with_manifest(sections=()),
    "an id of the pack": with_manifest(id="My pack"),
    "an image that is not there": changed(sample_pack(), media={}),
    "no image": with_media(text=b"text"),
    "names but for capitals": with_media(Map=lighthouse(), map=lighthouse()),
}


def is_refused(pack: Pack, place: Path) -> bool:
    for write, target in ((write_pack, place / "pack"), (write_quizpack, place / "a.quizpack")):
        with pytest.raises(QuizError):
            write(pack, target)
    return [*place.iterdir()] == []


@pytest.mark.parametrize("pack", UNSOUND.values(), ids=UNSOUND.keys())
def test_an_unsound_pack_is_not_written(pack: Pack, tmp_path: Path) -> None:
    assert is_refused(pack, tmp_path)


@pytest.mark.parametrize(
    ("module", "limit"),
    [
        (files, {"MAX_IMAGES": 1}),
        (files, {"MAX_MEDIA_BYTES": 2 * len(lighthouse()) - 1}),
        (reading, {"MAX_ITEMS": len(sample_pack().questions) - 1}),
    ],
)
def test_what_is_more_than_is_read_is_not_written(
    module: Any, limit: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = with_media(second=lighthouse())
    for name, most in limit.items():
        monkeypatch.setattr(module, name, most)
    assert is_refused(pack, tmp_path)


def test_it_is_said_what_to_mend() -> None:
    with pytest.raises(QuizError, match="“Tower” cannot be written to a file: id: ") as told:
        write_pack(with_question(id="Tower"), Path("unused"))
    assert "lower-case" in told.value.remedy


def test_the_most_there_may_be_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = sample_pack()
    assert [*pack.media] == [IMAGE]
    monkeypatch.setattr(files, "MAX_IMAGES", 1)
    monkeypatch.setattr(files, "MAX_MEDIA_BYTES", len(pack.media[IMAGE]))
    monkeypatch.setattr(reading, "MAX_ITEMS", max(len(pack.facts), len(pack.questions)))
    write_pack(pack, tmp_path / "pack")
    assert read_pack(tmp_path / "pack") == pack
