"""Marks on a picture: what they are worth, and which regions can be marked."""

from typing import Any

import pytest

from quizapp.errors import AnswerUnreadableError
from quizapp.questions import Hotspot, HotspotAnswer, answer_text, grade
from quizapp.questions.hotspot import Region
from quizapp.values.shapes import Point

COMMON: dict[str, Any] = {
    "id": "q",
    "stem": "Where?",
    "topic": "place",
    "facts": ("f",),
    "image": "media/map.png",
    "image_alt": "A map",
}
ASTANA = Region(label="Astana", rectangle=(0.1, 0.1, 0.2, 0.2), right=True)
ALMATY = Region(label="Almaty", ellipse=(0.6, 0.1, 0.2, 0.2), right=True)
SEMEY = Region(
    label="Semey", polygon=((0.1, 0.6), (0.3, 0.6), (0.3, 0.9)), feedback="That is in the east."
)
CUP = (
    (0.0, 0.0),
    (0.2, 0.0),
    (0.2, 0.8),
    (0.8, 0.8),
    (0.8, 0.0),
    (1.0, 0.0),
    (1.0, 1.0),
    (0.0, 1.0),
)
IN_ASTANA, IN_ALMATY, IN_SEMEY, NOWHERE = (0.2, 0.2), (0.7, 0.2), (0.28, 0.65), (0.5, 0.95)


def hotspot(*regions: Region, **fields: Any) -> Hotspot:
    return Hotspot(**{**COMMON, **fields}, regions=regions or (ASTANA, ALMATY, SEMEY))


def fields(question: Hotspot) -> list[str]:
    return [problem.field for problem in question.problems()]


@pytest.mark.parametrize(
    ("marks", "score"),
    [
        ((), 0),
        ((IN_ASTANA,), 0.5),
        ((IN_ASTANA, IN_ALMATY), 1),
        ((IN_ASTANA, IN_ASTANA), 0.5),
        ((IN_ASTANA, IN_SEMEY), 0.5),
        ((NOWHERE, IN_SEMEY), 0),
    ],
)
def test_each_right_region_with_a_mark_earns_its_share(
    marks: tuple[Point, ...], score: float
) -> None:
    assert grade(hotspot(), HotspotAnswer(marks=marks)).score == score


def test_only_as_many_marks_count_as_there_are_right_regions() -> None:
    spray = HotspotAnswer(marks=(NOWHERE, IN_SEMEY, IN_ASTANA, IN_ALMATY))
    assert grade(hotspot(), spray).score == 0


def test_each_region_and_each_stray_mark_is_told_of() -> None:
    graded = grade(hotspot(), HotspotAnswer(marks=(IN_ASTANA, IN_SEMEY)))
    assert [(part.label, part.score) for part in graded.parts] == [
        ("Astana", 1),
        ("Almaty", 0),
        ("Semey", 0),
    ]
    assert graded.feedback == ("That is in the east.",)
    outside = grade(hotspot(), HotspotAnswer(marks=(NOWHERE,)))
    assert [part.label for part in outside.parts] == ["Astana", "Almaty", "Mark 1"]


def test_the_answer_is_told_by_labels() -> None:
    assert hotspot().key_text() == "Astana; Almaty"
    given = HotspotAnswer(marks=(IN_SEMEY, NOWHERE))
    assert answer_text(hotspot(), given) == "Semey; elsewhere"


def test_marks_outside_the_picture_are_left_out() -> None:
    nan = float("nan")
    kept = HotspotAnswer(marks=((0.5, 0.5), (1.2, 0.5), (nan, 0.5), (0.5, -0.1)))
    assert kept.marks == ((0.5, 0.5),)


def test_regions_are_lettered_as_one_reads_not_as_listed() -> None:
    question = hotspot(SEMEY, ALMATY, ASTANA)
    assert question.layout(1) == question.layout(2) == ((2, 1, 0),)
    assert question.prompt(question.layout(1)) == (
        "[Image: A map]",
        "a) Astana",
        "b) Almaty",
        "c) Semey",
    )


def test_letters_mark_the_regions_that_they_name() -> None:
    question = hotspot()
    layout = question.layout(1)
    assert grade(question, question.read_answer("b, a", layout)).score == 1
    assert grade(question, question.read_answer("c", layout)).score == 0
    for line in ("a,b,c", "d", "", "a,a"):
        with pytest.raises(AnswerUnreadableError):
            question.read_answer(line, layout)


def test_a_letter_marks_the_inside_of_a_hollow_region() -> None:
    question = hotspot(Region(label="Cup", polygon=CUP, right=True), show_regions=False)
    assert grade(question, question.read_answer("a", question.layout(1))).score == 1


def test_a_letter_marks_no_other_region_that_lies_across() -> None:
    """The middle of the wrong region is in the right one."""
    wide = Region(label="Steppe", rectangle=(0.0, 0.4, 1.0, 0.2))
    tall = Region(label="River", rectangle=(0.45, 0.0, 0.1, 1.0), right=True)
    question = hotspot(wide, tall)
    assert fields(question) == []
    layout = question.layout(1)
    letter = "ab"[layout[0].index(0)]
    assert grade(question, question.read_answer(letter, layout)).score == 0


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"image": ""}, ["image"]),
        ({"image": "../secret.png"}, ["image"]),
        ({"image": "https://example.org/a.png"}, ["image"]),
        ({"image_alt": " "}, ["image_alt"]),
        ({"image_alt": "a" * 1_001}, ["image_alt"]),
    ],
)
def test_the_image_must_be_one_of_a_pack_and_described(
    changes: dict[str, str], told: list[str]
) -> None:
    assert fields(hotspot(**changes)) == told


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ({}, "regions[2]"),
        ({"rectangle": (0, 0, 1, 1), "ellipse": (0, 0, 1, 1)}, "regions[2]"),
        ({"rectangle": (0.5, 0.5, 0.6, 0.1)}, "regions[2].rectangle"),
        ({"rectangle": (0.5, 0.5, 0, 0.1)}, "regions[2].rectangle"),
        ({"ellipse": (-0.1, 0.5, 0.2, 0.1)}, "regions[2].ellipse"),
        ({"ellipse": (float("nan"), 0.5, 0.2, 0.1)}, "regions[2].ellipse"),
        ({"polygon": ((0, 0), (1, 1))}, "regions[2].polygon"),
        ({"polygon": ((0, 0), (1, 1), (0.5, 0.5))}, "regions[2].polygon"),
        ({"polygon": ((0, 0), (2, 0), (0, 1))}, "regions[2].polygon"),
        ({"polygon": tuple((n / 60, n % 2) for n in range(51))}, "regions[2].polygon"),
        ({"rectangle": (0.12, 0.12, 0.05, 0.05)}, "regions[2]"),
    ],
)
def test_a_region_must_be_one_sound_shape_of_its_own(shape: dict[str, Any], told: str) -> None:
    assert fields(hotspot(ASTANA, ALMATY, Region(label="Semey", **shape))) == [told]


def test_regions_can_be_told_apart_and_some_are_right() -> None:
    assert fields(hotspot()) == []
    assert fields(hotspot(ASTANA, ASTANA, SEMEY)) == ["regions[1]"]
    assert fields(hotspot(SEMEY)) == ["regions"]
    assert fields(hotspot(ASTANA)) == ["regions"]
    assert fields(hotspot(ASTANA, show_regions=False)) == []
