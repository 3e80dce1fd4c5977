"""Changes to a pack in the folder of its author: in place, together, and to be taken back."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.errors import PackError
from quizapp.formats.native.files import FACTS, MANIFEST, QUESTIONS, PackFiles, pack_files, shown
from quizapp.formats.native.media import check_image
from quizapp.formats.native.saving import save_file, writing_to
from quizapp.formats.native.yaml_blocks import edit_entries, edit_fields
from quizapp.formats.native.yaml_text import YamlProblem, YamlText, read_yaml
from quizapp.translation import tr

_MARK = b"\xef\xbb\xbf"
_FILES = {
    "date": "dates",
    "figure": "figures",
    "institution": "institutions",
    "person": "people",
    "place": "places",
}
"""In the alphabet as in the order of topics."""


def question_file(topic: str, number: int = 0) -> str:
    """Where questions of a topic are written, the file with this `number` where there are more."""
    name = _FILES.get(topic, "questions")
    return f"{QUESTIONS}/{name}-{number:02}.yaml" if number else f"{QUESTIONS}/{name}.yaml"


Edits = dict[str, dict[str, Any] | None]
"""New entries by their ids, None for one that goes; the last edit of each counts."""


class FolderChange:
    """What is to change in the pack in `folder`.

    Nothing is written before `write`. What was written can be taken back as long as this lives.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._questions: Edits = {}
        self._facts: Edits = {}
        self._manifest: dict[str, Any] | None = None
        self._images: dict[str, bytes] = {}
        self._before: dict[Path, bytes | None] = {}

    def put_question(self, entry: dict[str, Any]) -> None:
        """Change the question with the id of `entry` where it stands, or add it by its topic."""
        self._questions[entry["id"]] = entry

    def drop_question(self, key: str) -> None:
        """Take out the question with this id; nothing where there is none."""
        self._questions[key] = None

    def put_fact(self, entry: dict[str, Any]) -> None:
        """Change the fact with the id of `entry`, or add it."""
        self._facts[entry["id"]] = entry

    def drop_fact(self, key: str) -> None:
        """Take out the fact with this id; nothing where there is none."""
        self._facts[key] = None

    def put_manifest(self, entry: dict[str, Any]) -> None:
        """Change what the pack says of itself, field by field."""
        self._manifest = entry

    def put_image(self, name: str, data: bytes) -> None:
        """Add an image, or put another one in its place; `QuizError` for none that can be."""
        check_image(name, data)
        self._images[name] = data

    def write(self) -> None:
        """Write what has come together; `PackError` where files cannot be read or written.

        Files that were written before an error stay so until `take_back`.
        """
        files = pack_files(self._folder)
        if files.errors:
            raise PackError(str(files.errors[0]))
        with writing_to(self._folder):
            for name, data in self._images.items():
                self._save(self._folder / name, data)
            if self._manifest is not None:
                manifest = self._manifest
                said = self._read(self._folder / MANIFEST, dict)
                self._save_text(said, edit_fields(said.text, manifest))
            if self._facts:
                said = self._read(self._folder / FACTS, list)
                self._save_text(said, edit_entries(said.text, self._facts, said.read))
            if self._questions:
                self._edit_questions(files)
        self._questions, self._facts, self._images, self._manifest = {}, {}, {}, None

    def take_back(self) -> None:
        """The files as they were before the first `write`."""
        before, self._before = self._before, {}
        failed: list[OSError] = []
        with writing_to(self._folder):
            for file, data in before.items():
                try:
                    if data is None:
                        file.unlink(missing_ok=True)
                    else:
                        save_file(file, data)
                except OSError as error:  # the others are put back all the same
                    failed.append(error)
            if failed:
                raise failed[0]

    def _edit_questions(self, files: PackFiles) -> None:
        search = _Search(files.questions, self._read)
        by_file: dict[Path, Edits] = {}
        for key, entry in self._questions.items():
            file = search.file_with(key)
            if file is None and entry is not None:
                file = self._folder / question_file(str(entry.get("topic", "")))
            if file is not None:
                by_file.setdefault(file, {})[key] = entry
        for file, edits in by_file.items():
            said = search.said(file)
            self._save_text(said, edit_entries(said.text, edits, said.read))
        self._remove_empty({*files.questions, *by_file})

    def _remove_empty(self, files: set[Path]) -> None:
        """Files that were made empty go, all but the last one."""
        left = len(files)
        for file in sorted(files & self._before.keys()):
            if file.read_bytes().removeprefix(_MARK).strip() == b"[]" and left > 1:
                file.unlink()
                left -= 1

    def _read(self, file: Path, form: type[Any]) -> "_Said":
        """What `file` says, which need not be there; `PackError` where it is no such file."""
        data = file.read_bytes() if file.exists() else b""
        read = read_yaml(file) if data else YamlText()
        problems = list(read.problems)
        if read.value is not None and not isinstance(read.value, form):
            problems.append(
                YamlProblem(1, tr("The file has another form."), tr("Mend it in a text editor."))
            )
        if problems:
            raise PackError(
                f"{shown(file, self._folder)}:{problems[0].line}: {problems[0].message}",
                problems[0].remedy,
            )
        return _Said(file, data.decode("utf-8-sig"), read, has_mark=data.startswith(_MARK))

    def _save_text(self, said: "_Said", text: str) -> None:
        self._save(said.file, (_MARK if said.has_mark else b"") + text.encode())

    def _save(self, file: Path, data: bytes) -> None:
        before = file.read_bytes() if file.exists() else None
        if before == data:
            return
        self._before.setdefault(file, before)
        file.parent.mkdir(exist_ok=True)
        save_file(file, data)


class _Said(NamedTuple):
    """A file, and what it says."""

    file: Path
    text: str
    read: YamlText
    has_mark: bool


class _Search:
    """Which of `files` hold which questions; each is read once, and only where that is needed."""

    def __init__(self, files: Iterable[Path], read: Callable[[Path, type[Any]], _Said]) -> None:
        self._bytes = {file: file.read_bytes() for file in files}
        self._read = read
        self._said: dict[Path, _Said] = {}
        self._ids: dict[Path, set[Any]] = {}

    def file_with(self, key: str) -> Path | None:
        """The file with the question `key`, None where there is none."""
        for file, data in self._bytes.items():
            # Looking for letters is quick, reading YAML takes its time.
            if key.encode() in data and key in self._ids_in(file):
                return file
        return None

    def said(self, file: Path) -> _Said:
        """What `file` says."""
        if file not in self._said:
            self._said[file] = self._read(file, list)
        return self._said[file]

    def _ids_in(self, file: Path) -> set[Any]:
        if file not in self._ids:
            entries = self.said(file).read.value or ()
            self._ids[file] = {each.get("id") for each in entries if isinstance(each, dict)}
        return self._ids[file]
