"""Shares of a whole, as people write them."""

from quizapp.translation import tr


def percent_words(share: float) -> str:
    """A share of 0…1 as "67%"; 100% is said of nothing less than all."""
    rounded = round(share * 100)
    return tr("{n}%").format(n=min(rounded, 99) if share < 1 else rounded)
