"""The columns of the table of questions: headings, words, and what each can be sorted by."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QDate, QDateTime, QLocale

from quizapp.catalogue import Order
from quizapp.services.authoring_values import FoundQuestion
from quizapp.translation import tr
from quizapp.ui.words import difficulty_word, moment_words, percent_words, type_word
from quizapp.values.topics import topic_word

FEWEST_ANSWERS = 3
"""With fewer the facility says nothing; the filter for a low one leaves such questions out too."""
NOTHING = "–"


class Column(IntEnum):
    """In the order in which they stand."""

    QUESTION = 0
    PACK = 1
    TOPIC = 2
    TYPE = 3
    DIFFICULTY = 4
    TAGS = 5
    ASKED = 6
    FACILITY = 7
    CHANGED = 8


ORDERS: Mapping[Column, Order] = {
    Column.QUESTION: Order.STEM,
    Column.PACK: Order.PACK,
    Column.TOPIC: Order.TOPIC,
    Column.TYPE: Order.TYPE,
    Column.DIFFICULTY: Order.DIFFICULTY,
    Column.ASKED: Order.ASKED,
    Column.FACILITY: Order.FACILITY,
    Column.CHANGED: Order.CHANGED,
}
"""What a click on a heading sorts by; tags have no order."""

FALLING_FIRST = frozenset({Order.ASKED, Order.CHANGED})
"""Of these the greatest are asked for first, of the others the least."""


def headings() -> dict[Column, str]:
    """What stands above each column."""
    return {
        Column.QUESTION: tr("Question"),
        Column.PACK: tr("Pack"),
        Column.TOPIC: tr("Topic"),
        Column.TYPE: tr("Type"),
        Column.DIFFICULTY: tr("Difficulty"),
        Column.TAGS: tr("Tags"),
        Column.ASKED: tr("Asked"),
        Column.FACILITY: tr("Facility"),
        Column.CHANGED: tr("Changed"),
    }


def heading_tips() -> dict[Column, str]:
    """What a heading means, where one may ask."""
    return {
        Column.ASKED: tr("How many answers there are"),
        Column.FACILITY: tr(
            "The mean score of all answers: 90% is easy, 30% is hard. Shown from {n} answers on."
        ).format(n=FEWEST_ANSWERS),
    }


class CellWords:
    """A question's words in each column; `packs` are titles by number."""

    def __init__(self) -> None:
        self.packs: dict[int, str] = {}
        self._of: dict[int, Callable[[FoundQuestion], str]] = {
            Column.QUESTION: lambda each: each.stem,
            Column.PACK: lambda each: self.packs.get(each.pack, ""),
            Column.TOPIC: lambda each: topic_word(each.topic),
            Column.TYPE: lambda each: type_word(each.type),
            Column.DIFFICULTY: lambda each: str(each.difficulty),
            Column.TAGS: lambda each: ", ".join(each.tags),
            Column.ASKED: lambda each: str(each.asked),
            Column.FACILITY: _facility_words,
            Column.CHANGED: lambda each: _day_words(each.changed_at),
        }

    def all(self, question: FoundQuestion) -> tuple[str, ...]:
        """All cells of a row."""
        return tuple(words(question) for words in self._of.values())

    def tip(self, question: FoundQuestion, column: int) -> str:
        """What a cell says at length."""
        if column == Column.QUESTION:
            return "\n".join(filter(None, (*states(question), question.stem, question.snippet)))
        if column == Column.DIFFICULTY:
            return difficulty_word(question.difficulty)
        if column == Column.CHANGED:
            return moment_words(question.changed_at)
        return self._of[column](question)

    def spoken(self, question: FoundQuestion, column: int) -> str:
        """A cell for screen readers: never empty."""
        words = self._of[column](question)
        if column == Column.QUESTION:
            words = ", ".join((*states(question), words or question.key))
        return words or tr("none")


def states(question: FoundQuestion) -> tuple[str, ...]:
    """What is out of the ordinary about a question, in words."""
    found = []
    if question.retired:
        found.append(tr("Retired"))
    if question.has_draft:
        found.append(tr("Unfinished draft"))
    return tuple(found)


def _day_words(moment: datetime) -> str:
    """With the time only where that is of use: of today and yesterday."""
    day = QDateTime.fromSecsSinceEpoch(int(moment.timestamp())).date()
    if day.daysTo(QDate.currentDate()) in (0, 1):
        return moment_words(moment)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def _facility_words(question: FoundQuestion) -> str:
    if question.facility is None or question.asked < FEWEST_ANSWERS:
        return NOTHING
    return percent_words(question.facility)
