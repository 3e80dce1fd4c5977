"""`backup`, `restore` and `verify`."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_backup_brings_back_what_was(run: Run, library: Path, tmp_path: Path) -> None:
    run("learners", "add", "Ann")
    copy = tmp_path / "copy.quizdb"
    assert run("backup", "-o", str(copy), "--json").document == {"backup": str(copy)}
    run("learners", "add", "Bo")
    restored = run("restore", str(copy), "--json").document
    assert run("learners").out == "Ann\n"
    assert run("learners", "--library", restored["kept"]).out == "Ann\nBo\n"
    assert restored["library"] == str(library)


def test_a_backup_without_a_name_is_kept_by_the_library(run: Run) -> None:
    run("learners", "add", "Ann")
    assert Path(run("backup", "--json").document["backup"]).is_file()


def test_a_damaged_library_is_told_and_can_be_restored(
    run: Run, library: Path, tmp_path: Path
) -> None:
    run("learners", "add", "Ann")
    copy = tmp_path / "copy.quizdb"
    run("backup", "-o", str(copy))
    assert run("verify", "--json").document == {
        "library": str(library),
        "sound": True,
        "problems": [],
    }
    library.write_bytes(b"damaged" * 1000)
    found = run("verify", "--json")
    assert found.code == 1
    assert found.document["problems"]
    text = run("verify")
    assert (text.code, text.err) == (1, "")
    assert "quizapp restore" in text.out
    assert run("restore", str(copy)).code == 0
    assert run("learners").out == "Ann\n"


def test_a_missing_library_can_be_restored(run: Run, library: Path, tmp_path: Path) -> None:
    run("learners", "add", "Ann")
    copy = tmp_path / "copy.quizdb"
    run("backup", "-o", str(copy))
    library.unlink()
    assert run("restore", str(copy), "--json").document["kept"] is None
    assert run("learners").out == "Ann\n"


def test_restoring_what_is_no_backup_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("learners", "add", "Ann")
    other = tmp_path / "other"
    other.write_text("shopping list")
    for source in (other, tmp_path / "missing", tmp_path):
        outcome = run("restore", str(source))
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert run("learners").out == "Ann\n"


def test_a_backup_that_cannot_be_written_is_a_sentence(run: Run, tmp_path: Path) -> None:
    run("learners", "add", "Ann")
    (tmp_path / "file").write_text("")
    for target in (tmp_path, tmp_path / "file" / "copy.quizdb"):
        outcome = run("backup", "-o", str(target))
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
