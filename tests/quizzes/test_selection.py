"""Which questions a sitting asks."""

from itertools import pairwise

from quizapp.quizzes.selection import Candidate, select


def candidate(number: int, recall: float | None = None, facts: tuple[int, ...] = ()) -> Candidate:
    return Candidate(
        question=number, revision=number, points=1, facts=facts or (number,), recall=recall
    )


def numbers(chosen: tuple[Candidate, ...]) -> set[int]:
    return {each.question for each in chosen}


def test_unseen_ones_come_before_weak_ones_before_strong_ones() -> None:
    bank = [candidate(1, 0.9), candidate(2), candidate(3, 0.1), candidate(4)]
    assert numbers(select(bank, 2, seed=5)) == {2, 4}
    assert numbers(select(bank, 3, seed=5)) == {2, 3, 4}


def test_no_fact_twice_while_others_are_left() -> None:
    bank = [candidate(n, facts=(n // 3,)) for n in range(9)]
    for seed in range(20):
        facts = [each.facts for each in select(bank, 3, seed)]
        assert len(set(facts)) == 3


def test_a_fact_comes_again_only_apart() -> None:
    bank = [candidate(n, facts=(n % 3,)) for n in range(6)]
    for seed in range(20):
        chosen = select(bank, 6, seed)
        assert len(chosen) == 6
        assert all(before.facts != after.facts for before, after in pairwise(chosen))


def test_a_seed_gives_one_sitting_and_another_seed_another() -> None:
    bank = [candidate(n) for n in range(50)]
    assert select(bank, 10, seed=1) == select(bank, 10, seed=1)
    assert select(bank, 10, seed=1) != select(bank, 10, seed=2)


def test_a_small_bank_gives_what_it_has() -> None:
    assert len(select([candidate(1)], 10, seed=1)) == 1
    assert select([], 10, seed=1) == ()
