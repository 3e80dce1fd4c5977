"""A list of things of which any number can be ticked."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from quizapp.ui.words import listed

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Choice(NamedTuple):
    """`note` is what stands at the end: how many things it stands for."""

    value: Hashable
    words: str
    icon_name: str = ""
    note: str = ""


class ChecksModel(QAbstractListModel):
    """`chosen` are the ticked values, in the order of the choices."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._shown: list[Choice] = []
        self._chosen: set[Hashable] = set()
        self._filter = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All there are, also those that the filter hides."""
        return self._choices

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The ticked values; one that is in no choice any more comes last."""
        known = [each.value for each in self._choices if each.value in self._chosen]
        return (*known, *sorted(self._chosen - set(known), key=str))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Have other choices; what is ticked stays."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self._show()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only those that have `text` in them."""
        self.beginResetModel()
        self._filter = text.strip().casefold()
        self._show()
        self.endResetModel()

    def set_chosen(self, chosen: Sequence[Hashable]) -> None:
        """Tick these and no others."""
        self._chosen = set(chosen)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def toggle(self, row: int) -> None:
        """Tick what is in a row, or untick it."""
        self._chosen ^= {self._shown[row].value}
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def choice_at(self, row: int) -> Choice:
        """What is in a row."""
        return self._shown[row]

    def is_chosen(self, row: int) -> bool:
        """Whether it is ticked."""
        return self._shown[row].value in self._chosen

    def _show(self) -> None:
        self._shown = [each for each in self._choices if self._filter in each.words.casefold()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each choice that the filter lets through."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, and whether it is ticked."""
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(choice.words, choice.note)
        if role == Qt.ItemDataRole.CheckStateRole:
            is_on = self.is_chosen(index.row())
            state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            return state.value  # Qt cannot read the enumeration itself out of a variant
        return None
