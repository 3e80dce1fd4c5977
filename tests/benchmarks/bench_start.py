"""From the start of the process to the first window, and to a home page that can be used.

Whole processes, beside one that only shows an empty window, in turn. Bytecode is compiled before
anything is measured, into a folder of our own: as on a computer where the program has run before.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import monotonic

import pytest

from quizapp.services.workspace import open_workspace
from tests.benchmarks.conftest import Figures, Libraries
from tests.benchmarks.generated import LEARNER

REPETITIONS = 15
PATIENCE = 30
PROJECT = Path(__file__).parents[2]
SIZES = {
    "bundled pack alone": (0, 0),
    "100,000 questions": (100_000, 0),
    "100,000 questions and answers": (100_000, 100_000),
}

Run = dict[str, float]
"""Seconds from the start of the process, and kilobytes."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A computer account whose learner is remembered."""
    preferences = tmp_path / "preferences.json"
    preferences.write_text(json.dumps({"last_learner": LEARNER}))
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {
        "QT_QPA_PLATFORM": "offscreen",
        **kept,
        "QUIZAPP_PREFERENCES": str(preferences),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
    }


def prepared(libraries: Libraries, tmp_path: Path, questions: int, answers: int) -> Path:
    """Such a library with the bundled packs in it, as after the first start."""
    path = tmp_path / f"{questions}-{answers}.quizdb"
    if questions:
        path.write_bytes(libraries(questions, answers).read_bytes())
    now = datetime.now(UTC)
    workspace = open_workspace(str(path), now)
    if not questions:
        workspace.study.add_learner(LEARNER, now)
    workspace.close()
    return path


def run(environment: dict[str, str], module: str, *arguments: str) -> Run:
    """Start it and wait for its end."""
    began = monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        env=environment,
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        timeout=PATIENCE,
        check=True,
        text=True,
    )
    told = dict(line.split() for line in ended.stdout.splitlines())
    kilobytes = float(told.pop("kilobytes"))
    return {"kilobytes": kilobytes} | {key: float(at) - began for key, at in told.items()}


@pytest.mark.timeout(600)
def test_start(
    libraries: Libraries, environment: dict[str, str], tmp_path: Path, figures: Figures
) -> None:
    places = {name: prepared(libraries, tmp_path, *size) for name, size in SIZES.items()}
    bare: list[Run] = []
    starts: dict[str, list[Run]] = {name: [] for name in places}
    for repetition in range(1 + REPETITIONS):
        floor = run(environment, "bare_window")
        found = {
            name: run(environment, "start_probe", "--library", str(place))
            for name, place in places.items()
        }
        if repetition:  # the first one compiles
            bare.append(floor)
            for name, each in found.items():
                assert 0 < each["window"] < each["home"]
                starts[name].append(each)
    figures(f"starts on {environment['QT_QPA_PLATFORM']}, medians of {REPETITIONS}")
    figures(f"    bare Qt window: {median_of(bare, 'window'):.3f} s, {mebibytes(bare)} MiB")
    for name, runs in starts.items():
        ratio = median(mine["window"] / its["window"] for mine, its in zip(runs, bare, strict=True))
        figures(
            f"    {name}: window {median_of(runs, 'window'):.3f} s ({ratio:.2f} x bare), "
            f"home {median_of(runs, 'home'):.3f} s, {mebibytes(runs)} MiB"
        )


def median_of(runs: list[Run], key: str) -> float:
    """The median of one figure."""
    return median(each[key] for each in runs)


def mebibytes(runs: list[Run]) -> int:
    """The median of the resident memory."""
    return round(median_of(runs, "kilobytes") / 1024)
