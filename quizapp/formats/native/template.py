"""The pack that authors begin with: small, sound, and with comments that teach.

The examples are in English, whatever language the pack is to be in: they are there to be replaced.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from quizapp.errors import PackError
from quizapp.facts import AnyFact
from quizapp.formats.native.files import FACTS, MANIFEST, QUESTIONS
from quizapp.formats.native.saving import save_folder, writing_to
from quizapp.formats.native.schema import PARTS, pack_schema
from quizapp.formats.native.yaml_style import field_lines
from quizapp.formats.native.yaml_text import parse_yaml
from quizapp.packs import FORMAT, Manifest, Pack
from quizapp.questions import AnyQuestion
from quizapp.translation import tr

SCHEMAS = ".schema"
_SCHEMA_LINE = "# yaml-language-server: $schema="
_MANIFEST = """\
article: {title: Aldsand, publisher: The Harbour Almanac}
sections:
  - {id: tower, title: The tower}
  - {id: people, title: The keepers}
"""
_FACTS = """\
- id: tower-finished
  kind: date
  statement: The lighthouse of Aldsand was finished in May 1842.
  section: tower
  date: "1842-05"

- id: tower-height
  kind: figure
  statement: The tower is 31 metres high.
  section: tower
  number: 31
  unit: metres
  counts: Height of the tower

- id: harbour-office
  kind: institution
  statement: The Harbour Office keeps the lighthouse.
  section: people
  name: Harbour Office
  other_names: [Port Office]
  institution_kind: office
"""
_DATES = """\
- id: tower-finished-year
  type: single_choice
  stem: In which year was the lighthouse of Aldsand finished?
  topic: date
  facts: [tower-finished]
  keep_order: true
  options:
    - {text: "1811", feedback: "In 1811 there was only a fire on the rocks."}
    - {text: "1842", right: true}
    - {text: "1907"}
  explanation: The tower was finished in May 1842.

- id: tower-finished-month
  type: date
  stem: In which month and year was the lighthouse of Aldsand completed?
  topic: date
  facts: [tower-finished]
  difficulty: 3
  answer: "1842-05"
  hints: [It was in spring.]
  explanation: Work on the tower ended in May 1842.
"""
_FIGURES = """\
- id: tower-height-number
  type: numeric
  stem: How many metres high is the lighthouse of Aldsand?
  topic: figure
  facts: [tower-height]
  answer: 31
  unit: metres
  bands:
    - {tolerance: {absolute: 2}, credit: 0.5, feedback: Close.}

- id: tower-height-true
  type: true_false
  stem: The lighthouse of Aldsand is more than 50 metres high.
  topic: figure
  facts: [tower-height]
  answer: false
  explanation: It is 31 metres high.
"""
_INSTITUTIONS = """\
- id: keeper-typed
  type: short_text
  stem: Who looks after the lighthouse of Aldsand?
  topic: institution
  facts: [harbour-office]
  accept: [Harbour Office, Port Office]
  reject: [Harbour Police]

- id: keeper-gap
  type: cloze
  stem: Fill in the gaps.
  topic: institution
  facts: [harbour-office, tower-finished]
  text: The lighthouse, built in {{1}}, is kept by the {{2}}.
  gaps:
    - {kind: date, answer: "1842", ask: year}
    - {kind: choice, options: [Harbour Office, Harbour Police], answer: Harbour Office}
"""


def template_files(manifest: Manifest) -> dict[str, str]:
    """The texts of a new pack by the names of its files, the schemas for editors among them."""
    head = {"format": FORMAT, "id": manifest.id, "title": manifest.title}
    more = {"version": manifest.version, "language": manifest.language}
    lines = [line for name, value in {**head, **more}.items() for line in field_lines(name, value)]
    start = "\n".join(lines) + "\nauthors: []  # " + tr("your name") + "\n"
    licence = "# licence: CC-BY-SA-4.0\n"
    texts = {
        MANIFEST: _begun("pack", _about_pack()) + start + licence + _MANIFEST,
        FACTS: _begun("facts", _about_facts()) + _FACTS,
    }
    examples = {"dates": _DATES, "figures": _FIGURES, "institutions": _INSTITUTIONS}
    for name, text in examples.items():
        about = _about_questions() if name == "dates" else ()
        texts[f"{QUESTIONS}/{name}.yaml"] = _begun("questions", about) + text
    for part in PARTS:
        schema = json.dumps(pack_schema(part), ensure_ascii=False, indent=2)
        texts[f"{SCHEMAS}/{part}.json"] = schema + "\n"
    return texts


def write_template(manifest: Manifest, folder: Path) -> None:
    """Make a new pack in `folder`, which is not there yet; `PackError` says why not."""
    with writing_to(folder):
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
            raise PackError(
                tr("{folder} is there already.").format(folder=folder),
                tr("Name another folder: nothing is written over."),
            )
        texts = template_files(manifest)
        save_folder(folder, {name: text.encode() for name, text in texts.items()})


def example_pack(manifest: Manifest) -> Pack:
    """A new pack with the same facts and questions, where no files are wanted."""
    start: dict[str, Any] = parse_yaml(_MANIFEST).value
    whole = {**msgspec.to_builtins(manifest), **start}
    questions = f"{_DATES}\n{_FIGURES}\n{_INSTITUTIONS}"
    return Pack(
        manifest=msgspec.convert(whole, Manifest),
        facts=msgspec.convert(parse_yaml(_FACTS).value, tuple[AnyFact, ...]),
        questions=msgspec.convert(parse_yaml(questions).value, tuple[AnyQuestion, ...]),
    )


def _begun(part: str, about: tuple[str, ...]) -> str:
    """The first lines of a file: where editors find its schema, and what it is for."""
    up = "../" if part == "questions" else ""
    lines = [f"{_SCHEMA_LINE}{up}{SCHEMAS}/{part}.json", *(f"# {line}" for line in about)]
    return "\n".join(lines) + "\n"


def _about_pack() -> tuple[str, ...]:
    return (
        tr("What the pack says of itself. Replace the example with your own article."),
        tr("Find what is wrong in it with “quizapp check” and the name of this folder."),
    )


def _about_facts() -> tuple[str, ...]:
    return (
        tr("What the article states: dates, figures, institutions, persons and places."),
        tr("Each fact has an id that questions name, and stands in a section of pack.yaml."),
    )


def _about_questions() -> tuple[str, ...]:
    return (
        tr("Questions; put them into as many files as you like. Each names the facts it asks for."),
        tr("Texts are Markdown. Images stand in the folder “media”: ![A tower](media/tower.png)"),
    )
