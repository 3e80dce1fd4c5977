"""Marking places and writing texts at the terminal."""

import shutil
from pathlib import Path

import pytest

from quizapp.cli.lines import Lines
from tests.cli.conftest import CONTENT, Outcome, Run
from tests.images import lighthouse

QUESTIONS = """
- {id: q-spot, type: hotspot, stem: "Where? ![a map](media/tower.png)", topic: place,
   facts: [opened], image: media/tower.png, image_alt: A tower,
   regions: [{label: Top, rectangle: [0.4, 0.1, 0.2, 0.2], right: true},
             {label: Foot, polygon: [[0.4, 0.6], [0.6, 0.6], [0.5, 0.8]], feedback: "Too low."}]}
- {id: q-essay, type: essay, stem: Why?, topic: date, facts: [opened],
   model_answer: "Because *so*.", min_words: 3,
   rubric: [{text: Names the year}, {text: Says why, points: 2}]}
- {id: q-teacher, type: essay, stem: How?, topic: date, facts: [opened],
   judged_by: teacher, difficulty: 5, rubric: [{text: Names the year}]}
"""
PLAY = ("play", "--learner", "Ann", "--seed", "7")


@pytest.fixture
def run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """With a pack of these three questions alone."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "small" / "questions" / "all.yaml").write_text(QUESTIONS)
    (content / "small" / "media").mkdir()
    (content / "small" / "media" / "tower.png").write_bytes(lighthouse())
    monkeypatch.setattr("quizapp.services.workspace.content_folder", lambda: content)
    return run


def spot(run: Run, *lines: str, json: bool = False) -> Outcome:
    more = ("--json",) if json else ()
    return run(*PLAY, "--type", "hotspot", *more, stdin="".join(f"{line}\n" for line in lines))


def essay(run: Run, *lines: str, json: bool = False, difficulty: str = "2") -> Outcome:
    more = ("--json",) if json else ()
    arguments = (*PLAY, "--type", "essay", "--difficulty", difficulty, *more)
    return run(*arguments, stdin="".join(f"{line}\n" for line in lines))


def test_places_are_chosen_by_letters_and_images_told_in_words(run: Run) -> None:
    played = spot(run, "c", "b")
    assert "Where? [Image: a map]" in played.out
    assert "[Image: A tower]" in played.out
    assert "a) Top" in played.out
    assert "Type the letter of the place to mark." in played.out
    assert "Too low." in played.out
    assert "Right answer: Top" in played.out


def test_programs_are_told_of_the_regions_but_not_which_are_right(run: Run) -> None:
    played = spot(run, "a", json=True)
    (question,) = played.of_kind("question")
    assert question["regions"] == [
        {"letter": "a", "text": "Top"},
        {"letter": "b", "text": "Foot"},
    ]
    assert (question["image"], question["marks"]) == ("media/tower.png", 1)
    assert played.of_kind("grade")[0]["score"] == 1


def test_one_judges_ones_own_text_after_the_model_answer(run: Run) -> None:
    played = essay(run, "It opened in 1992.", "9,9", "1,1")
    assert "Length: at least 3 words" in played.out
    assert "Model answer: Because *so*." in played.out
    assert "Says why (up to 2 points)" in played.out
    assert "is worth 0 to 1 points, not 9" in played.out
    assert "Question 1: Partly right. 0.67 of 1 points" in played.out
    assert "Score: 66%" in played.out or "Score: 67%" in played.out


@pytest.mark.parametrize("line", ["", "-"])
def test_a_judgement_can_be_left_for_later(run: Run, line: str) -> None:
    played = essay(run, "It opened in 1992.", line)
    assert "Not scored yet." in played.out
    assert "Not scored yet: 1" in played.out
    assert run("scores").code == 0


def test_programs_judge_too(run: Run) -> None:
    played = essay(run, "It opened in 1992.", "1,2", json=True)
    (judge,) = played.of_kind("judge")
    assert judge["rubric"] == [
        {"text": "Names the year", "points": 1.0},
        {"text": "Says why", "points": 2.0},
    ]
    assert played.of_kind("grade")[0]["verdict"] == "right"
    assert played.events[-1]["pending"] == 0


def test_the_teachers_judgement_is_waited_for(run: Run) -> None:
    played = essay(run, "Like so.", json=True, difficulty="5")
    assert played.of_kind("judge") == []
    (grade,) = played.of_kind("grade")
    assert grade["verdict"] == "pending"
    assert "teacher" in grade["feedback"][0]
    summary = played.events[-1]
    assert (summary["possible"], summary["pending"], summary["missed"]) == (0, 1, [])


def test_the_end_of_the_input_leaves_a_text_unjudged(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["It opened in 1992.", None])
    monkeypatch.setattr(Lines, "next", lambda reader: next(lines))
    played = essay(run, json=True)
    assert played.of_kind("grade")[0]["verdict"] == "pending"
    assert played.code == 0
