"""Facts: what an article states, in our own words, with its value in normal form."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from quizapp.translation import tr
from quizapp.values.dates import date_text, parse_date
from quizapp.values.numbers import is_countable, number_text

FactKind = Literal["date", "figure", "institution", "person", "place"]
Qualifier = Literal["exactly", "about", "over", "at_least", "under", "order_of"]


class Fact(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="kind",
):
    """What every fact has. `references` are ids of the pack's references, `about` of other facts.

    `as_of` (a date in normal form) says when it was true, `attributed_to` whose claim it is.
    """

    id: str
    statement: str
    section: str
    references: tuple[str, ...] = ()
    as_of: str = ""
    attributed_to: str = ""
    about: tuple[str, ...] = ()

    def value_problems(self) -> Iterator[tuple[str, str]]:
        """Fields whose value is not in normal form, each with what is wrong."""
        if self.as_of and not _is_date(self.as_of):
            yield "as_of", tr("“{text}” is not a date in normal form.").format(text=self.as_of)
        if not self.statement.strip():
            yield "statement", tr("This text is empty.")


class DateFact(Fact, frozen=True, kw_only=True, tag="date"):
    """When something was. `date` in normal form; its length is its precision."""

    date: str

    def value_text(self) -> str:
        """The date in words."""
        return date_text(parse_date(self.date))

    def value_problems(self) -> Iterator[tuple[str, str]]:
        """As in `Fact`."""
        yield from Fact.value_problems(self)
        if not _is_date(self.date):
            yield "date", tr("“{text}” is not a date in normal form.").format(text=self.date)


class FigureFact(Fact, frozen=True, kw_only=True, tag="figure"):
    """How many or how much: a number, its unit, what it counts, and how exactly it is stated."""

    number: int | float
    counts: str
    unit: str = ""
    qualifier: Qualifier = "exactly"

    def value_text(self) -> str:
        """Qualifier, number and unit."""
        words = {
            "exactly": "{number}",
            "about": tr("about {number}"),
            "over": tr("over {number}"),
            "at_least": tr("at least {number}"),
            "under": tr("under {number}"),
            "order_of": tr("on the order of {number}"),
        }
        number = number_text(self.number)
        unit = self.unit if self.unit == "%" else f" {self.unit}" if self.unit else ""
        return words[self.qualifier].format(number=number + unit)

    def value_problems(self) -> Iterator[tuple[str, str]]:
        """As in `Fact`."""
        yield from Fact.value_problems(self)
        if not is_countable(self.number):
            yield "number", tr("This is no number of at most 15 digits.")


class NamedFact(Fact, frozen=True, kw_only=True):
    """A fact about something with a name."""

    name: str
    other_names: tuple[str, ...] = ()

    def value_text(self) -> str:
        """The name."""
        return self.name

    def value_problems(self) -> Iterator[tuple[str, str]]:
        """As in `Fact`."""
        yield from Fact.value_problems(self)
        if not self.name.strip():
            yield "name", tr("This text is empty.")


class InstitutionFact(NamedFact, frozen=True, kw_only=True, tag="institution"):
    """An institution: embassy, ministry, synagogue, agency …"""

    institution_kind: str


class PersonFact(NamedFact, frozen=True, kw_only=True, tag="person"):
    """A person that dates, figures and institutions hang on."""

    role: str


class PlaceFact(NamedFact, frozen=True, kw_only=True, tag="place"):
    """A place that dates, figures and institutions hang on."""

    place_kind: str


AnyFact = DateFact | FigureFact | InstitutionFact | PersonFact | PlaceFact
FACT_KINDS: tuple[FactKind, ...] = ("date", "figure", "institution", "person", "place")

_decoder: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)


def kind_of(fact: AnyFact) -> FactKind:
    """The kind's name, as packs write it."""
    kind: FactKind = fact.__struct_config__.tag  # type: ignore[assignment]
    return kind


def encode_fact(fact: AnyFact) -> bytes:
    """`fact` as JSON, the same bytes for equal facts."""
    return msgspec.json.encode(fact)


def decode_fact(data: bytes | str) -> AnyFact:
    """The fact in `data`; `msgspec.ValidationError` where there is none."""
    return _decoder.decode(data)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
