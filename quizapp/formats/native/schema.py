"""The JSON Schema of the files of packs, for editors that complete and check YAML with it.

Made from the types that read the files, so it never lags behind them. `check` knows more rules than
a schema can say.
"""

from typing import Any, Literal

import msgspec

from quizapp.facts import AnyFact
from quizapp.formats.native.rules import ID_PATTERN, MAX_ID_LENGTH
from quizapp.formats.native.schema_words import field_words, part_words, type_words
from quizapp.packs import FORMAT, Manifest
from quizapp.questions import AnyQuestion
from quizapp.questions.base import MAX_STEM_LENGTH

Part = Literal["pack", "facts", "questions"]
PARTS: tuple[Part, ...] = ("pack", "facts", "questions")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_TYPES: dict[Part, Any] = {
    "pack": Manifest,
    "facts": list[AnyFact],
    "questions": list[AnyQuestion],
}
_LIMITS: dict[str, Schema] = {
    "id": {"pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID_LENGTH},
    "format": {"const": FORMAT},
    "stem": {"minLength": 1, "maxLength": MAX_STEM_LENGTH},
    "facts": {"minItems": 1},
    "difficulty": {"minimum": 1, "maximum": 5},
    "points": {"exclusiveMinimum": 0, "maximum": 100},
}
"""Rules of entries that a schema can say."""
_TAGS = ("type", "kind")
_HINTS = ("discriminator",)
_PARTS_WITH_IDS = ("Section", "Reference")
"""Their ids are marks as the article has them."""


def pack_schema(part: Part) -> Schema:
    """The schema of `pack.yaml`, `facts.yaml` or a file of questions."""
    made = msgspec.json.schema(_TYPES[part])
    definitions = made.pop("$defs")
    for name, definition in definitions.items():
        _explain(name, definition)
    return {
        "$schema": DIALECT,
        "title": f"quizapp: {part}",
        "description": part_words(part),
        **_without_hints(made),
        "$defs": {name: _without_hints(each) for name, each in definitions.items()},
    }


def _explain(name: str, definition: Schema) -> None:
    """Put our words and limits into the definition of the struct `name`."""
    definition["description"] = type_words(name)
    is_entry = "id" in definition["properties"] and name not in _PARTS_WITH_IDS
    for field, schema in definition["properties"].items():
        if field in _TAGS and "enum" in schema:
            schema["description"] = field_words("", field)
            continue
        limits = _LIMITS.get(field, {}) if is_entry else {}
        definition["properties"][field] = {
            "description": field_words(name, field),
            **schema,
            **limits,
        }


def _without_hints(schema: Any) -> Any:  # noqa: ANN401
    """`schema` as every dialect understands it, without hints of another standard."""
    if isinstance(schema, dict):
        inner = {name: _without_hints(each) for name, each in schema.items() if name not in _HINTS}
        items = inner.pop("prefixItems", [])
        return {**inner, "items": items[0]} if items else inner
    return [_without_hints(each) for each in schema] if isinstance(schema, list | tuple) else schema
