"""Writing questions: what the editor opens, checks, saves and keeps."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from rapidfuzz import fuzz

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.facts import AnyFact, kind_of
from quizapp.formats.native.entries import (
    CheckedEntry,
    EntryContext,
    check_question_entry,
    question_entry,
)
from quizapp.questions import AnyQuestion
from quizapp.services.authoring_values import (
    Alike,
    DraftView,
    EditorStart,
    Entry,
    PackContents,
    Saved,
    Surroundings,
)
from quizapp.services.catalogue import author_pack
from quizapp.services.desks import Desks, at_desks, stored_question
from quizapp.store.database import Database
from quizapp.store.draft_store import DraftStore, StoredDraft
from quizapp.store.likeness import similar
from quizapp.store.pack_store import PackStore
from quizapp.store.question_store import QuestionStore
from quizapp.store.search import QuestionSearch
from quizapp.translation import tr
from quizapp.values.folding import fold
from quizapp.values.images import image_names, is_media_name, read_image_info, without_images
from quizapp.values.media_names import media_name
from quizapp.values.slugs import free_name, slug

LEAST_LIKENESS = 0.9
MOST_ALIKE = 3
CANDIDATES = 30
TELLING_WORDS = 5
MOST_FACTS = 2_000


class Authoring:
    """What the editor of questions does with a library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: tuple[tuple[int, int], bool, EntryContext] | None = None

    # Opening

    def editor(self, number: int) -> EditorStart:
        """The question `number` to be changed, with its draft where there is one."""
        with self._database.reading() as connection:
            packs, questions = PackStore(connection), QuestionStore(connection)
            stored = stored_question(questions, number)
            draft = DraftStore(connection).of_question(number)
            saved = question_entry(stored.question)
            # The id is the question's, which may be another one in the pack it is in now.
            entry = {**_decoded(draft), "id": saved["id"]} if draft else saved
            return EditorStart(
                contents=_contents(packs, stored.pack, entry, saved),
                number=number,
                revision=(draft.revision if draft else None) or stored.revision,
                entry=entry,
                saved=saved,
                draft=draft.id if draft else None,
                draft_at=draft.saved_at if draft else None,
                is_retired=stored.retired_at is not None,
            )

    def new_question(self, pack: int, kind: str, fact: str = "") -> EditorStart:
        """A question of the type `kind` to be written, about `fact` where one is named."""
        with self._database.reading() as connection:
            packs = PackStore(connection)
            about = next(iter(packs.facts_with(pack, [fact])), None)
            entry = _blank(kind, about)
            contents = _contents(packs, pack, entry)
        return EditorStart(contents=contents, number=None, revision=None, entry=entry, saved=entry)

    def resume_draft(self, number: int) -> EditorStart:
        """The draft `number`, to go on with."""
        with self._database.reading() as connection:
            draft = DraftStore(connection).get(number)
            if draft is None:
                raise QuizError(
                    tr("This draft is gone: it was saved or dropped."),
                    tr("Go back to the library."),
                )
            if draft.question is None:
                packs = PackStore(connection)
                entry = _decoded(draft)
                return EditorStart(
                    contents=_contents(packs, draft.pack, entry),
                    number=None,
                    revision=None,
                    entry=entry,
                    saved=_blank(str(entry.get("type", "")), None),
                    draft=draft.id,
                    draft_at=draft.saved_at,
                )
        return self.editor(draft.question)

    def drafts(self) -> tuple[DraftView, ...]:
        """Every question that was begun and not saved, the latest first."""
        with self._database.reading() as connection:
            titles = PackStore(connection).titles()
            drafts = DraftStore(connection).all()
        views = [_draft_view(draft, titles.get(draft.pack, "")) for draft in drafts]
        return tuple(sorted(views, key=lambda each: each.saved_at, reverse=True))

    def surroundings(self, pack: int) -> Surroundings:
        """What questions of a pack can name."""
        with self._database.reading() as connection:
            facts = PackStore(connection).facts(pack)
            tags = QuestionSearch(connection).tags([pack])
        return Surroundings(facts=facts, tags=tuple(tag for tag, _ in tags))

    # Checking

    def check(self, pack: int, entry: Entry, number: int | None = None) -> CheckedEntry:
        """What is wrong with `entry` in its pack, and what one would advise; never raises on it."""
        with self._database.reading() as connection:
            packs, questions = PackStore(connection), QuestionStore(connection)
            return self._checked(packs, questions, pack, entry, number)

    def _checked(
        self,
        packs: PackStore,
        questions: QuestionStore,
        pack: int,
        entry: Entry,
        number: int | None,
    ) -> CheckedEntry:
        context = self._context(packs, pack, entry)
        entry = _with_id(entry, questions, pack)
        taken = questions.number_of(pack, str(entry["id"]))
        if taken is not None and taken != number:
            context = msgspec.structs.replace(context, taken_ids={str(entry["id"])})
        return check_question_entry(entry, context)

    def alike(self, entry: Entry, number: int | None = None) -> tuple[Alike, ...]:
        """Questions of the library that ask for much the same as `entry`, the likest first."""
        asked = fold(f"{entry.get('stem', '')} {entry.get('text', '')}")
        words = sorted(set(asked.split()), key=len, reverse=True)[:TELLING_WORDS]
        if not words:
            return ()
        with self._database.reading() as connection:
            near = similar(connection, words, CANDIDATES)
            found = QuestionStore(connection).get([each for each in near if each != number])
            titles = PackStore(connection).titles()
        scored = [
            Alike(
                number=each.number,
                pack=titles.get(each.pack, ""),
                stem=each.question.stem,
                likeness=fuzz.token_sort_ratio(asked, fold(_asked_text(each.question))) / 100,
            )
            for each in found.values()
            if each.retired_at is None
            and _numbers(asked) == _numbers(fold(_asked_text(each.question)))
        ]
        likest = sorted(scored, key=lambda each: each.likeness, reverse=True)
        return tuple(each for each in likest[:MOST_ALIKE] if each.likeness >= LEAST_LIKENESS)

    def _context(self, packs: PackStore, pack: int, entry: Entry) -> EntryContext:
        """What an entry is checked against; kept, since the editor asks at every pause.

        In a pack with very many facts it is held against those that it names alone.
        """
        state = (pack, self._database.changes)
        if self._known is None or self._known[0] != state:
            manifest = packs.get(pack).manifest
            is_large = packs.fact_count(pack) > MOST_FACTS
            known = () if is_large else packs.facts(pack)
            context = EntryContext(
                manifest=manifest,
                facts={fact.id: fact for fact in known},
                media=frozenset(packs.media_names(pack)),
                taken_ids=frozenset(),
            )
            self._known = state, is_large, context
        _, is_large, context = self._known
        if not is_large:
            return context
        named = packs.facts_with(pack, _facts_in(entry))
        return msgspec.structs.replace(context, facts={fact.id: fact for fact in named})

    def forget(self) -> None:
        """Look at packs anew when next asked: another program may have changed them."""
        self._known = None

    # Keeping

    def save(
        self,
        pack: int,
        entry: Entry,
        now: datetime,
        *,
        number: int | None = None,
        revision: int | None = None,
        draft: int | None = None,
    ) -> Saved:
        """Save a question, a new one without `number`; its draft goes.

        `QuizError` where errors are left, `LibraryChangedError` where it is no longer at the
        `revision` that the editor began with; None for whatever it is at.
        """
        with at_desks(self._database, now) as desks:
            desk = desks.of(pack)
            if number is not None and revision is not None:
                _check_unchanged(desks, number, revision)
            self.forget()  # what is known may be older than this transaction, or be taken back
            question = _sound(self._checked(desks.packs, desks.questions, pack, entry, number))
            self.forget()
            desk.put_question(question, number)
            desks.finish()
            known = desks.questions.number_of(pack, question.id) if number is None else number
            stored = desks.stored(known or 0)
            desks.drafts.drop_of(stored.number)
            if draft is not None:
                desks.drafts.drop(draft)
        return Saved(number=stored.number, revision=stored.revision, is_new=number is None)

    def keep_draft(
        self,
        pack: int,
        entry: Entry,
        now: datetime,
        *,
        number: int | None = None,
        revision: int | None = None,
        draft: int | None = None,
    ) -> int:
        """Keep what is not finished, and the revision it began from; gives the draft's number."""
        with self._database.writing() as connection:
            body = msgspec.json.encode(entry)
            drafts = DraftStore(connection)
            return drafts.put(pack, number, body, now, draft, revision=revision)

    def drop_draft(self, draft: int) -> None:
        """Forget what was not finished."""
        with self._database.writing() as connection:
            DraftStore(connection).drop(draft)

    def add_image(self, pack: int, file_name: str, data: bytes, now: datetime) -> str:
        """Put an image into the pack; gives the name that questions call it.

        `QuizError` where it is no image that a pack can hold.
        """
        name = media_name(file_name, data, read_image_info(data).kind)
        with at_desks(self._database, now) as desks:
            if name not in desks.packs.media_names(pack):
                desks.of(pack).put_image(name, data)
        return name


def _contents(packs: PackStore, pack: int, *entries: Entry) -> PackContents:
    """The pack, with the facts and images that any of `entries` names."""
    installed = packs.get(pack)
    names = dict.fromkeys(name for entry in entries for name in _images_in(entry))
    return PackContents(
        pack=author_pack(installed),
        manifest=installed.manifest,
        facts=packs.facts_with(pack, _facts_in(*entries)),
        media=packs.media(pack, list(names)) if names else {},
    )


def _facts_in(*entries: Entry) -> list[str]:
    """The ids of facts that entries name, whatever stands in them."""
    given = (entry.get("facts") for entry in entries)
    lists = (each for each in given if isinstance(each, list))
    return list(dict.fromkeys(key for keys in lists for key in keys if isinstance(key, str)))


def _images_in(value: Any) -> Iterator[str]:  # noqa: ANN401
    """The names of images anywhere in an entry."""
    if isinstance(value, str):
        yield from image_names(value)
        if is_media_name(value):
            yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _images_in(inner)


def _blank(kind: str, fact: AnyFact | None) -> Entry:
    """A question of which nothing is written yet."""
    entry: Entry = {"type": kind, "stem": ""}
    return {**entry, "topic": kind_of(fact), "facts": [fact.id]} if fact else entry


def _decoded(draft: StoredDraft) -> Entry:
    entry: dict[str, Any] = msgspec.json.decode(draft.entry, type=dict[str, Any])
    return entry


def _draft_view(draft: StoredDraft, title: str) -> DraftView:
    entry = _decoded(draft)
    return DraftView(
        draft=draft.id,
        pack=draft.pack,
        pack_title=title,
        question=draft.question,
        stem=str(entry.get("stem", "")),
        type=str(entry.get("type", "")),
        saved_at=draft.saved_at,
    )


def _with_id(entry: Entry, questions: QuestionStore, pack: int) -> Entry:
    """`entry` with an id made from its stem where its author gave none."""
    if entry.get("id"):
        return entry
    name = slug(without_images(str(entry.get("stem", ""))), "question")
    return {**entry, "id": free_name(name, _Taken(questions, pack))}


class _Taken:
    """The ids of a pack, asked for one by one."""

    def __init__(self, questions: QuestionStore, pack: int) -> None:
        self._questions = questions
        self._pack = pack

    def __contains__(self, key: object) -> bool:
        return self._questions.number_of(self._pack, str(key)) is not None


def _sound(checked: CheckedEntry) -> AnyQuestion:
    if checked.question is None:
        first = next(each for each in checked.problems if each.severity == "error")
        raise QuizError(
            tr("The question cannot be saved yet: {problem}").format(problem=first.message),
            first.remedy,
        )
    return checked.question


def _check_unchanged(desks: Desks, number: int, revision: int) -> None:
    if desks.stored(number).revision != revision:
        raise LibraryChangedError(
            tr("This question was changed elsewhere while you worked on it."),
            tr("Your text is kept as a draft. See in the history what became of it."),
        )


def _asked_text(question: AnyQuestion) -> str:
    return f"{question.stem} {getattr(question, 'text', '')}"


def _numbers(text: str) -> list[str]:
    """What is asked of 2004 is not what is asked of 2009, however like the words are."""
    return [word for word in text.split() if any(map(str.isdigit, word))]
