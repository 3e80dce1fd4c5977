"""The facts of a pack with the questions on them, and the sources that they rest on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.authoring_values import FactsView
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.panels.facts_panel import FactsPanel
from quizapp.ui.panels.sources_panel import SourcesPanel
from quizapp.ui.widgets.buttons import Button, QuietButton
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.notice import Notice
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.reveal import LAYOUT_PAUSE
from quizapp.ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem

WIDTH = 920


class FactsPage(Page):
    """Filled by `show_facts`, after each change anew; what is being written stays.

    After `save_requested` either `show_problems` or `fact_saved` is due.
    """

    refresh_requested = Signal()
    back_requested = Signal()
    timeline_requested = Signal()
    copy_requested = Signal()
    """A pack that comes with the program is to be copied, so that it can be changed."""
    question_requested = Signal(int)
    new_question_requested = Signal(str, str)
    """The id of a fact, and the type of a question that is to be written for it."""
    check_requested = Signal(object, str)
    """A fact's entry that may be half-finished, and the id it has in the pack, "" for a new one."""
    save_requested = Signal(object, str)
    """The same, to be saved."""
    remove_requested = Signal(str)
    sources_save_requested = Signal(object)
    """`{"sections": […], "references": […]}`, both whole, as the pack's file holds them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Facts and sources")
        self._view: FactsView | None = None
        self._position = 0
        self._head = PageHead(self.title)
        self._locked = Notice()
        self._which = SegmentedControl(
            tr("What to see"), [("facts", tr("Facts")), ("sources", tr("Sources"))]
        )
        self._facts = FactsPanel()
        self._sources = SourcesPanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        timeline = QuietButton(tr("Timeline"), "calendar")
        timeline.clicked.connect(self.timeline_requested)
        self._head.add_action(timeline)
        copy = Button(tr("Make a copy"), "copy")
        copy.clicked.connect(self.copy_requested)
        self._locked.add_action(copy)
        self._column = Column(width=WIDTH)
        for part in (self._head, self._locked, self._which, self._facts, self._sources):
            self._column.body.addWidget(part)
        self._column.body.addStretch(1)
        self._sources.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)

    def _connect(self) -> None:
        self._head.back_requested.connect(self._on_back)
        self._which.chosen.connect(self._show_part)
        self._column.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        facts = self._facts
        facts.question_requested.connect(self.question_requested)
        facts.new_question_requested.connect(self._on_new_question)
        facts.check_requested.connect(self.check_requested)
        facts.save_requested.connect(self.save_requested)
        facts.remove_requested.connect(self.remove_requested)
        facts.section_requested.connect(self._on_section)
        self._sources.save_requested.connect(self.sources_save_requested)
        self._sources.fact_requested.connect(self.open_fact)

    # What is shown

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def show_facts(self, view: FactsView) -> None:
        """Show a pack's facts; what is open and what is being written stays."""
        is_other = self._view is None or self._view.pack.number != view.pack.number
        position = self._column.verticalScrollBar().value()
        self._view = view
        self._head.set_note(view.pack.title)
        why = tr("This pack comes with the program and is not changed.")
        what = tr("Make a copy of it: the copy is yours to write in.")
        self._locked.say("accent", why if view.pack.is_locked else "", what)
        self._facts.show_facts(view)
        self._sources.show_sources(view)
        if is_other:
            self._which.set_value("facts")
            self._show_part("facts")
            self._column.scroll_to_top()
        else:
            self._position = position
            QTimer.singleShot(LAYOUT_PAUSE, self, self._scroll_back)

    def _scroll_back(self) -> None:
        self._column.verticalScrollBar().setValue(self._position)

    def open_fact(self, fact: str) -> None:
        """Show a fact in full, whatever was let through before."""
        if self._sources.may_close(self):
            self._which.set_value("facts")
            self._show_part("facts")
            self._facts.open_fact(fact)

    def show_problems(self, problems: "Sequence[FieldProblem]") -> None:
        """Say what is wrong with the fact that is being written."""
        self._facts.show_problems(problems)

    def fact_saved(self, fact: str) -> None:
        """The fact that was written is in the pack, under this id."""
        self._facts.fact_saved(fact)

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of the list."""
        return [
            ("↑ ↓", tr("Go from fact to fact")),
            ("Home End", tr("Go to the first or the last fact")),
            ("Enter", tr("Open or close a fact")),
            ("Ctrl+F", tr("Search the facts")),
            ("Ctrl+N", tr("Write a new fact")),
            ("Esc", tr("Close what is being written, or go back")),
        ]

    def may_leave(self) -> bool:
        """Asks where something was written that is not saved."""
        return self._facts.may_close(self) and self._sources.may_close(self)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a form, or goes back."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        in_facts = not self._facts.isHidden()
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif is_control and event.key() == Qt.Key.Key_F and in_facts:
            self._facts.focus_search()
        elif is_control and event.key() == Qt.Key.Key_N and in_facts:
            self._facts.begin_new()
        else:
            super().keyPressEvent(event)

    def _on_escape(self) -> None:
        if self._sources.is_editing and not self._sources.isHidden():
            if self._sources.may_close(self):
                self._sources.cancel()
        elif self._facts.is_editing and not self._facts.isHidden():
            if self._facts.may_close(self):
                self._facts.cancel()
        else:
            self.back_requested.emit()

    def _on_back(self) -> None:
        self.back_requested.emit()

    def _show_part(self, part: str) -> None:
        self._facts.setVisible(part == "facts")
        self._sources.setVisible(part == "sources")

    def _on_scrolled(self, value: int) -> None:
        bar = self._column.verticalScrollBar()
        if value > bar.maximum() - self._column.viewport().height():
            self._facts.show_more()

    def _on_new_question(self, fact: str, kind: str) -> None:
        self.new_question_requested.emit(fact, kind)

    def _on_section(self) -> None:
        """To where sections are added; the fact that is being written waits."""
        self._which.set_value("sources")
        self._show_part("sources")
        self._sources.begin_section()
