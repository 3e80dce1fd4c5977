"""Questions on their way into another pack, with what they rest on."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from quizapp.catalogue import Find
from quizapp.errors import QuizError
from quizapp.formats.native import check_pack
from quizapp.packs import Pack
from quizapp.services.workspace import Workspace
from quizapp.store.database import Database
from quizapp.store.pack_store import PackStore
from quizapp.values.images import is_media_name
from tests.images import lighthouse, png
from tests.samples import NOW

MAP, OTHER_MAP = lighthouse(), png(8, 8, (1, 2, 3))


def made(workspace: Workspace, name: str, folder: Path | None = None) -> int:
    """A pack with two facts, each in its own section and with its own question.

    Ids are the same in all such packs, what they say is not.
    """
    sections = [{"id": f"s{n}", "title": f"{name} part {n}"} for n in (1, 2)]
    manifest = {"id": name, "title": name, "version": "1.0.0", "language": "en"}
    pack = workspace.packs.new_pack({**manifest, "sections": sections}, NOW, folder).number
    for n in (1, 2):
        add_fact(workspace, pack, f"f{n}", f"{name} fact {n} was in 1842.", section=f"s{n}")
        add_question(workspace, pack, f"q{n}", f"Was {name} fact {n} so?", f"f{n}")
    return pack


def empty(workspace: Workspace, name: str, folder: Path | None = None) -> int:
    manifest = {"id": name, "title": name, "version": "1.0.0", "language": "en"}
    return workspace.packs.new_pack(manifest, NOW, folder).number


def add_fact(workspace: Workspace, pack: int, key: str, says: str, **more: object) -> None:
    known = {view.fact.id for view in workspace.packs.facts(pack).facts}
    entry = {"id": key, "kind": "date", "statement": says, "date": "1842", **more}
    workspace.packs.save_fact(pack, entry, NOW, key if key in known else "")
    workspace.authoring.forget()


def add_question(workspace: Workspace, pack: int, key: str, stem: str, fact: str) -> int:
    entry = {"id": key, "type": "true_false", "stem": stem, "topic": "date", "facts": [fact]}
    return workspace.authoring.save(pack, {**entry, "answer": True}, NOW).number


def numbers(workspace: Workspace, pack: int) -> list[int]:
    return list(workspace.catalogue.numbers(Find(packs=(pack,))))


def whole(workspace: Workspace, pack: int, tmp_path: Path) -> Pack:
    """The pack as everybody else gets it, which must be sound."""
    checked = check_pack(workspace.sharing.export(pack, tmp_path / f"{pack}.quizpack"))
    assert checked.pack is not None, checked.problems
    return checked.pack


def said(pack: Pack) -> Mapping[str, tuple[str, str]]:
    """By its stem what the fact of each question says, and the title of its section."""
    facts = {fact.id: fact for fact in pack.facts}
    sections = {section.id: section.title for section in pack.manifest.sections}
    asked = {question.stem: facts[question.facts[0]] for question in pack.questions}
    return {stem: (fact.statement, sections[fact.section]) for stem, fact in asked.items()}


@pytest.mark.parametrize("deed", ["move", "copy"])
@pytest.mark.parametrize("place", ["library", "folder"])
def test_questions_of_two_packs_come_in_by_turns(
    workspace: Workspace, tmp_path: Path, deed: str, place: str
) -> None:
    sources = [numbers(workspace, made(workspace, name)) for name in ("one", "two")]
    by_turns = [number for pair in zip(*sources, strict=True) for number in pair]
    target = made(workspace, "target", tmp_path / "target" if place == "folder" else None)
    if deed == "move":
        workspace.bulk.move(by_turns, target, NOW)
    else:
        workspace.bulk.duplicate(by_turns, NOW, target)
    pack = whole(workspace, target, tmp_path)
    assert said(pack) == {
        f"Was {name} fact {n} so?": (f"{name} fact {n} was in 1842.", f"{name} part {n}")
        for name in ("one", "two", "target")
        for n in (1, 2)
    }
    assert len(pack.facts) == len(pack.manifest.sections) == 6


@pytest.mark.parametrize("place", ["library", "folder"])
def test_copying_again_brings_no_fact_twice(
    workspace: Workspace, tmp_path: Path, place: str
) -> None:
    source = made(workspace, "source")
    target = made(workspace, "target", tmp_path / "target" if place == "folder" else None)
    for _ in range(3):
        workspace.bulk.duplicate(numbers(workspace, source), NOW, target)
    pack = whole(workspace, target, tmp_path)
    assert len(pack.questions) == 8
    assert len(pack.facts) == len(pack.manifest.sections) == 4


def in_a_circle(workspace: Workspace, name: str, says: str) -> int:
    """A pack with two facts that are about each other; a question asks for the first."""
    pack = empty(workspace, name)
    section = {"section": "article"}
    add_fact(workspace, pack, "f1", says, **section)
    add_fact(workspace, pack, "f2", "The second was in 1842.", about=["f1"], **section)
    add_fact(workspace, pack, "f1", says, about=["f2"], **section)
    add_question(workspace, pack, "q1", f"Is it so that {says}", "f1")
    return pack


def test_facts_about_each_other_keep_to_each_other_under_new_names(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = in_a_circle(workspace, "source", "The first was in 1842.")
    target = in_a_circle(workspace, "target", "Another was in 1842.")
    for _ in range(2):
        workspace.bulk.duplicate(numbers(workspace, source), NOW, target)
    about = {fact.id: fact.about for fact in whole(workspace, target, tmp_path).facts}
    assert about == {"f1": ("f2",), "f2": ("f1",), "f1-2": ("f2-2",), "f2-2": ("f1-2",)}


def test_facts_about_each_other_that_are_there_are_used(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = in_a_circle(workspace, "source", "The first was in 1842.")
    target = in_a_circle(workspace, "target", "The first was in 1842.")
    workspace.bulk.duplicate(numbers(workspace, source), NOW, target)
    assert [fact.id for fact in whole(workspace, target, tmp_path).facts] == ["f1", "f2"]


def with_image(
    workspace: Workspace, database: Database, pack: int, name: str, data: bytes
) -> list[int]:
    """A question that shows the image; by its number."""
    with database.writing() as connection:
        PackStore(connection).put_media(pack, name, data)
    workspace.authoring.forget()
    key = f"image{len(numbers(workspace, pack))}"
    return [add_question(workspace, pack, key, f"Is ![it]({name}) this?", "f1")]


@pytest.mark.parametrize("place", ["library", "folder"])
def test_images_whose_names_differ_in_capitals_alone_come_in_apart(
    workspace: Workspace, database: Database, tmp_path: Path, place: str
) -> None:
    one, two, third = (made(workspace, name) for name in ("one", "two", "third"))
    target = made(workspace, "target", tmp_path / "target" if place == "folder" else None)
    moved = [
        *with_image(workspace, database, one, "media/Map.png", MAP),
        *with_image(workspace, database, two, "media/map.png", OTHER_MAP),
        *with_image(workspace, database, third, "media/MAP.png", MAP),
    ]
    workspace.bulk.move(moved, target, NOW)
    result = whole(workspace, target, tmp_path)
    assert result.media == {"media/Map.png": MAP, "media/map-2.png": OTHER_MAP}
    stems = [question.stem for question in result.questions[2:]]
    assert stems == [f"Is ![it](media/{each}.png) this?" for each in ("Map", "map-2", "Map")]


def test_copying_again_brings_no_image_twice(
    workspace: Workspace, database: Database, tmp_path: Path
) -> None:
    source, target = made(workspace, "source"), made(workspace, "target")
    image = with_image(workspace, database, source, "media/map.png", MAP)
    with_image(workspace, database, target, "media/map.png", OTHER_MAP)
    for _ in range(3):
        workspace.bulk.duplicate(image, NOW, target)
    assert len(whole(workspace, target, tmp_path).media) == 2


def test_only_images_of_the_same_name_are_read(
    workspace: Workspace, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = made(workspace, "source"), made(workspace, "target")
    image = with_image(workspace, database, source, "media/map.png", MAP)
    for name in ("media/map.png", "media/tower.png", "media/sea.png"):
        with_image(workspace, database, target, name, OTHER_MAP)
    read: list[str] = []
    media = PackStore.media

    def noted(store: PackStore, number: int, names: list[str]) -> dict[str, bytes]:
        read.extend(names)
        return media(store, number, names)

    monkeypatch.setattr(PackStore, "media", noted)
    workspace.bulk.move(image, target, NOW)
    assert set(read) == {"media/map.png"}


def test_long_names_stay_names(workspace: Workspace, database: Database, tmp_path: Path) -> None:
    source, target = made(workspace, "source"), made(workspace, "target")
    name = f"media/{'m' * 80}.png"
    for pack, data in ((source, MAP), (target, OTHER_MAP)):
        add_fact(workspace, pack, "f" * 80, f"{pack} was in 1842.", section="s1")
        with_image(workspace, database, pack, name, data)
        stem = f"Is ![it]({name}) number {pack}?"
        add_question(workspace, pack, "q" * 80, stem, "f" * 80)
    for _ in range(11):
        workspace.bulk.duplicate(numbers(workspace, source), NOW, target)
    result = whole(workspace, target, tmp_path)
    assert all(map(is_media_name, result.media))
    assert f"{'q' * 77}-12" in {question.id for question in result.questions}


def retired_without_fact(workspace: Workspace, pack: int) -> int:
    """A retired question, of which the fact is removed."""
    number = numbers(workspace, pack)[0]
    workspace.bulk.retire([number], NOW)
    workspace.packs.remove_fact(pack, "f1", NOW)
    return number


@pytest.mark.parametrize("is_elsewhere", [True, False])
def test_a_question_without_its_facts_is_not_copied(
    workspace: Workspace, *, is_elsewhere: bool
) -> None:
    source, target = made(workspace, "source"), made(workspace, "target")
    number = retired_without_fact(workspace, source)
    with pytest.raises(QuizError, match="“f1”"):
        workspace.bulk.duplicate([number], NOW, target if is_elsewhere else None)
    assert len(numbers(workspace, target)) == 2


def test_a_retired_question_can_be_copied(workspace: Workspace, tmp_path: Path) -> None:
    source, target = made(workspace, "source"), empty(workspace, "target")
    number = numbers(workspace, source)[0]
    workspace.bulk.retire([number], NOW)
    workspace.bulk.duplicate([number], NOW, target)
    assert len(whole(workspace, target, tmp_path).questions) == 1
    assert number not in numbers(workspace, source)
