"""`play`: a sitting at the terminal."""

import io

import pytest

from tests.cli.conftest import Event, Outcome, Run

RIGHT = {
    "q-single": "b",
    "q-multiple": "a,c",
    "q-true": "true",
    "q-text": "kazakhstan",
    "q-number": "14",
    "q-date": "1992",
}
ANN = ("play", "--learner", "Ann", "--seed", "7")


def right_answer(question: Event) -> str:
    """The line that answers a question of the small pack rightly, from what is shown."""
    if question["id"] == "q-order":
        at = {item["text"]: item["letter"] for item in question["items"]}
        return ">".join(at[text] for text in ("One", "Two", "Three"))
    if question["id"] == "q-match":
        rights = {side["text"]: side["number"] for side in question["rights"]}
        return ",".join(
            f"{side['letter']}={rights['R' + side['text'][1:]]}" for side in question["lefts"]
        )
    if question["id"] == "q-cloze":
        options = {each["text"]: each["letter"] for each in question["gaps"][0]["options"]}
        return f"{options['Embassy']};1992"
    return RIGHT[question["id"]]


def play_all(run: Run, *arguments: str) -> Outcome:
    """All nine questions, each answered rightly: first one look at all, then the sitting."""
    run(*ANN, *arguments, stdin="-\n" * 8 + "q\n")
    looked = run("play", "--resume", "--json", stdin="-\n" * 9)
    questions = {event["position"]: event for event in looked.of_kind("question")}
    order = [event["position"] for event in looked.of_kind("question")]
    assert len(questions) == 9
    # The sitting went round once: it stands where that look began.
    places = [order[0], *[n for n in order[1:] if n != order[0]]]
    lines = [right_answer(questions[place]) for place in places]
    return run("play", "--resume", "--json", stdin="\n".join(lines) + "\n")


def test_every_type_is_shown_answered_and_graded(run: Run) -> None:
    played = play_all(run)
    assert played.code == 0
    grades = played.of_kind("grade")
    assert len(grades) == 9
    assert {grade["verdict"] for grade in grades} == {"right"}
    summary = played.events[-1]
    assert summary["event"] == "summary"
    assert (summary["score"], summary["right"], summary["missed"]) == (1.0, 9, [])
    assert {topic["topic"] for topic in summary["topics"]} == {
        "date",
        "figure",
        "institution",
        "place",
    }


def test_a_grade_tells_why_with_the_evidence(run: Run) -> None:
    played = run(*ANN, "--type", "single_choice", "--json", stdin="a\n")
    (question,) = played.of_kind("question")
    assert question["options"] == [
        {"letter": "a", "text": "Almaty"},
        {"letter": "b", "text": "Astana"},
    ]
    assert (question["position"], question["count"], question["type"]) == (1, 1, "single_choice")
    (grade,) = played.of_kind("grade")
    assert (grade["score"], grade["verdict"]) == (0, "wrong")
    assert (grade["given"], grade["key"], grade["explanation"]) == ("Almaty", "Astana", "Because.")
    assert grade["evidence"][0]["statement"] == "The embassy opened in 1992."
    assert played.of_kind("summary")[0]["missed"] == ["q-single"]


def test_the_text_tells_the_same(run: Run) -> None:
    out = run(*ANN, "--type", "single_choice", stdin="?\n!\na\n").out
    for words in (
        "Question 1 of 1 · Places",
        "b) Astana",
        "Hint: It is in the north.",
        "Flagged.",
        "Not quite.",
        "Your answer: Almaty",
        "Right answer: Astana",
        "Because.",
        "Fact: The embassy opened in 1992.",
        "An article · Start · A reference",
        "Score: 0%, 0 of 1 points",
        "Places: 0 of 1 right",
    ):
        assert words in out


@pytest.mark.parametrize("line", ["", "   ", "zz", "1992 or so", "😀", "\u200f", "a" * 100_001])
def test_what_cannot_be_read_is_asked_again(run: Run, line: str) -> None:
    played = run(*ANN, "--type", "single_choice", "--json", stdin=f"{line}\nb\n")
    assert [event["event"] for event in played.events] == [
        "question",
        "unreadable",
        "grade",
        "summary",
    ]
    assert played.events[1]["message"]
    assert played.events[2]["score"] == 1


def test_hints_flags_and_skips_are_told(run: Run) -> None:
    played = run(*ANN, "--type", "single_choice", "--json", stdin="?\n?\n!\n!\n-\nb\n")
    assert [event["event"] for event in played.events] == [
        "question",
        "hint",
        "unreadable",
        "flag",
        "flag",
        "skip",
        "question",
        "grade",
        "summary",
    ]
    assert [event["flagged"] for event in played.of_kind("flag")] == [True, False]
    assert played.of_kind("question")[1]["hints_used"] == 1


@pytest.mark.parametrize("stdin", ["true\n", "true\nq\n"])
def test_leaving_keeps_the_sitting_for_later(run: Run, stdin: str) -> None:
    types = ("--type", "true_false", "--type", "single_choice", "--type", "multiple_choice")
    left = run(*ANN, *types, "--json", stdin="a\n" + stdin.removeprefix("true\n"))
    assert left.code == 0
    last = left.events[-1]
    assert (last["event"], last["position"], last["count"]) == ("left", 2, 3)
    assert last["resume"] == "quizapp play --resume --learner Ann"
    again = run("play", "--resume", "--json", stdin="a\na\n")
    assert again.events[0] == left.of_kind("question")[1]
    assert again.events[-1]["event"] == "summary"
    assert run("play", "--resume").code == 1


class Terminal(io.StringIO):
    """Lines that a person types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("said", "goes_on"), [("", True), ("y", True), ("n", False), ("NO", False)]
)
def test_a_sitting_that_was_left_is_offered_again(
    run: Run, monkeypatch: pytest.MonkeyPatch, said: str, goes_on: bool
) -> None:
    run(*ANN, stdin="-\nq\n")
    monkeypatch.setattr("io.StringIO", Terminal)
    out = run(*ANN, stdin=f"{said}\nq\n").out
    assert "You left a quiz at question 2 of 9" in out
    assert ("Question 2 of 9" in out) is goes_on
    assert ("Question 1 of 9" in out) is not goes_on
    # A program that plays is asked nothing.
    assert run(*ANN, "--json", stdin="q\n").events[0]["event"] == "question"


def test_hints_that_were_seen_are_shown_again(run: Run) -> None:
    run(*ANN, "--type", "single_choice", stdin="?\nq\n")
    assert "Hint: It is in the north." in run("play", "--resume", stdin="q\n").out


def test_the_same_seed_asks_the_same(run: Run) -> None:
    first = run(*ANN, "--json").of_kind("question")[0]
    again = run("play", "--learner", "Bo", "--seed", "7", "--json").of_kind("question")[0]
    assert first | {"attempt": 0} == again | {"attempt": 0}


def test_an_exam_keeps_its_grades_to_the_end(run: Run) -> None:
    exam = ("--mode", "exam", "--type", "single_choice", "--type", "true_false")
    played = run(*ANN, *exam, "--time-limit", "5", "--json", stdin="a\n-\nb\n")
    assert [event["event"] for event in played.events] == [
        "question",
        "recorded",
        "question",
        "skip",
        "question",
        "recorded",
        "grade",
        "grade",
        "summary",
    ]
    assert 0 < played.events[0]["seconds_left"] <= 300


def test_finishing_early_counts_the_rest_as_not_answered(run: Run) -> None:
    played = run(*ANN, "--mode", "exam", "--json", stdin=".\n")
    summary = played.events[-1]
    assert (summary["answered"], summary["score"], summary["count"]) == (0, 0, 9)
    assert "Not answered: 9" in run(*ANN, stdin=".\n").out


def test_filters_choose_the_questions(run: Run) -> None:
    played = run(*ANN, "--difficulty", "4", "--topic", "date", "--pack", "small", "--json")
    assert played.events[0]["id"] == "q-date"
    assert played.events[0]["count"] == 1
    nothing = run(*ANN, "--difficulty", "5")
    assert (nothing.code, nothing.err.count("\n")) == (1, 1)


def test_without_a_name_the_only_learner_plays(run: Run) -> None:
    assert run("play").code == 2
    run("learners", "add", "Ann")
    assert run("play", stdin="q\n").code == 0
    run("play", "--learner", "Bo")
    asked = run("play")
    assert asked.code == 2
    assert "Ann, Bo" in asked.err
    assert run("learners").out == "Ann\nBo\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--mode", "nonsense"),
        ("--topic", "nonsense"),
        ("--type", "riddle"),
        ("--count", "0"),
        ("--count", "201"),
        ("--count", "x"),
        ("--seed", "-1"),
        ("--seed", "9" * 30),
        ("--difficulty", "6"),
        ("--time-limit", "5"),
        ("--mode", "exam", "--time-limit", "nan"),
        ("--mode", "exam", "--time-limit", "0"),
        ("--resume", "--count", "3"),
    ],
)
def test_a_choice_that_cannot_be_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*ANN[:3], *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


def test_an_unknown_pack_is_told_with_the_known_ones(run: Run) -> None:
    outcome = run(*ANN, "--pack", "large")
    assert (outcome.code, outcome.out) == (1, "")
    assert "small" in outcome.err


def test_an_interrupt_says_how_to_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(lines: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizapp.cli.lines.Lines.next", interrupt)
    left = run(*ANN, "--json")
    assert left.code == 130
    assert left.events[-1]["event"] == "left"
    monkeypatch.undo()


def test_another_window_may_answer_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizapp.cli.lines import Lines

    read = Lines.next
    answered: list[str] = []

    def answer_elsewhere_first(lines: Lines) -> str | None:
        if not answered:
            answered.append("b")
            monkeypatch.setattr(Lines, "next", read)
            run("play", "--resume", "--json", stdin="b\n")
        return "a"

    monkeypatch.setattr(Lines, "next", answer_elsewhere_first)
    played = run(*ANN, "--type", "single_choice", "--json")
    assert [event["event"] for event in played.events][-2:] == ["notice", "summary"]
    assert played.events[-1]["score"] == 1
