"""A sitting survives SIGKILL at any instant."""

import sys
from pathlib import Path

import pytest

from tests.faults.kill_sittings import Player, answer_to, as_shown, torment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="waits with select on pipes")


def test_a_killed_sitting_goes_on_at_the_same_question(tmp_path: Path) -> None:
    library = tmp_path / "library.quizdb"
    player = Player(library, "--count", "3", "--seed", "11")
    first = player.next()
    assert first is not None
    player.type(answer_to(first))
    grade, second = player.next(), player.next()
    assert grade is not None
    assert second is not None
    assert (grade["event"], grade["position"]) == ("grade", 1)
    player.kill()

    again = Player(library, "--resume")
    resumed = again.next()
    assert resumed is not None
    assert resumed["position"] == 2
    assert as_shown(resumed) == as_shown(second)
    again.kill()


def test_no_acknowledged_answer_is_lost(tmp_path: Path) -> None:
    seen = torment(tmp_path, kills=50, seed=1)
    assert seen.kills == 50
    assert seen.acknowledged
