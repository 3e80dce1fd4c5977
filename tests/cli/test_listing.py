"""`packs`, `learners` and `scores`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_packs_are_listed_with_the_bundled_ones(run: Run) -> None:
    (pack,) = run("packs", "--json").document
    assert pack["id"] == "small"
    assert (pack["questions"], pack["facts"], pack["version"]) == (9, 1, "1.0.0")
    assert pack["topics"]["date"] == 3
    assert pack["types"]["cloze"] == 1
    text = run("packs")
    assert text.code == 0
    assert "9 questions, 1 fact\n" in text.out


def write_pack(folder: Path, *stems: str) -> Path:
    """A pack with a true or false question for each stem."""
    (folder / "questions").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(
        "{format: 1, id: own, title: Our own, version: '1', language: en, authors: [A],"
        " licence: CC0-1.0, sections: [{id: s, title: S}]}\n"
    )
    (folder / "facts.yaml").write_text(
        "- {id: f, kind: date, date: '1842', section: s, statement: It was built in 1842.}\n"
    )
    (folder / "questions" / "all.yaml").write_text(
        "".join(
            f"- {{id: q{number}, type: true_false, topic: date, facts: [f], answer: true,"
            f" stem: {stem}}}\n"
            for number, stem in enumerate(stems)
        )
    )
    return folder


def test_a_pack_of_ones_own_is_put_in_and_brought_up_to_date(run: Run, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own", "One is odd.", "Two is even.")
    assert "2 new, 0 changed, 0 unchanged, 0 retired" in run("import", str(folder)).out
    run("play", "--pack", "own", "--learner", "Ann", stdin="a\na\n")
    write_pack(folder, "One is odd.", "Two is not odd.")
    (counts,) = run("import", str(folder), "--json").document
    assert (counts["changed"], counts["unchanged"]) == (1, 1)
    assert {each["id"] for each in run("packs", "--json").document} == {"own", "small"}
    (ann,) = run("scores", "--json").document["learners"]
    assert {each["question"] for each in ann["questions"]} == {"q0", "q1"}


def test_a_pack_that_is_not_sound_changes_nothing(run: Run, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own", "")
    outcome = run("import", str(folder))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert [each["id"] for each in run("packs", "--json").document] == ["small"]


def test_learners_are_added_renamed_and_archived(run: Run) -> None:
    assert run("learners", "add", "  Ann  ").out == "Ann\n"
    assert run("learners", "add", "Bo", "--json").document["archived"] is False
    assert run("learners", "rename", "ann", "Anna").out == "Anna\n"
    assert run("learners", "archive", "Bo", "--json").document["archived"] is True
    assert run("learners").out == "Anna\n"
    assert run("learners", "--all").out == "Anna\nBo  (archived)\n"
    assert [each["name"] for each in run("learners", "--all", "--json").document] == ["Anna", "Bo"]
    assert run("learners", "bring-back", "bo", "--json").document["archived"] is False
    assert run("learners").out == "Anna\nBo\n"


@pytest.mark.parametrize(
    "arguments", [("add", "ANN"), ("add", " "), ("add", "x" * 61), ("rename", "Nobody", "Bo")]
)
def test_what_cannot_be_done_to_learners_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    run("learners", "add", "Ann")
    outcome = run("learners", *arguments)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert run("learners").out == "Ann\n"


def test_control_characters_never_reach_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("learners", "add", "A\x1b[2Jnn").out


def test_scores_tell_of_sittings_topics_and_questions(run: Run) -> None:
    choice = ("--type", "true_false", "--learner", "Ann")
    run("play", *choice, stdin="a\n")
    run("play", *choice, stdin="b\n")
    run("learners", "add", "Bo")
    (ann, bo) = run("scores", "--json").document["learners"]
    assert [each["score"] for each in ann["sittings"]] == [1.0, 0.0]
    assert [each["question"] for each in ann["questions"]] == ["q-true"]
    assert ann["questions"][0]["mean_score"] == 0.5
    assert {each["topic"] for each in ann["topics"]} >= {"date"}
    assert bo["sittings"] == []
    text = run("scores", "--learner", "ANN")
    assert text.code == 0
    assert "q-true: 50%, 2 answers" in text.out
    assert "No sitting is finished yet" in run("scores", "--learner", "Bo").out
    assert run("scores", "--learner", "Nobody").code == 1


@pytest.mark.parametrize("version", ["abc", "", "."])
def test_a_version_has_a_digit(run: Run, tmp_path: Path, version: str) -> None:
    file = tmp_path / "small.quizpack"
    refused = run("export", "small", "-o", str(file), "--version", version)
    assert refused.code == 2
    assert "it needs a digit" in refused.err
    assert not file.exists()
    assert run("export", "small", "-o", str(file), "--version", "2.0-rc").code == 0
