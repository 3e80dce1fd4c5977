"""Words for facts that several widgets show."""

from collections.abc import Sequence

from quizapp.facts import FactKind, Qualifier
from quizapp.questions import QUESTION_TYPES
from quizapp.services.authoring_values import FactView
from quizapp.translation import tr, tr_n

_SUITED: dict[str, tuple[str, ...]] = {
    "date": ("date", "ordering", "single_choice"),
    "figure": ("numeric", "single_choice"),
    "institution": ("short_text", "single_choice", "matching"),
    "person": ("short_text", "single_choice", "matching"),
    "place": ("short_text", "single_choice", "matching"),
}


def kind_word(kind: str) -> str:
    """A kind of fact, of a single one."""
    words = {
        "date": tr("Date"),
        "figure": tr("Figure"),
        "institution": tr("Institution"),
        "person": tr("Person"),
        "place": tr("Place"),
    }
    return words.get(kind, kind)


def qualifier_choices() -> list[tuple[Qualifier, str]]:
    """How exactly a number is stated, as choices."""
    return [
        ("exactly", tr("exactly")),
        ("about", tr("about")),
        ("over", tr("over")),
        ("at_least", tr("at least")),
        ("under", tr("under")),
        ("order_of", tr("on the order of")),
    ]


def facts_words(count: int) -> str:
    """The count with its word: 7 facts."""
    return tr_n("{n} fact", "{n} facts", count)


def types_for(kind: FactKind) -> list[str]:
    """All types of question, those that suit a kind of fact first."""
    suited = [name for name in _SUITED[kind] if name in QUESTION_TYPES]
    return [*suited, *(name for name in QUESTION_TYPES if name not in suited)]


def fact_choices(facts: Sequence[FactView], without: str = "") -> list[tuple[str, str]]:
    """Facts to choose from: their ids with their values, and with their ids where values repeat."""
    values = [view.value for view in facts]
    return [
        (
            view.fact.id,
            view.value if values.count(view.value) == 1 else f"{view.value} ({view.fact.id})",
        )
        for view in facts
        if view.fact.id != without
    ]
