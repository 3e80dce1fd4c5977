"""Packs, backups and health of a library, as pages and commands use them."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.errors import CancelledError, LibraryError, PackError
from quizapp.questions import TrueFalseAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services import library as module
from quizapp.services.library import backups_of, restore, verify
from quizapp.services.workspace import Workspace
from tests.samples import NOW

SMALL = Path(__file__).parents[1] / "cli" / "content" / "small"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of bundled packs with one in it."""
    folder = tmp_path / "content"
    write_pack(folder, "small")
    return folder


@pytest.fixture
def school(tmp_path: Path, content: Path) -> Iterator[Workspace]:
    """A new library that is given the packs of `content`; nothing is installed yet."""
    opened = open_library(tmp_path / "school.quizdb", content)
    yield opened
    opened.close()


def open_library(path: Path, content: Path) -> Workspace:
    return Workspace.open(str(path), create=True, content=content)


def write_pack(folder: Path, name: str, version: str = "1.0.0", question: str = "") -> Path:
    """A sound pack; `question` is what its true-false question says."""
    pack = folder / name
    shutil.copytree(SMALL, pack, dirs_exist_ok=True)
    change(pack / "pack.yaml", "id: small", f"id: {name}")
    change(pack / "pack.yaml", '"1.0.0"', f'"{version}"')
    if question:
        change(pack / "questions" / "all.yaml", "It opened in 1992.", question)
    return pack


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def versions(workspace: Workspace) -> dict[str, str]:
    return {pack.id: pack.version for pack in workspace.library.packs()}


def answer_one(workspace: Workspace, now: datetime = NOW) -> None:
    """A learner does something."""
    learners = workspace.study.learners()
    learner = learners[0] if learners else workspace.study.add_learner("Aigul", now)
    blueprint = Blueprint(seed=1, types=("true_false",))
    sitting = workspace.study.start(learner.id, blueprint, now)
    workspace.study.answer(
        sitting.attempt.id, 0, TrueFalseAnswer(value=True), seconds=1, confidence=None, now=now
    )


def made(workspace: Workspace) -> list[datetime]:
    """When the backups of the library were made, the newest first."""
    return [backup.made_at for backup in backups_of(workspace.library.location)]


def test_bundled_packs_are_put_in_once_and_again_when_they_change(
    school: Workspace, content: Path
) -> None:
    assert school.library.install_bundled(NOW).installed == 1
    assert school.library.install_bundled(NOW).installed == 0
    write_pack(content, "small", "1.0.1")
    write_pack(content, "other")
    done = school.library.install_bundled(NOW)
    assert (done.installed, done.refused) == (2, ())
    assert versions(school) == {"small": "1.0.1", "other": "1.0.0"}


def test_a_broken_pack_keeps_nobody_from_the_sound_ones(school: Workspace, content: Path) -> None:
    broken = write_pack(content, "broken")
    change(broken / "questions" / "all.yaml", "answer: 14", "answer: many")
    empty = content / "empty"
    empty.mkdir()
    (empty / "pack.yaml").write_bytes(b"\xff")
    done = school.library.install_bundled(NOW)
    assert done.installed == 1
    assert versions(school) == {"small": "1.0.0"}
    assert [refused.folder for refused in done.refused] == [str(broken), str(empty)]
    assert "all.yaml" in done.refused[0].error.message
    change(broken / "questions" / "all.yaml", "answer: many", "answer: 14")
    assert school.library.install_bundled(NOW).installed == 1


def test_a_pack_that_broke_stays_as_it_was(school: Workspace, content: Path) -> None:
    school.library.install_bundled(NOW)
    change(content / "small" / "pack.yaml", "title: Small pack", "titel: Small pack")
    assert len(school.library.install_bundled(NOW).refused) == 1
    assert versions(school) == {"small": "1.0.0"}
    answer_one(school)


def test_who_stops_keeps_what_was_done_and_nothing_half_done(
    school: Workspace, content: Path
) -> None:
    write_pack(content, "other")

    def stop(done: int, total: int, words: str) -> None:
        if school.library.packs():
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        school.library.install_bundled(NOW, stop)
    assert list(versions(school)) == ["other"]
    assert school.library.install_bundled(NOW).installed == 1


@pytest.mark.parametrize(
    ("installed", "bundled", "stands"),
    [
        ("1.1.0", "1.0.9", "1.1.0"),
        ("1.10", "1.9", "1.10"),
        ("2.0", "2.0-rc1", "2.0"),
        ("1.0.0", "1.0.1", "1.0.1"),
        ("1.0", "1.0.0", "1.0.0"),
        ("2.0-rc1", "2.0", "2.0"),
        ("1.0.0", "1.0.0", "1.0.0"),
        ("3", "newest", "newest"),
    ],
)
def test_an_older_program_sets_no_pack_back(
    school: Workspace, content: Path, installed: str, bundled: str, stands: str
) -> None:
    write_pack(content, "small", installed, "It opened in June 1992.")
    school.library.install_bundled(NOW)
    write_pack(content, "small", bundled, "It opened in May 1992.")
    done = school.library.install_bundled(NOW)
    assert versions(school) == {"small": stands}
    assert done.refused == ()
    month = "May" if stands == bundled else "June"
    learner = school.study.add_learner("Aigul", NOW)
    sitting = school.study.start(learner.id, Blueprint(seed=1, types=("true_false",)), NOW)
    assert month in sitting.current.question.stem


def test_a_pack_is_installed_as_it_is_asked_for_also_an_older_one(
    school: Workspace, content: Path, tmp_path: Path
) -> None:
    school.library.install_bundled(NOW)
    older = write_pack(tmp_path / "mine", "small", "0.9")
    assert school.library.install(older, NOW).unchanged == 9
    assert versions(school) == {"small": "0.9"}
    with pytest.raises(PackError):
        school.library.install(tmp_path, NOW)


@pytest.mark.parametrize("is_bundled", [True, False])
def test_answers_are_backed_up_before_a_pack_changes(
    school: Workspace, content: Path, tmp_path: Path, is_bundled: bool
) -> None:
    school.library.install_bundled(NOW)
    answer_one(school)
    assert made(school) == []
    told: list[str] = []

    def note(done: int, total: int, words: str) -> None:
        told.append(words)

    write_pack(content, "small", "1.0.1", "It opened in 1993.")
    write_pack(content, "other")
    later = NOW + MINUTE
    if is_bundled:
        school.library.install_bundled(later, note)
    else:
        school.library.install(content / "small", later, note)
    (kept,) = backups_of(school.library.location)
    assert kept.made_at == later
    assert "backup" in told[0]
    before = Workspace.open(kept.path, create=False)
    assert versions(before) == {"small": "1.0.0"}
    assert before.reports.progress(1, later).titles
    before.close()


def test_there_is_nothing_to_back_up_before_anybody_answered(
    school: Workspace, content: Path
) -> None:
    school.library.install_bundled(NOW)
    school.study.add_learner("Aigul", NOW)
    write_pack(content, "small", "1.0.1")
    assert school.library.install_bundled(NOW).installed == 1
    assert made(school) == []


def test_without_its_backup_a_pack_stays_as_it_was(school: Workspace, content: Path) -> None:
    school.library.install_bundled(NOW)
    answer_one(school)
    (content.parent / "backups").write_text("in the way")
    write_pack(content, "small", "1.0.1")
    (refused,) = school.library.install_bundled(NOW).refused
    assert "backups" in refused.error.message
    assert versions(school) == {"small": "1.0.0"}


def test_backups_are_listed_from_the_newest(school: Workspace) -> None:
    for minutes in (0, 2, 1):
        school.library.backup(None, NOW + minutes * MINUTE)
    assert made(school) == [NOW + minutes * MINUTE for minutes in (2, 1, 0)]
    assert all(backup.size > 0 for backup in backups_of(school.library.location))


def test_libraries_side_by_side_have_their_own_backups(tmp_path: Path, content: Path) -> None:
    names = ("class.quizdb", "class.db", "class")
    libraries = {name: open_library(tmp_path / name, content) for name in names}
    months_ago = NOW - timedelta(days=800)
    for workspace in libraries.values():
        workspace.library.backup(None, months_ago)
        workspace.library.backup(None, months_ago + MINUTE)
    for name, workspace in libraries.items():
        assert made(workspace) == [months_ago + MINUTE, months_ago]
        for backup in backups_of(workspace.library.location):
            assert Path(backup.path).name.startswith(f"{name}.20")
    # The older ones of two on one day are thinned out: of this library alone.
    libraries["class.quizdb"].library.backup(None, NOW)
    assert made(libraries["class.quizdb"]) == [NOW, months_ago + MINUTE]
    assert len(made(libraries["class.db"])) == 2
    for workspace in libraries.values():
        workspace.close()


def test_backups_with_the_names_of_before_are_found(school: Workspace, content: Path) -> None:
    newest = school.library.backup(None, NOW)
    old = newest.with_name(newest.name.replace("school.quizdb.", "school-"))
    newest.rename(old)
    assert [backup.path for backup in backups_of(school.library.location)] == [str(old)]
    assert not school.library.is_backup_due(NOW)


@pytest.mark.parametrize(
    "name",
    [
        "other.quizdb.20260301T120000.000000Z.quizdb",
        "20260301T120000.000000Z.quizdb",
        "schoolyard.quizdb.20260301T120000.000000Z.quizdb",
        "school.quizdb.20260301T120000.000000Z.replaced.quizdb",
        "school.quizdb.20260301T120000.quizdb",
        "school.quizdb.holidays.quizdb",
        "school.quizdb",
    ],
)
def test_other_files_are_no_backups(school: Workspace, name: str) -> None:
    made_here = school.library.backup(None, NOW)
    made_here.rename(made_here.with_name(name))
    assert backups_of(school.library.location) == ()
    school.library.backup(None, NOW + timedelta(days=900))
    assert made_here.with_name(name).exists()


def test_a_backup_that_vanishes_while_they_are_listed_is_left_out(
    school: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = school.library.backup(None, NOW)
    school.library.backup(None, NOW + MINUTE)
    listed = module._dated_backups

    def list_and_lose(library: Path) -> dict[datetime, Path]:
        found = listed(library)
        gone.unlink()
        return found

    monkeypatch.setattr(module, "_dated_backups", list_and_lose)
    assert made(school) == [NOW + MINUTE]


def test_an_old_backup_that_cannot_be_deleted_hinders_no_new_one(
    school: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = school.library.backup(None, NOW - timedelta(days=800))
    school.library.backup(None, NOW - timedelta(days=800) + MINUTE)
    delete = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == old:
            raise PermissionError
        delete(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    school.library.backup(None, NOW)
    assert made(school)[0] == NOW


def test_a_backup_is_due_when_something_changed(school: Workspace, content: Path) -> None:
    library = school.library
    library.install_bundled(NOW)
    assert library.is_backup_due(NOW)
    library.backup(None, NOW)
    assert not library.is_backup_due(NOW)
    learner = school.study.add_learner("Aigul", NOW)
    assert library.is_backup_due(NOW)
    library.backup(None, NOW + MINUTE)
    assert not library.is_backup_due(NOW + MINUTE)
    school.study.rename_learner(learner.id, "Noam!")
    assert library.is_backup_due(NOW + MINUTE)


def test_closing_and_opening_make_no_backup_due(
    school: Workspace, content: Path, tmp_path: Path
) -> None:
    school.library.install_bundled(NOW)
    answer_one(school)
    now = datetime.now(UTC)
    school.library.backup(None, now)
    school.close()
    assert not school.library.is_backup_due(now + MINUTE)
    again = open_library(tmp_path / "school.quizdb", content)
    again.library.install_bundled(now)
    again.study.home(1, now)
    assert not again.library.is_backup_due(now + MINUTE)
    again.close()
    assert not again.library.is_backup_due(now + MINUTE)


def test_a_clock_set_back_hides_no_change(school: Workspace) -> None:
    school.library.backup(None, NOW + timedelta(days=400))
    assert school.library.is_backup_due(NOW)
    school.library.backup(None, NOW)
    assert not school.library.is_backup_due(NOW)
    school.study.add_learner("Aigul", NOW - timedelta(days=1))
    assert school.library.is_backup_due(NOW)


def test_a_backup_can_be_put_in_the_place_of_its_library(school: Workspace) -> None:
    school.study.add_learner("Aigul", NOW)
    backup = school.library.backup(None, NOW)
    school.study.add_learner("Noam", NOW)
    place = school.library.location
    school.close()
    kept = restore(place, backup, NOW + MINUTE)
    for path, names in ((Path(place), ["Aigul"]), (kept, ["Aigul", "Noam"])):
        workspace = Workspace.open(str(path), create=False)
        assert [learner.name for learner in workspace.study.learners()] == names
        workspace.close()
    assert [found.path for found in backups_of(place)] == [str(backup)]


def test_a_library_is_not_backed_up_onto_itself(school: Workspace) -> None:
    with pytest.raises(LibraryError, match="onto itself"):
        school.library.backup(Path(school.library.location), NOW)
    copy = Path(school.library.location).with_name("copy.quizdb")
    assert school.library.backup(copy, NOW) == copy
    assert backups_of(school.library.location) == ()


def test_health_is_told_with_and_without_opening(school: Workspace) -> None:
    assert school.library.verify() == ()
    place = Path(school.library.location)
    school.close()
    assert verify(str(place)) == ()
    place.write_bytes(b"torn" * 1000)
    assert verify(str(place))
