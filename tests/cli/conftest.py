"""A small pack with one question of each type, and a library of one's own for each test."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quizapp.cli import main

CONTENT = Path(__file__).with_name("content")

Event = dict[str, Any]


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def events(self) -> list[Event]:
        """The lines of JSON on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]

    def of_kind(self, kind: str) -> list[Event]:
        """Only the events of one kind."""
        return [event for event in self.events if event["event"] == kind]


Run = Callable[..., Outcome]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the library of this test is; it is not there yet."""
    return tmp_path / "library.quizdb"


@pytest.fixture
def run(
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs a command on the library, with `stdin` to read."""
    monkeypatch.setattr("quizapp.services.workspace.content_folder", lambda: CONTENT)
    monkeypatch.setenv("QUIZAPP_LIBRARY", str(library))
    monkeypatch.setenv("QUIZAPP_PREFERENCES", str(tmp_path / "preferences.json"))

    def run_command(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_command
