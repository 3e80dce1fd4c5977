"""Packs in folders: every mistake is told with its place, nothing bad comes in."""

import re
from pathlib import Path

import msgspec
import pytest

from quizapp.errors import PackError
from quizapp.formats.native import check_pack, read_pack, reading
from tests.formats.conftest import FACTS, MANIFEST, QUESTIONS, told, write


def test_a_sound_pack_comes_in(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path))
    assert pack.manifest.id == "aldsand"
    assert [question.id for question in pack.questions] == ["built-date"]
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("type: date\n  stem", "type: dates\n  stem"), "questions/dates.yaml:2", "“date”"),
        (("stem:", "steam:"), "questions/dates.yaml:3", "“stem”"),
        (("[built]", "[buildt]"), "questions/dates.yaml:5", "“built”"),
        (('answer: "1842"', 'answer: "1842-13"'), "questions/dates.yaml:6", "1842-13"),
        (('answer: "1842"', "answer: 1842"), "questions/dates.yaml:6", "quotation marks"),
        (("id: built-date", "id: Built Date"), "questions/dates.yaml:1", "cannot be an id"),
        (('date: "1842"', 'date: "in May"'), "facts.yaml:5", "in May"),
        (("section: tower", "section: cellar"), "facts.yaml:4", "cellar"),
        (("format: 1", "format: 9"), "pack.yaml:1", "format 9"),
        (("title: Aldsand", "title: [Aldsand]"), "pack.yaml:3", "should be text"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], place: str, words: str
) -> None:
    write(tmp_path, *(text.replace(*change) for text in (MANIFEST, FACTS, QUESTIONS)))
    problems = told(tmp_path)
    assert any(each.startswith(place) and words in each for each in problems), problems
    with pytest.raises(PackError):
        read_pack(tmp_path)


def test_one_mistake_does_not_hide_another(tmp_path: Path) -> None:
    bad = QUESTIONS.replace("topic: date", "topic: dates").replace("[built]", "built")
    write(tmp_path, questions=bad + QUESTIONS.replace("stem", "steem"))
    assert len(told(tmp_path)) >= 4


def test_an_id_stands_once(tmp_path: Path) -> None:
    write(tmp_path, questions=QUESTIONS + QUESTIONS)
    (problem,) = told(tmp_path)
    assert problem.startswith("questions/dates.yaml:7")
    assert "questions/dates.yaml:1" in problem


def test_a_folder_without_a_pack_is_told_so(tmp_path: Path) -> None:
    (problem,) = told(tmp_path)
    assert "pack.yaml" in problem


CHOICE = """\
- id: town
  type: single_choice
  stem: Where is it?
  topic: place
  facts: [built]
  options:
    - text: Here
      right: true
    - text: There
"""
CLOZE = """\
- id: gap
  type: cloze
  stem: Fill the gap.
  topic: date
  facts: [built]
  text: It was built in {{1}}.
  gaps:
    - {kind: date, answer: "1842", ask: year}
"""


@pytest.mark.parametrize(
    ("questions", "place", "words"),
    [
        (QUESTIONS.replace("topic: date", "topic: dates"), 4, "“dates”. Write one of date, figure"),
        (QUESTIONS.replace("topic: date", "topic: x"), 4, "date, figure, institution, person"),
        (CLOZE.replace("kind: date", "kind: number"), 8, "choice, text, numeric, date"),
        (CLOZE.replace("kind: date, ", ""), 8, "Add it with one of choice, text, numeric, date."),
        (CLOZE.replace("ask: year", "ask: hour"), 8, "“hour”. Write one of day, month, year."),
        (CLOZE.replace("ask: year", "aks: year"), 8, "“aks” here. Did you mean “ask”?"),
        (CHOICE.replace("text: There", "right: false"), 9, "“text” is missing"),
        (CHOICE.replace("right: true", "rihgt: true"), 8, "Did you mean “right”?"),
        (CHOICE.replace("right: true", "right: ja"), 8, "true or false"),
        (QUESTIONS + '  as_of: "soon"\n', 7, "“soon” is not a date"),
        (QUESTIONS.replace("id: built-date", 'id: ""'), 1, "cannot be an id"),
        (QUESTIONS.replace("of Aldsand", "of <b>Aldsand</b>"), 3, "“<b>” is HTML"),
        (QUESTIONS + "  hints: [x, 'y <img src=\"z\">']\n", 7, "is HTML"),
        (CHOICE.replace("Here", "<br/>"), 7, "is HTML"),
        (QUESTIONS + '  explanation: "\\ud800"\n', 7, "half of a character"),
        (QUESTIONS + f"  explanation: {'x' * 15_000}\n", 7, "15,000 characters"),
        (QUESTIONS + f"  tags: [{'x' * 600}]\n", 7, "600 characters"),
        (QUESTIONS + f"  tags: [{'x, ' * 200}x]\n", 7, "201 entries"),
        (QUESTIONS.replace("type: date", f"type: 0x{'f' * 5_000}"), 2, "missing or unknown"),
        (QUESTIONS + f"  {'x' * 101}: 1\n", 1, "too long"),
        (f"- x\n{QUESTIONS}", 1, "no fields"),
        ("", 1, "empty or has another form"),
    ],
)
def test_a_bad_question_is_told_with_its_line_and_a_mend(
    tmp_path: Path, questions: str, place: int, words: str
) -> None:
    problems = told(write(tmp_path, questions=questions))
    assert any(
        each.startswith(f"questions/dates.yaml:{place}: ") and words in each for each in problems
    ), problems
    assert all(len(each) < 400 for each in problems)
    with pytest.raises(PackError):
        read_pack(tmp_path)


@pytest.mark.parametrize(
    "stem", ["Is 3 < 4 > 2?", "See <https://example.org>.", "What is `<b>`?", r"What is \<b>?"]
)
def test_what_is_no_html_is_none(tmp_path: Path, stem: str) -> None:
    assert told(write(tmp_path, questions=QUESTIONS.replace("When was", f"{stem} When was"))) == []


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("id: tower, ", 'id: "", '), 7, "empty"),
        (("  - {id", "  - {id: tower, title: A}\n  - {id"), 8, "taken"),
        (
            ("sections:", "references:\n  - {id: a, text: b}\n  - {id: a, text: c}\nsections:"),
            8,
            "tak",
        ),
        (("title: Aldsand", 'title: " "'), 3, "empty"),
        (("sections:", f"authors: [{'x, ' * 2_000}x]\nsections:"), 6, "2,001 entries"),
        (("format: 1", f"format: 0x{'f' * 5_000}"), 1, "format 0xff"),
        (("id: aldsand", "id: Ald sand"), 2, "cannot be an id"),
    ],
)
def test_a_bad_manifest_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int, words: str
) -> None:
    problems = told(write(tmp_path, MANIFEST.replace(*change)))
    assert any(each.startswith(f"pack.yaml:{line}: ") and words in each for each in problems), (
        problems
    )


def test_where_nothing_is_known_nothing_is_named(tmp_path: Path) -> None:
    write(tmp_path, manifest=MANIFEST.partition("sections")[0])
    (problem,) = told(tmp_path)
    assert problem == "facts.yaml:4: “tower” is not in the pack."


def test_items_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ITEMS", 2)
    questions = [QUESTIONS.replace("built-date", f"q-{number}") for number in range(9)]
    assert told(write(tmp_path, questions="".join(questions[:2]))) == []
    (problem,) = told(write(tmp_path, questions="".join(questions)))
    assert problem.startswith("questions/dates.yaml:13: ")


def test_problems_have_an_end(tmp_path: Path) -> None:
    write(tmp_path, questions="- x\n" * 50_000)
    problems = told(tmp_path)
    assert len(problems) == reading.MAX_PROBLEMS + 1
    assert "more problems" in problems[-1]


def test_advice_has_an_end_and_leaves_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_PROBLEMS", 3)
    questions = [QUESTIONS.replace("built-date", f"q-{number}") for number in range(9)]
    checked = check_pack(write(tmp_path, questions="".join(questions)))
    assert checked.pack is not None
    assert checked.errors == ()
    assert len(checked.problems) == 4


def test_a_problem_is_one_line(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "questions" / "a\nb\x1b.yaml").write_text('- id: "x\\ny"\n')
    problems = told(tmp_path)
    assert problems
    assert all(each.startswith("questions/a\\nb\\x1b.yaml:1: ") for each in problems)
    assert all(each.isprintable() for each in problems)


def test_many_names_and_links_are_not_compared_each_with_each(tmp_path: Path) -> None:
    count = 1_000
    fact = "- {{id: f-{n}, kind: place, statement: S., section: tower, name: A, place_kind: t}}\n"
    question = CHOICE.replace("Here", "A").replace("id: town", "id: q-{n}").replace("built", "{f}")
    facts = "".join(fact.format(n=number) for number in range(count))
    sound = [question.format(n=number, f="f-0") for number in range(count)]
    assert told(write(tmp_path, facts=facts, questions="".join(sound))) == []
    astray = [question.format(n=number, f=f"f-{count}{number}") for number in range(count)]
    assert len(told(write(tmp_path, facts=facts, questions="".join(astray)))) == count


def test_the_example_in_the_readme_is_sound(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    files = re.findall(r"^`([\w/.]+)`\n\n```yaml\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    assert [name for name, _ in files] == ["pack.yaml", "facts.yaml", "questions/dates.yaml"]
    for name, text in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    checked = check_pack(tmp_path)
    assert list(map(str, checked.problems)) == []
    assert checked.pack is not None
    msgspec.json.encode(checked.pack)
