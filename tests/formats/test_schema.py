"""The JSON Schema of packs: sound packs pass, usual mistakes do not, every field is explained."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import fastjsonschema
import pytest
from hypothesis import given, settings

from quizapp.facts import AnyFact
from quizapp.formats.native.entries import fact_entry, manifest_entry, question_entry
from quizapp.formats.native.schema import PARTS, Part, pack_schema
from quizapp.formats.native.yaml_text import read_yaml
from quizapp.questions import QUESTION_TYPES, AnyQuestion
from quizapp.settings import content_folder
from tests.formats.strategies import QUESTIONS, SOUND_FIELDS
from tests.samples import sample_pack

BUNDLED = content_folder() / "israel-kazakhstan-relations"
CHECKS: dict[Part, Callable[[Any], Any]] = {
    part: fastjsonschema.compile(pack_schema(part), use_default=False) for part in PARTS
}


def passes(part: Part, value: Any) -> bool:
    try:
        CHECKS[part](value)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def alternatives(part: Part) -> list[dict[str, Any]]:
    made = pack_schema(part)
    return [made["$defs"][each["$ref"].rpartition("/")[2]] for each in made["items"]["anyOf"]]


def files(part: Part) -> list[Path]:
    if part == "questions":
        return sorted((BUNDLED / "questions").iterdir())
    return [BUNDLED / f"{part}.yaml"]


@pytest.mark.parametrize("part", PARTS)
def test_the_bundled_pack_passes(part: Part) -> None:
    for file in files(part):
        CHECKS[part](read_yaml(file).value)


def test_a_pack_with_every_type_passes() -> None:
    pack = sample_pack()
    CHECKS["pack"](manifest_entry(pack.manifest))
    CHECKS["facts"]([*map(fact_entry, pack.facts)])
    CHECKS["questions"]([*map(question_entry, pack.questions)])


@settings(max_examples=100, deadline=None)
@given(QUESTIONS)
def test_whatever_the_types_hold_passes(question: AnyQuestion) -> None:
    CHECKS["questions"]([{**question_entry(question), **SOUND_FIELDS}])


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_each_type_has_its_place(name: str) -> None:
    tags = [each["properties"]["type"]["enum"] for each in alternatives("questions")]
    assert tags.count([name]) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"id": "Not An Id"},
        {"id": None},
        {"type": "single"},
        {"topic": "thing"},
        {"difficulty": 6},
        {"stem": ""},
        {"facts": []},
        {"facts": "built"},
        {"colour": "red"},
        {"options": [{"text": "a", "rihgt": True}]},
        {"options": ["a", "b"]},
    ],
)
def test_usual_mistakes_do_not_pass(change: dict[str, Any]) -> None:
    question = question_entry(sample_pack().questions[0])
    assert passes("questions", [question])
    assert not passes("questions", [{**question, **change}])


def test_mistakes_in_the_other_files_do_not_pass() -> None:
    pack = sample_pack()
    assert not passes("pack", {**manifest_entry(pack.manifest), "format": 2})
    assert not passes("pack", {"title": "x"})
    fact = fact_entry(pack.facts[0])
    assert not passes("facts", [{**fact, "kind": "thing"}])
    assert not passes("facts", [{name: fact[name] for name in fact if name != "section"}])


@pytest.mark.parametrize("part", PARTS)
def test_every_type_and_field_is_explained(part: Part) -> None:
    made = pack_schema(part)
    assert made["$schema"].endswith("2020-12/schema")
    assert made["description"]
    structs = {"": made, **made["$defs"]} if "properties" in made else made["$defs"]
    for name, definition in structs.items():
        assert definition["description"], name
        assert definition["additionalProperties"] is False, name
        for field, schema in definition["properties"].items():
            assert schema.get("description"), f"{name}.{field}"


def test_the_words_are_those_of_authors() -> None:
    assert "NumberKey" not in str(pack_schema("questions"))
    assert "discriminator" not in str(pack_schema("questions"))
    assert len(alternatives("facts")) == len(get_args(AnyFact))
