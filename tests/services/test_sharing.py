"""Packs going out and coming in."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from quizapp.catalogue import Find
from quizapp.errors import LibraryChangedError, PackError, QuizError
from quizapp.formats.native import read_pack
from quizapp.formats.native.entries import fact_entry
from quizapp.questions import TrueFalseAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.library import backups_of
from quizapp.services.workspace import Workspace
from quizapp.settings import content_folder
from tests.samples import NOW, sample_pack

LATER = NOW + timedelta(days=1)


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Workspace]:
    """An empty library on another account."""
    opened = Workspace.open(
        str(tmp_path / "away" / "library.quizdb"), create=True, content=tmp_path / "none"
    )
    yield opened
    opened.close()


@pytest.fixture
def sent(workspace: Workspace, tmp_path: Path) -> Path:
    """The sample pack as a file."""
    return workspace.sharing.export(1, tmp_path / "sent.quizpack")


def test_a_pack_goes_out_and_comes_in_whole(sent: Path, away: Workspace) -> None:
    preview = away.sharing.preview(sent)
    assert preview.relation == "new"
    assert len(preview.new) == len(sample_pack().questions)
    assert away.catalogue.packs() == ()
    away.sharing.import_pack(sent, NOW, files_hash=preview.files_hash)
    assert read_pack(sent) == sample_pack()
    (pack,) = away.catalogue.packs()
    assert pack.questions == len(sample_pack().questions)
    assert away.sharing.preview(sent).relation == "same"


def test_a_newer_version_says_what_changes_and_keeps_the_records(
    workspace: Workspace, away: Workspace, sent: Path, tmp_path: Path
) -> None:
    away.sharing.import_pack(sent, NOW)
    learner = away.study.add_learner("Aigul", NOW)
    sitting = away.study.start(learner.id, Blueprint(seed=1, types=("true_false",)), NOW)
    away.study.answer(
        sitting.attempt.id, 0, TrueFalseAnswer(value=True), seconds=1, confidence=None, now=NOW
    )
    away.study.finish(sitting.attempt.id, NOW)
    score = away.reports.progress(learner.id, LATER).sittings
    numbers = {row.key: row.number for row in workspace.catalogue.first(Find()).rows}
    start = workspace.authoring.editor(numbers["tallest"])
    workspace.authoring.save(
        1,
        {**start.entry, "stem": "The tower of Aldsand is 31 metres high."},
        LATER,
        number=numbers["tallest"],
        revision=start.revision,
    )
    workspace.bulk.retire([numbers["rooms"]], LATER)
    workspace.bulk.duplicate([numbers["height-number"]], LATER)
    newer = workspace.sharing.export(1, tmp_path / "newer.quizpack", version="1.1.0")
    preview = away.sharing.preview(newer)
    assert preview.relation == "newer"
    assert [(item.id, item.answers) for item in preview.changed] == [("tallest", 1)]
    assert preview.changed[0].before == "The lighthouse of Aldsand is 31 metres high."
    assert [item.id for item in preview.gone] == ["rooms"]
    assert [item.id for item in preview.new] == ["height-number-2"]
    away.sharing.import_pack(newer, LATER, files_hash=preview.files_hash)
    assert away.reports.progress(learner.id, LATER).sittings == score
    asked = away.study.result(sitting.attempt.id).sitting.questions[0].question
    assert asked.stem == "The lighthouse of Aldsand is 31 metres high."
    assert away.sharing.preview(sent).relation == "older"


def test_another_pack_with_the_same_id_is_known_for_what_it_is(
    away: Workspace, sent: Path, tmp_path: Path
) -> None:
    away.sharing.import_pack(sent, NOW)
    pack = sample_pack()
    other = away.packs.new_pack(
        {"id": "other", "title": "Bridges", "version": "3", "language": "en"}, NOW
    )
    number = next(iter(away.catalogue.numbers(Find())))
    away.bulk.duplicate([number], NOW, other.number)
    copy = next(iter(away.catalogue.numbers(Find(packs=(other.number,)))))
    start = away.authoring.editor(copy)
    away.bulk.retire([copy], NOW)
    away.authoring.save(other.number, {**start.entry, "id": "of-its-own"}, NOW)
    folder = away.sharing.export(other.number, tmp_path / "bridges")
    manifest = folder / "pack.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("id: other", f"id: {pack.manifest.id}", 1),
        encoding="utf-8",
    )
    preview = away.sharing.preview(folder)
    assert preview.relation == "other"
    assert preview.present_title == pack.manifest.title
    away.sharing.import_pack(folder, NOW, as_id="bridges")
    assert {each.id for each in away.catalogue.packs()} == {pack.manifest.id, "other", "bridges"}


def test_a_file_that_changed_after_the_preview_is_looked_at_once_more(
    workspace: Workspace, away: Workspace, sent: Path
) -> None:
    preview = away.sharing.preview(sent)
    sent.unlink()
    workspace.sharing.export(1, sent, version="9.9")
    with pytest.raises(LibraryChangedError):
        away.sharing.import_pack(sent, NOW, files_hash=preview.files_hash)
    assert away.catalogue.packs() == ()


def test_a_pack_that_is_not_sound_changes_nothing(away: Workspace, tmp_path: Path) -> None:
    bad = tmp_path / "bad.quizpack"
    bad.write_bytes(b"PK no zip")
    with pytest.raises(PackError):
        away.sharing.preview(bad)
    with pytest.raises(PackError):
        away.sharing.import_pack(bad, NOW)
    assert away.catalogue.packs() == ()


def test_chosen_questions_go_out_with_the_facts_they_rest_on(
    workspace: Workspace, tmp_path: Path
) -> None:
    numbers = {row.key: row.number for row in workspace.catalogue.first(Find()).rows}
    file = workspace.sharing.export(
        1, tmp_path / "part.quizpack", numbers=[numbers["tallest"], numbers["rooms"]]
    )
    part = read_pack(file)
    assert {question.id for question in part.questions} == {"tallest", "rooms"}
    assert {fact.id for fact in part.facts} >= {"height", "keeper"}
    assert "built" not in {fact.id for fact in part.facts}


def test_an_empty_pack_does_not_go_out(workspace: Workspace, tmp_path: Path) -> None:
    empty = workspace.packs.new_pack(
        {"id": "empty", "title": "Empty", "version": "1", "language": "en"}, NOW
    )
    with pytest.raises(QuizError, match="no question"):
        workspace.sharing.export(empty.number, tmp_path / "empty.quizpack")
    assert not (tmp_path / "empty.quizpack").exists()


def test_a_version_that_goes_out_is_the_version_here(workspace: Workspace, tmp_path: Path) -> None:
    workspace.sharing.export(1, tmp_path / "out.quizpack", version="2.0.0")
    assert workspace.packs.details(1)["version"] == "2.0.0"
    manifest = msgspec.structs.replace(sample_pack().manifest, version="2.0.0")
    assert read_pack(tmp_path / "out.quizpack").manifest == manifest


def test_an_export_that_fails_leaves_the_version(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.packs.details(1)["version"]
    with pytest.raises(QuizError):
        workspace.sharing.export(1, tmp_path / "no" / "such" / "x.quizpack", version="9.0.0")
    assert workspace.packs.details(1)["version"] == before


def test_what_an_author_wrote_is_backed_up_before_it_is_written_over(
    workspace: Workspace, sent: Path
) -> None:
    height = next(each for each in workspace.packs.facts(1).facts if each.fact.id == "height")
    entry = {**fact_entry(height.fact), "statement": "The tower is 31 metres high, as measured."}
    workspace.packs.save_fact(1, entry, NOW, present="height")
    preview = workspace.sharing.preview(sent)
    assert (preview.changed_facts, preview.gone_facts) == (1, 0)
    workspace.sharing.import_pack(sent, LATER)
    (backup,) = backups_of(workspace.library.location)
    kept = Workspace.open(backup.path, create=False, content=sent.parent / "none")
    try:
        statements = {each.fact.statement for each in kept.packs.facts(1).facts}
    finally:
        kept.close()
    assert "The tower is 31 metres high, as measured." in statements


def test_a_folder_does_not_take_the_place_of_a_bundled_pack(tmp_path: Path) -> None:
    content = content_folder()
    opened = Workspace.open(str(tmp_path / "l.quizdb"), create=True, content=content)
    try:
        opened.library.install_bundled(NOW)
        with pytest.raises(QuizError, match="comes with the program"):
            opened.sharing.open_in_place(next(content.glob("*/pack.yaml")).parent, NOW)
    finally:
        opened.close()
