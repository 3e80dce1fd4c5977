"""Libraries to measure on, made once in a run, and figures that are printed at its end."""

import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any, TypeAlias, TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quizapp.services.workspace import Workspace
from tests.benchmarks.generated import generated_pack, make_library

Libraries: TypeAlias = Callable[[int, int], Path]
"""Gives a library of so many questions to which the learner gave so many answers."""

Figures: TypeAlias = Callable[[str], None]
"""Keeps a line for the end of the run."""

Result = TypeVar("Result")

_FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is measured yet."""
    config.stash[_FIGURES] = []


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what was measured."""
    lines = config.stash[_FIGURES]
    if lines:
        machine = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
        terminalreporter.section(f"figures ({machine})")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[_FIGURES].append


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Libraries:
    """Makes each library once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("libraries")

    def make(questions: int, answers: int) -> Path:
        path = folder / f"{questions}-{answers}.quizdb"
        if not path.exists():
            make_library(path, generated_pack(questions), answers)
        return path

    return make


@pytest.fixture
def opened(libraries: Libraries, tmp_path: Path) -> Iterator[Callable[[int, int], Workspace]]:
    """Opens a copy of such a library."""
    workspaces: list[Workspace] = []

    def open_copy(questions: int, answers: int) -> Workspace:
        copy = tmp_path / "library.quizdb"
        shutil.copy(libraries(questions, answers), copy)
        workspace = Workspace.open(str(copy), create=False, content=tmp_path / "no-content")
        workspaces.append(workspace)
        return workspace

    yield open_copy
    for workspace in workspaces:
        workspace.close()


def repeat(
    benchmark: BenchmarkFixture, work: Callable[..., Result], rounds: int, **options: Any
) -> tuple[Result, list[float]]:
    """What `work` gave at last, and the seconds that each round took, the quickest first."""
    found: Result = benchmark.pedantic(  # type: ignore[no-untyped-call]
        work, rounds=rounds, warmup_rounds=2, **options
    )
    assert benchmark.stats is not None
    return found, list(benchmark.stats.stats.sorted_data)


def percentiles(seconds: Sequence[float]) -> str:
    """Median, 95th and 99th percentile in milliseconds."""
    cuts = quantiles(seconds, n=100)
    return f"p50 {cuts[49] * 1e3:.2f}, p95 {cuts[94] * 1e3:.2f}, p99 {cuts[98] * 1e3:.2f} ms"
