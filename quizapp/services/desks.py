"""Changing packs where they are written: in the library, or in their folders of text files.

A change to a pack in a folder goes into its files first; then the library is brought to what they
say, in the same transaction. So both hold the same, and all of a deed is done or nothing of it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from quizapp.errors import PackError, QuizError
from quizapp.facts import AnyFact
from quizapp.formats.native import pack_hash, read_pack
from quizapp.formats.native.entries import fact_entry, manifest_entry, question_entry
from quizapp.formats.native.folder_change import FolderChange
from quizapp.packs import Manifest
from quizapp.questions import AnyQuestion
from quizapp.store.advice_store import AdviceStore
from quizapp.store.database import Database
from quizapp.store.draft_store import DraftStore
from quizapp.store.pack_store import Installed, InstalledPack, PackStore
from quizapp.store.question_store import QuestionStore, StoredQuestion
from quizapp.translation import tr


class PackDesk(Protocol):
    """Where one pack is written. `finish` completes what was put, `take_back` undoes it."""

    def put_question(self, question: AnyQuestion, number: int | None = None) -> None:
        """Add a question, or with `number` change that one; a retired one comes back."""

    def withdraw(self, questions: Sequence[StoredQuestion]) -> None:
        """Retire questions."""

    def let_go(self, question: StoredQuestion) -> None:
        """A question goes to another pack."""

    def put_fact(self, fact: AnyFact) -> None:
        """Add a fact, or change the one of its id."""

    def drop_fact(self, key: str) -> None:
        """Retire a fact."""

    def put_manifest(self, manifest: Manifest) -> None:
        """Change what the pack says of itself."""

    def put_image(self, name: str, data: bytes) -> None:
        """Add an image."""

    def finish(self) -> bool:
        """Complete it; whether facts or details, on which advice rests, have changed."""

    def take_back(self) -> None:
        """Undo what the transaction does not."""


class LibraryDesk:
    """A pack that is written in the library. The transaction around it completes and undoes."""

    def __init__(
        self, pack: InstalledPack, packs: PackStore, questions: QuestionStore, now: datetime
    ) -> None:
        self._number = pack.id
        self._packs = packs
        self._questions = questions
        self._now = now
        self._is_changed = False
        self._has_facts = False

    def put_question(self, question: AnyQuestion, number: int | None = None) -> None:
        self._is_changed = True
        if number is None:
            self._questions.add(self._number, question, self._now)
        else:
            self._questions.revise(number, question, self._now)
            self._questions.set_retired([number], None)

    def withdraw(self, questions: Sequence[StoredQuestion]) -> None:
        self._is_changed = True
        self._questions.set_retired([each.number for each in questions], self._now)

    def let_go(self, question: StoredQuestion) -> None:
        del question
        self._is_changed = True

    def put_fact(self, fact: AnyFact) -> None:
        self._is_changed = self._has_facts = True
        self._packs.put_fact(self._number, fact, self._now)

    def drop_fact(self, key: str) -> None:
        self._is_changed = self._has_facts = True
        self._packs.retire_fact(self._number, key, self._now)

    def put_manifest(self, manifest: Manifest) -> None:
        self._is_changed = self._has_facts = True
        self._packs.put_manifest(self._number, manifest)

    def put_image(self, name: str, data: bytes) -> None:
        self._is_changed = True
        self._packs.put_media(self._number, name, data)

    def finish(self) -> bool:
        """What is in the library is no longer what stands in any file."""
        if self._is_changed:
            self._packs.set_files_hash(self._number, "")
        has_facts, self._has_facts = self._has_facts, False
        return has_facts

    def take_back(self) -> None: ...


class FolderDesk:
    """A pack that is written in a folder, and kept the same in the library."""

    def __init__(self, pack: InstalledPack, packs: PackStore, now: datetime) -> None:
        self._number = pack.id
        self._folder = Path(pack.folder)
        self._packs = packs
        self._now = now
        self._change = FolderChange(self._folder)
        self._is_finished = True

    def put_question(self, question: AnyQuestion, number: int | None = None) -> None:
        del number
        self._changing().put_question(question_entry(question))

    def withdraw(self, questions: Sequence[StoredQuestion]) -> None:
        for each in questions:
            self.let_go(each)

    def let_go(self, question: StoredQuestion) -> None:
        self._changing().drop_question(question.key)

    def put_fact(self, fact: AnyFact) -> None:
        self._changing().put_fact(fact_entry(fact))
        # Questions that are moved here name it before the files are read.
        self._packs.put_fact(self._number, fact, self._now)

    def drop_fact(self, key: str) -> None:
        self._changing().drop_fact(key)

    def put_manifest(self, manifest: Manifest) -> None:
        self._changing().put_manifest(manifest_entry(manifest))

    def put_image(self, name: str, data: bytes) -> None:
        self._changing().put_image(name, data)

    def _changing(self) -> FolderChange:
        self._is_finished = False
        return self._change

    def finish(self) -> bool:
        """Write the files and bring the library to them; `PackError` where they are not sound."""
        if self._is_finished:
            return False
        self._is_finished = True
        try:
            self._change.write()
            bring_in(self._packs, self._folder, self._now)
        except PackError as error:
            raise _to_be_mended(error) from error
        return True

    def take_back(self) -> None:
        """The files as they were."""
        self._change.take_back()


def _to_be_mended(error: PackError) -> PackError:
    return PackError(
        error.message, tr("Mend this in the files of the pack first; your change was not made.")
    )


def bring_in(packs: PackStore, folder: Path, now: datetime) -> Installed:
    """Bring the library to what the files of a pack in a folder say."""
    # First the hash: what is edited while the files are read is then looked at once more.
    files_hash = pack_hash(folder)
    return packs.install(
        read_pack(folder),
        files_hash,
        now,
        _silent,
        origin="folder",
        folder=str(folder),
    )


def stored_question(questions: QuestionStore, number: int) -> StoredQuestion:
    """A question; `QuizError` where there is none."""
    found = questions.get([number]).get(number)
    if found is None:
        raise QuizError(
            tr("This question is not in the library."), tr("Go back and look for it again.")
        )
    return found


class Desks:
    """The desks of one transaction; each pack has one."""

    def __init__(
        self,
        packs: PackStore,
        questions: QuestionStore,
        drafts: DraftStore,
        advice: AdviceStore,
        now: datetime,
    ) -> None:
        self.packs = packs
        self.questions = questions
        self.drafts = drafts
        self._advice = advice
        self.now = now
        self._opened: dict[int, PackDesk] = {}

    def of(self, number: int) -> PackDesk:
        """The desk of a pack; `QuizError` for one that is not to be changed."""
        if number not in self._opened:
            pack = self.packs.get(number)
            if pack.origin == "bundled":
                raise QuizError(
                    tr("“{title}” comes with the program and is not changed.").format(
                        title=pack.manifest.title
                    ),
                    tr("Make a copy of it, and change that."),
                )
            self._opened[number] = (
                self._at_folder(pack)
                if pack.origin == "folder"
                else LibraryDesk(pack, self.packs, self.questions, self.now)
            )
        return self._opened[number]

    def _at_folder(self, pack: InstalledPack) -> FolderDesk:
        """Edits by hand come in before the files are changed: none is written over unseen."""
        try:
            if pack_hash(Path(pack.folder)) != pack.files_hash:
                bring_in(self.packs, Path(pack.folder), self.now)
        except PackError as error:
            raise _to_be_mended(error) from error
        return FolderDesk(pack, self.packs, self.now)

    def stored(self, number: int) -> StoredQuestion:
        """A question; `QuizError` where there is none."""
        return stored_question(self.questions, number)

    def move(self, stored: StoredQuestion, pack: int, question: AnyQuestion) -> None:
        """Let a question go on in another pack, as `question`, with every record of it."""
        target = self.of(pack)
        self.of(stored.pack).let_go(stored)
        self.questions.move(stored.number, pack, question, self.now)
        self.drafts.move(stored.number, pack)
        target.put_question(question, stored.number)

    def finish(self) -> None:
        """Complete what was put on every desk."""
        for number, desk in self._opened.items():
            if desk.finish():
                self._advice.forget(number)

    def take_back(self) -> None:
        """Undo what the transaction does not; one folder that cannot be does not keep others."""
        for desk in self._opened.values():
            with suppress(QuizError, OSError):
                desk.take_back()


@contextmanager
def at_desks(database: Database, now: datetime) -> Iterator[Desks]:
    """Change packs: all of it is done when this ends, nothing when it raises."""
    opened: Desks | None = None
    try:
        with database.writing() as connection:
            opened = Desks(
                PackStore(connection),
                QuestionStore(connection),
                DraftStore(connection),
                AdviceStore(connection),
                now,
            )
            yield opened
            opened.finish()
    except BaseException:
        if opened is not None:
            opened.take_back()
        raise


def _silent(done: int, total: int) -> None:
    del done, total
