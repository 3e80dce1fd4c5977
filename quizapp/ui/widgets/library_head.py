"""The head of what the library shows: a pack, or all of them, and what can be done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions import QUESTION_TYPES
from quizapp.services.authoring_values import AuthorPack, DraftView
from quizapp.translation import tr, tr_n
from quizapp.ui.models.packs_model import drafts_words, origin_words
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import PageTitle, QuietText
from quizapp.ui.widgets.menu import Menu
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.words import listed, moment_words, questions_words, type_icon, type_word

LONGEST_STEM = 60


class LibraryHead(QWidget):
    """Each signal tells the number of the pack that is shown."""

    new_question_requested = Signal(int, str)
    """A pack, and the type of question to begin."""
    facts_requested = Signal(int)
    timeline_requested = Signal(int)
    details_requested = Signal(int)
    export_requested = Signal(int)
    copy_requested = Signal(int)
    draft_requested = Signal(int)
    """The number of a draft to go on with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack: AuthorPack | None = None
        self._is_narrow = False
        self._drafts: tuple[DraftView, ...] = ()
        self._title = PageTitle()
        self._note = QuietText()
        self._new: Button = PrimaryButton(tr("New question"), "plus")
        self._new.clicked.connect(self.ask_for_type)
        self._copy: Button = PrimaryButton(tr("Make a copy to change"), "copy")
        self._copy.clicked.connect(self._on_action)
        self._begun = Button("", "pencil")
        self._begun.setToolTip(tr("Questions that were begun and not saved"))
        self._begun.clicked.connect(self._on_drafts)
        facts = Button(tr("Facts and sources"), "book-marked")
        timeline = Button(tr("Timeline"), "calendar-range")
        details = Button(tr("Details"), "info")
        export = Button(tr("Export…"), "upload")
        self._of_pack = (facts, timeline, details, export)
        self._signals: dict[QObject, SignalInstance] = {
            self._copy: self.copy_requested,
            facts: self.facts_requested,
            timeline: self.timeline_requested,
            details: self.details_requested,
            export: self.export_requested,
        }
        for button in self._of_pack:
            button.clicked.connect(self._on_action)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        top = self._top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addLayout(words, 1)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions)
        top.addWidget(self._begun)
        self._place_buttons(is_narrow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._actions)

    def show_pack(self, pack: AuthorPack | None, packs: Sequence[AuthorPack]) -> None:
        """Show one of the packs; None shows all of them."""
        self._pack = pack
        shown = (pack,) if pack else tuple(packs)
        self._title.set_text(pack.title if pack else tr("All packs"))
        self._note.set_text(_note(pack, shown))
        self._new.setVisible(pack is not None and not pack.is_locked)
        self._copy.setVisible(pack is not None and pack.is_locked)
        for button in self._of_pack:
            button.setVisible(pack is not None)
        self._refresh_drafts()

    def set_narrow(self, is_narrow: bool) -> None:
        """Do without the title, which is in a box above, and have the other buttons on one line."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._title.setHidden(is_narrow)
            self._place_buttons(is_narrow=is_narrow)
            self._refresh_drafts()

    def _place_buttons(self, *, is_narrow: bool) -> None:
        first = (self._new, self._copy)
        for button in (*first, *self._of_pack):
            self._top.removeWidget(button)
            self._flow.removeWidget(button)
        for button in first:
            (self._flow if is_narrow else self._top).addWidget(button)
        for button in self._of_pack:
            self._flow.addWidget(button)

    def show_drafts(self, drafts: Sequence[DraftView]) -> None:
        """What was begun and not saved, in all packs."""
        self._drafts = tuple(drafts)
        self._refresh_drafts()

    def ask_for_type(self) -> None:
        """Let the type of a new question be chosen, where the pack can be changed."""
        if self._new.isHidden():
            return
        menu = Menu(tr("Types of question"), self)
        for name in QUESTION_TYPES:
            menu.add_entry(type_word(name), partial(self._begin, name), type_icon(name))
        menu.open_below(self._new)

    def _drafts_here(self) -> list[DraftView]:
        pack = self._pack
        return [each for each in self._drafts if pack is None or pack.number == each.pack]

    def _refresh_drafts(self) -> None:
        count = len(self._drafts_here())
        words = drafts_words(count)
        self._begun.setText(words)
        self._begun.setAccessibleName(words)
        self._begun.setVisible(bool(count))
        self._actions.setVisible(self._pack is not None)

    def _on_drafts(self) -> None:
        menu = Menu(self._begun.text(), self)
        for draft in self._drafts_here():
            menu.add_entry(
                _draft_words(draft, with_pack=self._pack is None),
                partial(self.draft_requested.emit, draft.draft),
                type_icon(draft.type),
            )
        menu.open_below(self._begun)

    def _begin(self, kind: str) -> None:
        if self._pack is not None:
            self.new_question_requested.emit(self._pack.number, kind)

    def _on_action(self) -> None:
        if self._pack is not None:
            self._signals[self.sender()].emit(self._pack.number)


def _note(pack: AuthorPack | None, shown: Sequence[AuthorPack]) -> str:
    parts = [
        questions_words(sum(each.questions for each in shown)),
        tr_n("{n} fact", "{n} facts", sum(each.facts for each in shown)),
    ]
    if pack is not None:
        parts.insert(0, tr("Version {version}").format(version=pack.version))
    if retired := sum(each.retired for each in shown):
        parts.append(tr_n("{n} retired", "{n} retired", retired))
    parts.append(origin_words(pack))
    return " · ".join(filter(None, parts))


def _draft_words(draft: DraftView, *, with_pack: bool) -> str:
    stem = draft.stem or type_word(draft.type)
    if len(stem) > LONGEST_STEM:
        stem = f"{stem[:LONGEST_STEM].rstrip()}…"
    return listed(stem, draft.pack_title if with_pack else "", moment_words(draft.saved_at))
