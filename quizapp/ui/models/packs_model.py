"""The packs of a library as a list, "All packs" before them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from quizapp.services.authoring_values import AuthorPack
from quizapp.translation import tr, tr_n
from quizapp.ui.words import listed, questions_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ALL = 0
"""Stands for all packs; no pack has this number."""


class PacksModel(QAbstractListModel):
    """`pack_at` gives None for the first row: all packs."""

    def __init__(self) -> None:
        super().__init__()
        self._packs: tuple[AuthorPack, ...] = ()

    def show_packs(self, packs: Sequence[AuthorPack]) -> None:
        """Have these instead. Where only counts have changed, what is chosen stays."""
        before = [each.number for each in self._packs]
        if before == [each.number for each in packs]:
            self._packs = tuple(packs)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            return
        self.beginResetModel()
        self._packs = tuple(packs)
        self.endResetModel()

    def pack_at(self, row: int) -> AuthorPack | None:
        """The pack in a row."""
        return self._packs[row - 1] if row > 0 else None

    def row_of(self, number: int) -> int:
        """The row of a pack; that of all packs where it is not there."""
        numbers = [each.number for each in self._packs]
        return numbers.index(number) + 1 if number in numbers else 0

    def title_at(self, row: int) -> str:
        """What the row is called."""
        pack = self.pack_at(row)
        return pack.title if pack else tr("All packs")

    def note_at(self, row: int) -> str:
        """How much there is in it."""
        pack = self.pack_at(row)
        shown = (pack,) if pack else self._packs
        drafts = sum(each.drafts for each in shown)
        questions = questions_words(sum(each.questions for each in shown))
        return f"{questions} · {drafts_words(drafts)}" if drafts else questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """All packs together, and one for each."""
        return 0 if parent.isValid() else len(self._packs) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Titles; with all there is to know as tool tips and for screen readers."""
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title_at(row)
        parts = (self.title_at(row), self.note_at(row), origin_words(self.pack_at(row)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(*parts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, parts))
        return None


def drafts_words(count: int) -> str:
    """How many questions were begun and not saved."""
    return tr_n("{n} draft", "{n} drafts", count)


def origin_words(pack: AuthorPack | None) -> str:
    """Where a pack is written, unless that is the library itself."""
    if pack is None or pack.origin == "library":
        return ""
    if pack.is_locked:
        return tr("Comes with the program: it can only be copied")
    return tr("Kept in the folder {folder}").format(folder=pack.folder)


def origin_icon(pack: AuthorPack | None) -> str:
    """The same as a mark."""
    if pack is None:
        return "library"
    return {"bundled": "lock", "folder": "folder-open"}.get(pack.origin, "book-marked")
