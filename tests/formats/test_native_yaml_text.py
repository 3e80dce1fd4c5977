"""YAML from strangers: plain values, or what is wrong and where."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.native import yaml_text
from quizapp.formats.native.texts import MAX_TEXT_LENGTH
from quizapp.formats.native.yaml_text import line_of, parse_yaml, read_yaml


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: !!python/object:os.system x\n",
        "a: 1\na: 2\n",
        "<<: {a: 1}\n",
        "[" * 200,
        "a: [1, 2\n",
        "\t- x\n",
        "a: \x00",
    ],
)
def test_yaml_that_is_refused(text: str) -> None:
    assert parse_yaml(text).problems


def test_yaml_values_are_plain() -> None:
    value = parse_yaml('a: 1992-04-10\nb: yes\nc: true\nd: 12\ne: 1.5\nf: "7"\ng:\n').value
    assert value == {
        "a": "1992-04-10",
        "b": "yes",
        "c": True,
        "d": 12,
        "e": 1.5,
        "f": "7",
        "g": None,
    }


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#%@ \n\t0.é"), max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    parse_yaml(text)


def test_a_text_in_quotation_marks_stays_text() -> None:
    assert parse_yaml("a: \"12\"\nb: 'true'\nc: |-\n  7\nd: !!str 9\n").value == {
        "a": "12",
        "b": "true",
        "c": "7",
        "d": "9",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0x1f", 31),
        ("0o17", 15),
        ("-1_000", -1000),
        ("+3.5e2", 350.0),
        (".5", 0.5),
        ("-.inf", float("-inf")),
        ("0x" + "f" * 5_000, "0x" + "f" * 5_000),
        ("9" * 5_000, "9" * 5_000),
        ("1:30", "1:30"),
        ("-", "-"),
        ("٣", "٣"),
    ],
)
def test_numbers_are_read_as_yaml_writes_them(text: str, value: object) -> None:
    read = parse_yaml(f"- {text}\n").value
    assert read in ([value], [[None]])


def test_every_place_has_its_line() -> None:
    text = parse_yaml("- id: a\n  list:\n    - x\n    - {y: 1,\n       z: 2}\n-\n  id: b\n")
    places = {(): 1, (0,): 1, (0, "list", 1): 4, (0, "list", 1, "z"): 5, (1, "id"): 7}
    assert {path: line_of(text.lines, path) for path in places} == places


def test_what_is_missing_has_the_line_where_it_should_stand() -> None:
    text = parse_yaml("- a:\n\n  b: 1\n-\n\n- c\n")
    assert [line_of(text.lines, path) for path in ((0, "a"), (1,))] == [1, 4]


def test_a_question_mark_in_braces_is_text() -> None:
    value = parse_yaml("{stem: How old is it?, address: https://example.org/a?b}\n").value
    assert value == {"stem": "How old is it?", "address": "https://example.org/a?b"}


def test_an_unknown_place_has_the_line_of_what_is_around_it() -> None:
    text = parse_yaml("- id: a\n- list:\n    - x\n")
    assert line_of(text.lines, (1, "list", 7)) == 3
    assert line_of(text.lines, (1, "none", "b")) == 2
    assert line_of(text.lines, (1, "list", "x")) == 3


@pytest.mark.parametrize(
    "text",
    [
        r'"\ud800"',
        r'"\ude00 x"',
        r'"\0"',
        r'"\e[31m"',
        r'"\x85"',
        r'"\u2028"',
        r'"\r"',
        r'"\UFFFFFFFF"',
        "a\x00b",
        "\x07",
        "a\x7f",
        "'\u2028'",
        "\ud800",
    ],
)
def test_characters_that_nothing_can_show_are_told_with_their_line(text: str) -> None:
    problems = parse_yaml(f"- fine\n- x\n- {text}\n- fine\n").problems
    assert [problem.line for problem in problems] == [3]
    assert problems[0].message
    assert problems[0].remedy


def test_every_line_with_such_a_character_is_told() -> None:
    problems = parse_yaml("a: \x01\x02\nb: 1\nc: \x03\n").problems
    assert [problem.line for problem in problems] == [1, 3]
    assert "U+0001" in problems[0].message


def test_tabs_ends_of_lines_and_marks_of_direction_are_text() -> None:
    value = parse_yaml('a: "x\\ty\\nz"\r\nb: "\u200fשלום \U0001f600"\rc: 1').value
    assert value == {"a": "x\ty\nz", "b": "\u200fשלום \U0001f600", "c": 1}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('a: 1\nb: "x\nc: 2\nd: 3\n', 2, "never closed"),
        ("a: 1\nb: c: d\n", 2, "colon"),
        ("a: 1\nb\nc: 3\n", 3, "“: ”"),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "bracket"),
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: 1\nb: @x\n", 2, "sign"),
        ('a: 1\nb: "\\q"\n', 2, "backslash"),
        ("- a: 1\n b: 2\n", 2, "fit"),
        ('a: 1\nb: "x" y\n', 2, "fit"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a:\n" + "".join(" " * n + "- \n" for n in range(1, 40)), 21, "deeply"),
        ("a: 1\nb: " + "[" * 1_000_000, 2, "deeply"),
        ("a: 1\nb: *x\n", 2, "aliases"),
        ("a: 1\nb: !x y\n", 2, "!x"),
        ("a: 1\nb: !!map y\n", 2, "map"),
        ("a: 1\n? [x]\n: 2\n", 2, "name"),
        ("a: 1\nb: {{1}: x}\n", 2, "name"),
        ("a: 1\nb: 2\na: 3\n", 3, "twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str) -> None:
    problem, *_ = parse_yaml(text).problems
    assert (problem.line, words in problem.message) == (line, True), problem
    assert problem.remedy


def test_one_mistake_does_not_hide_another() -> None:
    problems = parse_yaml("a: &x 1\na: 2\n? [y]\n: !z 3\n").problems
    assert [problem.line for problem in problems] == [1, 2, 3, 4]


def test_texts_have_a_length() -> None:
    assert parse_yaml("a: " + "x" * MAX_TEXT_LENGTH).problems == []
    (problem,) = parse_yaml("b: 1\na: " + "x" * (MAX_TEXT_LENGTH + 1)).problems
    assert (problem.line, "10,001" in problem.message) == (2, True)


def test_values_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_VALUES", 10)
    assert parse_yaml("- 1\n" * 9).problems == []
    (problem,) = parse_yaml("- 1\n" * 20).problems
    assert problem.line == 10


def test_problems_have_an_end() -> None:
    assert len(parse_yaml("- *x\n" * 5_000).problems) == yaml_text.MAX_PROBLEMS
    assert len(parse_yaml("- \x01\n" * 5_000).problems) == yaml_text.MAX_PROBLEMS


def test_a_file_has_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_BYTES", 10)
    file = tmp_path / "a.yaml"
    file.write_text("- 34567890")
    assert read_yaml(file).value == [34567890]
    file.write_text("- 345678901")
    assert "too large" in read_yaml(file).problems[0].message


def test_a_file_is_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbf- 1\n- 2\n- \xff\n")
    (problem,) = read_yaml(file).problems
    assert problem.line == 3
    file.write_bytes(b"\xef\xbb\xbf- 1\n")
    assert read_yaml(file).value == [1]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert read_yaml(tmp_path / "none.yaml").problems[0].message
