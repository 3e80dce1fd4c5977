"""`check`."""

import shutil
from pathlib import Path

import pytest

from quizapp.formats.native import Checked, PackProblem
from tests.cli.conftest import CONTENT, Run

SMALL = CONTENT / "small"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack, to be spoilt."""
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def test_a_sound_pack_is_sound(run: Run, library: Path) -> None:
    document = run("check", str(SMALL), "--json").document
    assert (document["sound"], document["errors"], document["problems"]) == (True, 0, [])
    assert (document["pack"], document["questions"], document["facts"]) == ("small", 9, 1)
    text = run("check", str(SMALL))
    assert (text.code, text.err) == (0, "")
    assert "9 questions, 1 fact" in text.out
    assert not library.exists()


def test_every_problem_has_its_file_and_line(run: Run, pack: Path) -> None:
    questions = pack / "questions" / "all.yaml"
    lines = questions.read_text("utf-8").replace("answer: 14", "answer: many", 1)
    questions.write_text(lines.replace("type: true_false", "type: trufalse"), "utf-8")
    found = run("check", str(pack))
    assert found.code == 1
    places = [
        number
        for number, line in enumerate(questions.read_text("utf-8").splitlines(), start=1)
        if "many" in line or "trufalse" in line
    ]
    told = found.out.splitlines()
    assert [line.split(" ")[0] for line in told[:-1]] == [f"{questions}:{n}:" for n in places]
    assert "2 errors" in told[-1]
    document = run("check", str(pack), "--json").document
    assert (document["errors"], document["sound"], document["pack"]) == (2, False, None)
    assert {problem["item"] for problem in document["problems"]} == {"q-number", "q-true"}


def test_advice_is_marked_and_does_not_fail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizapp.formats.native import read_pack

    advice = PackProblem(
        file="facts.yaml", line=1, message="Long.", remedy="Shorten it.", severity="advice"
    )
    checked = Checked(pack=read_pack(SMALL), problems=(advice,))
    monkeypatch.setattr("quizapp.formats.native.check_pack", lambda folder: checked)
    text = run("check", str(SMALL))
    assert text.code == 0
    assert text.out.startswith(f"{SMALL / 'facts.yaml'}:1: advice: Long. Shorten it.\n")
    assert run("check", str(SMALL), "--json").document["advice"] == 1


@pytest.mark.parametrize("name", ["missing", "pack/pack.yaml", "."])
def test_what_is_no_pack_is_told(run: Run, pack: Path, name: str) -> None:
    outcome = run("check", str(pack.parent / name))
    assert outcome.code == 1
    assert "pack.yaml:1: " in outcome.out


def test_a_pack_in_one_file_is_checked(run: Run, pack: Path, tmp_path: Path) -> None:
    file = Path(shutil.make_archive(str(tmp_path / "small"), "zip", pack))
    file = file.rename(tmp_path / "small.quizpack")
    assert run("check", str(file), "--json").document["sound"] is True
    (pack / "pack.yaml").unlink()
    broken = Path(shutil.make_archive(str(tmp_path / "broken"), "zip", pack))
    outcome = run("check", str(broken))
    assert outcome.code == 1
    assert f"{broken}:1: " in outcome.out
    assert "no pack.yaml" in outcome.out
