"""Which questions of the bank a sitting asks, and in which order.

Never seen ones first, then the weakest; no fact twice while others are left, and never twice in a
row where that can be helped.
"""

import random
from collections import Counter
from collections.abc import Sequence

import msgspec

from quizapp.questions.base import shuffled


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A question that may be asked. `recall` is 0…1, None for one never answered."""

    question: int
    revision: int
    points: float
    facts: tuple[int, ...]
    recall: float | None


def select(candidates: Sequence[Candidate], count: int, seed: int) -> tuple[Candidate, ...]:
    """At most `count` of the candidates in the order to ask them."""
    rng = random.Random(seed)
    drawn = [candidates[place] for place in shuffled(len(candidates), rng)]
    # The sort is stable: equals stay in their random order.
    ranked = sorted(drawn, key=lambda each: -1.0 if each.recall is None else each.recall)
    chosen = _one_per_fact(ranked, count)
    mixed = [chosen[place] for place in shuffled(len(chosen), rng)]
    return tuple(_apart(mixed))


def _one_per_fact(ranked: Sequence[Candidate], count: int) -> list[Candidate]:
    """The first `count`; a question on facts already chosen only when nothing else is left."""
    chosen: list[Candidate] = []
    repeats: list[Candidate] = []
    asked: set[int] = set()
    for candidate in ranked:
        if len(chosen) == count:
            break
        if asked.isdisjoint(candidate.facts):
            chosen.append(candidate)
            asked.update(candidate.facts)
        else:
            repeats.append(candidate)
    return chosen + repeats[: count - len(chosen)]


def _apart(questions: list[Candidate]) -> list[Candidate]:
    """The same questions, two on one fact apart where others can stand between them."""
    waiting = list(questions)
    ordered: list[Candidate] = []
    while waiting:
        last = ordered[-1].facts if ordered else ()
        free = [each for each in waiting if set(each.facts).isdisjoint(last)] or waiting
        # The most crowded fact goes first, or its questions would be left over, side by side.
        crowds = Counter(fact for each in waiting for fact in each.facts)
        following = max(free, key=lambda each: max((crowds[f] for f in each.facts), default=0))
        waiting.remove(following)
        ordered.append(following)
    return ordered
