"""Reading packs: every mistake is told with its file and line, and nothing bad comes in."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec

from quizapp.facts import AnyFact
from quizapp.formats.native.advice import fact_advice, pack_advice, question_advice
from quizapp.formats.native.files import (
    FACTS,
    MANIFEST,
    OTHER_FACTS,
    QUESTIONS,
    PackFiles,
    pack_files,
    shown,
)
from quizapp.formats.native.problems import Checked, PackProblem, Severity, printable
from quizapp.formats.native.texts import html_problems, size_problems
from quizapp.formats.native.wording import (
    missing,
    nearest,
    path_of,
    plain_words,
    shortened,
    unknown,
)
from quizapp.formats.native.yaml_text import Lines, YamlText, line_of, lines_in, read_yaml
from quizapp.packs import FORMAT, Manifest, Pack
from quizapp.questions import QUESTION_TYPES, AnyQuestion
from quizapp.questions.base import Problem
from quizapp.translation import tr
from quizapp.values.dates import parse_date

MAX_ITEMS = 100_000
"""Facts, and questions, of one pack."""
MAX_LISTED = 2_000
"""Sections, references and authors of one pack."""
MAX_PROBLEMS = 2_000
MAX_ID_LENGTH = 80
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)

_KINDS: dict[str, type[Any]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyFact)}


def checked_pack(folder: Path, *, advise: bool = False) -> Checked:
    """The pack in `folder` with all that is wrong with it, with advice on its craft if asked."""
    return _Reader(folder).check(advise=advise)


class _Place(msgspec.Struct, frozen=True):
    """Where an entry stands, and the id it gives itself."""

    file: str
    lines: Lines = 1
    item: str = ""


class _Entry(msgspec.Struct, frozen=True):
    """The fields of an entry of a file as they are written."""

    place: _Place
    value: dict[str, Any]


class _EnoughError(Exception):
    """Nobody reads more problems than were found by now."""


class _Reader:
    """One reading of one folder; collects problems as it goes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[PackProblem] = []

    def check(self, *, advise: bool) -> Checked:
        pack = None
        try:
            read = self._read_all(pack_files(self._folder))
            if read and not self._has_errors():
                pack = read.pack
                if advise:
                    self._give_advice(read)
        except _EnoughError:
            return self._checked(pack, [self._more_problems()])
        return self._checked(pack)

    def _checked(self, pack: Pack | None, last: Sequence[PackProblem] = ()) -> Checked:
        ordered = sorted(self._problems, key=lambda each: (each.file, each.line))
        return Checked(pack=pack, problems=(*ordered, *last))

    def _more_problems(self) -> PackProblem:
        return PackProblem(
            file=MANIFEST,
            line=1,
            message=tr("There are more problems than these {n:,}.").format(n=MAX_PROBLEMS),
            remedy=tr("Mend them, and check the pack again."),
            severity="error" if self._has_errors() else "advice",
        )

    def _has_errors(self) -> bool:
        return any(problem.severity == "error" for problem in self._problems)

    def _tell(self, problem: PackProblem) -> None:
        if len(self._problems) >= MAX_PROBLEMS:
            raise _EnoughError
        self._problems.append(problem)

    def _add(self, file: str, line: int, message: str, remedy: str) -> None:
        self._tell(PackProblem(file=file, line=line, message=message, remedy=remedy))

    def _at(
        self, place: _Place, field: str, message: str, remedy: str, severity: Severity = "error"
    ) -> None:
        self._tell(
            PackProblem(
                file=place.file,
                line=line_of(place.lines, path_of(field)),
                item=place.item,
                field=field,
                message=message,
                remedy=remedy,
                severity=severity,
            )
        )

    def _at_each(
        self, place: _Place, problems: Iterable[Problem], severity: Severity = "error"
    ) -> None:
        for each in problems:
            self._at(place, each.field, each.message, each.remedy, severity)

    def _read_all(self, files: PackFiles) -> "_Read | None":
        """What the pack says, as far as it can be read; what is wrong with it is told."""
        for problem in files.problems:
            self._tell(problem)
        if files.manifest is None and not files.errors:
            self._add(
                MANIFEST,
                1,
                tr("{folder} is no pack: it has no {file}.").format(
                    folder=printable(str(self._folder)), file=MANIFEST
                ),
                tr("Name the folder that holds the pack."),
            )
            return None
        if not files.all():
            return None
        manifest = self._manifest(files.manifest) if files.manifest else None
        facts = self._facts(files.facts)
        questions = self._questions(files.questions)
        if manifest is None:
            return None
        self._check_links(manifest, facts, questions)
        return _Read(manifest, facts, questions)

    def _give_advice(self, read: "_Read") -> None:
        pack = read.pack
        self._at_each(_Place(MANIFEST), pack_advice(pack), "advice")
        for number, problem in fact_advice(pack):
            self._at_each(read.facts[number][0], [problem], "advice")
        for number, problem in question_advice(pack):
            self._at_each(read.questions[number][0], [problem], "advice")

    def _read(self, file: Path) -> YamlText:
        text = read_yaml(file)
        for problem in text.problems:
            self._add(shown(file, self._folder), problem.line, problem.message, problem.remedy)
        return YamlText() if text.problems else text

    def _manifest(self, file: Path) -> Manifest | None:
        text = self._read(file)
        if not isinstance(text.value, dict):
            self._needs(MANIFEST, tr("the fields of the pack, such as id and title"))
            return None
        entry = _entry(MANIFEST, text.lines, text.value)
        if text.value.get("format", FORMAT) != FORMAT:
            self._at(
                entry.place,
                "format",
                tr("This pack is of format {n}.").format(n=shortened(text.value["format"])),
                tr("This version of the program reads format {n}.").format(n=FORMAT),
            )
            return None
        self._at_each(entry.place, size_problems(text.value, most=MAX_LISTED))
        self._check_id(entry)
        manifest: Manifest | None = self._convert(entry, Manifest)
        if manifest:
            self._at_each(entry.place, _manifest_problems(manifest))
        return manifest

    def _needs(self, file: str, what: str) -> None:
        if not self._is_told(file):
            self._add(
                file,
                1,
                tr("The file is empty or has another form."),
                tr("It needs {what}.").format(what=what),
            )

    def _is_told(self, *files: str) -> bool:
        """Whether one of `files` has errors."""
        return any(
            problem.file in files and problem.severity == "error" for problem in self._problems
        )

    def _entries(self, file: Path) -> Iterator[_Entry]:
        name = shown(file, self._folder)
        text = self._read(file)
        if not isinstance(text.value, list):
            self._needs(name, tr("a list, each entry with an id"))
            return
        for number, value in enumerate(text.value):
            lines = lines_in(text.lines, number) or 1
            if isinstance(value, dict):
                yield _entry(name, lines, value)
            else:
                self._add(
                    name,
                    line_of(lines, ()),
                    tr("This entry has no fields."),
                    tr("Begin it with “- id:”."),
                )

    def _facts(self, file: Path | None) -> "list[tuple[_Place, AnyFact]]":
        if file is None:
            if not self._is_told(FACTS, OTHER_FACTS):
                self._add(
                    FACTS,
                    1,
                    tr("The pack has no {file}.").format(file=FACTS),
                    tr("Write down the facts that the questions ask for."),
                )
            return []
        facts = list(self._typed(self._entries(file), "kind", _KINDS))
        for place, fact in facts:
            for field, message in fact.value_problems():
                self._at(place, field, message, tr("Write it as the README shows."))
        return facts

    def _questions(self, files: Sequence[Path]) -> "list[tuple[_Place, AnyQuestion]]":
        if not files and not any(each.file.startswith(QUESTIONS) for each in self._problems):
            self._add(
                QUESTIONS,
                1,
                tr("The pack has no questions."),
                tr("Put them into files such as questions/dates.yaml."),
            )
        entries = self._without_html(entry for file in files for entry in self._entries(file))
        questions = list(self._typed(entries, "type", QUESTION_TYPES))
        for place, question in questions:
            self._at_each(place, question.problems())
            if question.as_of and not _is_date(question.as_of):
                self._at(
                    place,
                    "as_of",
                    tr("“{text}” is not a date in normal form.").format(
                        text=shortened(question.as_of)
                    ),
                    tr("Write it like 1992, 1996-05 or 1992-04-10, in quotation marks."),
                )
        return questions

    def _without_html(self, entries: Iterable[_Entry]) -> Iterator[_Entry]:
        for entry in entries:
            self._at_each(entry.place, html_problems(entry.value))
            yield entry

    def _typed(
        self, entries: Iterable[_Entry], tag: str, types: Mapping[str, type[Any]]
    ) -> Iterator[tuple[_Place, Any]]:
        first: dict[str, _Place] = {}
        for number, entry in enumerate(entries):
            place = entry.place
            if number >= MAX_ITEMS:
                self._at(
                    place,
                    "",
                    tr("The pack has more than {n:,} of these.").format(n=MAX_ITEMS),
                    tr("Make a second pack of the rest."),
                )
                return
            self._at_each(place, size_problems(entry.value))
            self._check_id(entry)
            self._check_is_first(place, first)
            kind = entry.value.get(tag)
            if isinstance(kind, str) and kind in types:
                made = self._convert(entry, types[kind], tag)
                if made is not None:
                    yield place, made
            else:
                self._at(
                    place,
                    tag,
                    tr("The {tag} is missing or unknown: {value}.").format(
                        tag=tag, value="–" if kind is None else shortened(kind)
                    ),
                    nearest(str(kind), list(types)),
                )

    def _check_is_first(self, place: _Place, first: dict[str, _Place]) -> None:
        """`first` remembers for each id where it stood first."""
        other = first.setdefault(place.item, place) if place.item else place
        if other is not place:
            self._at(
                place,
                "id",
                tr("The id “{name}” is taken ({where}).").format(
                    name=shortened(place.item), where=f"{other.file}:{line_of(other.lines, ())}"
                ),
                tr("Give each entry an id of its own."),
            )

    def _check_id(self, entry: _Entry) -> None:
        name = entry.value.get("id")
        if isinstance(name, str) and (not _ID.fullmatch(name) or len(name) > MAX_ID_LENGTH):
            self._at(
                entry.place,
                "id",
                tr("“{name}” cannot be an id.").format(name=shortened(name)),
                tr("Use lower-case letters, digits and hyphens, at most {n}.").format(
                    n=MAX_ID_LENGTH
                ),
            )

    def _convert(self, entry: _Entry, kind: Any, tag: str = "") -> Any:  # noqa: ANN401
        """The value of `entry`; None, with every wrong field told, where it has some."""
        before = len(self._problems)
        fields = _fields(kind)
        for name in entry.value:
            if name not in fields and name != tag:
                self._at(entry.place, name, *unknown(name, list(fields)))
        for name, field in fields.items():
            if name in entry.value:
                self._check_field(entry, name, field.type)
            elif field.required:
                self._at(entry.place, name, *missing(name))
        if len(self._problems) > before:
            return None
        return msgspec.convert(entry.value, kind)

    def _check_field(self, entry: _Entry, name: str, kind: Any) -> None:  # noqa: ANN401
        try:
            msgspec.convert(entry.value[name], kind)
        except msgspec.ValidationError as error:
            said, _, inner = str(error).partition(" - at `$")
            words = plain_words(said, name, inner.rstrip("`"), kind)
            self._at(entry.place, name + inner.rstrip("`"), *words)

    def _check_links(
        self,
        manifest: Manifest,
        facts: "Sequence[tuple[_Place, AnyFact]]",
        questions: "Sequence[tuple[_Place, AnyQuestion]]",
    ) -> None:
        sections = dict.fromkeys(section.id for section in manifest.sections)
        references = dict.fromkeys(reference.id for reference in manifest.references)
        known = dict.fromkeys(fact.id for _, fact in facts)
        for place, fact in facts:
            self._check_link(place, "section", [fact.section], sections)
            self._check_link(place, "references", fact.references, references)
            self._check_link(place, "about", fact.about, known)
        for place, question in questions:
            self._check_link(place, "facts", question.facts, known)

    def _check_link(
        self, place: _Place, field: str, names: Sequence[str], known: Collection[str]
    ) -> None:
        for name in names:
            if name not in known:
                self._at(
                    place,
                    field,
                    tr("“{name}” is not in the pack.").format(name=shortened(name)),
                    nearest(name, known),
                )


class _Read(NamedTuple):
    """What a pack says, and where."""

    manifest: Manifest
    facts: list[tuple[_Place, AnyFact]]
    questions: list[tuple[_Place, AnyQuestion]]

    @property
    def pack(self) -> Pack:
        return Pack(
            manifest=self.manifest,
            facts=tuple(fact for _, fact in self.facts),
            questions=tuple(question for _, question in self.questions),
        )


@cache
def _fields(kind: Any) -> dict[str, msgspec.structs.FieldInfo]:  # noqa: ANN401
    return {field.name: field for field in msgspec.structs.fields(kind)}


def _entry(file: str, lines: Lines, value: dict[str, Any]) -> _Entry:
    name = value.get("id")
    return _Entry(_Place(file, lines, name if isinstance(name, str) else ""), value)


def _manifest_problems(manifest: Manifest) -> Iterator[Problem]:
    """Names that are empty, and ids that stand for two sections or references."""
    if not manifest.title.strip():
        yield Problem("title", tr("This text is empty."), tr("Write it."))
    yield from _repeated_ids("sections", [section.id for section in manifest.sections])
    yield from _repeated_ids("references", [reference.id for reference in manifest.references])


def _repeated_ids(field: str, names: Sequence[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        is_empty = not name.strip()
        if is_empty or name in seen:
            yield Problem(
                f"{field}[{number}].id",
                tr("The id is empty.")
                if is_empty
                else tr("The id “{name}” is taken.").format(name=shortened(name)),
                tr("Give each entry an id of its own."),
            )
        seen.add(name)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
