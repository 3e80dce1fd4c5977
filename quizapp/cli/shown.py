"""What a terminal shows of any question, in plain text and for programs.

A union of types has no common signature to check against, so that the calls stand here.
"""

from typing import Any, cast

from quizapp.questions import AnyQuestion
from quizapp.questions.base import Layout
from quizapp.translation import tr
from quizapp.values.images import ImageUse, replace_images


def how(question: AnyQuestion) -> str:
    """What to type."""
    return question.how()


def prompt(question: AnyQuestion, layout: Layout) -> tuple[str, ...]:
    """The lines below the stem."""
    lines: tuple[str, ...] = cast("Any", question).prompt(layout)
    return tuple(map(plain, lines))


def parts(question: AnyQuestion, layout: Layout) -> dict[str, object]:
    """The question's lists in the order shown, each entry with its letter or number."""
    return question.shown_parts(layout)


def plain(markdown: str) -> str:
    """`markdown` with what describes its images in their place."""
    return replace_images(markdown, _described)


def _described(image: ImageUse) -> str:
    return tr("[Image: {description}]").format(description=image.alt or image.name)
