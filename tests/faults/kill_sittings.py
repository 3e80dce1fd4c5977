"""Kills sittings with SIGKILL at random instants and looks whether anything was lost.

    python tests/faults/kill_sittings.py [--kills 50] [--seed N]

`play --json` runs on one library again and again: it answers, skips, asks for hints. Each process
is killed after a random number of events and a few milliseconds, so in the middle of writing or
right after. Then every answer that was acknowledged must be in the library, the library must be
sound, and the next process must go on at the same question, with its options in the same order and
the hints that were seen.
"""

import argparse
import json
import os
import random
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:  # started as a script
    sys.path.insert(0, str(PROJECT))

from quizapp.services.workspace import Workspace  # noqa: E402 - after the path

LEARNER = "Kim"
COUNT = 8
ACKNOWLEDGED = ("grade", "recorded")
LISTS = ("options", "items", "lefts", "rights", "gaps", "text", "stem")
PATIENCE = 60.0
"""Seconds without any event after which a process counts as stuck."""

Event = dict[str, Any]


class Player:
    """A `play --json` process, its events and its stdin."""

    def __init__(self, library: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "quizapp", "play", "--json", "--learner", LEARNER]
        self._process = subprocess.Popen(
            [*command, "--library", str(library), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=PROJECT,
            env=os.environ | {"QUIZAPP_PREFERENCES": str(library.parent / "preferences.json")},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin = self._process.stdin
        self._stdout = self._process.stdout.fileno()
        self._rest = b""

    def next(self) -> Event | None:
        """The next event, waiting for it; None when the process has ended."""
        while b"\n" not in self._rest:
            if not self.wait(PATIENCE):
                raise AssertionError(f"no event for {PATIENCE:g} s")
            chunk = os.read(self._stdout, 65536)
            if not chunk:
                return None
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\n")
        event: Event = json.loads(line)
        return event

    def wait(self, seconds: float) -> bool:
        """Wait until there is something to read, at most so long."""
        return bool(select.select([self._stdout], [], [], seconds)[0])

    def type(self, line: str) -> None:
        """Send a line."""
        self._stdin.write(f"{line}\n".encode())
        self._stdin.flush()

    def kill(self) -> list[Event]:
        """SIGKILL; gives the whole events that had been written and not read."""
        self._process.kill()
        events = []
        while (event := self.next()) is not None:
            events.append(event)
        self.close()
        return events

    def close(self) -> tuple[int, str]:
        """Wait for the end; gives the exit code and what stands on stderr."""
        _, errors = self._process.communicate()
        return self._process.returncode, errors.decode()


def answer_to(question: Event) -> str:
    """A line that can be read as an answer to the question."""
    if question["type"] == "ordering":
        return ">".join(item["letter"] for item in question["items"])
    if question["type"] == "cloze":
        return ";".join(_gap(gap["kind"]) for gap in question["gaps"])
    lines = {"short_text": "Astana", "numeric": "14", "date": "1992", "matching": "a=1"}
    return lines.get(question["type"], "a")


def _gap(kind: str) -> str:
    return {"choice": "a", "numeric": "14", "date": "1992"}.get(kind, "Astana")


def as_shown(question: Event) -> Event:
    """What must not change when a sitting is resumed."""
    return {key: question[key] for key in ("id", *LISTS) if key in question}


@dataclass
class Place:
    """Where a sitting stands, as far as its events told."""

    answered: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)

    def next_open(self, position: int) -> int | None:
        """The question that comes after `position`: an untouched one, then a skipped one."""
        places = [*range(position + 1, COUNT + 1), *range(1, position + 1)]
        opened = [place for place in places if place not in self.answered]
        fresh = [place for place in opened if place not in self.skipped]
        return next(iter(fresh or opened), None)

    def after(self, kind: str, position: int) -> "Place":
        """What follows when the question at `position` is answered or skipped."""
        return Place(
            self.answered | ({position} if kind in ACKNOWLEDGED else set()),
            self.skipped | ({position} if kind == "skip" else set()),
        )


@dataclass
class Torment:
    """What was seen over all processes on one library."""

    library: Path
    rng: random.Random
    kills: int = 0
    finished: int = 0
    resumed: int = 0
    skips: int = 0
    unacknowledged: int = 0
    acknowledged: dict[tuple[int, int], Event] = field(default_factory=dict)
    shown: dict[tuple[int, int], Event] = field(default_factory=dict)
    hints: dict[tuple[int, int], int] = field(default_factory=dict)
    _attempt: int = 0
    _place: Place = field(default_factory=Place)
    _expected: dict[int | None, Place] = field(default_factory=dict)

    def run(self, kills: int) -> None:
        """Kill so many processes, with all checks after each."""
        while self.kills < kills:
            self._one_process()
            self._check_library()

    def figures(self) -> str:
        """What happened, in a line."""
        return (
            f"{self.kills} kills, {len(self.acknowledged)} answers acknowledged and found,"
            f" {self.unacknowledged} found that were committed but not yet acknowledged,"
            f" {self.skips} questions skipped, {sum(self.hints.values())} hints seen,"
            f" {self.resumed} sittings resumed at their place, {self.finished} finished"
        )

    def _one_process(self) -> None:
        resumes = self._has_open_sitting()
        player = Player(self.library, *(["--resume"] if resumes else self._new_sitting()))
        # Longer before the first event: the process is starting, or fills a new library.
        most = self.rng.choice((0, 1, 2, 3, 4, 6, 9))
        delay = self.rng.uniform(0, self.rng.choice((0.005, 0.02)) if most else 0.6)
        first = resumes
        for _ in range(most):
            event = player.next()
            if event is None:
                code, errors = player.close()
                assert code == 0, errors
                return
            self._note(event, first=first)
            first = False
            if event["event"] in ("question", "hint", "unreadable"):
                player.type(self._line(event))
        time.sleep(delay)
        for event in player.kill():
            self._note(event, first=first)
            first = False
        self.kills += 1

    def _line(self, event: Event) -> str:
        """Mostly an answer; notes what it may lead to."""
        position = event["position"]
        kind = self.rng.choice(("grade", "grade", "grade", "skip", "hint"))
        if event["event"] != "question" or kind == "hint":
            return "?" if event["event"] == "question" else self._skip(position)
        if kind == "skip":
            return self._skip(position)
        self._expect("grade", position)
        return answer_to(event)

    def _skip(self, position: int) -> str:
        self._expect("skip", position)
        return "-"

    def _expect(self, kind: str, position: int) -> None:
        after = self._place.after(kind, position)
        self._expected[after.next_open(position)] = after

    def _new_sitting(self) -> list[str]:
        mode = self.rng.choice(("practice", "practice", "exam"))
        seed = str(self.rng.randrange(10_000))
        self._place = Place()
        self._expected = {1: self._place}
        return ["--mode", mode, "--count", str(COUNT), "--seed", seed]

    def _note(self, event: Event, *, first: bool) -> None:
        kind = event["event"]
        if kind == "question":
            self._note_question(event, first=first)
        elif kind in (*ACKNOWLEDGED, "skip"):
            self._place = self._place.after(kind, event["position"])
            self._expected = {self._place.next_open(event["position"]): self._place}
            if kind == "skip":
                self.skips += 1
            else:
                self.acknowledged[self._attempt, event["position"]] = event
        elif kind == "hint":
            place = (self._attempt, event["position"])
            self.hints[place] = self.hints.get(place, 0) + 1
        elif kind == "summary":
            self.finished += 1
        elif kind != "unreadable":
            raise AssertionError(event)

    def _note_question(self, event: Event, *, first: bool) -> None:
        self._attempt = event["attempt"]
        position = event["position"]
        place = (self._attempt, position)
        assert position in self._expected, (event, self._expected)
        self._place = self._expected[position]
        self._expected = {position: self._place}
        self.resumed += first
        before = self.shown.setdefault(place, as_shown(event))
        assert before == as_shown(event), (before, event)
        assert event["hints_used"] >= self.hints.get(place, 0), event
        self.hints[place] = event["hints_used"]

    def _has_open_sitting(self) -> bool:
        if not self.library.exists():
            return False
        workspace = Workspace.open(str(self.library), create=False)
        try:
            learners = workspace.study.learners()
            if not learners:
                return False
            moment = datetime.now(UTC)
            return bool(workspace.study.home(learners[0].id, moment).open_sittings)
        finally:
            workspace.close()

    def _check_library(self) -> None:
        if not self.library.exists():
            return
        workspace = Workspace.open(str(self.library), create=False)
        try:
            assert workspace.library.verify() == ()
            self._check_answers(workspace)
        finally:
            workspace.close()

    def _check_answers(self, workspace: Workspace) -> None:
        found = 0
        for attempt in {attempt for attempt, _ in self.shown}:
            asked = workspace.study.resume(attempt, datetime.now(UTC)).attempt.asked
            found += sum(each.is_answered for each in asked)
            for (of, position), event in self.acknowledged.items():
                if of == attempt:
                    grade = asked[position - 1].grade
                    assert grade is not None, event
                    assert event.get("score", grade.score) == grade.score, event
        self.unacknowledged = found - len(self.acknowledged)


def torment(folder: Path, kills: int, seed: int) -> Torment:
    """Kill so many sittings on a new library in `folder`; `AssertionError` when one was harmed."""
    torment = Torment(folder / "library.quizdb", random.Random(seed))
    torment.run(kills)
    return torment


def main(argv: Sequence[str] | None = None) -> int:
    """Print the seed, so that a run can be repeated, and the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    arguments = parser.parse_args(argv)
    print(f"seed {arguments.seed}")
    with tempfile.TemporaryDirectory() as folder:
        print(torment(Path(folder), arguments.kills, arguments.seed).figures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
