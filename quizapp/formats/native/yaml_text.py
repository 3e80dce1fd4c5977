"""YAML from strangers: plain values with the lines they stand on, or what is wrong, in words.

Values are built here from the parser's events, not by a YAML constructor: dates stay text, and
nothing can be aliased, merged, tagged, without end in depth or in number, or hold characters that
no file, library or screen can take.
"""

import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.parser import Parser

from quizapp.formats.native.texts import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_TEXT_LENGTH,
    UNWANTED,
    long_text_words,
    unwanted_words,
)
from quizapp.translation import tr

MAX_BYTES = 16_000_000
MAX_VALUES = 1_000_000
MAX_PROBLEMS = 100

Path_ = tuple[str | int, ...]
_TAG = "tag:yaml.org,2002:"
_NO_CHARACTER = re.compile(r"\\U(?!000|0010)[0-9a-fA-F]{8}")
_WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}
_INT = re.compile(r"[-+]?[0-9][0-9_]*", re.ASCII)
_BASED_INT = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)", re.ASCII)
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    re.ASCII,
)


class YamlProblem(msgspec.Struct, frozen=True):
    """What is wrong at a line, counted from 1, and how to mend it."""

    line: int
    message: str
    remedy: str


class Inner(NamedTuple):
    """The line of a list or of fields, and the lines of what stands in it."""

    line: int
    inside: "list[Lines] | dict[str, Lines]"


Lines = int | Inner
"""Where a value stands: built like the value itself."""


class YamlText(msgspec.Struct):
    """What a file says, and where."""

    value: Any = None
    lines: Lines = 1
    problems: list[YamlProblem] = msgspec.field(default_factory=list)


def lines_in(lines: Lines, step: str | int) -> Lines | None:
    """The lines of the entry `step`; None where there is none."""
    if isinstance(lines, int):
        return None
    if isinstance(lines.inside, dict):
        return lines.inside.get(str(step))
    return lines.inside[step] if isinstance(step, int) and step < len(lines.inside) else None


def line_of(lines: Lines, path: Path_) -> int:
    """The line of `path`, or of the nearest place around it."""
    for step in path:
        inner = lines_in(lines, step)
        if inner is None:
            break
        lines = inner
    return lines if isinstance(lines, int) else lines.line


def read_yaml(file: Path) -> YamlText:
    """What the regular file `file` says; where `problems` are told, the value is not to be used."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return YamlText(problems=[_too_large()])
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _refused(line, tr("The file is not UTF-8 text."), tr("Save it as UTF-8."))
    except OSError as error:
        return _refused(1, tr("The file cannot be read."), str(error.strerror or ""))
    return parse_yaml(text)


def parse_yaml(text: str) -> YamlText:
    """What `text` says."""
    if len(text) > MAX_BYTES:
        return YamlText(problems=[_too_large()])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unwanted = [*islice(_unwanted_problems(text), MAX_PROBLEMS)]
    if unwanted:
        return YamlText(problems=unwanted)
    read = _parse(text, pure=False)
    if read.is_broken and YAML(typ="safe", pure=False).Parser is not Parser:
        # The parser in C knows YAML 1.1 only: it refuses “{stem: How old is it?, …}”.
        read = _parse(text, pure=True)
    return YamlText(value=read.value, lines=read.lines, problems=read.problems)


def _parse(text: str, *, pure: bool) -> "_Builder":
    """What `text` says by the parser in Python, or by that in C where there is one.

    The parser in C comes with the package `ruamel.yaml.clib`, and is twenty times as fast.
    """
    builder = _Builder()
    try:
        for event in YAML(typ="safe", pure=pure).parse(text):
            builder.take(event)
    except _StopError:
        pass
    except MarkedYAMLError as error:
        builder.break_off(_syntax_problem(error))
    except (YAMLError, ValueError, OverflowError):
        builder.break_off(_unmarked_problem(text, builder.line))
    return builder


def _refused(line: int, message: str, remedy: str) -> YamlText:
    return YamlText(problems=[YamlProblem(line, message, remedy)])


def _too_large() -> YamlProblem:
    return YamlProblem(
        1,
        tr("The file is too large."),
        tr("Keep it below {n} MB, and put the rest into another file.").format(
            n=MAX_BYTES // 1_000_000
        ),
    )


def _unwanted_problems(text: str) -> Iterator[YamlProblem]:
    """The first unwanted character of each line of `text`."""
    line, counted, told = 1, 0, 0
    for found in UNWANTED.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        if line != told:
            told = line
            yield _unwanted_problem(line, found[0])


def _unwanted_problem(line: int, char: str) -> YamlProblem:
    return YamlProblem(line, *unwanted_words(char))


def _unmarked_problem(text: str, line: int) -> YamlProblem:
    """What the parser fell over without saying where, after it had read up to `line`."""
    if found := _NO_CHARACTER.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = tr("There is no character {code}.").format(code=found[0])
        return YamlProblem(line, message, tr("Write the character itself."))
    return YamlProblem(
        line,
        tr("This is not YAML, here or in the next lines."),
        tr("Look for a backslash in double quotation marks, and write two of them."),
    )


class _StopError(Exception):
    """Enough is known: the rest of the text is not read."""


class _Open:
    """A list or fields that the text has begun and not ended. `name` is that of the next value."""

    def __init__(self, line: int, value: Any, inside: Any) -> None:  # noqa: ANN401
        self.line = line
        self.value = value
        self.inside = inside
        self.name: str | None = None
        self.name_line = line

    def awaits_name(self) -> bool:
        return self.name is None and isinstance(self.value, dict)

    def put(self, value: Any, lines: Lines) -> None:  # noqa: ANN401
        if self.name is None:
            self.value.append(value)
            self.inside.append(lines)
        else:
            self.value[self.name] = value
            self.inside[self.name] = lines
            self.name = None


class _Builder:
    """Builds the value of one document from its events; `line` is that of the last one.

    `is_broken` tells that the parser could not go on.
    """

    def __init__(self) -> None:
        self.value: Any = None
        self.lines: Lines = 1
        self.line = 1
        self.problems: list[YamlProblem] = []
        self.is_broken = False
        self._open: list[_Open] = []
        self._documents = 0
        self._values = 0

    def take(self, event: Event) -> None:
        """The next event; `_StopError` where no more are wanted."""
        self.line = event.start_mark.line + 1
        if isinstance(event, NodeEvent):
            self._take_node(event)
        elif isinstance(event, CollectionEndEvent):
            done = self._open.pop()
            self._put(done.value, Inner(done.line, done.inside))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(
                    tr("A second document begins here."), tr("Take out the line of three hyphens.")
                )

    def break_off(self, problem: YamlProblem) -> None:
        """The parser found `problem`, and no more events come."""
        self.problems.append(problem)
        self.is_broken = True

    def _take_node(self, event: NodeEvent) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            self._stop(
                tr("The file holds more than {n:,} values.").format(n=MAX_VALUES),
                tr("Put some of them into another file."),
            )
        if isinstance(event, AliasEvent):
            self._tell_anchor()
            self._put(None, self.line)
            return
        if event.anchor:
            self._tell_anchor()
        if isinstance(event, ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._begin(event)

    def _begin(self, event: CollectionStartEvent) -> None:
        self._check_tag(event, "map" if isinstance(event, MappingStartEvent) else "seq")
        if len(self._open) >= MAX_DEPTH:
            self._stop(tr("This is nested too deeply."), tr("Look at the indentation."))
        is_fields = isinstance(event, MappingStartEvent)
        self._open.append(_Open(self.line, {} if is_fields else [], {} if is_fields else []))

    def _take_scalar(self, event: ScalarEvent) -> None:
        text = str(event.value)
        self._check_tag(event, "str")
        self._check_text(text)
        around = self._open[-1] if self._open else None
        if around and around.awaits_name():
            self._name(text)
            return
        # Where the value of a field is missing, the parsers do not agree on its line.
        is_missing = not text and around is not None and around.name is not None
        line = around.name_line if around and is_missing else self.line
        self._put(_scalar(text) if event.implicit[0] else text, line)

    def _name(self, name: str) -> None:
        fields = self._open[-1]
        if name == "<<":
            self._tell_no_name()
        if name in fields.value:
            self._tell(
                tr("The field “{name}” stands here twice.").format(name=name[:MAX_DIGITS]),
                tr("Leave one of them out."),
            )
        fields.name = sys.intern(name)
        fields.name_line = self.line

    def _put(self, value: Any, lines: Lines) -> None:  # noqa: ANN401
        if not self._open:
            self.value, self.lines = value, lines
        elif self._open[-1].awaits_name():
            self._tell_no_name()
            self._open[-1].name = ""
        else:
            self._open[-1].put(value, lines)

    def _check_tag(self, event: ScalarEvent | CollectionStartEvent, kind: str) -> None:
        if event.tag is not None and str(event.tag) != _TAG + kind:
            self._tell(
                tr("Tags such as {tag} are not allowed.").format(tag=str(event.tag)[:MAX_DIGITS]),
                tr("Leave it out."),
            )

    def _check_text(self, text: str) -> None:
        if found := UNWANTED.search(text):
            self._add(_unwanted_problem(self.line, found[0]))
        if len(text) > MAX_TEXT_LENGTH:
            self._tell(*long_text_words(len(text)))

    def _tell_anchor(self) -> None:
        self._tell(tr("Anchors and aliases are not allowed."), tr("Write the text out."))

    def _tell_no_name(self) -> None:
        self._tell(
            tr("This field has no plain name."),
            tr("Give it one; put text that begins with a bracket into quotation marks."),
        )

    def _tell(self, message: str, remedy: str) -> None:
        self._add(YamlProblem(self.line, message, remedy))

    def _add(self, problem: YamlProblem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise _StopError

    def _stop(self, message: str, remedy: str) -> None:
        self._tell(message, remedy)
        raise _StopError


def _scalar(text: str) -> Any:  # noqa: ANN401
    """`text`, which stands without quotation marks, as what YAML 1.2 takes it for."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > MAX_DIGITS or text[0] not in "+-.0123456789":
        return text
    if _INT.fullmatch(text):
        return int(text.replace("_", ""))
    if _BASED_INT.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text.replace("_", "").lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def _syntax_problem(error: MarkedYAMLError) -> YamlProblem:
    """The parser's complaint in words for an author, at the line where mending begins."""
    said = str(error.problem or error.context or "")
    context = str(error.context or "")
    begins_at = "quoted scalar" in context and "end of stream" in said
    mark = error.context_mark if begins_at else error.problem_mark or error.context_mark
    message, remedy = next(
        (words for sign, words in _known_mistakes() if sign in said),
        (
            tr("This is not YAML: {problem}.").format(problem=said),
            tr("Check the indentation and the quotation marks here and in the line above."),
        ),
    )
    return YamlProblem(mark.line + 1 if mark else 1, message, remedy)


def _known_mistakes() -> tuple[tuple[str, tuple[str, str]], ...]:
    """What both parsers, the one in C and the one in Python, say to an author's usual mistakes."""
    indentation = (
        tr("This line does not fit to the ones above."),
        tr("Indent it like its neighbours, and put text with quotation marks inside other ones."),
    )
    return (
        (
            "end of stream",
            (tr("This quotation mark is never closed."), tr("Close it where the text ends.")),
        ),
        (
            "mapping values are not allowed",
            (
                tr("A colon stands here where none is expected."),
                tr("Put text with a colon into quotation marks, or mend the indentation."),
            ),
        ),
        (
            "could not find expected ':'",
            (
                tr("The line above or this one has no “: ” after the name of its field."),
                tr("Add it, or indent the text that goes on."),
            ),
        ),
        (
            "expected ',' or",
            (
                tr("A list in brackets is not closed, or a comma is missing."),
                tr("Close the bracket, or put a comma before this."),
            ),
        ),
        (
            "cannot start any token",
            (
                tr("A tab, or a sign that YAML keeps for itself, begins this text."),
                tr("Indent with spaces, and put such text into quotation marks."),
            ),
        ),
        (
            "escape c",
            (
                tr("A backslash stands here before what it cannot be combined with."),
                tr("Write two backslashes, or put the text into single quotation marks."),
            ),
        ),
        ("expected <block end>", indentation),
        ("did not find expected key", indentation),
        ("did not find expected '-' indicator", indentation),
    )
