"""Building large banks, and what is asked of them: a new quiz, the home page, the figures."""

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

import msgspec
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from ruamel.yaml import YAML

from quizapp.formats.native import read_pack
from quizapp.packs import Pack
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import Workspace
from tests.benchmarks.conftest import Figures, repeat
from tests.benchmarks.generated import NOW, generated_pack

LARGE = 100_000
READ = 1_000
RUNS = 3
ROUNDS = 20
SIZES = [(1_000, 100_000), (100_000, 0), (100_000, 100_000)]
"""Questions in the bank, and the learner's answers to them."""

Opened = Callable[[int, int], Workspace]


def test_building_a_bank(tmp_path: Path, figures: Figures) -> None:
    runs = []
    for number in range(RUNS):
        command = [sys.executable, "-m", "tests.benchmarks.bank_build"]
        ran = subprocess.run(
            [*command, str(tmp_path / f"{number}.quizdb"), str(LARGE)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            check=True,
        )
        runs.append(json.loads(ran.stdout))
    seconds = median(run["seconds"] for run in runs)
    before, after = (median(run[key] for run in runs) / 1024 for key in ("before", "after"))
    figures(f"building a bank of {LARGE:,}: {seconds:.2f} s, {LARGE / seconds:,.0f} questions/s")
    figures(f"    peak memory {after:.0f} MiB, {before:.0f} of them the questions to put in")


def write_pack(pack: Pack, folder: Path) -> None:
    """As an author would write it."""
    yaml = YAML()
    (folder / "questions").mkdir(parents=True)
    for name, value in (
        ("pack.yaml", pack.manifest),
        ("facts.yaml", pack.facts),
        ("questions/all.yaml", pack.questions),
    ):
        with (folder / name).open("w", encoding="utf-8") as file:
            yaml.dump(msgspec.to_builtins(value), file)


def test_reading_yaml(tmp_path: Path, benchmark: BenchmarkFixture, figures: Figures) -> None:
    pack = generated_pack(READ)
    write_pack(pack, tmp_path / "pack")
    benchmark.group = "reading a pack"
    found, seconds = repeat(benchmark, read_pack, RUNS, args=(tmp_path / "pack",))
    assert found == pack
    figures(f"reading YAML: {READ / median(seconds):,.0f} questions/s")


@pytest.mark.parametrize(("questions", "answers"), SIZES)
def test_new_quiz(
    questions: int,
    answers: int,
    opened: Opened,
    benchmark: BenchmarkFixture,
    figures: Figures,
) -> None:
    study = opened(questions, answers).study
    (learner,) = study.learners()
    seeds = count()

    def start() -> int:
        blueprint = Blueprint(seed=next(seeds))
        return len(study.start(learner.id, blueprint, NOW).questions)

    benchmark.group = "new quiz"
    asked, seconds = repeat(benchmark, start, ROUNDS)
    assert asked == Blueprint(seed=0).count
    figures(line("new quiz", questions, answers, seconds))


@pytest.mark.parametrize(("questions", "answers"), SIZES)
def test_home(
    questions: int,
    answers: int,
    opened: Opened,
    benchmark: BenchmarkFixture,
    figures: Figures,
) -> None:
    study = opened(questions, answers).study
    (learner,) = study.learners()
    benchmark.group = "home"
    view, seconds = repeat(benchmark, study.home, ROUNDS, args=(learner.id, NOW))
    (mastery,) = view.packs
    assert mastery.pack.questions == questions
    assert mastery.seen == min(answers, questions)
    figures(line("home", questions, answers, seconds))


@pytest.mark.parametrize(("questions", "answers"), SIZES)
def test_progress(
    questions: int,
    answers: int,
    opened: Opened,
    benchmark: BenchmarkFixture,
    figures: Figures,
) -> None:
    workspace = opened(questions, answers)
    (learner,) = workspace.study.learners()
    benchmark.group = "progress"
    progress = workspace.reports.progress
    view, seconds = repeat(benchmark, progress, ROUNDS, args=(learner.id, NOW))
    assert view.answers == answers
    figures(line("progress", questions, answers, seconds))


def line(what: str, questions: int, answers: int, seconds: list[float]) -> str:
    """A figure in words."""
    took = median(seconds) * 1e3
    return f"{what}, {questions:,} questions, {answers:,} answers: median {took:.1f} ms"
