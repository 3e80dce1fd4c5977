"""What `check` says to the craft of questions; it never keeps a pack out."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.native import PackProblem, check_pack, read_pack
from quizapp.formats.native.advice import question_advice
from quizapp.packs import Pack

MANIFEST = """\
format: 1
id: aldsand
title: Aldsand
version: "1"
language: en
sections:
  - {id: tower, title: The tower}
"""
FACTS = """\
- {id: built, kind: date, statement: It was built in 1842., section: tower, date: "1842"}
- id: keepers
  kind: figure
  statement: In 1900 it had 12 keepers.
  section: tower
  number: 12
  counts: Keepers
  as_of: "1900"
- id: town
  kind: place
  statement: Aldsand has the lighthouse.
  section: tower
  name: Aldsand
  other_names: [Oldsand Bay]
  place_kind: town
"""
SOUND = """\
- id: built-year
  type: date
  stem: When was the lighthouse of Aldsand built?
  topic: date
  facts: [built]
  answer: "1842"
  hints: [It was before the railway of 1850.]
- id: built-choice
  type: single_choice
  stem: In which year was the lighthouse built that stands in Aldsand?
  topic: date
  facts: [built]
  keep_order: true
  options: [{text: "1811"}, {text: "1842", right: true}, {text: "1907"}]
- id: keepers-number
  type: numeric
  stem: How many keepers did the lighthouse of Aldsand have in 1900?
  topic: figure
  facts: [keepers]
  as_of: "1900"
  answer: 12
- id: keepers-true
  type: true_false
  stem: The lighthouse of Aldsand had fewer keepers in 1900 than it has steps.
  topic: figure
  facts: [keepers]
  as_of: "1900"
  answer: true
- id: town-typed
  type: short_text
  stem: In which town does the lighthouse of the North Shore stand?
  topic: place
  facts: [town]
  accept: [Aldsand, Oldsand Bay]
- id: town-choice
  type: single_choice
  stem: Which town has the tallest lighthouse of the North Shore?
  topic: place
  facts: [town]
  options: [{text: Aldsand, right: true}, {text: Brightsea}, {text: Cliffend}]
"""
LINES = SOUND.count("\n")


def advice(
    folder: Path, questions: str, facts: str = FACTS, language: str = "en"
) -> tuple[PackProblem, ...]:
    (folder / "questions").mkdir(exist_ok=True)
    manifest = MANIFEST.replace("language: en", f"language: {language}")
    (folder / "pack.yaml").write_text(manifest, encoding="utf-8")
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    (folder / "questions" / "all.yaml").write_text(questions, encoding="utf-8")
    checked = check_pack(folder)
    assert checked.errors == ()
    assert checked.pack is not None
    return checked.problems


def more(kind: str, stem: str, fields: str, *, fact: str = "town", topic: str = "place") -> str:
    """One more question: its stem on line 1, its own fields from line 3 on."""
    head = f"- {{id: more, type: {kind}, stem: {stem},\n  topic: {topic}, facts: [{fact}],\n"
    return f"{head}  {fields}}}\n"


CHOICE = "Which town has a harbour according to the article?"
FAULTS = {
    "numbers out of order": (
        more(
            "single_choice",
            "How many steps does the lighthouse of Aldsand have?",
            'options: [{text: "99"}, {text: over 14, right: true}, {text: "1,000"}]',
        ),
        3,
        "not in order",
    ),
    "dates out of order": (
        more(
            "multiple_choice",
            "When was the harbour of Aldsand widened?",
            "options: [{text: May 1850}, {text: May 1811, right: true}, {text: June 1911}]",
        ),
        3,
        "not in order",
    ),
    "dates that will be shuffled": (
        more(
            "single_choice",
            "When was the harbour of Aldsand widened?",
            "options: [{text: May 1811}, {text: May 1850, right: true}]",
        ),
        3,
        "keep order",
    ),
    "a gap's numbers out of order": (
        more(
            "cloze",
            "Fill in a number.",
            'text: "The mole has {{1}} lamps.",\n'
            '  gaps: [{kind: choice, options: ["3", "9", "4"], answer: "9", keep_order: true}]',
        ),
        4,
        "not in order",
    ),
    "uneven lengths": (
        more(
            "single_choice",
            CHOICE,
            "options: [{text: Yarm}, {text: The old town of Dunmer}, {text: Aldsand, right: true}]",
        ),
        3,
        "4 to 22",
    ),
    "a long key": (
        more(
            "single_choice",
            CHOICE,
            "options: [{text: Brightsea Port}, {text: Cliffend Port},\n"
            "    {text: Aldsand below the steep cliff, right: true}]",
        ),
        3,
        "much longer",
    ),
    "two names of one thing as options": (
        more(
            "single_choice",
            CHOICE,
            "options: [{text: Oldsand Bay}, {text: Cliffend, right: true}, {text: Aldsand}]",
        ),
        3,
        "one thing",
    ),
    "two names of one thing to be matched": (
        more(
            "matching",
            "Match each building of the North Shore with its town.",
            "pairs: [{left: Mill, right: Aldsand}, {left: Church, right: Cliffend}],\n"
            "  distractors: [Oldsand Bay]",
        ),
        3,
        "one thing",
    ),
    "all of the above": (
        more(
            "single_choice",
            CHOICE,
            "options: [{text: Brightsea, right: true}, {text: Cliffend}, {text: None of these}]",
        ),
        3,
        "depends on the other options",
    ),
    "the key in the stem": (
        more("short_text", "Where is the port of Aldsand?", "accept: [Aldsand, Oldsand Bay]"),
        1,
        "“Aldsand”",
    ),
    "the number in the stem": (
        more("numeric", "How many of the 12 lamps in Aldsand are there?", "answer: 12"),
        1,
        "“12”",
    ),
    "the year in a hint": (
        more(
            "date",
            "In which year was the mill of Aldsand built?",
            'answer: "1842-05", ask: year,\n  hints: [Like the tower of 1842.]',
        ),
        4,
        "“1842”",
    ),
    "a telling word": (
        more(
            "single_choice",
            "Who keeps the harbours of the North Shore?",
            "options: [{text: The town council}, {text: The harbour office, right: true}]",
        ),
        1,
        "“harbour”",
    ),
    "another name that is not accepted": (
        more("short_text", "Where is the mill of the North Shore?", "accept: [Aldsand]"),
        3,
        "“Oldsand Bay”",
    ),
    "a stem that leans on another": (
        more("true_false", "In this year the mill of Aldsand burnt down.", "answer: true"),
        1,
        "“this year”",
    ),
    "a stem that begins with a pronoun": (
        more("true_false", "They built the mill of Aldsand.", "answer: true"),
        1,
        "“They”",
    ),
    "a negative": (
        more("true_false", "The mill of Aldsand was not built of stone.", "answer: true"),
        1,
        "“not”",
    ),
    "a stem that stands twice": (
        more(
            "true_false",
            "“In which town does the lighthouse of the north shore stand”",
            "answer: true",
        ),
        1,
        "“town-typed”",
    ),
    "a figure without its time": (
        more(
            "numeric",
            "How many keepers did the lighthouse of Aldsand need in 1900?",
            "answer: 12",
            fact="keepers",
            topic="figure",
        ),
        1,
        "1900",
    ),
    "a time that the stem does not name": (
        more("true_false", "The mill of Aldsand is the tallest.", 'answer: true, as_of: "1900"'),
        1,
        "does not say so",
    ),
    "a long stem": (
        more("true_false", f"The mill of Aldsand has {'very ' * 60}old walls.", "answer: true"),
        1,
        "The stem is long",
    ),
}


def test_a_well_written_pack_gets_no_advice(tmp_path: Path) -> None:
    assert advice(tmp_path, SOUND) == ()


@pytest.mark.parametrize(("question", "line", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_at_its_line(tmp_path: Path, question: str, line: int, words: str) -> None:
    (problem,) = advice(tmp_path, SOUND + question)
    assert (problem.severity, problem.item) == ("advice", "more")
    assert (problem.file, problem.line) == ("questions/all.yaml", LINES + line)
    assert words in problem.message + problem.remedy
    assert problem.remedy


@pytest.mark.parametrize(
    "question",
    [
        more("true_false", "The mill of Aldsand was **not** built of stone.", "answer: true"),
        more("true_false", "The mill of Aldsand was NOT built of stone.", "answer: true"),
        more("true_false", "The mayor claimed that the mill of Aldsand burnt.", "answer: true"),
        more("true_false", "The group of houses at Aldsand is old.", "answer: true"),
        more("short_text", "Where is the mill?", "accept: [Aldsend]"),
        more(
            "single_choice",
            "How many steps has the lighthouse of Aldsand?",
            'options: [{text: "99"}, {text: "14", right: true}], keep_order: true',
        ),
        more(
            "date",
            "In which month of 1842 was the mill of Aldsand built?",
            'answer: "1842-05"',
        ),
    ],
)
def test_what_is_no_fault_gets_no_advice(tmp_path: Path, question: str) -> None:
    assert advice(tmp_path, SOUND + question) == ()


def test_words_are_looked_for_in_english_only(tmp_path: Path) -> None:
    german = more("true_false", "Der Turm von Aldsand hat no(r)dische Lampen.", "answer: true")
    assert len(advice(tmp_path, SOUND + german)) == 1
    assert advice(tmp_path, SOUND + german, language="de") == ()
    assert len(advice(tmp_path, SOUND + german, language="en-GB")) == 1


def test_each_fact_is_asked_in_several_ways(tmp_path: Path) -> None:
    unasked = FACTS + FACTS.splitlines()[0].replace("id: built", "id: sold") + "\n"
    questions = (
        SOUND.replace("type: date", "type: single_choice")
        .replace(
            '  answer: "1842"',
            '  keep_order: true\n  options: [{text: "1842", right: true}, {text: "1850"}]',
        )
        .replace("1850.]", "1851.]")
    )
    told = advice(tmp_path, questions, unasked)
    assert [(each.file, each.line, each.item) for each in told] == [
        ("facts.yaml", 1, "built"),
        ("facts.yaml", 16, "sold"),
    ]
    assert "single_choice" in told[0].message
    assert "No question" in told[1].message


def test_keys_do_not_keep_to_one_place(tmp_path: Path) -> None:
    choice = """\
- {id: s-N, type: single_choice, stem: How many steps has tower N of Aldsand?, topic: place,
   facts: [town], keep_order: true, options: [{text: "200", right: true}, {text: "300"}]}
"""
    truth = """\
- {id: t-N, type: true_false, stem: Tower N of Aldsand is round., topic: place, facts: [town],
   answer: true}
"""
    lists = "".join(choice.replace("N", str(n)) for n in range(7))
    truths = "".join(truth.replace("N", str(n)) for n in range(7))
    told = advice(tmp_path, SOUND + lists + truths)
    assert [(each.file, each.line) for each in told] == [("pack.yaml", 1)] * 2
    assert "first in 7 of the 8" in told[0].message
    assert "8 of the 8" in told[1].message
    assert advice(tmp_path, SOUND + lists[: len(choice) * 5] + truths[: len(truth) * 5]) == ()


def test_keys_are_not_always_the_longest(tmp_path: Path) -> None:
    def questions(key: str) -> str:
        stem = "- {{id: q-{n}, type: single_choice, stem: Which lamp has number {n}?,\n"
        options = "[{{text: {key}, right: true}}, {{text: Lantern}}]"
        rest = f"  topic: place, facts: [town], options: {options}}}}}\n"
        return "".join((stem + rest).format(n=number, key=key) for number in range(10, 18))

    told = [each for each in advice(tmp_path, questions("Streetlamp")) if each.file == "pack.yaml"]
    assert [each.message for each in told] == ["The right option is the longest in 8 of 8 lists."]
    told = [each for each in advice(tmp_path, questions("Torch")) if each.file == "pack.yaml"]
    assert told == []


def test_advice_never_keeps_a_pack_out(tmp_path: Path) -> None:
    assert advice(tmp_path, SOUND, FACTS + FACTS.splitlines()[0].replace("built", "sold", 1) + "\n")
    assert read_pack(tmp_path).manifest.id == "aldsand"


TEXTS = st.text(alphabet="aA٢²½0.9,-/~% \u202e\u05d0é", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=4, unique_by=str.casefold))
def test_no_text_breaks_the_advice(stem: str, texts: list[str]) -> None:
    common = {"stem": stem, "topic": "place", "facts": ("town",), "hints": (stem,)}
    options = [{"text": text, "right": place == 0} for place, text in enumerate(texts)]
    questions = [
        {"id": "a", "type": "single_choice", "options": options, **common},
        {"id": "b", "type": "short_text", "accept": texts, **common},
        {"id": "c", "type": "numeric", "answer": 1e300, **common},
        {"id": "d", "type": "date", "answer": "-0043", **common},
    ]
    pack = msgspec.convert(
        {
            "manifest": {"format": 1, "id": "p", "title": "P", "version": "1", "language": "en"},
            "facts": [
                {
                    "id": "town",
                    "kind": "place",
                    "statement": "A town.",
                    "section": "s",
                    "name": texts[0],
                    "place_kind": "town",
                }
            ],
            "questions": questions,
        },
        Pack,
    )
    for _, problem in question_advice(pack):
        assert problem.message
