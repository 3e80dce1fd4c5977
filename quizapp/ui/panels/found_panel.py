"""The questions found, in a table, and what is done with those that are selected."""

from array import array
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.catalogue import Find, Flag
from quizapp.services.authoring_values import AuthorPack, Change, FoundQuestion
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.models.packs_model import origin_icon
from quizapp.ui.models.question_finder import QuestionFinder
from quizapp.ui.widgets.change_line import ChangeLine
from quizapp.ui.widgets.deeds import LEAVES_AS_IT_IS, Deed, deed_looks
from quizapp.ui.widgets.filter_bar import DIFFICULTIES
from quizapp.ui.widgets.menu import Menu
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.questions_table import Place, QuestionsTable
from quizapp.ui.widgets.selection_bar import SelectionBar
from quizapp.ui.widgets.tags_sheet import TagsSheet
from quizapp.ui.words import difficulty_word

MOST_LOOKED_AT = 100
"""Of so many selected questions it is looked whether all are in packs that cannot be changed."""


class FoundPanel(QWidget):
    """Asks for what `look_for` is given, and takes the answers; those to older ones are dropped.

    Numbers of questions are told as an `array`, in the order of the rows.
    """

    find_requested = Signal(object, int)
    """A `Find` and its generation; `show_first` and `show_numbers` answer it."""
    rows_requested = Signal(int, int, object, object)
    """Generation, first row, numbers and `Find`; `show_rows` answers it."""
    found = Signal()
    """Other questions are shown, or none."""
    question_requested = Signal(int)
    order_requested = Signal(object, bool)
    tags_change_requested = Signal(object, object, object)
    """Numbers, tags to add, tags to remove."""
    move_requested = Signal(object, int)
    difficulty_requested = Signal(object, int)
    duplicate_requested = Signal(object, object)
    """Numbers, and the pack that gets the copies; None where each stays in its own."""
    export_requested = Signal(object)
    retire_requested = Signal(object)
    bring_back_requested = Signal(object)
    undo_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs: dict[int, AuthorPack] = {}
        self._pack: AuthorPack | None = None
        self._tags: tuple[tuple[str, int], ...] = ()
        self._is_counted = True
        self._place: Place | None = None
        self._empty: QWidget | None = None
        self._first: tuple[FoundQuestion, ...] = ()
        self._finder = QuestionFinder(self)
        self.table = QuestionsTable()
        self._bar = SelectionBar()
        self._line = ChangeLine()
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(0)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table, 1)
        column.addWidget(self._line)
        column.addWidget(self._bar)
        self._connect()

    def _connect(self) -> None:
        self._finder.find_requested.connect(self.find_requested)
        self._refresh.timeout.connect(self._show_selection)
        self._bar.deed_requested.connect(self._on_deed)
        self._line.undo_requested.connect(self.undo_requested)
        self.table.rows.rows_requested.connect(self._on_rows_wanted)
        self.table.selection_changed.connect(self._refresh.start)
        self.table.question_opened.connect(self.question_requested)
        self.table.sort_requested.connect(self.order_requested)
        self.table.menu_requested.connect(self._on_menu)
        self.table.retire_requested.connect(self._on_delete_key)

    # Asking, and what comes back

    @property
    def generation(self) -> int:
        """That of the last question asked; work for an older one may be left out."""
        return self._finder.generation

    @property
    def shown(self) -> Find | None:
        """What the rows are the answer to; None before the first answer."""
        return self._finder.shown

    def look_for(self, find: Find, *, waits: bool = False) -> None:
        """Show what `find` asks for; with `waits` after a pause in typing."""
        self._finder.look_for(find, waits=waits)

    def look_again(self) -> None:
        """Ask for the same anew, and keep one's place."""
        self._finder.look_again()

    def show_first(self, generation: int, rows: Sequence[FoundQuestion], *, has_more: bool) -> None:
        """The first rows; `show_numbers` follows where there are more."""
        if generation != self._finder.generation:
            return
        if self._finder.is_renewal:
            self._first = tuple(rows)
            if not has_more:
                self._renew(array("q", [row.number for row in rows]))
            return
        is_reordering = self._finder.is_reordering
        self._place = self.table.place() if is_reordering else None
        self._finder.note_shown()
        self._is_counted = not has_more
        self.table.verticalScrollBar().setValue(0)
        self.table.rows.show_first(rows, keeps_rows=is_reordering, is_complete=not has_more)
        if not has_more:
            self._be_there_again()
        self._tell_found()

    def show_numbers(self, generation: int, numbers: "array[int]") -> None:
        """The numbers of all that was found, in order."""
        if generation != self._finder.generation:
            return
        if self._finder.is_renewal and generation != self._finder.shown_generation:
            self._renew(numbers)
            return
        self._is_counted = True
        self.table.rows.show_numbers(numbers)
        self._be_there_again()
        self._tell_found()

    def show_rows(self, generation: int, first: int, rows: Sequence[FoundQuestion]) -> None:
        """The answer to `rows_requested`."""
        if generation == self._finder.shown_generation:
            self.table.rows.show_rows(first, rows)
            self._refresh.start()

    def give_up_rows(self) -> None:
        """There will be no answer to the last `rows_requested`."""
        self.table.rows.give_up()

    def _renew(self, numbers: "array[int]") -> None:
        place = self.table.place()
        is_same = numbers == self.table.rows.numbers
        self._finder.note_shown()
        self._is_counted = True
        self.table.rows.renew(numbers, self._first)
        if not is_same:
            self.table.go_to(place)
        self._tell_found()

    def _be_there_again(self) -> None:
        """After another order: the same questions are selected, seen from the top."""
        if self._place is not None:
            self.table.go_to(self._place, scrolls=False)
        self._place = None

    def _on_rows_wanted(self, first: int, numbers: list[int]) -> None:
        self.rows_requested.emit(self._finder.shown_generation, first, numbers, self._finder.shown)

    def _tell_found(self) -> None:
        self._show_selection()
        self.found.emit()

    # What there is

    def show_packs(self, packs: Sequence[AuthorPack], pack: AuthorPack | None) -> None:
        """All packs, and the one whose questions are shown; None where it is all of them."""
        self._packs = {each.number: each for each in packs}
        self._pack = pack
        self.table.rows.set_packs({each.number: each.title for each in packs})
        self.table.show_packs(is_shown=pack is None)
        self._show_selection()

    def show_empty(self, empty: QWidget | None) -> None:
        """Show this in place of the table; the line with what was just done stays."""
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = empty
        for part in (self.table, self._bar):
            part.setHidden(empty is not None)
        if empty is not None:
            self._column.insertWidget(0, empty, 1)

    def show_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """Tags to choose from, with how many questions have each."""
        self._tags = tuple(tags)

    def show_change(self, change: Change) -> None:
        """Say what was done, and offer to undo it."""
        self._line.show_change(change)

    def undo(self) -> None:
        """Take the last change back, as long as it is said."""
        self._line.undo()

    def _show_selection(self) -> None:
        count = self.table.selected_count()
        found = self.table.rows.rowCount()
        self._bar.show_selection(count, found, self._deeds(), is_counted=self._is_counted)

    def _deeds(self) -> list[Deed]:
        """What can be done with what is selected."""
        shown = self._finder.shown
        is_retired = shown is not None and Flag.RETIRED in shown.flags
        left_out = {Deed.RETIRE} if is_retired else {Deed.BRING_BACK}
        if not self._targets():
            left_out.add(Deed.MOVE)
        deeds = [deed for deed in Deed if deed not in left_out]
        if self._is_locked():
            deeds = [deed for deed in deeds if deed in LEAVES_AS_IT_IS]
            if not self._targets():
                deeds.remove(Deed.DUPLICATE)
        return deeds

    def _targets(self) -> list[AuthorPack]:
        """The packs that questions can be moved to."""
        packs = self._packs.values()
        return [each for each in packs if not each.is_locked and each != self._pack]

    def _is_locked(self) -> bool:
        """Whether what is selected cannot be changed, as far as that can be seen at once."""
        if self._pack is not None:
            return self._pack.is_locked
        locked = {each.number for each in self._packs.values() if each.is_locked}
        if not locked or self.table.selected_count() > MOST_LOOKED_AT:
            return False
        rows = self.table.rows
        ranges = self.table.selected_ranges()
        known = [rows.question_at(row) for top, end in ranges for row in range(top, end + 1)]
        return bool(known) and all(each is not None and each.pack in locked for each in known)

    # Deeds

    def _on_deed(self, deed: Deed) -> None:
        numbers = self.table.selected_numbers()
        if not numbers:
            return
        match deed:
            case Deed.TAG:
                self._ask_for_tags(numbers)
            case Deed.MOVE:
                self._open_packs(deed, partial(self.move_requested.emit, numbers))
            case Deed.DIFFICULTY:
                self._open_difficulties(numbers)
            case Deed.DUPLICATE if self._is_locked():
                self._open_packs(deed, partial(self.duplicate_requested.emit, numbers))
            case Deed.DUPLICATE:
                self.duplicate_requested.emit(numbers, None)
            case Deed.EXPORT:
                self.export_requested.emit(numbers)
            case Deed.RETIRE:
                self.retire_requested.emit(numbers)
            case Deed.BRING_BACK:
                self.bring_back_requested.emit(numbers)

    def _ask_for_tags(self, numbers: "array[int]") -> None:
        sheet = TagsSheet(len(numbers), self._tags, self.window())
        if messages.show_sheet(sheet):
            self.tags_change_requested.emit(numbers, sheet.added, sheet.removed)

    def _open_packs(self, deed: Deed, tell: partial[None]) -> None:
        menu = Menu(tr("Packs"), self)
        for pack in self._targets():
            menu.add_entry(pack.title, partial(tell, pack.number), origin_icon(pack))
        menu.open_below(self._bar.button(deed))

    def _open_difficulties(self, numbers: "array[int]") -> None:
        menu = Menu(tr("Difficulty"), self)
        for level in DIFFICULTIES:
            deed = partial(self.difficulty_requested.emit, numbers, level)
            menu.add_entry(difficulty_word(level), deed)
        menu.open_below(self._bar.button(Deed.DIFFICULTY))

    def _on_delete_key(self) -> None:
        if Deed.RETIRE in self._deeds():
            self._on_deed(Deed.RETIRE)

    def _on_menu(self, at: QPoint) -> None:
        self._show_selection()  # the click has only just selected
        menu = Menu(tr("What to do with the selected questions"), self)
        number = self.table.current_number()
        if number is not None and self.table.selected_count():
            opened = partial(self.question_requested.emit, number)
            menu.add_entry(tr("Open"), opened, "pencil", key=tr("Enter"))
            menu.addSeparator()
            looks = deed_looks()
            for deed in self._deeds():
                key = tr("Delete") if deed == Deed.RETIRE else ""
                look = looks[deed]
                menu.add_entry(look.words, partial(self._on_deed, deed), look.icon_name, key=key)
            menu.addSeparator()
        menu.add_entry(tr("Select all"), self.table.selectAll, "square-check", key="Ctrl+A")
        menu.popup(at)
