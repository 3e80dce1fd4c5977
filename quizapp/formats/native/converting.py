"""From the plain values of an entry to the struct they stand for, with every wrong field told."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from quizapp.formats.native.wording import allowed, missing, path_of, plain_words, unknown
from quizapp.questions.base import Problem


@cache
def fields_of(kind: Any) -> dict[str, msgspec.structs.FieldInfo]:  # noqa: ANN401
    """The fields of a struct type by their names."""
    return {field.name: field for field in msgspec.structs.fields(kind)}


def root_of(field: str) -> str:
    """The outermost name of a path: "options" of "options[1].text"."""
    return str(path_of(field)[0]) if path_of(field) else ""


def converted(value: dict[str, Any], kind: Any) -> tuple[Any, list[Problem]]:  # noqa: ANN401
    """The `kind` that `value` stands for, or None with all that keeps it from being one."""
    try:
        return msgspec.convert(value, kind), []
    except msgspec.ValidationError:
        return None, [*field_problems(value, kind)]


def field_problems(value: dict[str, Any], kind: Any, at: str = "") -> Iterator[Problem]:  # noqa: ANN401
    """Fields of `value` that a `kind` does not have, misses, or has otherwise.

    `at` is put before their names.
    """
    fields, tag = fields_of(kind), kind.__struct_config__.tag_field
    for name in value:
        if name not in fields and name != tag:
            yield Problem(at + name, *unknown(name, [*fields]))
    for name, field in fields.items():
        if name in value:
            yield from _value_problems(value[name], field.type, at + name)
        elif field.required:
            yield Problem(at + name, *missing(name, allowed(field.type)))


def _value_problems(value: Any, kind: Any, at: str) -> Iterator[Problem]:  # noqa: ANN401
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        inside = [*_inner_problems(value, kind, at)]
        yield from inside or [_told(error, kind, at)]


def _inner_problems(value: Any, kind: Any, at: str) -> Iterator[Problem]:  # noqa: ANN401
    """What is wrong with the fields or entries of `value`, where it has some as `kind` has."""
    chosen = _chosen(kind, value)
    if isinstance(value, dict) and chosen is not None:
        yield from field_problems(value, chosen, at + ".")
    elif isinstance(value, list) and get_origin(kind) is tuple and get_args(kind)[1] is ...:
        for place, each in enumerate(value):
            yield from _value_problems(each, get_args(kind)[0], f"{at}[{place}]")


def _told(error: msgspec.ValidationError, kind: Any, at: str) -> Problem:  # noqa: ANN401
    said, _, inner = str(error).partition(" - at `$")
    inner = inner.rstrip("`")
    return Problem(at + inner, *plain_words(said, at, inner, kind))


def _chosen(kind: Any, value: Any) -> Any:  # noqa: ANN401
    """The struct type that `value` is meant to be, of the alternatives of `kind`, or None."""
    structs = [each for each in (kind, *get_args(kind)) if _is_struct(each)]
    if len(structs) == 1:
        return structs[0]
    for each in structs:
        config = each.__struct_config__
        if isinstance(value, dict) and value.get(config.tag_field) == config.tag:
            return each
    return None


def _is_struct(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
