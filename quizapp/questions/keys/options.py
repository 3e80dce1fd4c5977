"""Options to choose from, as single and multiple choice show them."""

import random
from collections.abc import Iterator, Sequence

from quizapp.questions.base import (
    MAX_CHOICES,
    Layout,
    Problem,
    Record,
    count_problems,
    repeated_problems,
    share_problems,
    shuffled,
    text_problems,
)
from quizapp.translation import tr


class Option(Record, frozen=True, kw_only=True):
    """One option; a wrong one may earn `credit` (0…1); `weight` (-1…1) is for that scoring."""

    text: str
    right: bool = False
    feedback: str = ""
    credit: float = 0
    weight: float = 0


def options_layout(options: Sequence[Option], *, keep_order: bool, seed: int) -> Layout:
    """The order in which the options are shown."""
    if keep_order:
        return (tuple(range(len(options))),)
    return (shuffled(len(options), random.Random(seed)),)


def option_problems(options: Sequence[Option]) -> Iterator[Problem]:
    """What is wrong with the options whatever the type."""
    yield from count_problems("options", len(options), 2, MAX_CHOICES)
    yield from repeated_problems("options", [option.text for option in options])
    for place, option in enumerate(options):
        yield from text_problems(f"options[{place}].text", option.text)
        yield from share_problems(f"options[{place}].credit", option.credit)
        if option.credit >= 1 and not option.right:
            yield Problem(
                f"options[{place}].credit",
                tr("A wrong option earns as much as the right one."),
                tr("Give it less than 1."),
            )
        if not -1 <= option.weight <= 1:
            yield Problem(
                f"options[{place}].weight",
                tr("The weight {weight} is not between -1 and 1.").format(weight=option.weight),
                tr("Give a number from -1 to 1."),
            )
