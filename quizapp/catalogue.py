"""Looking for questions in a library: the text of a search, and the filters beside it."""

import re
from enum import StrEnum

import msgspec

MAX_SEARCH_LENGTH = 500
_PART = re.compile(
    r'(?P<not>-)?(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
)


class Flag(StrEnum):
    """A state that questions may be narrowed to."""

    ADVICE = "advice"
    DRAFT = "draft"
    NEVER_ASKED = "never_asked"
    LOW_FACILITY = "low_facility"
    RETIRED = "retired"


class Order(StrEnum):
    """What questions are sorted by."""

    ADDED = "added"
    STEM = "stem"
    PACK = "pack"
    TOPIC = "topic"
    TYPE = "type"
    DIFFICULTY = "difficulty"
    ASKED = "asked"
    FACILITY = "facility"
    CHANGED = "changed"


class Search(msgspec.Struct, frozen=True):
    """What was typed, taken apart.

    `words` may be the beginnings of words, `phrases` stand as typed. `wanted` and `unwanted` hold
    names for each of the fields tag, type, topic and pack.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    wanted: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}


class Find(msgspec.Struct, frozen=True, kw_only=True):
    """Which questions, in which order. Empty tuples narrow nothing.

    `packs` are the bank's numbers of packs, `text` is as typed. Retired questions are found only
    with `Flag.RETIRED`.
    """

    text: str = ""
    packs: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    difficulties: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    order: Order = Order.ADDED
    descending: bool = False


FIELDS = ("tag", "type", "topic", "pack")


def read_search(text: str) -> Search:
    """Words, "a phrase", -not, tag:, type:, topic: and pack:, each in any order.

    Whatever it is, it is a search: a mark that makes no sense is a word like any other.
    """
    words: list[str] = []
    phrases: list[str] = []
    without: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}
    for part in _PART.finditer(text[:MAX_SEARCH_LENGTH]):
        said = part["phrase"] if part["phrase"] is not None else part["word"]
        field = (part["field"] or "").casefold()
        if field in FIELDS:
            fields = unwanted if part["not"] else wanted
            if said:
                fields[field] = (*fields.get(field, ()), said)
            continue
        if part["field"]:
            said = f"{part['field']}:{said}"
        if not said.strip() or _is_unfinished(said):
            continue
        if part["not"]:
            without.append(said)
        elif part["phrase"] is not None:
            phrases.append(said)
        else:
            words.append(said)
    return Search(tuple(words), tuple(phrases), tuple(without), wanted, unwanted)


def _is_unfinished(word: str) -> bool:
    """Whether the name of a field was typed, and not yet what it is to be."""
    return word.endswith(":") and word.casefold().removesuffix(":") in FIELDS
