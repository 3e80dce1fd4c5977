"""Shares of a whole, as people write them."""

from quizapp.translation import tr


def percent_words(share: float) -> str:
    """A share of 0…1 as "66%", rounded down: 100% is said of nothing less than all."""
    # The little more keeps 0.29, which is a hair below itself in binary, at 29%.
    return tr("{n}%").format(n=int(share * 100 + 1e-9))
