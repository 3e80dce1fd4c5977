"""Writing one question: its form on one side, the question as learners see it on the other."""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from quizapp.formats.native.entries import CheckedEntry, FieldProblem
from quizapp.services.authoring_values import Alike, EditorStart, Surroundings
from quizapp.translation import tr, tr_n
from quizapp.ui.entry_history import EntryHistory
from quizapp.ui.page import Page
from quizapp.ui.question_editors import FormContext, QuestionForm, make_form
from quizapp.ui.question_preview import QuestionPreview
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.headings import QuietText, SectionTitle
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.words import moment_words, type_word

CHECK_PAUSE = 200
"""Milliseconds without a change after which the entry is looked at."""
DRAFT_PAUSE = 2_000
"""Milliseconds without a change after which it is kept as a draft."""
BOTH_WIDTH = 860
"""Below this width, in pixels at 100 % text size, form and preview take turns."""


class EditorPage(Page):
    """Shows an `EditorStart`, and tells what to check, keep and save.

    Each `check_requested` carries a number that comes back with what was found: only the answer to
    the latest one is shown.
    """

    check_requested = Signal(int, dict)
    surroundings_requested = Signal()
    """All facts and tags of the pack are wanted."""
    draft_requested = Signal(dict)
    save_requested = Signal(dict)
    history_requested = Signal()
    copy_requested = Signal()
    back_requested = Signal()
    image_given = Signal(str, bytes, object)
    """File name, data, and whom to tell the image's name in the pack."""
    fact_requested = Signal()
    """A fact is missing from the pack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Question")
        self._start: EditorStart | None = None
        self._history = EntryHistory({})
        self._form: QuestionForm | None = None
        self._context_given: FormContext | None = None
        self._problems: tuple[FieldProblem, ...] = ()
        self._errors: tuple[FieldProblem, ...] = ()
        self._alike: tuple[FieldProblem, ...] = ()
        self._draft: int | None = None
        self._sent: dict[str, Any] = {}
        self._has_looked_around = False
        self._asked = 0
        self._is_saving = False
        self._is_kept = True
        self._is_unchecked = False
        self._check_timer = self._timer(CHECK_PAUSE, self._ask_to_check)
        self._draft_timer = self._timer(DRAFT_PAUSE, self.keep_draft)
        self._lay_out()
        self._make_keys()

    def _timer(self, pause: int, slot: Any) -> QTimer:  # noqa: ANN401
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(slot)
        return timer

    # Layout

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        self._turns = SegmentedControl(
            tr("What is shown"), [("form", tr("Write")), ("preview", tr("Preview"))]
        )
        self._turns.set_value("form")
        self._turns.chosen.connect(self._fit_width)
        turns = QHBoxLayout()
        turns.addSpacing(3 * GRID)
        turns.addWidget(self._turns)
        turns.addStretch(1)
        outer.addLayout(turns)
        self._form_column = Column()
        self._preview = QuestionPreview()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._form_column)
        self._splitter.addWidget(self._preview)
        self._splitter.setSizes([1, 1])
        outer.addWidget(self._splitter, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        back = IconButton("arrow-left", tr("Back to the library"))
        back.clicked.connect(self.back_requested)
        self._name = SectionTitle("")
        self._state = QuietText("")
        self._undo = IconButton("undo-2", tr("Undo (Ctrl+Z)"))
        self._undo.clicked.connect(self._on_undo)
        self._redo = IconButton("redo-2", tr("Redo (Ctrl+Shift+Z)"))
        self._redo.clicked.connect(self._on_redo)
        self._versions = QuietButton(tr("History"), "history")
        self._versions.clicked.connect(self.history_requested)
        self._discard = QuietButton(tr("Drop changes"), "rotate-ccw")
        self._discard.clicked.connect(self.drop_changes)
        self._save = PrimaryButton(tr("Save"))
        self._save.clicked.connect(self.save)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._state)
        row.addWidget(back)
        row.addLayout(names, 1)
        for button in (self._undo, self._redo, self._versions, self._discard, self._save):
            row.addWidget(button)
        return head

    def _make_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+Z", self._on_undo),
            ("Ctrl+Shift+Z", self._on_redo),
            ("Ctrl+Y", self._on_redo),
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        has_room = self.width() >= scaled(BOTH_WIDTH)
        self._turns.setVisible(not has_room)
        shows_form = self._turns.value() == "form"
        self._form_column.setVisible(has_room or shows_form)
        self._preview.setVisible(has_room or not shows_form)

    # Showing

    def show_start(self, start: EditorStart) -> None:
        """Begin, or go on with, a question."""
        self._start = start
        self._draft = start.draft
        self._problems = self._errors = self._alike = ()
        self._history = EntryHistory(start.entry, start.saved)
        self._is_saving = False
        self._is_kept = True
        contents = start.contents
        self._preview.set_sources(
            contents.manifest, {fact.id: fact for fact in contents.facts}, contents.media
        )
        self._show_form(str(start.entry.get("type", "")))
        self._refresh()
        if start.draft_at is not None:
            self._state.set_text(tr("Draft of {when}").format(when=moment_words(start.draft_at)))
        self._ask_to_check()

    def _look_around(self) -> None:
        """Ask what there is to be named, once."""
        if not self._has_looked_around:
            self._has_looked_around = True
            self.surroundings_requested.emit()

    def show_surroundings(self, start: EditorStart, found: Surroundings) -> None:
        """What a question that was begun with `start` can name; comes after it is shown."""
        if start is not self._start or self._form is None or self._context_given is None:
            return
        self._context_given.facts = found.facts
        self._context_given.tags = found.tags
        self._form.context_changed()
        self._preview.set_facts({fact.id: fact for fact in found.facts})

    def _show_form(self, kind: str) -> None:
        if self._start is None:
            return
        if self._form is not None:
            self._form_column.body.removeWidget(self._form)
            self._form.deleteLater()
        self._has_looked_around = False
        self._context_given = self._context(self._start)
        self._form = make_form(kind, self._context_given)
        self._form.show_entry(self._history.entry)
        self._form.edited.connect(self._on_edited)
        self._form.setEnabled(not self._start.contents.pack.is_locked)
        self._form_column.body.addWidget(self._form)
        self._form_column.scroll_to_top()
        self._form.focus_path("stem")

    def _context(self, start: EditorStart) -> FormContext:
        contents = start.contents
        return FormContext(
            facts=contents.facts,
            manifest=contents.manifest,
            media=dict(contents.media),
            is_new=start.number is None,
            add_image=self._add_image,
            add_fact=self.fact_requested.emit,
            look_around=self._look_around,
        )

    @property
    def start(self) -> EditorStart | None:
        """What was begun with."""
        return self._start

    @property
    def entry(self) -> dict[str, Any]:
        """The question as it is written now."""
        return self._history.entry

    def _refresh(self) -> None:
        start = self._start
        if start is None:
            return
        kind = type_word(str(self.entry.get("type", "")))
        is_new = start.number is None
        words = tr("New question: {type}") if is_new else tr("Question: {type}")
        self._name.set_text(words.format(type=kind))
        is_locked = start.contents.pack.is_locked
        is_saved = self._history.is_saved
        for button, is_of_use in (
            (self._undo, self._history.can_undo),
            (self._redo, self._history.can_redo),
        ):
            if button.hasFocus() and not is_of_use:
                self.setFocus()  # the next button would do something else
        self._undo.setEnabled(self._history.can_undo)
        self._redo.setEnabled(self._history.can_redo)
        self._versions.setVisible(not is_new)
        self._discard.setVisible(not self._history.is_saved or self._draft is not None)
        can_save = not self._errors and not is_saved and not self._is_saving
        self._save.setEnabled(is_locked or can_save)
        self._save.setText(tr("Make a copy to change") if is_locked else tr("Save"))
        self._show_state(start, is_saved=is_saved)

    def _show_state(self, start: EditorStart, *, is_saved: bool) -> None:
        pack = start.contents.pack
        if pack.is_locked:
            words = tr("“{pack}” comes with the program: look at it, or change a copy.")
            self._state.set_text(words.format(pack=pack.title))
        elif self._errors:
            count = tr_n("{n} thing to mend", "{n} things to mend", len(self._errors))
            self._state.set_text(f"{pack.title} · {count}")
        elif is_saved:
            self._state.set_text(pack.title)
        elif self._is_kept:
            self._state.set_text(f"{pack.title} · " + tr("not saved yet; kept as a draft"))
        else:
            self._state.set_text(f"{pack.title} · " + tr("not saved yet"))

    # Changing

    def write(self, entry: dict[str, Any]) -> None:
        """Let the question be `entry`, as a change that can be undone."""
        if self._form is None:
            return
        self._history.change(entry, "", time.monotonic())
        self._form.show_entry(self._history.entry)
        self._on_changed()

    def _on_edited(self, field: str) -> None:
        if self._form is None:
            return
        self._history.change(self._form.entry(), field, time.monotonic())
        self._on_changed()

    def _on_changed(self) -> None:
        self._is_kept = False
        self._check_timer.start()
        self._draft_timer.start()
        self._refresh()

    def _on_undo(self) -> None:
        if self._form is not None and self._history.can_undo:
            self._form.show_entry(self._history.undo())
            self._on_changed()

    def _on_redo(self) -> None:
        if self._form is not None and self._history.can_redo:
            self._form.show_entry(self._history.redo())
            self._on_changed()

    def drop_changes(self) -> None:
        """Back to what was saved; Undo brings the changes back."""
        if self._start is not None:
            self.write(self._start.saved)

    def _add_image(self, file_name: str, data: bytes, done: object) -> None:
        self.image_given.emit(file_name, data, done)

    # Checking

    def _ask_to_check(self) -> None:
        self._asked += 1
        self._is_unchecked = True
        self.check_requested.emit(self._asked, self.entry)

    @property
    def is_waiting(self) -> bool:
        """Whether what is written has changed since it was looked at."""
        return self._check_timer.isActive() or self._is_unchecked

    def show_check(self, asked: int, checked: CheckedEntry) -> None:
        """What was found in the entry that was asked about."""
        if asked != self._asked or self._form is None:
            return
        self._is_unchecked = False
        self._problems = checked.problems
        self._errors = tuple(each for each in checked.problems if each.severity == "error")
        self._show_problems()
        if checked.question is not None:
            self._preview.show_question(checked.question)
        else:
            self._preview.show_nothing(
                tr_n(
                    "{n} thing is still to be written or mended on the other side.",
                    "{n} things are still to be written or mended on the other side.",
                    len(self._errors),
                )
            )
        self._refresh()

    def show_alike(self, asked: int, alike: Sequence[Alike]) -> None:
        """Questions that ask for much the same as the entry that was asked about."""
        if asked == self._asked:
            self._alike = tuple(map(_alike_problem, alike))
            self._show_problems()

    def _show_problems(self) -> None:
        if self._form is not None:
            self._form.show_problems([*self._problems, *self._alike])

    # Keeping

    def keep_draft(self) -> None:
        """Keep what is not saved, unless that is done."""
        self._draft_timer.stop()
        start = self._start
        if self._is_saving or self._is_kept or start is None or start.contents.pack.is_locked:
            return
        self._is_kept = True
        self.draft_requested.emit(self.entry)
        self._refresh()

    @property
    def draft(self) -> int | None:
        """The number of the draft that keeps what is written; None where there is none."""
        return self._draft

    def note_draft(self, start: EditorStart, draft: int | None) -> None:
        """What was being written with `start` is kept as `draft`, or is saved without one."""
        if start is self._start:
            self._draft = draft
            self._refresh()

    def note_image(self, name: str, data: bytes) -> None:
        """An image has come into the pack: the preview can show it."""
        self._preview.add_image(name, data)
        if self._context_given is not None:
            self._context_given.media[name] = data

    @property
    def is_saved(self) -> bool:
        """Whether what is written is what the library has."""
        return self._history.is_saved

    def save(self) -> None:
        """Save what is written, or lead to what keeps it from being saved."""
        start = self._start
        if start is None or not self._save.isEnabled():
            if self._errors and self._form is not None:
                self._form.focus_path(self._errors[0].field)
            return
        if start.contents.pack.is_locked:
            self.copy_requested.emit()
            return
        self._is_saving = True
        self._draft_timer.stop()
        self._refresh()
        self._sent = self.entry
        self.save_requested.emit(self._sent)

    def show_saved(self, start: EditorStart) -> None:
        """It is saved, and now as `start` says; typing goes on where it was."""
        self._is_saving = False
        self._start = start
        self._draft = None
        if self._history.mark_saved(self._sent, start.entry) and self._form is not None:
            self._form.show_entry(start.entry)
        self._is_kept = self._history.is_saved
        self.keep_draft()  # of what was typed while it was being saved
        self._refresh()
        self._state.set_text(
            tr("Saved {when}").format(when=moment_words(datetime.now().astimezone()))
        )

    def show_not_saved(self) -> None:
        """It could not be saved; nothing that was written is lost."""
        self._is_saving = False
        self._is_kept = False
        self.keep_draft()
        self._refresh()

    def may_leave(self) -> bool:
        """Whatever is not saved is kept as a draft."""
        self.keep_draft()
        return True

    def help_keys(self) -> list[tuple[str, str]]:
        """Saving and undoing."""
        return [
            ("Ctrl+S", tr("Save")),
            ("Ctrl+Z", tr("Undo")),
            ("Ctrl+Shift+Z", tr("Redo")),
        ]


def _alike_problem(alike: Alike) -> FieldProblem:
    return FieldProblem(
        field="stem",
        message=tr("“{stem}” in “{pack}” asks for much the same.").format(
            stem=alike.stem[:120], pack=alike.pack
        ),
        remedy=tr("Ask for something else, or retire one of the two."),
        severity="advice",
    )
