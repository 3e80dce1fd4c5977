"""The names of the things that facts are about, as texts are compared with them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from quizapp.facts import AnyFact, NamedFact
from quizapp.values import folding

MOST_OF_ONE_NAME = 10
"""Packs are not trusted: what a question is compared with must not grow with the pack."""

fold = lru_cache(maxsize=4_096)(folding.fold)
"""Several rules look at the same text, and many questions have the same options."""


def folded_names(facts: Iterable[AnyFact]) -> dict[str, dict[str, str]]:
    """For each fact that has names these names, by what is compared of them."""
    named: dict[str, dict[str, str]] = {}
    for fact in facts:
        if isinstance(fact, NamedFact):
            folded = named.setdefault(fact.id, {})
            for name in (fact.name, *fact.other_names):
                folded.setdefault(fold(name), name)
    return named


def names_of_things(named: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """For each folded name the facts whose name it is: not all of them where they are many."""
    names: dict[str, set[str]] = defaultdict(set)
    for fact_id, folded in named.items():
        for name in folded:
            if len(names[name]) < MOST_OF_ONE_NAME:
                names[name].add(fact_id)
    return names
