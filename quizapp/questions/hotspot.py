"""Places to be marked on a picture."""

import math
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import (
    MAX_CHOICES,
    Answer,
    Grade,
    Layout,
    PartResult,
    Problem,
    Question,
    Record,
    common_problems,
    count_problems,
    lettered,
    lettered_parts,
    make_grade,
    read_letters,
    repeated_problems,
    text_problems,
)
from quizapp.translation import tr, tr_n
from quizapp.values.images import is_media_name
from quizapp.values.shapes import (
    Box,
    Point,
    Polygon,
    box_of,
    grid_in,
    in_box,
    in_ellipse,
    in_polygon,
    inner_point,
    is_in_picture,
)

LEAST_CORNERS, MOST_CORNERS = 3, 50
MAX_ALT_LENGTH = 1_000
_ROWS = 8
"""Regions are numbered row by row, as one reads; so many rows are told apart."""
_ROUNDING = 1e-9
_GRID = 40
"""How finely a region that overlaps another is searched for a point of its own."""
Marks: TypeAlias = tuple[Point, ...]


class Region(Record, frozen=True, kw_only=True):
    """A place on the picture, given as one of three shapes, all in fractions of the picture.

    `rectangle` and `ellipse` are left, top, width and height of the box that they fill; `polygon`
    lists its corners. `label` names the place, for screen readers, the terminal and feedback.
    """

    label: str
    rectangle: Box | None = None
    ellipse: Box | None = None
    polygon: Polygon = ()
    right: bool = False
    feedback: str = ""

    def holds(self, point: Point) -> bool:
        """Whether `point` lies in this place."""
        if self.rectangle is not None:
            return in_box(self.rectangle, point)
        if self.ellipse is not None:
            return in_ellipse(self.ellipse, point)
        return in_polygon(self.polygon, point)

    def box(self) -> Box:
        """The box around it."""
        return self.rectangle or self.ellipse or box_of(self.polygon)

    def middle(self) -> Point:
        """A point inside, at or near the middle."""
        if self.polygon:
            return inner_point(self.polygon) or self.polygon[0]
        left, top, width, height = self.box()
        return left + width / 2, top + height / 2

    def shape_problems(self, at: str) -> Iterator[Problem]:
        """What is wrong with the place itself; `at` leads to it."""
        given = [shape for shape in (self.rectangle, self.ellipse, self.polygon or None) if shape]
        if len(given) != 1:
            yield Problem(
                at.rstrip("."),
                tr("The region has {n} shapes.").format(n=len(given)),
                tr("Give exactly one of rectangle, ellipse and polygon."),
            )
        elif self.polygon:
            yield from self._polygon_problems(f"{at}polygon")
        else:
            yield from _box_problems(
                f"{at}rectangle" if self.rectangle else f"{at}ellipse", self.box()
            )

    def _polygon_problems(self, field: str) -> Iterator[Problem]:
        yield from count_problems(field, len(self.polygon), LEAST_CORNERS, MOST_CORNERS)
        if not all(map(is_in_picture, self.polygon)):
            yield _outside(field)
        elif len(self.polygon) >= LEAST_CORNERS and inner_point(self.polygon) is None:
            yield _empty(field)


class HotspotAnswer(Answer, frozen=True, kw_only=True, tag="hotspot"):
    """The marks in the order they were set; what lies outside the picture is left out."""

    marks: Marks

    def __post_init__(self) -> None:
        kept = tuple(mark for mark in self.marks if is_in_picture(mark))
        msgspec.structs.force_setattr(self, "marks", kept[:MAX_CHOICES])


class Hotspot(Question, frozen=True, kw_only=True, tag="hotspot"):
    """`image` is the name of an image of the pack, `image_alt` says what it shows.

    There are as many marks to set as there are right regions. `show_regions` outlines all of them
    before the answer, to choose from.
    """

    image: str
    image_alt: str
    regions: tuple[Region, ...]
    show_regions: bool = True

    @property
    def mark_count(self) -> int:
        """How many marks there are to set."""
        return sum(region.right for region in self.regions)

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from self._image_problems()
        yield from count_problems("regions", len(self.regions), 1, MAX_CHOICES)
        yield from repeated_problems("regions", [region.label for region in self.regions])
        for place, region in enumerate(self.regions):
            yield from text_problems(f"regions[{place}].label", region.label)
            yield from region.shape_problems(f"regions[{place}].")
        yield from self._key_problems()

    def _key_problems(self) -> Iterator[Problem]:
        if self.regions and not self.mark_count:
            yield Problem(
                "regions",
                tr("No region is marked as right."),
                tr("Mark one at least as right."),
            )
        elif self.regions and self.show_regions and self.mark_count == len(self.regions):
            yield Problem(
                "regions",
                tr("All regions that are shown are right."),
                tr("Add a wrong one, or do not show the regions."),
            )
        for place, region in enumerate(self.regions):
            within = None if region.right else self._right_region_around(place)
            if within:
                yield Problem(
                    f"regions[{place}]",
                    tr("This wrong region lies within the right one “{label}”.").format(
                        label=within.label
                    ),
                    tr("Move them apart: a mark in both counts as right."),
                )

    def _right_region_around(self, place: int) -> Region | None:
        if any(True for _ in self.regions[place].shape_problems("")):
            return None
        point = self.point_in(place)
        return next((each for each in self.regions if each.right and each.holds(point)), None)

    def _image_problems(self) -> Iterator[Problem]:
        if not self.image.strip():
            yield Problem("image", tr("The question names no image."), tr("Choose one."))
        elif not is_media_name(self.image):
            yield Problem(
                "image",
                tr("“{name}” is not the name of an image of a pack.").format(name=self.image[:80]),
                tr("Name it like {example}.").format(example="media/map.png"),
            )
        if not self.image_alt.strip():
            yield Problem(
                "image_alt",
                tr("Nothing says what the image shows."),
                tr("Describe it, for those who cannot see it."),
            )
        else:
            yield from text_problems("image_alt", self.image_alt, MAX_ALT_LENGTH)

    def layout(self, seed: int) -> Layout:
        """As one reads, row by row: the authored order could tell which are right."""
        del seed
        middles = [region.middle() for region in self.regions]
        places = range(len(self.regions))
        return (tuple(sorted(places, key=lambda n: (int(middles[n][1] * _ROWS), middles[n][0]))),)

    def region_at(self, point: Point) -> int | None:
        """The place in `regions` of the one that holds `point`, a right one before a wrong one."""
        holding = [n for n, region in enumerate(self.regions) if region.holds(point)]
        right = [n for n in holding if self.regions[n].right]
        return next(iter(right or holding), None)

    def point_in(self, place: int) -> Point:
        """A point in the region at `place`, and in no other where that is possible."""
        region = self.regions[place]
        others = [each for each in self.regions if each is not region]
        middle = region.middle()
        if not any(each.holds(middle) for each in others):
            return middle
        alone = [
            point
            for point in grid_in(region.box(), _GRID)
            if region.holds(point) and not any(each.holds(point) for each in others)
        ]
        return min(alone, key=lambda point: math.dist(point, middle), default=middle)

    def counted(self, answer: HotspotAnswer) -> Marks:
        """The marks that count: not more than there are to set."""
        return answer.marks[: self.mark_count]

    def grade(self, answer: HotspotAnswer) -> Grade:
        """The share of right regions that hold a mark.

        A part for each right region, then one for each mark that is in none.
        """
        marks = self.counted(answer)
        right = [region for region in self.regions if region.right]
        parts = [_part(region, marks) for region in right]
        score = sum(part.score for part in parts) / len(right) if right else 0.0
        said = []
        for number, mark in enumerate(marks, start=1):
            place = self.region_at(mark)
            if place is None:
                parts.append(_stray(tr("Mark {n}").format(n=number)))
            elif not self.regions[place].right:
                parts.append(_stray(self.regions[place].label))
            if place is not None:
                said.append(self.regions[place].feedback)
        return make_grade(self, score, parts=parts, feedback=said)

    def key_text(self) -> str:
        """The labels of the right regions."""
        return "; ".join(region.label for region in self.regions if region.right)

    def answer_text(self, answer: HotspotAnswer) -> str:
        """The labels of the regions that were marked."""
        places = [self.region_at(mark) for mark in self.counted(answer)]
        return "; ".join(
            tr("elsewhere") if place is None else self.regions[place].label for place in places
        )

    def how(self) -> str:
        """What to type at a terminal."""
        return tr_n(
            "Type the letter of the place to mark.",
            "Type the letters of the {n} places to mark, with commas between.",
            self.mark_count,
        )

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """What the image shows, then the labels with their letters."""
        image = tr("[Image: {description}]").format(description=self.image_alt)
        return (image, *lettered([self.regions[place].label for place in layout[0]]))

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """The image and its regions, not where they are."""
        return {
            "image": self.image,
            "image_alt": self.image_alt,
            "marks": self.mark_count,
            "regions": lettered_parts([self.regions[place].label for place in layout[0]]),
        }

    def read_answer(self, text: str, layout: Layout) -> HotspotAnswer:
        """From letters as shown, with commas between them."""
        positions = read_letters(text, len(self.regions), ",")
        if len(positions) > self.mark_count:
            raise AnswerUnreadableError(
                tr("This marks {n} places.").format(n=len(positions)),
                tr("Mark {most} at most.").format(most=self.mark_count),
            )
        return HotspotAnswer(marks=tuple(self.point_in(layout[0][n]) for n in positions))

    def search_text(self) -> str:
        """The stem, what the image shows, and the labels."""
        return "\n".join([self.stem, self.image_alt, *(region.label for region in self.regions)])


def _part(region: Region, marks: Marks) -> PartResult:
    """What became of a right region."""
    is_hit = any(map(region.holds, marks))
    return PartResult(
        label=region.label,
        given=tr("marked") if is_hit else tr("not marked"),
        expected=tr("marked"),
        score=float(is_hit),
    )


def _stray(label: str) -> PartResult:
    """A mark that is in no right region."""
    return PartResult(label=label, given=tr("marked"), expected=tr("not marked"), score=0)


def _box_problems(field: str, box: Box) -> Iterator[Problem]:
    left, top, width, height = box
    if not is_in_picture(box) or max(left + width, top + height) > 1 + _ROUNDING:
        yield _outside(field)
    elif not (width > 0 and height > 0):
        yield _empty(field)


def _outside(field: str) -> Problem:
    return Problem(
        field,
        tr("The region reaches beyond the image."),
        tr("Give fractions of the image from 0 to 1: left, top, width, height, or corners."),
    )


def _empty(field: str) -> Problem:
    return Problem(field, tr("The region has no area."), tr("Draw it larger."))
