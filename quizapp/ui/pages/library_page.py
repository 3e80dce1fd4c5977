"""All questions of all packs: to find them, and to do something with many at once."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.catalogue import Find, Order
from quizapp.services.authoring_values import AuthorPack, Change, DraftView, FoundQuestion
from quizapp.translation import tr, tr_n
from quizapp.ui.models.packs_model import ALL
from quizapp.ui.page import Page
from quizapp.ui.panels.found_panel import FoundPanel
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.filter_bar import FilterBar
from quizapp.ui.widgets.library_head import LibraryHead
from quizapp.ui.widgets.notice import Notice
from quizapp.ui.widgets.notice_line import NoticeLine
from quizapp.ui.widgets.pack_side import PackBox, PackSide
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars
from quizapp.ui.widgets.search_field import SearchField

NARROW = 880
"""Below this width, in pixels at 100 % text size, a box takes the place of the list of packs."""


class LibraryPage(Page):
    """Asks for what it shows when it is entered: `refresh_requested` is answered by `show_packs`
    and `show_drafts`, `tags_requested` by `show_tags`; the rest as `FoundPanel` says.

    What was searched for, chosen and selected, and the place in the table, stay while one is
    elsewhere. Packs are told by their numbers, questions by an `array` of theirs.
    """

    refresh_requested = Signal()
    tags_requested = Signal(object)
    """The numbers of the packs whose tags are wanted, none for all."""
    find_requested = Signal(object, int)
    """A `Find` and its generation."""
    rows_requested = Signal(int, int, object, object)
    """Generation, first row, numbers and `Find`."""

    question_requested = Signal(int)
    draft_requested = Signal(int)
    new_question_requested = Signal(int, str)
    """A pack, and the type of the question."""

    new_pack_requested = Signal()
    import_requested = Signal()
    judging_requested = Signal()
    facts_requested = Signal(int)
    timeline_requested = Signal(int)
    details_requested = Signal(int)
    export_pack_requested = Signal(int)
    copy_pack_requested = Signal(int)

    tags_change_requested = Signal(object, object, object)
    """Numbers, tags to add, tags to remove."""
    move_requested = Signal(object, int)
    """Numbers, and the pack to move to."""
    difficulty_requested = Signal(object, int)
    duplicate_requested = Signal(object, object)
    """Numbers, and the pack that gets the copies; None where each stays in its own."""
    export_questions_requested = Signal(object)
    retire_requested = Signal(object)
    bring_back_requested = Signal(object)
    undo_requested = Signal(object)
    """A `Change` that `show_change` was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Library")
        self._packs: tuple[AuthorPack, ...] | None = None
        self._pack = ALL
        self._side = PackSide()
        self._box = PackBox()
        self._head = LibraryHead()
        self._own = Notice()
        self._waiting = NoticeLine("align-left", tr("Judge now"))
        self._search = SearchField(tr("Search the questions"))
        self._filters = FilterBar()
        self._found = FoundPanel()
        self._lay_out()
        self._connect()
        self._make_shortcuts()

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(12)
        for part in (self._waiting, self._box, self._head, self._own, self._search, self._filters):
            self._column.addWidget(part)
        self._column.addWidget(self._found, 1)
        area = QScrollArea()  # for low windows: a table has a least height
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim_scroll_bars(area)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._content)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(area, 1)
        make = Button(tr("New pack"), "plus")
        make.clicked.connect(self.new_pack_requested)
        self._own.add_action(make)

    def _connect(self) -> None:
        for side in (self._side, self._box):
            side.chosen.connect(self.choose_pack)
            side.new_pack_requested.connect(self.new_pack_requested)
            side.import_requested.connect(self.import_requested)
        self._waiting.action_requested.connect(self.judging_requested)
        head, found = self._head, self._found
        for told, tells in (
            (head.new_question_requested, self.new_question_requested),
            (head.facts_requested, self.facts_requested),
            (head.timeline_requested, self.timeline_requested),
            (head.details_requested, self.details_requested),
            (head.export_requested, self.export_pack_requested),
            (head.copy_requested, self.copy_pack_requested),
            (head.draft_requested, self.draft_requested),
            (found.find_requested, self.find_requested),
            (found.rows_requested, self.rows_requested),
            (found.question_requested, self.question_requested),
            (found.tags_change_requested, self.tags_change_requested),
            (found.move_requested, self.move_requested),
            (found.difficulty_requested, self.difficulty_requested),
            (found.duplicate_requested, self.duplicate_requested),
            (found.export_requested, self.export_questions_requested),
            (found.retire_requested, self.retire_requested),
            (found.bring_back_requested, self.bring_back_requested),
            (found.undo_requested, self.undo_requested),
        ):
            told.connect(tells)
        found.order_requested.connect(self._on_heading)
        found.found.connect(self._show_what_there_is)
        self._search.text_changed.connect(self._on_typed)
        self._search.left_downwards.connect(self._on_down)
        self._filters.changed.connect(self._on_narrowed)
        self._filters.order_changed.connect(self._on_order)

    def _make_shortcuts(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, deed in (
            (QKeySequence.StandardKey.Find, self._search.take_focus),
            (QKeySequence.StandardKey.Undo, self._found.undo),
            (QKeySequence.StandardKey.New, self._head.ask_for_type),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(context)
            shortcut.activated.connect(deed)

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of the search, of the table and of its deeds."""
        return [
            ("Ctrl+F", tr("Search the questions")),
            (tr("Enter"), tr("Open the question")),
            ("Shift+↑ ↓", tr("Select several")),
            ("Ctrl+A", tr("In the table: select all that was found")),
            (tr("Delete"), tr("Retire what is selected")),
            ("Ctrl+Z", tr("Undo what was just done")),
            ("Ctrl+N", tr("New question in this pack")),
        ]

    # Asking

    def entered(self) -> None:
        """Ask for packs and questions as they are now."""
        self.refresh_requested.emit()
        self.tags_requested.emit(self._find().packs)
        if self._found.shown is None:
            self._found.look_for(self._find())
        else:
            self._found.look_again()

    @property
    def generation(self) -> int:
        """That of the last search: the answer to any older one is not wanted, nor the work."""
        return self._found.generation

    def _find(self) -> Find:
        packs = (self._pack,) if self._pack != ALL else ()
        return self._filters.narrow(Find(text=self._search.text().strip(), packs=packs))

    def _on_typed(self) -> None:
        self._found.look_for(self._find(), waits=True)

    def _on_narrowed(self) -> None:
        self._found.look_for(self._find())

    def _on_order(self) -> None:
        find = self._find()
        self._found.table.show_order(find.order, descending=find.descending)
        self._found.look_for(find)

    def _on_heading(self, order: Order, descending: bool) -> None:
        self._filters.show_order(order, descending=descending)
        self._on_order()

    def _on_down(self) -> None:
        table = self._found.table
        table.setFocus(Qt.FocusReason.TabFocusReason)
        if not table.selected_count() and table.rows.rowCount():
            table.select_row(max(table.currentIndex().row(), 0))

    # What comes back

    def show_packs(self, packs: Sequence[AuthorPack]) -> None:
        """The packs there are now, those that come with the program last."""
        self._packs = tuple(packs)
        if self._pack not in {each.number for each in packs}:
            self._pack = ALL
        self._show_pack()

    def show_drafts(self, drafts: Sequence[DraftView]) -> None:
        """What was begun and not saved."""
        self._head.show_drafts(drafts)

    def show_waiting(self, count: int) -> None:
        """How many texts wait for the teacher's judgement."""
        words = tr_n("{n} text waits to be judged.", "{n} texts wait to be judged.", count)
        self._waiting.say(words if count else "")

    def show_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """The tags in the chosen pack, each with its questions."""
        self._filters.show_tags(tags)
        self._found.show_tags(tags)

    def show_first(self, generation: int, rows: Sequence[FoundQuestion], has_more: bool) -> None:
        """The first rows found; `show_numbers` follows where there are more."""
        self._found.show_first(generation, rows, has_more=has_more)

    def show_numbers(self, generation: int, numbers: "array[int]") -> None:
        """The numbers of all questions found."""
        self._found.show_numbers(generation, numbers)

    def show_rows(self, generation: int, first: int, rows: Sequence[FoundQuestion]) -> None:
        """The rows that were asked for by `rows_requested`."""
        self._found.show_rows(generation, first, rows)

    def give_up_rows(self) -> None:
        """They could not be had: ask again when others come into view."""
        self._found.give_up_rows()

    def show_change(self, change: Change) -> None:
        """Something was done to questions: say it, offer to undo it, and look at them anew."""
        self._found.show_change(change)
        self.entered()

    def choose_pack(self, number: int) -> None:
        """Show the questions of this pack, or of `ALL`."""
        if number == self._pack:
            return
        self._pack = number
        self._show_pack()
        self.tags_requested.emit(self._find().packs)
        self._found.look_for(self._find())

    # How it looks

    def _show_pack(self) -> None:
        packs, pack = self._packs or (), self._chosen_pack()
        for side in (self._side, self._box):
            side.show_packs(packs, self._pack)
        self._head.show_pack(pack, packs)
        self._found.show_packs(packs, pack)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        """The table, or why it would be empty and what to do."""
        packs = self._packs
        own = [each for each in packs or () if not each.is_locked]
        self._say_only_bundled(is_so=bool(packs) and not own and self._pack == ALL)
        is_empty = packs is not None and not packs
        for part in (self._head, self._search, self._filters):
            part.setHidden(is_empty)
        if is_empty:
            self._found.show_empty(self._no_pack())
        elif self._found.shown is None or self._found.table.rows.rowCount():
            self._found.show_empty(None)
        elif self._is_narrowed():
            self._found.show_empty(self._nothing_found())
        else:
            self._found.show_empty(self._no_question())

    def _is_narrowed(self) -> bool:
        """Whether a search or a filter leaves questions out of what is shown."""
        shown = self._found.shown
        if shown is None:
            return False
        return shown != Find(packs=shown.packs, order=shown.order, descending=shown.descending)

    def _say_only_bundled(self, *, is_so: bool) -> None:
        sentence = tr("There is no pack of your own yet.")
        detail = tr(
            "The packs here come with the program: they can be looked at, and copied to be changed."
        )
        self._own.say("accent", sentence if is_so else "", detail if is_so else "")

    def _no_pack(self) -> EmptyState:
        empty = EmptyState(
            "book-open",
            tr("There is no pack in this library yet."),
            tr("Begin one, or bring in one that somebody gave you."),
            tr("New pack"),
        )
        empty.action_requested.connect(self.new_pack_requested)
        bring = Button(tr("Import…"), "download")
        bring.clicked.connect(self.import_requested)
        empty.add_action(bring)
        return empty

    def _no_question(self) -> EmptyState:
        if self._pack == ALL or self._is_locked():
            return EmptyState("file-text", tr("There is no question here yet."))
        empty = EmptyState(
            "file-text",
            tr("There is no question in this pack yet."),
            tr("Write the first one with “New question”, or begin with the facts."),
        )
        facts = Button(tr("Facts and sources"), "book-marked")
        facts.clicked.connect(self._on_facts)
        empty.add_action(facts)
        return empty

    def _nothing_found(self) -> EmptyState:
        searched = self._search.text().strip()
        narrowing = [tr("Search: {words}").format(words=searched)] if searched else []
        narrowing += self._filters.words()
        pack = self._chosen_pack()
        if pack is not None:
            narrowing.append(tr("Pack: {title}").format(title=pack.title))
        empty = EmptyState("search", tr("Nothing was found."), " · ".join(narrowing))
        clear = Button(tr("Clear search and filters"), "x")
        clear.clicked.connect(self.clear)
        empty.add_action(clear)
        if pack is not None:
            everywhere = Button(tr("Look in all packs"), "library")
            everywhere.clicked.connect(self._on_everywhere)
            empty.add_action(everywhere)
        return empty

    def clear(self) -> None:
        """Show all questions of the pack again."""
        self._search.set_text("")
        self._filters.clear()
        self._search.take_focus()

    def _chosen_pack(self) -> AuthorPack | None:
        return next((each for each in self._packs or () if each.number == self._pack), None)

    def _is_locked(self) -> bool:
        pack = self._chosen_pack()
        return pack is not None and pack.is_locked

    def _on_everywhere(self) -> None:
        self.choose_pack(ALL)

    def _on_facts(self) -> None:
        self.facts_requested.emit(self._pack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < scaled(NARROW)
        self._side.setHidden(is_narrow)
        self._box.setVisible(is_narrow)
        self._head.set_narrow(is_narrow)
