"""What holds for all commands."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import __version__
from quizapp.cli import INTERRUPTED, PIPE_CLOSED, main
from tests.cli.conftest import Run

PROJECT = Path(__file__).resolve().parents[2]

# Starting these must not cost what only other commands need.
HEAVY = ("PySide6", "sqlalchemy", "alembic", "ruamel", "fsrs", "rapidfuzz", "numpy")


def test_the_version_and_the_help_are_told(run: Run) -> None:
    version, helped = run("--version"), run("--help")
    assert (version.code, version.out) == (0, f"quizapp {__version__}\n")
    assert helped.code == 0
    assert all(name in helped.out for name in ("packs", "learners", "check", "play", "verify"))


def test_starting_imports_nothing_heavy() -> None:
    code = f"""
import sys, quizapp.cli
quizapp.cli.main(["--help"])
print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert done.stderr == "[]\n"


def test_common_options_stand_before_or_after_the_command(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other.quizdb")
    run("--library", other, "learners", "add", "Ann")
    before = run("--library", other, "--json", "learners")
    after = run("learners", "--library", other, "--json")
    nested = run("learners", "add", "Bo", "--json", "--library", other)
    assert [each["name"] for each in before.document] == ["Ann"]
    assert before.out == after.out
    assert nested.document["name"] == "Bo"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("restore",),
        ("learners", "rename", "Ann"),
        ("packs", "--jso"),
        ("--json",),
        ("learners", "add", "\udcff"),
        ("learners", "--library", "a\0b"),
        ("backup", "-o", ""),
        ("restore", "."),
    ],
)
def test_wrong_usage_is_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err


@pytest.mark.parametrize(
    "arguments",
    [("learners",), ("scores",), ("backup",), ("verify",), ("learners", "archive", "A")],
)
def test_reading_a_missing_library_says_so_in_a_line(
    run: Run, library: Path, arguments: tuple[str, ...]
) -> None:
    outcome = run(*arguments, "--json")
    assert outcome.code == 1
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert str(library) in outcome.err
    assert not library.exists()


def test_a_file_that_is_no_library_is_named_and_left_alone(run: Run, library: Path) -> None:
    library.write_text("shopping list")
    for command in ("packs", "learners", "play", "scores", "backup"):
        outcome = run(command)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.count("\n") == 1
    assert library.read_text() == "shopping list"


def test_an_interrupt_is_exit_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizapp.services.library.Library.packs", stop)
    assert run("packs").code == INTERRUPTED


def test_a_closed_pipe_is_quiet(library: Path) -> None:
    command = shlex.join([sys.executable, "-m", "quizapp", "packs", "--library", str(library)])
    script = f"{command}; echo $? >&2"
    done = subprocess.run(
        ["bash", "-c", f"({script}) | true"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        env=os.environ | {"QUIZAPP_PREFERENCES": str(library.parent / "none.json")},
    )
    assert done.stderr.strip() in {"0", str(PIPE_CLOSED)}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_a_sentence(library: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", "packs", "--library", str(library)],
            cwd=PROJECT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("quizapp: The output could not be written")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(
    not f"{sys.prefix}{PROJECT}".isascii(),
    reason="Python 3.12 and later load no extension modules from such a path in this locale",
)
def test_output_is_utf8_under_any_locale(library: Path) -> None:
    environment = os.environ | {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "learners", "--library", str(library)],
        cwd=PROJECT,
        capture_output=True,
        env=environment,
    )
    assert done.returncode == 1
    main(["learners", "add", "Жаңа", "--library", str(library)])
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "learners", "--json", "--library", str(library)],
        cwd=PROJECT,
        capture_output=True,
        env=environment,
    )
    assert "Жаңа" in done.stdout.decode("utf-8")
