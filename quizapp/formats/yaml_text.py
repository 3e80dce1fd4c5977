"""YAML from strangers: plain values with the lines they stand on, or what is wrong, in words.

Values are built here from the parser's nodes, not by a YAML constructor: dates stay text, and
nothing can be aliased, merged, tagged or nested without end.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.translation import tr

MAX_BYTES = 16_000_000
MAX_DEPTH = 20

Path_ = tuple[str | int, ...]
_KINDS = {"map", "seq", "str", "int", "float", "bool", "null", "timestamp"}
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlProblem(msgspec.Struct, frozen=True):
    """What is wrong at a line, counted from 1, and how to mend it."""

    line: int
    message: str
    remedy: str


class YamlText(msgspec.Struct):
    """What a file says. `lines` has the line of every path that the value has."""

    value: Any = None
    lines: dict[Path_, int] = msgspec.field(default_factory=dict)
    problems: list[YamlProblem] = msgspec.field(default_factory=list)

    def line_of(self, path: Path_) -> int:
        """The line of `path`, or of the nearest place around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(file: Path) -> YamlText:
    """What `file` says; where `problems` are told, the value is not to be used."""
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            return _refused(1, tr("The file is too large."), tr("Keep it below 16 MB."))
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _refused(line, tr("The file is not UTF-8 text."), tr("Save it as UTF-8."))
    except OSError as error:
        return _refused(1, tr("The file cannot be read."), str(error.strerror or ""))
    return parse_yaml(text)


def parse_yaml(text: str) -> YamlText:
    """What `text` says."""
    if len(text) > MAX_BYTES:
        return _refused(1, tr("The file is too large."), tr("Keep it below 16 MB."))
    try:
        node = YAML(typ="safe", pure=False).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return _refused(
            line,
            tr("This is not YAML: {problem}.").format(problem=error.problem or error.context),
            tr("Check the indentation and the quotation marks here and in the line above."),
        )
    except (YAMLError, ValueError, RecursionError):
        return _refused(1, tr("This is not YAML."), tr("Save the file as plain text."))
    found = YamlText()
    if node is not None:
        seen: set[int] = set()
        found.value = _build(node, (), found, seen)
    return found


def _refused(line: int, message: str, remedy: str) -> YamlText:
    return YamlText(problems=[YamlProblem(line, message, remedy)])


def _build(node: Node, path: Path_, found: YamlText, seen: set[int]) -> Any:  # noqa: ANN401
    line = node.start_mark.line + 1
    found.lines[path] = line
    refusal = _refusal(node, path, seen)
    if refusal:
        found.problems.append(YamlProblem(line, *refusal))
        return None
    seen.add(id(node))
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, SequenceNode):
        return [
            _build(child, (*path, place), found, seen) for place, child in enumerate(node.value)
        ]
    if isinstance(node, MappingNode):
        return dict(_entries(node, path, found, seen))
    return None


def _entries(
    node: MappingNode, path: Path_, found: YamlText, seen: set[int]
) -> Iterator[tuple[str, Any]]:
    names: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, ScalarNode) or key.value == "<<":
            found.problems.append(
                YamlProblem(line, tr("This field has no plain name."), tr("Give it one."))
            )
            continue
        name = str(key.value)
        if name in names:
            found.problems.append(
                YamlProblem(
                    line,
                    tr("The field “{name}” stands here twice.").format(name=name),
                    tr("Leave one of them out."),
                )
            )
        names.add(name)
        yield name, _build(value, (*path, name), found, seen)


def _refusal(node: Node, path: Path_, seen: set[int]) -> tuple[str, str] | None:
    if id(node) in seen or node.anchor:
        return tr("Anchors and aliases are not allowed."), tr("Write the text out.")
    if len(path) > MAX_DEPTH:
        return tr("This is nested too deeply."), tr("Look at the indentation.")
    if str(node.tag).removeprefix("tag:yaml.org,2002:") not in _KINDS:
        return tr("Tags such as {tag} are not allowed.").format(tag=node.tag), tr("Leave it out.")
    return None


def _scalar(node: ScalarNode) -> Any:  # noqa: ANN401
    text = str(node.value)
    kind = str(node.tag).rpartition(":")[2]
    if kind in ("bool", "null"):
        return _WORDS.get(text.casefold(), text)
    try:
        if kind == "int":
            return int(text.replace("_", ""), 0 if text[:2].lower() in ("0x", "0o") else 10)
        if kind == "float":
            return float(text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        return text
    return text
