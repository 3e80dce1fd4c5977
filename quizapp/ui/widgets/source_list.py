"""The sections of a pack's article, or the works that it cites: to look at, and to edit."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button, IconButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.fact_words import facts_words
from quizapp.ui.widgets.headings import BodyText, QuietText, SectionTitle
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.row_button import RowButton
from quizapp.ui.widgets.source_form import SourceForm
from quizapp.ui.widgets.undo_line import UndoLine

SourceKind = Literal["section", "reference"]
Source = dict[str, str]
"""A section or a reference as files hold it."""
Uses = Mapping[str, Sequence[tuple[str, str]]]
"""For each id the facts that rest on it: their ids and what they say."""


class SourceList(QWidget):
    """`changed` gives the whole list as it is to be; what facts rest on cannot be removed."""

    changed = Signal(object)
    fact_requested = Signal(str)
    """The id of a fact that rests on one of them."""

    def __init__(self, kind: SourceKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._sources: list[Source] = []
        self._before: list[Source] = []
        self._uses: Uses = {}
        self._is_locked = False
        self._form: SourceForm | None = None
        is_section = kind == "section"
        self._title = SectionTitle(tr("Sections") if is_section else tr("References"))
        self._none = QuietText(
            tr("The parts of the article. Each fact names the one it stands in.")
            if is_section
            else tr("The works that the article cites. Facts name those they rest on.")
        )
        self._add = Button(tr("Add a section") if is_section else tr("Add a reference"), "plus")
        self._add.clicked.connect(self._on_add)
        self._undo = UndoLine()
        self._undo.undo_requested.connect(self._on_undo)
        self._items = QVBoxLayout()
        self._items.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._title, self._none, self._undo):
            column.addWidget(part)
        column.addLayout(self._items)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_sources(
        self, sources: Sequence[Mapping[str, str]], uses: Uses, *, is_locked: bool = False
    ) -> None:
        """Show these instead; what was being written is given up."""
        self._sources = [dict(source) for source in sources]
        self._uses = uses
        self._is_locked = is_locked
        self._show()

    @property
    def is_changed(self) -> bool:
        """Whether something is being written that would be lost."""
        return self._form is not None and self._form.is_changed

    @property
    def is_editing(self) -> bool:
        """Whether a form is open."""
        return self._form is not None

    def cancel(self) -> None:
        """Give up what is being written."""
        self._show()
        self._add.setFocus()

    def begin_new(self) -> None:
        """Open the form for a new one."""
        self._show(editing=len(self._sources))

    def _show(self, editing: int | None = None) -> None:
        """The rows, in place of one of them the form."""
        self._form = None
        while item := self._items.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, source in enumerate(self._sources):
            if number == editing:
                self._open_form(number)
            else:
                self._items.addWidget(self._item(number, source))
        if editing == len(self._sources):
            self._open_form(editing)
        self._add.setVisible(not self._is_locked and editing is None)

    def _item(self, number: int, source: Source) -> "_SourceItem":
        item = _SourceItem(number, source, self._uses.get(source["id"], ()), self._is_locked)
        item.edit_requested.connect(self._on_edit)
        item.remove_requested.connect(self._on_remove)
        item.fact_requested.connect(self.fact_requested)
        return item

    def _open_form(self, number: int) -> None:
        source = self._sources[number] if number < len(self._sources) else None
        taken = {each["id"] for each in self._sources}
        self._form = SourceForm(self._kind, source, taken)
        self._form.saved.connect(self._on_saved)
        self._form.cancelled.connect(self.cancel)
        self._items.addWidget(self._form)
        self._form.setFocus()

    def _change(self, sources: list[Source]) -> None:
        self._before = self._sources
        self._sources = sources
        self._show()
        self.changed.emit([dict(source) for source in sources])

    def _on_add(self) -> None:
        self.begin_new()

    def _on_edit(self, number: int) -> None:
        self._undo.hide()
        self._show(editing=number)

    def _on_saved(self, source: Source) -> None:
        self._undo.hide()
        ids = [each["id"] for each in self._sources]
        if source["id"] in ids:
            at = ids.index(source["id"])
            self._change([*self._sources[:at], source, *self._sources[at + 1 :]])
        else:
            self._change([*self._sources, source])
        self._add.setFocus()

    def _on_remove(self, number: int) -> None:
        removed = self._sources[number]
        self._change([*self._sources[:number], *self._sources[number + 1 :]])
        self._undo.offer(tr("“{title}” was removed.").format(title=_words(removed)))
        self._add.setFocus()

    def _on_undo(self) -> None:
        self._change(self._before)


class _SourceItem(Card):
    """One of them, with the facts that rest on it."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)
    fact_requested = Signal(str)

    def __init__(
        self, number: int, source: Source, uses: Sequence[tuple[str, str]], is_locked: bool
    ) -> None:
        super().__init__()
        self._number = number
        self._uses = uses
        self._facts: dict[RowButton, str] = {}
        self.body.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(BodyText(_words(source)), 1)
        if not is_locked:
            for button in self._buttons(_words(source)):
                head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if address := source.get("address"):
            self.body.addWidget(QuietText(address))
        self.body.addLayout(self._foot())

    def _buttons(self, words: str) -> tuple[IconButton, IconButton]:
        edit = IconButton("pencil", tr("Change: {what}").format(what=words))
        edit.clicked.connect(self._on_edit)
        remove = IconButton("trash-2", tr("Remove: {what}").format(what=words))
        remove.clicked.connect(self._on_remove)
        if self._uses:
            remove.setEnabled(False)
            remove.setToolTip(tr("Facts rest on it. Change them first."))
        return edit, remove

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        count = len(self._uses)
        words = facts_words(count) if count else tr("no fact rests on it")
        if count:
            self._more = Button(words, "chevron-down")
            self._more.setCheckable(True)
            self._more.toggled.connect(self._on_more)
            row.addWidget(self._more)
            row.addStretch(1)
        else:
            row.addWidget(QuietText(words), 1)
        return row

    def _on_more(self, is_open: bool) -> None:
        """Rows are made when they are first asked for."""
        self._more.set_icon_name("chevron-up" if is_open else "chevron-down")
        if is_open and not self._facts:
            for fact, words in self._uses:
                row = RowButton("book-open", words)
                row.clicked.connect(self._on_fact)
                self._facts[row] = fact
                self.body.addWidget(row)
        for row in self._facts:
            row.setVisible(is_open)

    def _on_fact(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self.fact_requested.emit(self._facts[row])

    def _on_edit(self) -> None:
        self.edit_requested.emit(self._number)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self._number)


def _words(source: Mapping[str, str]) -> str:
    """A section by its title, a reference by its mark and text."""
    if "title" in source:
        return source["title"]
    return tr("[{mark}] {text}").format(mark=source["id"], text=source.get("text", ""))
