"""Items to be put in their right order."""

import random
from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import (
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
    shuffled,
    text_problems,
)
from quizapp.translation import tr

MAX_ITEMS = 12


class Item(Record, frozen=True, kw_only=True):
    """One thing to place; `ties_with_previous` where it may stand before or after the one above."""

    text: str
    ties_with_previous: bool = False


class OrderingAnswer(Answer, frozen=True, kw_only=True, tag="ordering"):
    """The authored places in the order given, each once."""

    items: tuple[int, ...]


class Ordering(Question, frozen=True, kw_only=True, tag="ordering"):
    """`items` are listed in the right order.

    `scoring`: all or nothing, the share of pairs in the right order, or the longest run in order.
    """

    items: tuple[str | Item, ...]
    scoring: Literal["all_or_nothing", "pairs", "longest_run"] = "pairs"

    def texts(self) -> tuple[str, ...]:
        """The items' texts in the right order."""
        return tuple(item if isinstance(item, str) else item.text for item in self.items)

    def ranks(self) -> tuple[int, ...]:
        """For each item its place in the right order; tied items share one."""
        ranks: list[int] = []
        for place, item in enumerate(self.items):
            tied = isinstance(item, Item) and item.ties_with_previous and bool(ranks)
            ranks.append(ranks[-1] if tied else place)
        return tuple(ranks)

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from count_problems("items", len(self.items), 2, MAX_ITEMS)
        yield from repeated_problems("items", self.texts())
        for place, text in enumerate(self.texts()):
            yield from text_problems(f"items[{place}]", text)
        if len(self.items) > 1 and len(set(self.ranks())) == 1:
            yield Problem(
                "items",
                tr("All items are tied, so that any order is right."),
                tr("Say where the order is known: not every item can stand beside the one above."),
            )

    def layout(self, seed: int) -> Layout:
        """A shuffled order that is not the right one already."""
        rng = random.Random(seed)
        order = shuffled(len(self.items), rng)
        while self._is_right(order):
            order = shuffled(len(self.items), rng)
        return (order,)

    def _is_right(self, order: tuple[int, ...]) -> bool:
        given = [self.ranks()[place] for place in order]
        return given == sorted(given) and len(set(given)) > 1

    def grade(self, answer: OrderingAnswer) -> Grade:
        """By `scoring`; 0 for an answer that is no order of all items."""
        if sorted(answer.items) != list(range(len(self.items))):
            return make_grade(self, 0)
        ranks = self.ranks()
        given = [ranks[place] for place in answer.items]
        texts = self.texts()
        parts = [
            PartResult(
                label=str(position + 1),
                given=texts[place],
                expected=texts[position],
                score=float(ranks[place] == ranks[position]),
            )
            for position, place in enumerate(answer.items)
        ]
        return make_grade(self, self._score(given), parts=parts)

    def _score(self, given: list[int]) -> float:
        if given == sorted(given):
            return 1.0
        if self.scoring == "all_or_nothing":
            return 0.0
        if self.scoring == "longest_run":
            longest = _longest_rising(given)
            return (longest - 1) / (len(given) - 1)
        pairs = [(first, second) for first, second in combinations(given, 2) if first != second]
        return sum(first < second for first, second in pairs) / len(pairs)

    def key_text(self) -> str:
        """The items in the right order."""
        return " → ".join(self.texts())

    def answer_text(self, answer: OrderingAnswer) -> str:
        """The items in the order given."""
        texts = self.texts()
        return " → ".join(texts[n] for n in answer.items if 0 <= n < len(texts))

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type the letters in the right order, such as b>a>c")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """The items as shuffled, with letters."""
        return lettered([self.texts()[place] for place in layout[0]])

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """The items."""
        return {"items": lettered_parts([self.texts()[place] for place in layout[0]])}

    def read_answer(self, text: str, layout: Layout) -> OrderingAnswer:
        """From letters as shown, `b>a>c`."""
        positions = read_letters(text, len(self.items), ">")
        if len(positions) < len(self.items):
            raise AnswerUnreadableError(
                tr("This names {n} of {count} items.").format(
                    n=len(positions), count=len(self.items)
                ),
                tr("Name them all, first to last, such as {example}.").format(example="b>a>c"),
            )
        return OrderingAnswer(items=tuple(layout[0][position] for position in positions))

    def search_text(self) -> str:
        """The stem and the items."""
        return "\n".join([self.stem, *self.texts()])


def _longest_rising(ranks: list[int]) -> int:
    """The length of the longest subsequence that never falls."""
    tails: list[int] = []
    for rank in ranks:
        place = bisect_right(tails, rank)
        tails[place : place + 1] = [rank]
    return len(tails)
