"""Left sides to be paired with right sides."""

import random
from collections.abc import Iterator

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
    read_letter,
    repeated_problems,
    shuffled,
    text_problems,
)
from quizapp.translation import tr

MAX_PAIRS = 12


class Pair(Record, frozen=True, kw_only=True):
    """A left side and the right side that belongs to it; two pairs may share a right side."""

    left: str
    right: str


class MatchingAnswer(Answer, frozen=True, kw_only=True, tag="matching"):
    """For each pair the place in `Matching.choices()` chosen for its left side; -1 for none."""

    choices: tuple[int, ...]


class Matching(Question, frozen=True, kw_only=True, tag="matching"):
    """`distractors` are right sides that belong to no left side."""

    pairs: tuple[Pair, ...]
    distractors: tuple[str, ...] = ()

    def choices(self) -> tuple[str, ...]:
        """All right sides, each once."""
        rights = [*(pair.right for pair in self.pairs), *self.distractors]
        return tuple(dict.fromkeys(rights))

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from count_problems("pairs", len(self.pairs), 2, MAX_PAIRS)
        yield from repeated_problems("pairs", [pair.left for pair in self.pairs])
        for place, pair in enumerate(self.pairs):
            yield from text_problems(f"pairs[{place}].left", pair.left)
            yield from text_problems(f"pairs[{place}].right", pair.right)
        yield from repeated_problems("distractors", self.distractors)
        for place, distractor in enumerate(self.distractors):
            yield from text_problems(f"distractors[{place}]", distractor)
            if any(distractor == pair.right for pair in self.pairs):
                yield Problem(
                    f"distractors[{place}]",
                    tr("“{text}” belongs to a left side.").format(text=distractor),
                    tr("Leave it out here."),
                )
        yield from count_problems("pairs", len(self.choices()), 2, MAX_CHOICES)

    def layout(self, seed: int) -> Layout:
        """The order of the left and of the right sides."""
        rng = random.Random(seed)
        return (shuffled(len(self.pairs), rng), shuffled(len(self.choices()), rng))

    def grade(self, answer: MatchingAnswer) -> Grade:
        """The share of right pairs."""
        parts = [self._part(place, answer) for place in range(len(self.pairs))]
        return make_grade(self, sum(part.score for part in parts) / len(parts), parts=parts)

    def _part(self, place: int, answer: MatchingAnswer) -> PartResult:
        pair = self.pairs[place]
        given = self._given(place, answer)
        return PartResult(
            label=pair.left, given=given, expected=pair.right, score=float(given == pair.right)
        )

    def _given(self, place: int, answer: MatchingAnswer) -> str:
        choice = answer.choices[place] if place < len(answer.choices) else -1
        choices = self.choices()
        return choices[choice] if 0 <= choice < len(choices) else ""

    def key_text(self) -> str:
        """The pairs."""
        return "; ".join(f"{pair.left} – {pair.right}" for pair in self.pairs)

    def answer_text(self, answer: MatchingAnswer) -> str:
        """The pairs as given."""
        return "; ".join(
            f"{pair.left} – {self._given(place, answer) or '…'}"
            for place, pair in enumerate(self.pairs)
        )

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type pairs of a letter and a number, such as a=1,b=2")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """The left sides with letters, then the right sides with numbers."""
        lefts = lettered([self.pairs[place].left for place in layout[0]])
        rights = [self.choices()[place] for place in layout[1]]
        return (*lefts, *(f"{number}) {text}" for number, text in enumerate(rights, start=1)))

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """Both sides."""
        rights = [self.choices()[place] for place in layout[1]]
        return {
            "lefts": lettered_parts([self.pairs[place].left for place in layout[0]]),
            "rights": [{"number": n, "text": text} for n, text in enumerate(rights, start=1)],
        }

    def read_answer(self, text: str, layout: Layout) -> MatchingAnswer:
        """From letters and numbers as shown, `a=1,b=2`; a left side may be left out."""
        choices = [-1] * len(self.pairs)
        for part in filter(str.strip, text.split(",")):
            left, equals, right = part.partition("=")
            if not equals:
                raise AnswerUnreadableError(
                    tr("“{text}” is not a pair.").format(text=part.strip()[:40]),
                    tr("Type pairs such as {example}.").format(example="a=1,b=2"),
                )
            pair = layout[0][read_letter(left, len(self.pairs))]
            if choices[pair] >= 0:
                raise AnswerUnreadableError(
                    tr("“{text}” stands here twice.").format(text=left.strip()),
                    tr("Give each letter one number."),
                )
            choices[pair] = layout[1][_read_number(right, len(self.choices()))]
        return MatchingAnswer(choices=tuple(choices))

    def search_text(self) -> str:
        """The stem and both sides."""
        return "\n".join([self.stem, *(pair.left for pair in self.pairs), *self.choices()])


def _read_number(text: str, count: int) -> int:
    number = text.strip()
    if number.isascii() and number.isdigit() and len(number) <= 2 and 1 <= int(number) <= count:
        return int(number) - 1
    raise AnswerUnreadableError(
        tr("“{text}” is not one of the numbers.").format(text=number[:40]),
        tr("Type a number from {first} to {last}.").format(first=1, last=count),
    )
