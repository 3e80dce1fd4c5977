"""Words for an author: names that were meant, values that are allowed, msgspec's complaints."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from msgspec import inspect

from quizapp.translation import tr

Words = tuple[str, str]
"""What is wrong, and how to mend it."""

MAX_LISTED = 24
MAX_SHOWN = 80
_LEAST_ALIKE = 60
_EXPECTED = re.compile(r"Expected `(?P<expected>[^`]+)`, got `(?P<got>[^`]+)`")
_FIELD = re.compile(r"Object (?P<what>missing required|contains unknown) field `(?P<name>.*)`")
_CHOICE = re.compile(r"Invalid (?:enum )?value (?P<value>.*)")


def path_of(field: str) -> tuple[str | int, ...]:
    """`options[1].text` as a path."""
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", field)
    return tuple(int(number) if number else name for number, name in parts)


def shortened(value: object) -> str:
    """`value` as text that a message can quote."""
    text = str(value)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def nearest(name: str, known: Collection[str]) -> str:
    """What to write in place of `name`; "" where nothing is known."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(
        name[:MAX_SHOWN], [*known], scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE
    )
    if near:
        return tr("Did you mean “{name}”?").format(name=near[0])
    if not known:
        return ""
    if len(known) <= MAX_LISTED:
        return tr("Known here: {names}.").format(names=", ".join(known))
    return tr("Look for a typing error.")


def allowed(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The values that a field of type `kind` may have; empty where any may stand there."""
    return _values_at(kind, ())


def plain_words(said: str, name: str, inner: str, kind: Any) -> Words:  # noqa: ANN401
    """What msgspec said to the value of type `kind` in the field `name`, in words for an author.

    `inner` is the place in the field's value: "[0].text".
    """
    field, path = name + inner, path_of(inner)
    if match := _EXPECTED.fullmatch(said):
        return _other_kind(field, match["expected"], match["got"])
    if match := _FIELD.fullmatch(said):
        if match["what"].startswith("missing"):
            return missing(match["name"], _values_at(kind, (*path, match["name"])))
        return unknown(match["name"], _field_names(kind, path))
    if match := _CHOICE.fullmatch(said):
        value = shortened(match["value"].strip("'"))
        return (
            tr("“{field}” cannot be “{value}”.").format(field=field, value=value),
            tr("Write one of {names}.").format(names=", ".join(_values_at(kind, path))),
        )
    return tr("“{field}”: {problem}.").format(field=field, problem=said), tr("Mend it.")


def missing(name: str, values: Sequence[str] = ()) -> Words:
    """That a field is missing, which may have one of `values`, or any where there are none."""
    return tr("The field “{name}” is missing.").format(name=name), (
        tr("Add it with one of {names}.").format(names=", ".join(values))
        if values
        else tr("Add it.")
    )


def unknown(name: str, known: Collection[str]) -> Words:
    """That a field has no meaning."""
    message = tr("There is no field “{name}” here.").format(name=shortened(name))
    return message, nearest(name, known)


def _other_kind(field: str, expected: str, got: str) -> Words:
    kinds = {
        "str": tr("text (put it into quotation marks)"),
        "bool": tr("true or false"),
        "int": tr("a whole number"),
        "float": tr("a number"),
        "array": tr("a list"),
        "object": tr("fields of its own"),
        "null": tr("nothing"),
    }
    wanted = " / ".join(kinds.get(each.strip(), each) for each in expected.split("|"))
    return (
        tr("“{field}” should be {wanted}, and is {got}.").format(
            field=field, wanted=wanted, got=kinds.get(got, got)
        ),
        tr("Write it so."),
    )


def _values_at(kind: Any, path: Sequence[str | int]) -> tuple[str, ...]:  # noqa: ANN401
    """The values that may stand at `path` in a value of type `kind`; empty where any may."""
    return tuple(
        str(value)
        for each in _types_at(kind, path)
        if isinstance(each, inspect.LiteralType)
        for value in each.values
        if value != ""
    )


def _field_names(kind: Any, path: Sequence[str | int]) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(
        dict.fromkeys(
            field.encode_name
            for each in _types_at(kind, path)
            if isinstance(each, inspect.StructType)
            for field in each.fields
        )
    )


def _types_at(kind: Any, path: Sequence[str | int]) -> list[inspect.Type]:  # noqa: ANN401
    types = _alternatives([inspect.type_info(kind)])
    for step in path:
        types = _alternatives([inner for each in types for inner in _inside(each, step)])
    return types


def _alternatives(types: Iterable[inspect.Type]) -> list[inspect.Type]:
    found: list[inspect.Type] = []
    for each in types:
        found += each.types if isinstance(each, inspect.UnionType) else [each]
    return found


def _inside(kind: inspect.Type, step: str | int) -> list[inspect.Type]:
    if isinstance(kind, inspect.StructType):
        if step == kind.tag_field:
            return [inspect.LiteralType(values=(str(kind.tag),))]
        return [field.type for field in kind.fields if field.encode_name == step]
    if isinstance(kind, inspect.VarTupleType) and isinstance(step, int):
        return [kind.item_type]
    return []
