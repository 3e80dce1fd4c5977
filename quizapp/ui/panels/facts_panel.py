"""The facts of a pack: how many are asked for, and each in full where it is opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.formats.native.entries import fact_entry
from quizapp.services.authoring_values import FactsView, FactView
from quizapp.translation import tr, tr_n
from quizapp.ui import messages
from quizapp.ui.widgets.buttons import PrimaryButton, QuietButton
from quizapp.ui.widgets.coverage_card import CoverageCard
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.fact_details import FactDetails
from quizapp.ui.widgets.fact_filter import FactFilter
from quizapp.ui.widgets.fact_form import FactForm
from quizapp.ui.widgets.fact_list import FactList
from quizapp.ui.widgets.fact_words import facts_words
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.reveal import LAYOUT_PAUSE, reveal_range
from quizapp.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem


class FactsPanel(QWidget):
    """One fact is open, or one form: never both."""

    question_requested = Signal(int)
    new_question_requested = Signal(str, str)
    check_requested = Signal(object, str)
    save_requested = Signal(object, str)
    remove_requested = Signal(str)
    section_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FactsView | None = None
        self._open = ""
        self._wanted = ""
        self._removed: dict[str, Any] = {}
        self._form: FactForm | None = None
        self._focused: QWidget | None = None
        self._coverage = CoverageCard()
        self._filter = FactFilter()
        self._count = BodyText()
        self._all = QuietButton(tr("Show all facts"))
        self._new = PrimaryButton(tr("New fact"), "plus")
        self._undo = UndoLine()
        self._list = FactList()
        self._nothing = EmptyState(
            "book-open",
            tr("This pack has no facts yet."),
            tr(
                "A fact is what the article states: a date, a figure, an institution. Questions "
                "ask for it, and a wrong answer is met with it."
            ),
            tr("Write the first fact"),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._count)
        head.addWidget(self._all)
        head.addStretch(1)
        head.addWidget(self._new)
        self._form_place = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._coverage)
        self._column.addWidget(self._filter)
        self._column.addWidget(self._undo)
        self._column.addLayout(head)
        self._column.addLayout(self._form_place)
        self._column.addWidget(self._list)

    def _connect(self) -> None:
        self._filter.changed.connect(self._on_filter)
        self._all.clicked.connect(self._filter.clear)
        self._new.clicked.connect(self.begin_new)
        self._nothing.action_requested.connect(self.begin_new)
        self._list.turned.connect(self._on_turned)
        self._undo.undo_requested.connect(self._on_undo)

    # What is shown

    def show_facts(self, view: FactsView) -> None:
        """Show these; what is open and what is being written stays, unless it is another pack."""
        if self._view is None or self._view.pack.number != view.pack.number:
            self._open = ""
            self._close_form()
            self._undo.hide()
        self._view = view
        self._coverage.show_facts(view.facts)
        self._filter.show_view(view)
        if self._form is not None:
            self._form.set_choices(view.manifest, view.facts)
        self._show_list(len(self._list.rows))
        wanted, self._wanted = self._wanted, ""
        if wanted and self._fact(wanted) is not None:
            self.open_fact(wanted)

    def _show_list(self, least: int = 0) -> None:
        """The rows that are let through, so many at least, the open one with its details."""
        if self._view is None:
            return
        shown = self._filter.matching(self._view.facts)
        focused = self.focusWidget()
        self._list.release(self._form)
        self._list.show_facts(shown, least)
        if self._form is not None:
            self._place_form(self._form, focused)
        elif self._open:
            self._open_details()
        self._say_count(len(shown))
        is_new = self._form is not None and not self._form.old_id
        has_facts = bool(self._view.facts)
        self._nothing.setVisible(not has_facts and not is_new)
        for part in (self._coverage, self._filter, self._count):
            part.setVisible(has_facts and not is_new)  # what is new is written at the top
        self._show_new()

    def _place_form(self, form: FactForm, focused: QWidget | None) -> None:
        """Below the row of its fact, or above the list for a new one and one that is not shown."""
        if self._list.row_of(form.old_id) is not None:
            self._list.open_fact(form.old_id, form)
        else:
            self._form_place.addWidget(form)
        form.show()
        if focused is not None and form.isAncestorOf(focused):
            self._focused = focused
            QTimer.singleShot(LAYOUT_PAUSE, self, self._give_focus_back)

    def _give_focus_back(self) -> None:
        if self._form is not None and self._focused is not None and isValid(self._focused):
            self._focused.setFocus()

    def _say_count(self, shown: int) -> None:
        total = len(self._view.facts) if self._view else 0
        self._all.setVisible(self._filter.is_filtering)
        if not shown and total:
            words = tr("No fact matches.")
        elif shown == total:
            words = facts_words(total)
        else:
            words = tr_n("{{shown}} of {n} fact", "{{shown}} of {n} facts", total)
        self._count.set_text(words.format(shown=shown) if total else "")

    def _fact(self, name: str) -> FactView | None:
        facts = self._view.facts if self._view else ()
        return next((view for view in facts if view.fact.id == name), None)

    def _open_details(self) -> None:
        view = self._fact(self._open)
        if view is None or self._view is None:
            return
        values = {each.fact.id: each.value for each in self._view.facts}
        details = FactDetails(view, values, is_locked=self._view.pack.is_locked)
        details.question_requested.connect(self.question_requested)
        details.new_question_requested.connect(self._on_new_question)
        details.edit_requested.connect(self._on_edit)
        details.remove_requested.connect(self._on_remove)
        self._list.open_fact(self._open, details)

    def open_fact(self, name: str) -> None:
        """Show a fact in full, whatever was let through before; once it comes, if not at once."""
        if self._fact(name) is None:
            self._wanted = name
            return
        if not self._may_close_form():
            return
        if self._list.row_of(name) is None:
            self._filter.clear()
        self._open = name
        self._open_details()
        if (row := self._list.row_of(name)) is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(LAYOUT_PAUSE, self, self._reveal_open)

    def _reveal_open(self) -> None:
        """Bring what is open into sight, its beginning above all."""
        row = self._list.row_of(self._form.old_id if self._form else self._open)
        last = self._form or self._list.details
        if last is not None:
            reveal_range(row if row is not None else last, last)

    def show_more(self) -> None:
        """Make the next rows of the list."""
        self._list.show_more()

    def focus_search(self) -> None:
        """Give the keyboard to the search."""
        self._filter.search.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.search.editor.selectAll()

    # Writing

    @property
    def is_editing(self) -> bool:
        """Whether a form is open."""
        return self._form is not None

    def begin_new(self) -> None:
        """Open the form for a new fact."""
        if self._view is not None and not self._view.pack.is_locked and self._may_close_form():
            self._begin(None)

    def may_close(self, parent: QWidget) -> bool:
        """Whether the form may be closed; asks where something was written in it."""
        if self._form is None or not self._form.is_changed:
            return True
        return messages.ask(
            parent,
            tr("Leave without saving this fact?"),
            tr("What you have written is not saved yet."),
            tr("Leave it"),
            tr("Go on writing"),
            danger=True,
        )

    def cancel(self) -> None:
        """Close the form; what is in it is given up."""
        name = self._form.old_id if self._form else ""
        self._close_form()
        self._show_list()
        if name:
            self.open_fact(name)
        else:
            self._new.setFocus()

    def show_problems(self, problems: "Sequence[FieldProblem]") -> None:
        """Say what is wrong with what is being written."""
        if self._form is not None:
            self._form.show_problems(problems)

    def fact_saved(self, name: str) -> None:
        """Close the form; the fact is open from now on, also where the list is still to come."""
        self._close_form()
        self._open = name
        self._show_list()

    def _may_close_form(self) -> bool:
        if not self.may_close(self):
            return False
        self._close_form()
        return True

    def _begin(self, entry: dict[str, Any] | None) -> None:
        if self._view is None:
            return
        self._undo.hide()
        self._open = ""
        form = FactForm()
        form.begin(entry, self._view.manifest, self._view.facts)
        form.check_requested.connect(self._on_check)
        form.save_requested.connect(self._on_save)
        form.cancel_requested.connect(self._on_cancel)
        form.section_requested.connect(self.section_requested)
        self._form = form
        self._show_list()
        QTimer.singleShot(LAYOUT_PAUSE, self, self._on_form_placed)

    def _on_form_placed(self) -> None:
        if self._form is not None:
            self._form.focus_first()
            self._reveal_open()

    def _close_form(self) -> None:
        if self._form is None:
            return
        self._list.release(self._form)
        self._form.hide()
        self._form.deleteLater()
        self._form = None

    # Events

    def _on_filter(self) -> None:
        self._show_list()

    def _on_turned(self, name: str) -> None:
        is_open = name == self._open
        if not self._may_close_form():
            return
        self._list.close_fact()
        self._open = "" if is_open else name
        if self._open:
            self._open_details()
            QTimer.singleShot(LAYOUT_PAUSE, self, self._reveal_open)
        self._show_new()

    def _show_new(self) -> None:
        if self._view is not None:
            can_write = bool(self._view.facts) and not self._view.pack.is_locked
            self._new.setVisible(can_write and self._form is None)

    def _on_new_question(self, kind: str) -> None:
        self.new_question_requested.emit(self._open, kind)

    def _on_edit(self) -> None:
        view = self._fact(self._open)
        if view is not None:
            self._begin(fact_entry(view.fact))

    def _on_remove(self) -> None:
        view = self._fact(self._open)
        if view is None or not self._is_free(view):
            return
        self._removed = fact_entry(view.fact)
        self._open = ""
        self._undo.offer(tr("“{value}” was removed.").format(value=view.value))
        self.remove_requested.emit(view.fact.id)

    def _is_free(self, view: FactView) -> bool:
        """Whether nothing in the pack names the fact; says what does."""
        others = [] if self._view is None else self._view.facts
        about = [each.value for each in others if view.fact.id in each.fact.about]
        if not view.questions and not about:
            return True
        used = tr_n("{n} question asks for it", "{n} questions ask for it", len(view.questions))
        spoken = tr_n("{n} other fact speaks of it", "{n} other facts speak of it", len(about))
        parts = ([used] if view.questions else []) + ([spoken] if about else [])
        messages.tell(
            self,
            tr("“{value}” is still needed.").format(value=view.value),
            tr("{reasons}. Change them first, then it can be removed.").format(
                reasons=", ".join(parts)
            ),
        )
        return False

    def _on_undo(self) -> None:
        self.save_requested.emit(self._removed, "")

    def _on_check(self) -> None:
        if self._form is not None:
            self.check_requested.emit(self._form.entry(), self._form.old_id)

    def _on_save(self) -> None:
        if self._form is not None:
            self.save_requested.emit(self._form.entry(), self._form.old_id)

    def _on_cancel(self) -> None:
        self.cancel()
