"""How each type of question is answered at a terminal, and what is shown of it, for JSON.

A type without an entry here is shown by its `prompt` alone.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

from quizapp.questions import AnyQuestion, type_name
from quizapp.questions.base import Layout, letter
from quizapp.questions.cloze import ChoiceGap, Cloze
from quizapp.questions.matching import Matching
from quizapp.questions.multiple_choice import MultipleChoice
from quizapp.questions.ordering import Ordering
from quizapp.questions.single_choice import SingleChoice
from quizapp.questions.true_false import truth_word
from quizapp.translation import tr

Parts = dict[str, object]


def how(question: AnyQuestion) -> str:
    """What to type."""
    words = {
        "single_choice": tr("Type the letter of the right answer."),
        "multiple_choice": tr("Type the letters of all right answers, such as a,c"),
        "true_false": tr("Type a for true, b for false."),
        "numeric": tr("Type a number."),
        "date": tr("Type a date."),
        "ordering": tr("Type the letters in the right order, such as b>a>c"),
        "matching": tr("Type pairs of a letter and a number, such as a=1,b=2"),
        "cloze": tr("Type what goes into each gap, with semicolons between."),
    }
    return words.get(type_name(question), tr("Type your answer."))


def prompt(question: AnyQuestion, layout: Layout) -> tuple[str, ...]:
    """The lines below the stem."""
    # A union of types has no common signature to check against.
    lines: tuple[str, ...] = cast("Any", question).prompt(layout)
    return lines


def parts(question: AnyQuestion, layout: Layout) -> Parts:
    """The question's lists in the order shown, each entry with its letter or number."""
    show = _SHOWN.get(type_name(question))
    return show(question, layout) if show else {}


def _lettered(texts: Sequence[str]) -> list[dict[str, str]]:
    return [{"letter": letter(place), "text": text} for place, text in enumerate(texts)]


def _options(question: SingleChoice | MultipleChoice, layout: Layout) -> Parts:
    return {"options": _lettered([question.options[place].text for place in layout[0]])}


def _truths(question: AnyQuestion, layout: Layout) -> Parts:
    del question, layout
    return {"options": _lettered([truth_word(True), truth_word(False)])}


def _items(question: Ordering, layout: Layout) -> Parts:
    return {"items": _lettered([question.texts()[place] for place in layout[0]])}


def _sides(question: Matching, layout: Layout) -> Parts:
    rights = [question.choices()[place] for place in layout[1]]
    return {
        "lefts": _lettered([question.pairs[place].left for place in layout[0]]),
        "rights": [{"number": n, "text": text} for n, text in enumerate(rights, start=1)],
    }


def _gaps(question: Cloze, layout: Layout) -> Parts:
    gaps: list[Parts] = []
    for number, (gap, order) in enumerate(zip(question.gaps, layout, strict=True), start=1):
        shown: Parts = {"number": number, "kind": str(gap.__struct_config__.tag)}
        if isinstance(gap, ChoiceGap):
            shown["options"] = _lettered([gap.options[place] for place in order])
        gaps.append(shown)
    return {"text": question.text, "gaps": gaps}


_SHOWN: dict[str, Callable[[Any, Layout], Parts]] = {
    "single_choice": _options,
    "multiple_choice": _options,
    "true_false": _truths,
    "ordering": _items,
    "matching": _sides,
    "cloze": _gaps,
}
