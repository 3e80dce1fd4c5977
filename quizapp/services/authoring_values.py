"""What services give to those who write packs: plain values, ready to show."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from quizapp.facts import AnyFact, FactKind
from quizapp.packs import Manifest
from quizapp.store.search import FoundQuestion as FoundQuestion

Entry = dict[str, Any]
"""A question, a fact or a pack's details as their YAML holds them, also half-finished."""

Origin = Literal["library", "bundled", "folder"]
"""Where a pack is written: in the library, with the program, or in a folder of text files."""


class AuthorPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack as its author sees it. `number` is the bank's; counts are of what is not retired."""

    number: int
    id: str
    title: str
    version: str
    language: str
    origin: Origin
    folder: str = ""
    questions: int = 0
    retired: int = 0
    facts: int = 0
    drafts: int = 0

    @property
    def is_locked(self) -> bool:
        """Whether it can only be copied: what comes with the program is not changed."""
        return self.origin == "bundled"


class FirstPage(msgspec.Struct, frozen=True, kw_only=True):
    """The first rows of a search, and whether there are others."""

    rows: tuple[FoundQuestion, ...]
    has_more: bool


class PackContents(msgspec.Struct, frozen=True, kw_only=True):
    """What the editor needs to know of a pack: the facts and images that the question names."""

    pack: AuthorPack
    manifest: Manifest
    facts: tuple[AnyFact, ...]
    media: dict[str, bytes]


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What a question of a pack can name: all of its facts, and the tags of the others."""

    facts: tuple[AnyFact, ...]
    tags: tuple[str, ...]


class EditorStart(msgspec.Struct, frozen=True, kw_only=True):
    """A question about to be written. `number` and `revision` are None for one that is new.

    `entry` is what to go on with: the draft where there is one, else what was saved.
    """

    contents: PackContents
    number: int | None
    revision: int | None
    entry: Entry
    saved: Entry
    draft: int | None = None
    draft_at: datetime | None = None
    is_retired: bool = False


class Alike(msgspec.Struct, frozen=True, kw_only=True):
    """Another question that asks for much the same. `likeness` is 0…1."""

    number: int
    pack: str
    stem: str
    likeness: float


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What a save came to: the question's number and its present revision."""

    number: int
    revision: int
    is_new: bool


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One field that two revisions have differently; texts as they are written, "" for none."""

    field: str
    before: str
    after: str


class RevisionView(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it was saved at a time, and what had changed since the revision before."""

    revision: int
    made_at: datetime
    is_current: bool
    entry: Entry
    differences: tuple[Difference, ...]
    answers: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What one deed on many questions did, so that it can be taken back."""

    words: str
    count: int
    undo: tuple[Any, ...] = ()


class DraftView(msgspec.Struct, frozen=True, kw_only=True):
    """A question that was begun and not saved."""

    draft: int
    pack: int
    pack_title: str
    question: int | None
    stem: str
    type: str
    saved_at: datetime


class FactView(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with what asks for it. `questions` are numbers and stems; `references` are texts."""

    fact: AnyFact
    kind: FactKind
    value: str
    section: str
    references: tuple[str, ...]
    questions: tuple[tuple[int, str, str], ...]
    """Number, type and stem of each question that asks for it."""


class FactsView(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of a pack, in their order."""

    pack: AuthorPack
    manifest: Manifest
    facts: tuple[FactView, ...]

    @property
    def unasked(self) -> int:
        """How many facts no question asks for."""
        return sum(not fact.questions for fact in self.facts)


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A dated fact; `sort` orders it, `date` is in words, `questions` ask for it.

    `normal_form` is the date as packs write it: how exactly it is known is seen from that.
    """

    sort: float
    year: int
    date: str
    statement: str
    section: str
    fact: str
    questions: int
    normal_form: str = ""


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """All dated facts of a pack, the earliest first."""

    pack: AuthorPack
    entries: tuple[TimelineEntry, ...]


class ItemChange(msgspec.Struct, frozen=True, kw_only=True):
    """A question that an import would bring, change or take away. `answers` are on record."""

    id: str
    type: str
    stem: str
    before: str = ""
    answers: int = 0


Relation = Literal["new", "same", "newer", "older", "changed", "other"]
"""What a pack that comes in is to the library: not there yet, the same, another version, the same
version with other contents, or another pack that has the same id.
"""


class ImportPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What would come of importing a file, before anything happens.

    `path` is the file or folder, `present` the version that the library has, "" for none.
    """

    path: str
    id: str
    title: str
    version: str
    language: str
    authors: tuple[str, ...]
    licence: str
    present: str
    present_title: str
    relation: Relation
    new: tuple[ItemChange, ...]
    changed: tuple[ItemChange, ...]
    gone: tuple[ItemChange, ...]
    unchanged: int
    facts: int
    changed_facts: int = 0
    gone_facts: int = 0
    images: int
    advice: tuple[str, ...]
    files_hash: str


class FolderState(msgspec.Struct, frozen=True, kw_only=True):
    """What came of looking at a pack that is open in its folder. `problems` are sentences."""

    pack: int
    title: str
    folder: str
    is_changed: bool
    new: int = 0
    changed: int = 0
    retired: int = 0
    problems: tuple[str, ...] = ()
