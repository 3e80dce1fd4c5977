"""Made-up packs and questions to find, and a desk that answers what the page of the library asks.

Any number of questions costs nothing until it is looked at: each is made from its number.
"""

from array import array
from collections.abc import Sequence
from datetime import timedelta

import msgspec
from PySide6.QtCore import QObject, QTimer

from quizapp.catalogue import Find, Flag, Order, read_search
from quizapp.questions import QUESTION_TYPES
from quizapp.services.authoring_values import AuthorPack, DraftView, FoundQuestion
from quizapp.ui.pages.library_page import LibraryPage
from quizapp.values.topics import TOPICS
from tests.samples import NOW

PACKS = (
    AuthorPack(
        number=1,
        id="aldsand",
        title="The lighthouse of Aldsand",
        version="1.0.0",
        language="en",
        origin="library",
        questions=12,
        facts=6,
        drafts=1,
    ),
    AuthorPack(
        number=2,
        id="rivers",
        title="Rivers of the north and the towns that grew beside them",
        version="0.3.0",
        language="en",
        origin="folder",
        folder="/home/aigul/packs/rivers",
        questions=240,
        retired=3,
        facts=80,
    ),
    AuthorPack(
        number=3,
        id="relations",
        title="Israel–Kazakhstan relations",
        version="1.2.0",
        language="en",
        origin="bundled",
        questions=120,
        facts=64,
    ),
)
TAGS = (("coast", 40), ("history", 25), ("lamps", 9), ("very long name of a tag", 3))

_THINGS = (
    "In which year was the lighthouse of {place} built?",
    "About how high is the tower of {place}, measured in metres from high water to its lantern?",
    "Which board kept the lamp of {place} before the coast guard took it over in 1931?",
    "Who was the first keeper at {place}?",
    "Put these events in the history of {place} in the order in which they happened.",
)
_PLACES = ("Aldsand", "Brenmouth", "Corwick", "Dunness", "Eskholm", "Falby", "Grenvik")


def found(number: int, *, retired: bool = False) -> FoundQuestion:
    """The question of this number, always the same one."""
    stem = _THINGS[number % 5].format(place=_PLACES[number % 7])
    return FoundQuestion(
        number=number,
        pack=number % 3 + 1,
        key=f"question-{number}",
        stem=f"{stem} ({number})",
        type=list(QUESTION_TYPES)[number % len(QUESTION_TYPES)],
        topic=TOPICS[number % 5],
        difficulty=number % 5 + 1,
        tags=tuple(tag for tag, _ in TAGS[: number % 4]),
        asked=number % 9 * 4,
        facility=number % 10 / 10 if number % 9 else None,
        changed_at=NOW - timedelta(hours=7 * number),
        retired=retired,
        has_draft=number % 17 == 5,
    )


def marked(question: FoundQuestion, find: Find) -> FoundQuestion:
    """The question with the words that were searched for marked, or a text around them."""
    words = read_search(find.text).words
    if not words:
        return question
    starts = [(question.stem.casefold().find(word.casefold()), len(word)) for word in words]
    marks = tuple(sorted(each for each in starts if each[0] >= 0))
    if marks:
        return msgspec.structs.replace(question, marked=marks)
    snippet = f"… as the harbour board wrote: the {words[0]} was lit at dusk in all weathers …"
    at = snippet.index(words[0])
    return msgspec.structs.replace(question, snippet=snippet, snippet_marked=((at, len(words[0])),))


class Desk(QObject):
    """Answers a page: at once, or with `waits` when the window's thread is free.

    A search for "nothing" finds nothing, one for "lamp" half of all questions.
    """

    def __init__(
        self,
        page: LibraryPage,
        count: int = 40,
        packs: Sequence[AuthorPack] = PACKS,
        *,
        waits: bool = False,
    ) -> None:
        super().__init__(page)
        self.page = page
        self.packs = tuple(packs)
        self.drafts: tuple[DraftView, ...] = ()
        self.count = count
        self.gone: set[int] = set()
        self.finds: list[Find] = []
        self.asked_rows: list[int] = []
        self._waits = waits
        page.refresh_requested.connect(self._on_refresh)
        page.tags_requested.connect(self._on_tags)
        page.find_requested.connect(self._on_find)
        page.rows_requested.connect(self._on_rows)

    def numbers(self, find: Find) -> "array[int]":
        """What `find` finds."""
        if "nothing" in find.text or Flag.LOW_FACILITY in find.flags:
            return array("q")
        step = 2 if "lamp" in find.text else 1
        numbers = array("q", range(1, self.count + 1, step))
        if find.packs or self.gone:
            wanted = set(find.packs) or {1, 2, 3}
            kept = (n for n in numbers if n % 3 + 1 in wanted and n not in self.gone)
            numbers = array("q", kept)
        return numbers[::-1] if find.descending and find.order != Order.ADDED else numbers

    def rows(self, numbers: Sequence[int], find: Find) -> list[FoundQuestion]:
        """These questions."""
        is_retired = Flag.RETIRED in find.flags
        return [marked(found(number, retired=is_retired), find) for number in numbers]

    def _on_refresh(self) -> None:
        self.page.show_packs(self.packs)
        self.page.show_drafts(self.drafts)

    def _on_tags(self) -> None:
        self.page.show_tags(TAGS)

    def _on_find(self, find: Find, generation: int) -> None:
        self.finds.append(find)
        if self._waits:
            QTimer.singleShot(0, self, lambda: self.answer(find, generation))
        else:
            self.answer(find, generation)

    def answer(self, find: Find, generation: int) -> None:
        """First rows, then all numbers."""
        numbers = self.numbers(find)
        first = self.rows(numbers[:100], find)
        self.page.show_first(generation, first, has_more=len(numbers) > 100)
        if len(numbers) > 100:
            self.page.show_numbers(generation, numbers)

    def _on_rows(self, generation: int, first: int, numbers: list[int], find: Find) -> None:
        self.asked_rows.append(first)
        if self._waits:
            rows = self.rows(numbers, find)
            QTimer.singleShot(0, self, lambda: self.page.show_rows(generation, first, rows))
        else:
            self.page.show_rows(generation, first, self.rows(numbers, find))
