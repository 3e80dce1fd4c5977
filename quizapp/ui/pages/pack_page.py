"""A new pack to be made, or what a pack says of itself to be changed."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.authoring_values import AuthorPack
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.folder_card import FolderCard
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.notice import Notice
from quizapp.ui.widgets.pack_form import PackForm
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.place_choice import PlaceChoice
from quizapp.ui.widgets.source_list import SourceList, Uses

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem


class PackPage(Page):
    """Begins with `begin_new` or `show_details`. What is asked for is answered by `show_problems`,
    or by `saved`.
    """

    refresh_requested = Signal()
    check_requested = Signal(object)
    """The entry of a manifest that may be half-finished: what is wrong with it?"""
    create_requested = Signal(object, str, str)
    """The entry of a manifest, the template ("empty" or "examples"), and the folder or ""."""
    save_requested = Signal(object)
    """The entry of a manifest that exists, as it is to be."""
    folder_requested = Signal()
    show_folder_requested = Signal(str)
    stop_folder_requested = Signal()
    copy_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("New pack")
        self._pack: AuthorPack | None = None
        self._began_with: tuple[Any, ...] = ()
        self._head = PageHead(self.title)
        self._locked = Notice()
        self._form = PackForm()
        self._place = PlaceChoice()
        self._place_card = Card(margin=3 * GRID)
        self._folder_card = FolderCard()
        self._sections = SourceList("section")
        self._references = SourceList("reference")
        self._save = PrimaryButton("", "check")
        self._cancel = Button(tr("Cancel"))
        self._sources: dict[str, list[dict[str, str]]] = {}
        self._lay_out()
        self._connect()
        self.begin_new()

    def _lay_out(self) -> None:
        copy = Button(tr("Make a copy"), "copy")
        copy.clicked.connect(self.copy_requested)
        self._locked.add_action(copy)
        self._place_card.body.addWidget(self._place)
        self._column = Column()
        for part in (
            self._head,
            self._locked,
            self._folder_card,
            self._form,
            self._place_card,
            self._sections,
            self._references,
        ):
            self._column.body.addWidget(part)
        self._column.body.addStretch(1)
        self._foot = Foot(self._column)
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in (self._save, self._cancel):
            flow.addWidget(button)
        self._foot.row.addWidget(holder, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._column)
        outer.addWidget(self._foot)

    def _connect(self) -> None:
        self._head.back_requested.connect(self.cancel_requested)
        self._form.check_requested.connect(self._on_check)
        self._place.folder_requested.connect(self.folder_requested)
        self._place.changed.connect(self._refresh_save)
        self._folder_card.show_requested.connect(self._on_show_folder)
        self._folder_card.stop_requested.connect(self.stop_folder_requested)
        self._sections.changed.connect(self._on_sections)
        self._references.changed.connect(self._on_references)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.cancel_requested)

    # What is shown

    def entered(self) -> None:
        """Ask for what is to be shown."""
        self.refresh_requested.emit()

    def begin_new(self, taken: Collection[str] = (), language: str = "en") -> None:
        """Empty fields for a new pack; `taken` are the ids of the packs there are."""
        self._pack = None
        self._set_title(tr("New pack"), tr("You can change all of this later, except the id."))
        self._save.setText(tr("Create pack"))
        self._locked.say("accent", "")
        self._sources = {}
        self._form.begin_new(taken, language)
        self._form.setEnabled(True)
        self._place.reset()
        self._show_parts(is_new=True)

    def show_details(
        self,
        pack: AuthorPack,
        entry: Mapping[str, Any],
        sections: Uses | None = None,
        references: Uses | None = None,
    ) -> None:
        """What a pack says of itself, and by the ids of its sources the facts that rest on them."""
        self._pack = pack
        self._set_title(tr("Details of the pack"), pack.title)
        self._save.setText(tr("Save details"))
        why = tr("This pack comes with the program and is not changed.")
        what = tr("Make a copy of it: the copy is yours to write in.")
        self._locked.say("accent", why if pack.is_locked else "", what)
        self._sources = {
            name: [dict(each) for each in entry.get(name, ())]
            for name in ("sections", "references")
        }
        self._form.begin(entry)
        self._form.setEnabled(not pack.is_locked)
        is_locked = pack.is_locked
        parts = (
            ("sections", self._sections, sections),
            ("references", self._references, references),
        )
        for name, part, uses in parts:
            part.show_sources(self._sources[name], uses or {}, is_locked=is_locked)
        self._show_parts(is_new=False)

    def _set_title(self, title: str, note: str) -> None:
        self.title = title
        self._head.set_title(title)
        self._head.set_note(note)

    def _show_parts(self, *, is_new: bool) -> None:
        self._place_card.setVisible(is_new)
        self._folder_card.show_folder(self._pack.folder if self._pack else "")
        for part in (self._sections, self._references):
            part.setVisible(not is_new)
        self._foot.setVisible(self._pack is None or not self._pack.is_locked)
        self._began_with = self._state()
        self._refresh_save()
        self._column.scroll_to_top()
        self._form.focus_first()

    def set_folder(self, folder: str) -> None:
        """The folder that was chosen for the new pack; "" where none was."""
        self._place.set_folder(folder)

    def leave_folder(self) -> None:
        """The pack is not used from its folder any more; what is filled in stays."""
        if self._pack is not None:
            self._pack = msgspec.structs.replace(self._pack, origin="library", folder="")
            self._folder_card.show_folder("")

    def show_problems(self, problems: "Sequence[FieldProblem]") -> None:
        """Say what is wrong with what is filled in."""
        self._form.show_problems(problems)

    def saved(self) -> None:
        """What is filled in is in the library: the page can be left."""
        self._began_with = self._state()

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of this page."""
        return [(tr("Ctrl+Enter"), tr("Save what is filled in")), ("Esc", tr("Go back"))]

    def may_leave(self) -> bool:
        """Asks where something was filled in that is not saved."""
        is_writing = self._sections.is_changed or self._references.is_changed
        if not is_writing and self._state() == self._began_with:
            return True
        left = messages.ask(
            self,
            tr("Leave without saving?"),
            tr("What you have filled in is not saved yet."),
            tr("Leave it"),
            tr("Go on writing"),
            danger=True,
        )
        if left:
            self._began_with = self._state()
        return left

    def _entry(self) -> dict[str, Any]:
        entry = {**self._form.entry(), **self._sources}
        return {name: value for name, value in entry.items() if value not in ([], {})}

    def _state(self) -> tuple[Any, ...]:
        """What would be lost."""
        return self._entry(), self._place.template, self._place.folder

    def _refresh_save(self) -> None:
        self._save.setEnabled(self._pack is not None or self._place.is_complete)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Ctrl with Enter saves."""
        is_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_requested.emit()
        elif is_control and is_enter and self._save.isVisible() and self._save.isEnabled():
            self._save.click()
        else:
            super().keyPressEvent(event)

    def _on_check(self) -> None:
        self.check_requested.emit(self._entry())

    def _on_save(self) -> None:
        if self._sections.is_changed or self._references.is_changed:
            messages.tell(
                self,
                tr("A section or a reference is still being written."),
                tr("Save it, or press Cancel beside it. Then save the details."),
            )
            return
        self._form.note_saving()
        if self._pack is None:
            self.create_requested.emit(self._entry(), self._place.template, self._place.folder)
        else:
            self.save_requested.emit(self._entry())

    def _on_show_folder(self) -> None:
        if self._pack is not None:
            self.show_folder_requested.emit(self._pack.folder)

    def _on_sections(self, sections: list[dict[str, str]]) -> None:
        self._sources["sections"] = sections

    def _on_references(self, references: list[dict[str, str]]) -> None:
        self._sources["references"] = references
