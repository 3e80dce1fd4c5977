"""A sitting at the terminal where time matters."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.cli.lines import Lines
from quizapp.services.workspace import Workspace
from tests.cli.conftest import Run

EXAM = ("play", "--learner", "Ann", "--seed", "7", "--mode", "exam", "--time-limit", "5")


class Clock:
    """What the commands take for the present."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def go_on(self, **span: float) -> None:
        self.moment += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for name in ("course", "play", "scores"):
        monkeypatch.setattr(f"quizapp.cli.{name}.now", clock.now)
    return clock


@pytest.mark.parametrize("line", ["?", "!", "-", "b"])
def test_after_the_deadline_no_line_changes_anything(
    run: Run, clock: Clock, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    def think_too_long(lines: Lines) -> str:
        clock.go_on(minutes=6)
        return line

    monkeypatch.setattr(Lines, "next", think_too_long)
    played = run(*EXAM, "--type", "single_choice", "--json")
    assert [event["event"] for event in played.events] == ["question", "notice", "summary"]
    assert "time" in played.of_kind("notice")[0]["message"]
    assert played.events[-1]["answered"] == 0


def test_a_skip_keeps_its_time(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 1000, 10))
    monkeypatch.setattr("quizapp.cli.course.time.monotonic", lambda: next(ticks))
    run("play", "--learner", "Ann", "--type", "single_choice", stdin="-\nb\n")
    workspace = Workspace.open(str(library), create=False)
    result = workspace.study.result(1)
    workspace.close()
    assert result.seconds == 20


def test_scores_have_an_exam_that_nobody_ended(run: Run, clock: Clock) -> None:
    run(*EXAM, "--type", "single_choice", "--type", "true_false", stdin="b\nq\n")
    assert run("scores", "--json").document["learners"][0]["sittings"] == []
    clock.go_on(days=2)
    (ann,) = run("scores", "--json").document["learners"]
    (sitting,) = ann["sittings"]
    assert sitting["answered"] == 1
    assert sitting["finished_at"] == "2026-03-01T12:05:00Z"
    assert [each["answers"] for each in ann["questions"]] == [1]
    assert run("play", "--resume").code == 1
