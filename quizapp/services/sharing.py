"""Packs going out of a library and coming in, and those that are open in their folders."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from quizapp.errors import LibraryChangedError, PackError, QuizError
from quizapp.facts import AnyFact
from quizapp.formats.native import check_pack, pack_hash, read_pack
from quizapp.formats.native.archive import write_quizpack
from quizapp.formats.native.writing import write_pack
from quizapp.packs import Pack
from quizapp.questions import AnyQuestion, media_names, type_name
from quizapp.services.authoring_values import (
    AuthorPack,
    FolderState,
    ImportPreview,
    ItemChange,
    Relation,
)
from quizapp.services.catalogue import author_pack
from quizapp.services.desks import bring_in
from quizapp.services.library import Library
from quizapp.store.database import Database
from quizapp.store.pack_store import Installed, InstalledPack, PackStore
from quizapp.store.question_store import QuestionStore
from quizapp.translation import tr
from quizapp.values.versions import is_newer

Progress = Callable[[int, int, str], None]


def _silent(done: int, total: int, words: str) -> None:
    del done, total, words


class Sharing:
    """What goes between a library and the files of packs."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

    # In

    def preview(self, path: Path, *, as_id: str = "") -> ImportPreview:
        """What would come of importing the pack at `path`, a file or a folder.

        With `as_id` it is looked at as if it had that id. `PackError` where it is not sound.
        Nothing is changed.
        """
        files_hash = pack_hash(path)
        checked = check_pack(path)
        if checked.pack is None:
            read_pack(path)  # which tells in words what is wrong
            raise PackError(tr("The pack at {path} cannot be used.").format(path=path))
        pack = _renamed(checked.pack, as_id)
        advice = tuple(str(each) for each in checked.problems)
        with self._database.reading() as connection:
            packs = PackStore(connection)
            number = packs.number_of(pack.manifest.id)
            if number is None:
                return _preview(path, files_hash, pack, advice)
            present = packs.contents(number)
            answers = QuestionStore(connection).answers_by_key(number)
        return _preview(path, files_hash, pack, advice, present, answers)

    def import_pack(
        self,
        path: Path,
        now: datetime,
        *,
        files_hash: str = "",
        as_id: str = "",
        report: Progress = _silent,
    ) -> Installed:
        """Put in the pack at `path`, under the id `as_id` where one is given.

        `files_hash` is that of the preview: `LibraryChangedError` where the files have changed
        since. A pack that is open in its folder is not written over.
        """
        if files_hash and pack_hash(path) != files_hash:
            raise LibraryChangedError(
                tr("The pack has changed since you looked at it."), tr("Look at it once more.")
            )
        self._check_no_folder(as_id or read_pack(path).manifest.id)
        return self._library.install(path, now, report, as_id=as_id)

    def _check_no_folder(self, key: str) -> None:
        with self._database.reading() as connection:
            packs = PackStore(connection)
            number = packs.number_of(key)
            present = packs.get(number) if number is not None else None
        if present is not None and present.origin == "folder":
            raise QuizError(
                tr("“{title}” is open in the folder {folder}.").format(
                    title=present.manifest.title, folder=present.folder
                ),
                tr("Put the new files there, or close the folder first."),
            )

    # Out

    def export(
        self,
        number: int,
        target: Path,
        *,
        version: str = "",
        numbers: Sequence[int] | None = None,
        report: Progress = _silent,
    ) -> Path:
        """Write a pack, or only the questions with these `numbers`, to `target`.

        A name that ends in `.quizpack` makes a file, any other one a folder, which must be new.
        `version` becomes that of the pack, here too where its author may change it.
        """
        words = tr("Reading the pack")
        report(0, 2, words)
        with self._database.reading() as connection:
            packs = PackStore(connection)
            is_own = packs.get(number).origin == "library"
            pack = packs.contents(number)
            if numbers is not None:
                chosen = {each.key for each in QuestionStore(connection).get(numbers).values()}
                pack = _part_of(pack, chosen)
        if not pack.questions:
            raise QuizError(
                tr("There is no question to export."), tr("Write one, or choose other questions.")
            )
        if version:
            manifest = msgspec.structs.replace(pack.manifest, version=version)
            pack = msgspec.structs.replace(pack, manifest=manifest)
        report(1, 2, tr("Writing {file}").format(file=target.name))
        if target.suffix.lower() == ".quizpack":
            write_quizpack(_with_named_images(pack), target)
        else:
            write_pack(_with_named_images(pack), target)
        if is_own and version:  # once the file is there
            with self._database.writing() as connection:
                PackStore(connection).put_manifest(number, pack.manifest)
        report(2, 2, tr("Writing {file}").format(file=target.name))
        return target

    def pack_of(self, numbers: Sequence[int]) -> int:
        """The pack that all questions with these numbers are in; `QuizError` for several."""
        with self._database.reading() as connection:
            packs = {each.pack for each in QuestionStore(connection).get(numbers).values()}
        if not packs:
            raise QuizError(
                tr("These questions are not in the library."), tr("Go back and choose others.")
            )
        if len(packs) > 1:
            raise QuizError(
                tr("These questions are in {n} packs.").format(n=len(packs)),
                tr("A file holds one pack: choose questions of one."),
            )
        return packs.pop()

    # In place

    def open_in_place(self, folder: Path, now: datetime) -> AuthorPack:
        """Use the pack in `folder` from there: changes to its files come into the library."""
        folder = folder.resolve()
        files_hash = pack_hash(folder)
        pack = read_pack(folder)
        with self._database.reading() as connection:
            packs = PackStore(connection)
            number = packs.number_of(pack.manifest.id)
            present = packs.get(number) if number is not None else None
        if present is not None and present.origin == "bundled":
            raise QuizError(
                tr("“{title}” comes with the program and is not changed.").format(
                    title=present.manifest.title
                ),
                tr("Give the pack in the folder another id."),
            )
        self._library.back_up_before([pack.manifest.id], now)
        with self._database.writing() as connection:
            packs = PackStore(connection)
            place = str(folder)
            packs.install(pack, files_hash, now, _untold, origin="folder", folder=place)
            return author_pack(packs.get(packs.number_of(pack.manifest.id) or 0))

    def stop_in_place(self, number: int) -> None:
        """Leave the folder alone from now on; the pack stays as it is, in the library."""
        with self._database.writing() as connection:
            PackStore(connection).set_place(number, "library", "")

    def folders(self) -> tuple[AuthorPack, ...]:
        """The packs that are open in their folders."""
        with self._database.reading() as connection:
            packs = PackStore(connection).all()
        return tuple(author_pack(each) for each in packs if each.origin == "folder")

    def look(self, now: datetime) -> tuple[FolderState, ...]:
        """Bring in what has changed in the folders of open packs; what is wrong is told."""
        with self._database.reading() as connection:
            opened = [each for each in PackStore(connection).all() if each.origin == "folder"]
        return tuple(self._look_at(each, now) for each in opened)

    def _look_at(self, present: InstalledPack, now: datetime) -> FolderState:
        folder = Path(present.folder)
        state = FolderState(
            pack=present.id,
            title=present.manifest.title,
            folder=present.folder,
            is_changed=False,
        )
        try:
            if pack_hash(folder) == present.files_hash:
                return state
            _check_same(present, read_pack(folder))
            with self._database.writing() as connection:
                counts = bring_in(PackStore(connection), folder, now)
        except PackError as error:
            return msgspec.structs.replace(state, problems=(str(error),))
        return msgspec.structs.replace(
            state,
            is_changed=True,
            new=counts.new,
            changed=counts.changed,
            retired=counts.retired,
        )


def _renamed(pack: Pack, name: str) -> Pack:
    if not name:
        return pack
    manifest = msgspec.structs.replace(pack.manifest, id=name)
    return msgspec.structs.replace(pack, manifest=manifest)


def _untold(done: int, total: int) -> None:
    del done, total


def _check_same(present: InstalledPack, found: Pack) -> None:
    if found.manifest.id != present.manifest.id:
        raise PackError(
            tr("The pack in {folder} has another id now: “{id}”.").format(
                folder=present.folder, id=found.manifest.id
            ),
            tr("Give it the id “{id}” again, or open the folder anew.").format(
                id=present.manifest.id
            ),
        )


def _preview(
    path: Path,
    files_hash: str,
    pack: Pack,
    advice: tuple[str, ...],
    present: Pack | None = None,
    answers: Mapping[str, int] | None = None,
) -> ImportPreview:
    manifest = pack.manifest
    before = {each.id: each for each in present.questions} if present else {}
    after = {each.id: each for each in pack.questions}
    changed = [
        key
        for key, question in after.items()
        if key in before and _differs(before[key], question, present, pack)
    ]
    answered = answers or {}
    facts_before = {each.id: each for each in present.facts} if present else {}
    facts_after = {each.id: each for each in pack.facts}
    is_equal = present is not None and before.keys() == after.keys() and not changed
    return ImportPreview(
        path=str(path),
        id=manifest.id,
        title=manifest.title,
        version=manifest.version,
        language=manifest.language,
        authors=manifest.authors,
        licence=manifest.licence,
        present=present.manifest.version if present else "",
        present_title=present.manifest.title if present else "",
        relation=_relation(pack, present, is_equal=is_equal),
        new=tuple(_item(each, "", 0) for key, each in after.items() if key not in before),
        changed=tuple(_item(after[key], before[key].stem, answered.get(key, 0)) for key in changed),
        gone=tuple(
            _item(each, "", answered.get(key, 0))
            for key, each in before.items()
            if key not in after
        ),
        unchanged=len(after.keys() & before.keys()) - len(changed),
        facts=len(pack.facts),
        changed_facts=len(
            [key for key, fact in facts_after.items() if facts_before.get(key, fact) != fact]
        ),
        gone_facts=len(facts_before.keys() - facts_after.keys()),
        images=len(pack.media),
        advice=advice,
        files_hash=files_hash,
    )


def _differs(before: AnyQuestion, after: AnyQuestion, present: Pack | None, pack: Pack) -> bool:
    if before != after:
        return True
    had = present.media if present else {}
    return any(had.get(name) != pack.media.get(name) for name in media_names(after))


def _item(question: AnyQuestion, before: str, answers: int) -> ItemChange:
    return ItemChange(
        id=question.id,
        type=type_name(question),
        stem=question.stem,
        before=before,
        answers=answers,
    )


def _relation(pack: Pack, present: Pack | None, *, is_equal: bool) -> Relation:
    """What a pack that comes in is to the one that has its id.

    Two packs are taken for different ones where neither the title nor any question is the same.
    """
    if present is None:
        return "new"
    mine, theirs = present.manifest, pack.manifest
    shared = {each.id for each in present.questions} & {each.id for each in pack.questions}
    if mine.title != theirs.title and not shared:
        return "other"
    if is_newer(theirs.version, mine.version):
        return "newer"
    if is_newer(mine.version, theirs.version):
        return "older"
    is_same = is_equal and mine == theirs and present.facts == pack.facts
    return "same" if is_same else "changed"


def _part_of(pack: Pack, keys: set[str]) -> Pack:
    """The questions with these ids, and the facts that they rest on."""
    questions = tuple(each for each in pack.questions if each.id in keys)
    facts = {fact.id: fact for fact in pack.facts}
    needed = _with_what_they_name(facts, (key for each in questions for key in each.facts))
    return msgspec.structs.replace(
        pack, questions=questions, facts=tuple(each for each in pack.facts if each.id in needed)
    )


def _with_what_they_name(facts: Mapping[str, AnyFact], keys: Iterable[str]) -> set[str]:
    needed: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in needed and key in facts:
            needed.add(key)
            waiting += facts[key].about
    return needed


def _with_named_images(pack: Pack) -> Pack:
    """Without images that no question names."""
    named = {name for question in pack.questions for name in media_names(question)}
    media = {name: data for name, data in pack.media.items() if name in named}
    return msgspec.structs.replace(pack, media=media)
