"""The files of a pack: which ones there are, and which of them may be read.

Only regular files inside the pack's folder are ever opened. Files that begin with a dot are left to
the programs that made them.
"""

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizapp.formats.native.problems import PackProblem, Severity, printable
from quizapp.translation import tr
from quizapp.values.images import MEDIA_FOLDER, is_media_name

MANIFEST, FACTS, QUESTIONS = "pack.yaml", "facts.yaml", "questions"
OTHER_FACTS = "facts.yml"
"""What an author may call it by mistake."""
MAX_FILES = 1_000
MAX_PACK_BYTES = 64_000_000
"""Of text."""
MAX_IMAGES = 1_000
MAX_MEDIA_BYTES = 128_000_000
_ENDINGS = {".yaml", ".yml"}


class PackFiles(NamedTuple):
    """The readable files, None for a missing one, and what is wrong with the others."""

    manifest: Path | None
    facts: Path | None
    questions: tuple[Path, ...]
    media: tuple[Path, ...]
    problems: tuple[PackProblem, ...]

    def all(self) -> tuple[Path, ...]:
        """The files in the order they are read."""
        texts = (self.manifest, self.facts, *self.questions)
        return (*(file for file in texts if file), *self.media)

    @property
    def errors(self) -> tuple[PackProblem, ...]:
        """The problems that keep the pack out."""
        return tuple(each for each in self.problems if each.severity == "error")


def shown(file: Path, folder: Path) -> str:
    """The name of `file` as problems tell it."""
    return printable(file.relative_to(folder).as_posix())


def pack_files(folder: Path) -> PackFiles:
    """The files of the pack in `folder`; no file is given where there are too many or too much."""
    return _Listing(folder).files()


def files_digest(folder: Path, files: Iterable[Path]) -> str:
    """A name for what `files` hold; `OSError` where one cannot be read."""
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        data = file.read_bytes()
        name = os.fsencode(file.relative_to(folder).as_posix())
        digest.update(name + f"\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


class _Listing:
    """One look at one folder; collects problems as it goes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[PackProblem] = []
        self._bytes = 0

    def files(self) -> PackFiles:
        manifest, facts = self._named(MANIFEST), self._named(FACTS)
        questions = self._question_files()
        if len(questions) > MAX_FILES:
            return self._none(
                tr("The pack has {n:,} files of questions.").format(n=len(questions)),
                tr("Put them into {n:,} files at most.").format(n=MAX_FILES),
            )
        readable = tuple(file for file in questions if self._may_be_read(file))
        if self._bytes > MAX_PACK_BYTES:
            return self._none(*_too_much(self._bytes, MAX_PACK_BYTES))
        return PackFiles(manifest, facts, readable, self._media(), tuple(self._problems))

    def _none(self, message: str, remedy: str) -> PackFiles:
        self._tell(self._folder / QUESTIONS, message, remedy)
        return PackFiles(None, None, (), (), tuple(self._problems))

    def _media(self) -> tuple[Path, ...]:
        """The images; none where there are too many or too much, which is told."""
        self._bytes = 0
        folder = self._folder / MEDIA_FOLDER
        found = [file for file in self._listed(folder) if self._is_image(file)]
        if len(found) > MAX_IMAGES:
            self._tell(
                folder,
                tr("The pack has {n:,} images.").format(n=len(found)),
                tr("Keep it to {n:,}, and make a second pack of the rest.").format(n=MAX_IMAGES),
            )
            return ()
        self._tell_clashes(found)
        readable = tuple(file for file in found if self._may_be_read(file))
        if self._bytes > MAX_MEDIA_BYTES:
            self._tell(folder, *_too_much(self._bytes, MAX_MEDIA_BYTES))
            return ()
        return readable

    def _is_image(self, file: Path) -> bool:
        """Whether the name of `file` is one for an image; what else stands there is told."""
        if is_media_name(f"{MEDIA_FOLDER}/{file.name}"):
            return True
        if file.suffix.lower() == ".svg":
            self._tell(
                file,
                tr("SVG drawings are not read, since they could hold more than a picture."),
                tr("Convert it to PNG."),
                "advice",
            )
        else:
            self._tell(
                file,
                tr("This is not read: it is not called as images are."),
                tr(
                    "Use letters, digits and hyphens, and one of the endings .png, .jpg, .gif"
                    " and .webp; or put it elsewhere."
                ),
                "advice",
            )
        return False

    def _tell_clashes(self, found: Iterable[Path]) -> None:
        """Not every file system tells names apart that differ in capitals only."""
        first: dict[str, str] = {}
        for file in found:
            other = first.setdefault(file.name.lower(), file.name)
            if other != file.name:
                self._tell(
                    file,
                    tr("“{other}” is called the same but for capitals.").format(other=other),
                    tr("Give it a name of its own."),
                )

    def _named(self, name: str) -> Path | None:
        file = self._folder / name
        other = file.with_suffix(".yml")
        if not os.path.lexists(file):
            if os.path.lexists(other):
                self._tell(
                    other,
                    tr("This file is not read."),
                    tr("Call it {name}.").format(name=name),
                )
            return None
        return file if self._may_be_read(file) else None

    def _question_files(self) -> list[Path]:
        found = self._listed(self._folder / QUESTIONS)
        for file in found:
            if file.suffix.lower() not in _ENDINGS:
                self._tell(
                    file,
                    tr("This is not read: its name does not end in .yaml."),
                    tr("Rename it, or put it elsewhere."),
                    "advice",
                )
        return [file for file in found if file.suffix.lower() in _ENDINGS]

    def _listed(self, folder: Path) -> list[Path]:
        """What stands in a folder of the pack, which need not be there."""
        if not os.path.lexists(folder) or self._leads_out(folder):
            return []
        try:
            return sorted(file for file in folder.iterdir() if not file.name.startswith("."))
        except OSError as error:
            self._tell(folder, tr("The folder cannot be read."), str(error.strerror or ""))
            return []

    def _may_be_read(self, file: Path) -> bool:
        if self._leads_out(file):
            return False
        try:
            status = file.stat()
        except OSError as error:
            self._tell(file, tr("The file cannot be read."), str(error.strerror or ""))
            return False
        if not stat.S_ISREG(status.st_mode):
            self._tell(
                file, tr("This is no ordinary file."), tr("Put a file of text in its place.")
            )
            return False
        self._bytes += status.st_size
        return True

    def _leads_out(self, path: Path) -> bool:
        try:
            leads_out = not path.resolve().is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError):  # links in a circle
            leads_out = True
        if leads_out:
            self._tell(path, tr("This is a link out of the pack."), tr("Put the file itself here."))
        return leads_out

    def _tell(self, file: Path, message: str, remedy: str, severity: Severity = "error") -> None:
        self._problems.append(
            PackProblem(
                file=shown(file, self._folder),
                line=1,
                message=message,
                remedy=remedy,
                severity=severity,
            )
        )


def _too_much(count: int, most: int) -> tuple[str, str]:
    return (
        tr("The files here have {n:,} bytes.").format(n=count),
        tr("Keep them to {n:,}, and make a second pack of the rest.").format(n=most),
    )
