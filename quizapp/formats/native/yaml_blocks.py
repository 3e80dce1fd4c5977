"""Changing YAML in place: one entry or field is written anew, every other byte stays as it is.

Blocks are whole lines: the entries of a file that is a list, the fields of one that has fields. A
file that is written all in brackets has none; it is written anew as a whole.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from quizapp.formats.native.yaml_style import entry_lines, field_lines, fields_text, list_text
from quizapp.formats.native.yaml_text import YamlText, parse_yaml

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_END = re.compile(r"\r\n|\n|\r")
_EMPTY = re.compile(r"^\[\s*\][ \t]*(?:\r\n|\n|\r|$)", re.MULTILINE)
"""How a list without entries is written."""

Fields = dict[str, Any]


class Block(NamedTuple):
    """The lines from `first` to `last`, both included and counted from 0, that belong together.

    `name` is the id of an entry or the name of a field, None where it has none.
    """

    first: int
    last: int
    name: str | None


class Blocks(NamedTuple):
    """The blocks of a file, in order; None where it is not written in lines."""

    blocks: tuple[Block, ...] | None
    column: int


def edit_entries(
    text: str, edits: Mapping[str, Fields | None], read: YamlText | None = None
) -> str:
    """The list `text` with each of `edits` in place of the entry with its id.

    None takes the entry out; an entry that is not there yet comes behind the others. `read` is what
    `text` says, where that is known already.
    """
    entries = (read or parse_yaml(text)).value or []
    if not entries:
        text = _EMPTY.sub("", text)
    known = {_id(each): each for each in entries}
    edits = {
        name: entry
        for name, entry in edits.items()
        if (name in known if entry is None else known.get(name) != entry)
    }
    if not edits:
        return text
    new = [entry for name, entry in edits.items() if entry is not None and name not in known]
    kept = [edits.get(_id(each), each) for each in entries]
    expected = [each for each in kept if each is not None] + new

    def edit(found: Blocks) -> str:
        made = {
            name: None if entry is None else entry_lines(entry, found.column)
            for name, entry in edits.items()
        }
        edited = _edited(text, found, made, has_gaps=_has_gaps(text, found))
        end = _line_end(text)
        begun = edited if not edited or edited.endswith(end) else edited + end
        return edited if expected else f"{begun}[]{end}"

    return _checked(text, expected, edit, list_text)


def edit_fields(text: str, fields: Fields) -> str:
    """The fields of `text` made to be `fields`; those that are the same stay as they are."""
    known = parse_yaml(text).value or {}
    differ = {name for name in known.keys() | fields.keys() if _differ(known, fields, name)}
    ordered = [*fields, *(name for name in known if name not in fields)]

    def edit(found: Blocks) -> str:
        made = {
            name: field_lines(name, fields[name], found.column) if name in fields else None
            for name in ordered
            if name in differ
        }
        return _edited(text, found, made, has_gaps=False)

    return _checked(text, fields, edit, fields_text)


def _differ(known: Fields, fields: Fields, name: str) -> bool:
    return name not in known or name not in fields or known[name] != fields[name]


def _checked(
    text: str,
    expected: Any,  # noqa: ANN401
    edit: Callable[[Blocks], str],
    anew: Callable[[Any], str],
) -> str:
    """`text` as `edit` makes it where that reads as `expected`; else written anew as a whole."""
    found = find_blocks(text)
    if found.blocks is not None:
        made = edit(found)
        read = parse_yaml(made)
        if not read.problems and read.value == expected:
            return made
    return anew(expected).replace("\n", _line_end(text))


def _edited(
    text: str, found: Blocks, edits: Mapping[str, list[str] | None], *, has_gaps: bool
) -> str:
    """`text` with new lines for blocks by their names, None for those that go."""
    lines, end = _lines(text), _line_end(text)
    blocks = found.blocks or ()
    known = {block.name for block in blocks}
    made = [] if blocks else [*lines]
    at = 0 if blocks else len(lines)
    for block in blocks:
        made += lines[at : block.first]
        at = block.last + 1
        new = edits.get(block.name, ()) if block.name is not None else ()
        if new is None:
            while at < len(lines) and not lines[at].strip():
                at += 1
        else:
            made += [line + end for line in new] or lines[block.first : at]
    for name, new in edits.items():
        if new is not None and name not in known:
            if made and not _END.search(made[-1]):
                made[-1] += end
            made += [end] if has_gaps and blocks else []
            made += [line + end for line in new]
    return "".join([*made, *lines[at:]])


def _has_gaps(text: str, found: Blocks) -> bool:
    """Whether empty lines stand between the blocks; one block alone is taken to have one."""
    lines, blocks = _lines(text), found.blocks or ()
    between = [lines[one.last + 1 : other.first] for one, other in pairwise(blocks)]
    return not between or any(not line.strip() for gap in between for line in gap)


def find_blocks(text: str) -> Blocks:
    """The blocks of `text`, which `parse_yaml` reads without problems."""
    normal = _END.sub("\n", text)
    for pure in (False, True):
        finder = _Finder(normal.split("\n"))
        try:
            for event in YAML(typ="safe", pure=pure).parse(normal):
                finder.take(event)
        except (MarkedYAMLError, YAMLError):
            continue
        return finder.found()
    return Blocks(None, 0)


class _Finder:
    """Finds blocks in the events of one document. `_last` is the last line of what was seen."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._flow: list[bool] = []
        self._root: CollectionStartEvent | None = None
        self._is_other = False
        self._nodes = [0]
        self._blocks: list[Block] = []
        self._first = -1
        self._last = -1
        self._name: str | None = None
        self._awaits_id = False

    def found(self) -> Blocks:
        if self._root is None:
            return Blocks(None if self._is_other else (), 0)
        if self._root.flow_style:
            return Blocks(None, 0)
        return Blocks(tuple(self._blocks), self._root.start_mark.column)

    def take(self, event: Event) -> None:
        if isinstance(event, CollectionStartEvent):
            if self._root is None:
                self._root = event
            else:
                self._begin_node(event)
            self._flow.append(bool(event.flow_style))
            self._nodes.append(0)
        elif isinstance(event, CollectionEndEvent):
            self._nodes.pop()
            if self._flow.pop():
                self._last = max(self._last, event.end_mark.line)
            if not self._flow:
                self._end_block()
        elif isinstance(event, ScalarEvent):
            self._begin_node(event)
            self._last = max(self._last, self._last_line(event))

    def _begin_node(self, event: CollectionStartEvent | ScalarEvent) -> None:
        depth, count = len(self._flow), self._nodes[-1]
        self._nodes[-1] += 1
        text = str(event.value) if isinstance(event, ScalarEvent) else None
        if depth == 0:
            self._is_other = bool(text)
        elif depth == 1 and isinstance(self._root, MappingStartEvent):
            if count % 2 == 0:
                self._begin_block(event.start_mark.line, text)
        elif depth == 1:
            self._begin_block(self._hyphen_line(event.start_mark.line), None)
        elif depth == 2 and not isinstance(self._root, MappingStartEvent):
            if self._awaits_id:
                self._name = text
            self._awaits_id = count % 2 == 0 and text == "id"

    def _begin_block(self, line: int, name: str | None) -> None:
        self._end_block()
        self._first, self._name, self._awaits_id = line, name, False
        self._last = max(self._last, line)

    def _end_block(self) -> None:
        if self._first >= 0:
            self._blocks.append(Block(self._first, self._last, self._name))
            self._first = -1

    def _hyphen_line(self, line: int) -> int:
        """The line of the hyphen before an entry that begins in `line`."""
        column = self._root.start_mark.column if self._root else 0
        while line > 0 and self._lines[line][column : column + 1] != "-":
            line -= 1
        return line

    def _last_line(self, event: ScalarEvent) -> int:
        """The last line of a text: the parsers go on to what comes after it."""
        start, end = int(event.start_mark.line), int(event.end_mark.line)
        text = str(event.value)
        if event.style == "|":
            return start + text.rstrip("\n").count("\n") + 1 if text.strip("\n") else start
        if event.style == ">":
            return self._last_folded(start, end)
        if not text and not event.style:
            return -1
        return end - 1 if event.end_mark.column == 0 and end > start else end

    def _last_folded(self, start: int, end: int) -> int:
        least = 0
        last = start
        for number in range(start + 1, min(end + 1, len(self._lines))):
            line = self._lines[number]
            if line.strip():
                indent = len(line) - len(line.lstrip(" "))
                least = least or indent
                if indent < least:
                    break
                last = number
        return last


def _lines(text: str) -> list[str]:
    """The lines of `text` with their ends. Unlike `splitlines`, no other sign ends a line."""
    return _LINE.findall(text)


def _line_end(text: str) -> str:
    found = _END.search(text)
    return found[0] if found else "\n"


def _id(entry: Any) -> Any:  # noqa: ANN401
    return entry.get("id") if isinstance(entry, dict) else None
