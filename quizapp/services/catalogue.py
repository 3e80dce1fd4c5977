"""Finding questions in a library, for those who write and mend them."""

from array import array
from collections.abc import Callable, Sequence

from quizapp.catalogue import Find
from quizapp.formats.native.advice import Adviser, stems_of
from quizapp.services.authoring_values import AuthorPack, FirstPage
from quizapp.store.advice_store import AdviceStore
from quizapp.store.database import Database
from quizapp.store.draft_store import DraftStore
from quizapp.store.pack_store import InstalledPack, PackStore
from quizapp.store.search import FoundQuestion, QuestionSearch
from quizapp.translation import tr

Progress = Callable[[int, int, str], None]

FIRST = 100
"""As many rows as no screen shows at once."""


def _silent(done: int, total: int, words: str) -> None:
    del done, total, words


class Catalogue:
    """What stands in a library, and where."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def packs(self) -> tuple[AuthorPack, ...]:
        """Every pack, those that come with the program last."""
        with self._database.reading() as connection:
            store = PackStore(connection)
            counts = store.sizes()
            drafts = [draft.pack for draft in DraftStore(connection).all()]
            packs = [
                author_pack(each, *counts.get(each.id, (0, 0, 0)), drafts.count(each.id))
                for each in store.all()
            ]
        return tuple(sorted(packs, key=lambda each: (each.is_locked, each.title.casefold())))

    def first(self, find: Find, limit: int = FIRST) -> FirstPage:
        """The first rows of what `find` asks for, as quick as can be."""
        with self._database.reading() as connection:
            rows = QuestionSearch(connection).first(find, limit + 1)
        return FirstPage(rows=rows[:limit], has_more=len(rows) > limit)

    def numbers(self, find: Find) -> "array[int]":
        """The numbers of all questions that `find` asks for, in its order."""
        with self._database.reading() as connection:
            return QuestionSearch(connection).numbers(find)

    def rows(self, numbers: Sequence[int], find: Find) -> tuple[FoundQuestion, ...]:
        """These questions, in this order, the hits of `find` marked."""
        with self._database.reading() as connection:
            return QuestionSearch(connection).rows(numbers, find)

    def tags(self, packs: Sequence[int]) -> tuple[tuple[str, int], ...]:
        """The tags of these packs (of all where none is named), each with its questions."""
        with self._database.reading() as connection:
            return QuestionSearch(connection).tags(packs)

    def count_advice(self, report: Progress = _silent) -> None:
        """Look at every question that was not looked at yet for what one would advise.

        Stopping keeps what was done: the next time it goes on there.
        """
        with self._database.reading() as connection:
            packs = PackStore(connection).all()
        for done, pack in enumerate(packs):
            report(done, len(packs), tr("Looking at “{title}”").format(title=pack.manifest.title))
            self._count_advice_of(pack, report)

    def _count_advice_of(self, pack: InstalledPack, report: Progress) -> None:
        with self._database.reading() as connection:
            waiting = AdviceStore(connection).missing(pack.id)
            if not waiting:
                return
            contents = PackStore(connection).contents(pack.id)
        facts = {fact.id: fact for fact in contents.facts}
        adviser = Adviser(facts, contents.manifest.language, stems_of(contents.questions))
        total, done = len(contents.questions), 0
        while waiting:
            counts = {number: len([*adviser.on(each)]) for number, each in waiting.items()}
            done += len(counts)
            report(done, total, tr("Looking at “{title}”").format(title=pack.manifest.title))
            with self._database.writing() as connection:
                store = AdviceStore(connection)
                store.put(counts)
                waiting = store.missing(pack.id)


def author_pack(
    pack: InstalledPack, questions: int = 0, retired: int = 0, facts: int = 0, drafts: int = 0
) -> AuthorPack:
    """A pack as its author sees it."""
    manifest = pack.manifest
    return AuthorPack(
        number=pack.id,
        id=manifest.id,
        title=manifest.title,
        version=manifest.version,
        language=manifest.language,
        origin=pack.origin,
        folder=pack.folder,
        questions=questions,
        retired=retired,
        facts=facts,
        drafts=drafts,
    )
