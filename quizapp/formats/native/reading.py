"""Reading packs: every mistake is told with its file and line, and nothing bad comes in."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from quizapp.facts import AnyFact
from quizapp.formats.native.advice import fact_advice, image_advice, pack_advice, question_advice
from quizapp.formats.native.files import (
    FACTS,
    MANIFEST,
    OTHER_FACTS,
    QUESTIONS,
    PackFiles,
    pack_files,
    shown,
)
from quizapp.formats.native.media import read_media
from quizapp.formats.native.problems import Checked, PackProblem, Severity, printable
from quizapp.formats.native.rules import (
    Link,
    Ruled,
    fact_links,
    fact_ruled,
    link_problems,
    manifest_ruled,
    media_problems,
    question_links,
    question_ruled,
    taken_problem,
)
from quizapp.formats.native.wording import path_of
from quizapp.formats.native.yaml_text import Lines, YamlText, line_of, lines_in, read_yaml
from quizapp.packs import Manifest, Pack
from quizapp.questions import AnyQuestion
from quizapp.questions.base import Problem
from quizapp.translation import tr

MAX_ITEMS = 100_000
"""Facts, and questions, of one pack."""
MAX_PROBLEMS = 2_000


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
        self._links: list[tuple[_Place, Link]] = []
        self._fact_ids: dict[str, _Place] = {}

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
        media = self._media(files.media)
        facts = self._facts(files.facts)
        questions = self._questions(files.questions, media)
        if manifest is None:
            return None
        self._check_links(manifest)
        return _Read(manifest, facts, questions, media)

    def _give_advice(self, read: "_Read") -> None:
        pack = read.pack
        self._at_each(_Place(MANIFEST), pack_advice(pack), "advice")
        for number, problem in fact_advice(pack):
            self._at_each(read.facts[number][0], [problem], "advice")
        for number, problem in question_advice(pack):
            self._at_each(read.questions[number][0], [problem], "advice")
        for name, problem in image_advice(pack):
            self._at_each(_Place(name), [problem], "advice")

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
        ruled = manifest_ruled(text.value)
        self._at_each(_entry(MANIFEST, text.lines, text.value).place, ruled.problems)
        manifest: Manifest | None = ruled.value
        return manifest

    def _media(self, files: Sequence[Path]) -> dict[str, bytes]:
        read = read_media(self._folder, files)
        for problem in read.problems:
            self._tell(problem)
        return read.media

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
        kind = _Kind(fact_ruled, fact_links, self._fact_ids)
        return list(self._ruled(self._entries(file), kind))

    def _questions(
        self, files: Sequence[Path], media: Collection[str]
    ) -> "list[tuple[_Place, AnyQuestion]]":
        if not files and not any(each.file.startswith(QUESTIONS) for each in self._problems):
            self._add(
                QUESTIONS,
                1,
                tr("The pack has no questions."),
                tr("Put them into files such as questions/dates.yaml."),
            )
        entries = self._with_images((each for file in files for each in self._entries(file)), media)
        return list(self._ruled(entries, _Kind(question_ruled, question_links, {})))

    def _with_images(self, entries: Iterable[_Entry], media: Collection[str]) -> Iterator[_Entry]:
        for entry in entries:
            self._at_each(entry.place, media_problems(entry.value, media))
            yield entry

    def _ruled(self, entries: Iterable[_Entry], kind: "_Kind") -> Iterator[tuple[_Place, Any]]:
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
            ruled = kind.rules(entry.value)
            self._at_each(place, ruled.problems)
            self._check_is_first(place, kind.first)
            self._links += [(place, link) for link in kind.links(entry.value)]
            if ruled.value is not None:
                yield place, ruled.value

    def _check_is_first(self, place: _Place, first: "dict[str, _Place]") -> None:
        """`first` remembers for each id where it stood first."""
        other = first.setdefault(place.item, place) if place.item else place
        if other is not place:
            where = f"{other.file}:{line_of(other.lines, ())}"
            self._at_each(place, [taken_problem(place.item, where)])

    def _check_links(self, manifest: Manifest) -> None:
        known: dict[str, Collection[str]] = {
            "section": dict.fromkeys(section.id for section in manifest.sections),
            "references": dict.fromkeys(reference.id for reference in manifest.references),
            "about": self._fact_ids,
            "facts": self._fact_ids,
        }
        for place, link in self._links:
            self._at_each(place, link_problems(link, known[link.field]))


class _Kind(NamedTuple):
    """What facts and questions are held against; `first` is filled as they are read."""

    rules: Callable[[dict[str, Any]], Ruled]
    links: Callable[[dict[str, Any]], Iterator[Link]]
    first: dict[str, _Place]


class _Read(NamedTuple):
    """What a pack says, and where."""

    manifest: Manifest
    facts: list[tuple[_Place, AnyFact]]
    questions: list[tuple[_Place, AnyQuestion]]
    media: dict[str, bytes]

    @property
    def pack(self) -> Pack:
        return Pack(
            manifest=self.manifest,
            facts=tuple(fact for _, fact in self.facts),
            questions=tuple(question for _, question in self.questions),
            media=self.media,
        )


def _entry(file: str, lines: Lines, value: dict[str, Any]) -> _Entry:
    name = value.get("id")
    return _Entry(_Place(file, lines, name if isinstance(name, str) else ""), value)
