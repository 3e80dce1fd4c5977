"""Words for values that several pages show."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QDateTime, QLocale

from quizapp.translation import tr, tr_n
from quizapp.values.shares import percent_words as percent_words

if TYPE_CHECKING:
    from quizapp.services.values import BackupInfo

UNKNOWN_ICON = "circle-help"

TOPIC_ICONS = {
    "date": "calendar",
    "figure": "hash",
    "institution": "landmark",
    "person": "user",
    "place": "map-pin",
}


def topic_icon(topic: str) -> str:
    """The icon of a topic; a newer pack may have one that we do not know."""
    return TOPIC_ICONS.get(topic, UNKNOWN_ICON)


class TypeLook(NamedTuple):
    """How a type of question is shown where people choose one: its icon, and its words."""

    icon: str
    word: Callable[[], str]


TYPE_LOOKS: dict[str, TypeLook] = {
    "single_choice": TypeLook("circle-dot", lambda: tr("One right option")),
    "multiple_choice": TypeLook("square-check", lambda: tr("Several right options")),
    "true_false": TypeLook("contrast", lambda: tr("True or false")),
    "short_text": TypeLook("pencil", lambda: tr("Typed words")),
    "numeric": TypeLook("hash", lambda: tr("Numbers")),
    "date": TypeLook("calendar", lambda: tr("Typed dates")),
    "ordering": TypeLook("list-ordered", lambda: tr("Putting in order")),
    "matching": TypeLook("link-2", lambda: tr("Matching")),
    "cloze": TypeLook("file-text", lambda: tr("Filling gaps")),
    "hotspot": TypeLook("target", lambda: tr("Places on a picture")),
    "essay": TypeLook("align-left", lambda: tr("Texts of one's own")),
}
"""By the name of the type. Not beside the widgets of the types: smaller widgets need it too."""


def type_icon(name: str) -> str:
    """The icon of a type of question; a newer pack may have one that we do not know."""
    look = TYPE_LOOKS.get(name)
    return look.icon if look else UNKNOWN_ICON


def type_word(name: str) -> str:
    """A type of question, as a choice."""
    look = TYPE_LOOKS.get(name)
    return look.word() if look else name


def moment_words(moment: datetime) -> str:
    """Date and time as the person's locale writes them, in local time; near days by their names."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    match local.date().daysTo(QDate.currentDate()):
        case 0:
            return tr("today, {time}").format(time=time)
        case 1:
            return tr("yesterday, {time}").format(time=time)
    day = QLocale().toString(local.date(), QLocale.FormatType.ShortFormat)
    return tr("{day}, {time}").format(day=day, time=time)


def listed(*parts: str) -> str:
    """The parts beside each other: Question 3 of 10, 2 right. Empty ones are left out."""
    words = ""
    for part in filter(None, parts):
        words = tr("{words}, {more}").format(words=words, more=part) if words else part
    return words


def backup_words(backup: "BackupInfo") -> str:
    """A backup in a line: when it was made, and how large it is."""
    size = QLocale().formattedDataSize(backup.size, 1)
    return tr("{when} · {size}").format(when=moment_words(backup.made_at), size=size)


def questions_words(count: int) -> str:
    """The count with its word: 7 questions."""
    return tr_n("{n} question", "{n} questions", count)


def duration_words(seconds: float) -> str:
    """In seconds below two minutes, in hours from two hours on, else in minutes."""
    if seconds < 120:
        return tr_n("{n} second", "{n} seconds", round(seconds))
    if seconds < 2 * 60 * 60:
        return tr_n("{n} minute", "{n} minutes", round(seconds / 60))
    return tr_n("{n} hour", "{n} hours", round(seconds / 60 / 60))


def difficulty_word(level: int) -> str:
    """A difficulty from 1 to 5, as a choice."""
    words = {1: tr("1, easy"), 3: tr("3, medium"), 5: tr("5, hard")}
    return words.get(level, str(level))


def mode_word(mode: str) -> str:
    """How a quiz was asked."""
    return tr("Exam") if mode == "exam" else tr("Practice")
