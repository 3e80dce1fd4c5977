"""Our own format: a folder with `pack.yaml`, `facts.yaml` and `questions/*.yaml`."""

import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from quizapp.errors import PackError
from quizapp.facts import AnyFact
from quizapp.formats.native.advice import fact_advice, pack_advice, question_advice
from quizapp.formats.yaml_text import YamlText, read_yaml
from quizapp.packs import FORMAT, Manifest, Pack
from quizapp.questions import AnyQuestion
from quizapp.questions.base import Problem
from quizapp.translation import tr, tr_n

MANIFEST, FACTS, QUESTIONS = "pack.yaml", "facts.yaml", "questions"
MAX_FILES = 1_000
MAX_ID_LENGTH = 80
Severity = Literal["error", "advice"]
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_EXPECTED = re.compile(r"Expected `(?P<expected>[^`]+)`, got `(?P<got>[^`]+)`")

_TYPES: dict[str, type[Any]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyQuestion)
}
_KINDS: dict[str, type[Any]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyFact)}


class PackProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Something to mend in a pack. `item` is the id of the fact or question, "" for the pack."""

    file: str
    line: int
    item: str = ""
    field: str = ""
    message: str
    remedy: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} {self.remedy}".rstrip()


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a check: `pack` is None where there are errors."""

    pack: Pack | None
    problems: tuple[PackProblem, ...]

    @property
    def errors(self) -> tuple[PackProblem, ...]:
        """The problems that keep the pack out."""
        return tuple(each for each in self.problems if each.severity == "error")


def pack_hash(folder: Path) -> str:
    """A name for the state of all the pack's files."""
    digest = hashlib.blake2b(digest_size=16)
    for file in _files(folder):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def read_pack(folder: Path) -> Pack:
    """The pack in `folder`; `PackError` with its first problem where it is not sound."""
    checked = _Reader(folder).check()
    if checked.pack is None:
        errors = checked.errors
        more = len(errors) - 1
        raise PackError(
            tr("The pack in {folder} cannot be used: {problem}").format(
                folder=folder, problem=errors[0]
            ),
            tr_n("There is {n} more problem.", "There are {n} more problems.", more)
            if more
            else "",
        )
    return checked.pack


def check_pack(folder: Path) -> Checked:
    """Everything that is wrong with the pack in `folder`, and the pack where nothing is.

    A pack without errors is given advice on its questions as well.
    """
    return _Reader(folder).check(advise=True)


def _files(folder: Path) -> list[Path]:
    """The pack's files, in the order they are read."""
    named = [folder / MANIFEST, folder / FACTS, *sorted((folder / QUESTIONS).glob("*.yaml"))]
    return [file for file in named[:MAX_FILES] if file.is_file()]


class _Item(msgspec.Struct, frozen=True):
    """An entry of a file, with where it stands."""

    file: str
    text: YamlText
    path: tuple[str | int, ...]
    value: dict[str, Any]

    @property
    def name(self) -> str:
        name = self.value.get("id", "")
        return name if isinstance(name, str) else ""


class _Reader:
    """One reading of one folder; collects problems as it goes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[PackProblem] = []

    def check(self, *, advise: bool = False) -> Checked:
        if not (self._folder / MANIFEST).is_file():
            self._add(
                MANIFEST,
                1,
                message=tr("{folder} is no pack: it has no {file}.").format(
                    folder=self._folder, file=MANIFEST
                ),
                remedy=tr("Name the folder that holds the pack."),
            )
            return self._checked(None)
        manifest = self._manifest()
        facts = self._facts()
        questions = self._questions()
        if manifest:
            self._check_links(manifest, facts, questions)
        if manifest is None or self._has_errors():
            return self._checked(None)
        pack = Pack(
            manifest=manifest,
            facts=tuple(fact for _, fact in facts),
            questions=tuple(question for _, question in questions),
        )
        if advise:
            for problem in pack_advice(pack):
                self._advise(_Item(MANIFEST, YamlText(), (), {}), problem)
            for place, problem in fact_advice(pack):
                self._advise(facts[place][0], problem)
            for place, problem in question_advice(pack):
                self._advise(questions[place][0], problem)
        return self._checked(pack)

    def _checked(self, pack: Pack | None) -> Checked:
        return Checked(
            pack=pack, problems=tuple(sorted(self._problems, key=lambda p: (p.file, p.line)))
        )

    def _has_errors(self) -> bool:
        return any(problem.severity == "error" for problem in self._problems)

    def _add(self, file: str, line: int, *, message: str, remedy: str) -> None:
        self._problems.append(PackProblem(file=file, line=line, message=message, remedy=remedy))

    def _at(
        self, item: _Item, field: str, message: str, remedy: str, severity: Severity = "error"
    ) -> None:
        self._problems.append(
            PackProblem(
                file=item.file,
                line=item.text.line_of((*item.path, *_path_of(field))),
                item=item.name,
                field=field,
                message=message,
                remedy=remedy,
                severity=severity,
            )
        )

    def _advise(self, item: _Item, problem: Problem) -> None:
        self._at(item, problem.field, problem.message, problem.remedy, "advice")

    def _read(self, file: Path) -> YamlText:
        name = file.relative_to(self._folder).as_posix()
        if not file.resolve().is_relative_to(self._folder.resolve()):
            self._add(
                name,
                1,
                message=tr("This is a link out of the pack."),
                remedy=tr("Put the file itself here."),
            )
            return YamlText()
        text = read_yaml(file)
        for problem in text.problems:
            self._add(name, problem.line, message=problem.message, remedy=problem.remedy)
        return YamlText() if text.problems else text

    def _manifest(self) -> Manifest | None:
        text = self._read(self._folder / MANIFEST)
        if not isinstance(text.value, dict):
            self._needs(MANIFEST, tr("the fields of the pack, such as id and title"))
            return None
        item = _Item(MANIFEST, text, (), text.value)
        if text.value.get("format", FORMAT) != FORMAT:
            self._at(
                item,
                "format",
                tr("This pack is of format {n}.").format(n=text.value["format"]),
                tr("This version of the program reads format {n}.").format(n=FORMAT),
            )
            return None
        manifest: Manifest | None = self._convert(item, Manifest)
        if manifest:
            self._check_id(item)
        return manifest

    def _needs(self, file: str, what: str) -> None:
        if not any(problem.file == file for problem in self._problems):
            self._add(
                file,
                1,
                message=tr("The file is empty or has another form."),
                remedy=tr("It needs {what}.").format(what=what),
            )

    def _items(self, file: Path) -> Iterator[_Item]:
        name = file.relative_to(self._folder).as_posix()
        text = self._read(file)
        if not isinstance(text.value, list):
            self._needs(name, tr("a list, each entry with an id"))
            return
        for place, value in enumerate(text.value):
            if isinstance(value, dict):
                yield _Item(name, text, (place,), value)
            else:
                self._add(
                    name,
                    text.line_of((place,)),
                    message=tr("This entry has no fields."),
                    remedy=tr("Begin it with “- id:”."),
                )

    def _facts(self) -> list[tuple[_Item, AnyFact]]:
        file = self._folder / FACTS
        if not file.is_file():
            self._add(
                FACTS,
                1,
                message=tr("The pack has no {file}.").format(file=FACTS),
                remedy=tr("Write down the facts that the questions ask for."),
            )
            return []
        facts = list(self._typed(self._items(file), "kind", _KINDS))
        for item, fact in facts:
            for field, message in fact.value_problems():
                self._at(item, field, message, tr("Write it as the README shows."))
        return facts

    def _questions(self) -> list[tuple[_Item, AnyQuestion]]:
        files = sorted((self._folder / QUESTIONS).glob("*.yaml"))
        if not files:
            self._add(
                QUESTIONS,
                1,
                message=tr("The pack has no questions."),
                remedy=tr("Put them into files such as questions/dates.yaml."),
            )
        items = (item for file in files for item in self._items(file))
        questions = list(self._typed(items, "type", _TYPES))
        for item, question in questions:
            for problem in question.problems():
                self._at(item, problem.field, problem.message, problem.remedy)
        return questions

    def _typed(
        self, items: Iterable[_Item], tag: str, types: dict[str, type[Any]]
    ) -> Iterator[tuple[_Item, Any]]:
        first: dict[str, _Item] = {}
        for item in items:
            self._check_id(item)
            if item.name and first.setdefault(item.name, item) is not item:
                other = first[item.name]
                where = f"{other.file}:{other.text.line_of(other.path)}"
                self._at(
                    item,
                    "id",
                    tr("The id “{name}” is taken ({where}).").format(name=item.name, where=where),
                    tr("Give each entry an id of its own."),
                )
            kind = item.value.get(tag)
            if not isinstance(kind, str) or kind not in types:
                self._at(
                    item,
                    tag,
                    tr("The {tag} is missing or unknown: {value}.").format(
                        tag=tag, value="–" if kind is None else kind
                    ),
                    _nearest(str(kind), list(types)),
                )
                continue
            made = self._convert(item, types[kind], tag)
            if made is not None:
                yield item, made

    def _check_id(self, item: _Item) -> None:
        if item.name and (not _ID.fullmatch(item.name) or len(item.name) > MAX_ID_LENGTH):
            self._at(
                item,
                "id",
                tr("“{name}” cannot be an id.").format(name=item.name[:MAX_ID_LENGTH]),
                tr("Use lower-case letters, digits and hyphens, at most {n}.").format(
                    n=MAX_ID_LENGTH
                ),
            )

    def _convert(self, item: _Item, kind: type[Any], tag: str = "") -> Any:  # noqa: ANN401
        """The value of `item`; None, with every wrong field told, where it has some."""
        before = len(self._problems)
        fields = {field.name: field for field in msgspec.structs.fields(kind)}
        for name in item.value:
            if name not in fields and name != tag:
                self._at(
                    item,
                    name,
                    tr("There is no field “{name}” here.").format(name=name),
                    _nearest(name, list(fields)),
                )
        for name, field in fields.items():
            if name in item.value:
                self._check_field(item, name, field.type)
            elif field.required:
                self._at(
                    item,
                    name,
                    tr("The field “{name}” is missing.").format(name=name),
                    tr("Add it."),
                )
        if len(self._problems) > before:
            return None
        try:
            return msgspec.convert(item.value, kind)
        except msgspec.ValidationError as error:
            self._told(item, "", str(error))
            return None

    def _check_field(self, item: _Item, name: str, kind: Any) -> None:  # noqa: ANN401
        try:
            msgspec.convert(item.value[name], kind)
        except msgspec.ValidationError as error:
            self._told(item, name, str(error))

    def _told(self, item: _Item, name: str, error: str) -> None:
        said, _, inner = error.partition(" - at `$")
        field = name + inner.rstrip("`")
        self._at(item, field, *_plain_words(said, field))

    def _check_links(
        self,
        manifest: Manifest,
        facts: Sequence[tuple[_Item, AnyFact]],
        questions: Sequence[tuple[_Item, AnyQuestion]],
    ) -> None:
        sections = {section.id for section in manifest.sections}
        references = {reference.id for reference in manifest.references}
        known = {fact.id for _, fact in facts}
        for item, fact in facts:
            self._check_link(item, "section", [fact.section], sections)
            self._check_link(item, "references", fact.references, references)
            self._check_link(item, "about", fact.about, known)
        for item, question in questions:
            self._check_link(item, "facts", question.facts, known)

    def _check_link(self, item: _Item, field: str, names: Sequence[str], known: set[str]) -> None:
        for name in names:
            if name not in known:
                self._at(
                    item,
                    field,
                    tr("“{name}” is not in the pack.").format(name=name),
                    _nearest(name, sorted(known)),
                )


def _path_of(field: str) -> tuple[str | int, ...]:
    """`options[1].text` as a path."""
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", field)
    return tuple(int(number) if number else name for number, name in parts)


def _nearest(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return tr("Did you mean “{name}”?").format(name=near[0])
    if len(known) <= 24:
        return tr("Known here: {names}.").format(names=", ".join(known))
    return tr("Look for a typing error.")


def _plain_words(said: str, field: str) -> tuple[str, str]:
    """Msgspec's message in words for an author."""
    kinds = {
        "str": tr("text (put it into quotation marks)"),
        "bool": tr("true or false"),
        "int": tr("a whole number"),
        "float": tr("a number"),
        "array": tr("a list"),
        "object": tr("fields of its own"),
        "null": tr("nothing"),
    }
    if match := _EXPECTED.fullmatch(said):
        wanted = " / ".join(kinds.get(each.strip(), each) for each in match["expected"].split("|"))
        return (
            tr("“{field}” should be {wanted}, and is {got}.").format(
                field=field, wanted=wanted, got=kinds.get(match["got"], match["got"])
            ),
            tr("Write it so."),
        )
    return tr("“{field}”: {problem}.").format(field=field, problem=said), tr("Mend it.")
