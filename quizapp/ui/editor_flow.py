"""Writing a question, and what it was before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quizapp.errors import LibraryChangedError
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.failures import Failures
from quizapp.ui.library_session import now
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.tasks import in_turn

if TYPE_CHECKING:
    from quizapp.formats.native.entries import CheckedEntry
    from quizapp.services.authoring_values import Change, EditorStart, RevisionView
    from quizapp.services.workspace import Workspace
    from quizapp.ui.pages.editor_page import EditorPage
    from quizapp.ui.pages.history_page import HistoryPage

Entry = dict[str, Any]


@dataclass
class _DraftPlace:
    """The draft of what is being written, as the worker knows it: a save may come before what
    came of keeping the draft is told.
    """

    number: int | None


class EditorFlow(QObject):
    """Leads from a question through its editor to its history and back."""

    back_requested = Signal()
    copy_requested = Signal(int)
    """A pack is to be copied, so that its questions can be changed."""
    fact_requested = Signal(int)
    """A fact is missing from a pack."""
    changed = Signal()
    """A question is not what it was, or has a draft that it had not."""

    def __init__(self, window: MainWindow, work: LibraryWork, failures: Failures) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._failures = failures
        self._question = 0
        self._has_draft = False
        self._drafts = _DraftPlace(None)

    def plans(self) -> dict[str, PagePlan]:
        return {
            "editor": PagePlan(
                tr("Question"), "pencil", self._make_editor, on_rail=False, is_protected=True
            ),
            "history": PagePlan(
                tr("History"), "history", self._make_history, on_rail=False, is_protected=True
            ),
        }

    # Opening

    def open(self, number: int) -> None:
        """Open a question to be changed."""
        self._open(lambda workspace: workspace.authoring.editor(number))

    def open_draft(self, draft: int) -> None:
        """Go on with what was begun and not saved."""
        self._open(lambda workspace: workspace.authoring.resume_draft(draft))

    def begin(self, pack: int, kind: str, fact: str = "") -> None:
        """Begin a question of that type, about a fact where one is named."""
        self._open(lambda workspace: workspace.authoring.new_question(pack, kind, fact))

    def _open(self, work: "Callable[[Workspace], EditorStart]") -> None:
        self._work.call(work, partial(self._show_from, self._window.current_page))

    def _show_from(self, asked_on: str, start: "EditorStart") -> None:
        """Show it, unless the person has gone elsewhere since they asked."""
        if self._window.current_page == asked_on:
            self._show(start)

    def _show(self, start: "EditorStart") -> None:
        if self._window.current_page == "editor":
            self._editor().keep_draft()  # of what is being written until now
        if self._window.show_page("editor"):
            self._drafts = _DraftPlace(start.draft)
            self._editor().show_start(start)

    def _editor(self) -> "EditorPage":
        from quizapp.ui.pages.editor_page import EditorPage

        return self._window.page_as("editor", EditorPage)

    def _make_editor(self) -> Page:
        from quizapp.ui.pages.editor_page import EditorPage

        page = EditorPage()
        page.check_requested.connect(partial(self._check, page))
        page.surroundings_requested.connect(partial(self._look_around, page))
        page.draft_requested.connect(partial(self._keep_draft, page))
        page.save_requested.connect(partial(self._save, page))
        page.history_requested.connect(partial(self._show_history, page))
        page.copy_requested.connect(partial(self._on_copy, page))
        page.back_requested.connect(self.back_requested)
        page.image_given.connect(partial(self._add_image, page))
        page.fact_requested.connect(partial(self._on_fact, page))
        return page

    def _on_copy(self, page: "EditorPage") -> None:
        if page.start is not None:
            self.copy_requested.emit(page.start.contents.pack.number)

    def _on_fact(self, page: "EditorPage") -> None:
        page.keep_draft()
        if page.start is not None:
            self.fact_requested.emit(page.start.contents.pack.number)

    # Checking and keeping

    def _look_around(self, page: "EditorPage") -> None:
        start = page.start
        if start is None:
            return
        pack = start.contents.pack.number
        self._work.call(
            lambda workspace: workspace.authoring.surroundings(pack),
            partial(page.show_surroundings, start),
        )

    def _check(self, page: "EditorPage", asked: int, entry: Entry) -> None:
        start = page.start
        if start is None:
            return
        pack, number = start.contents.pack.number, start.number
        self._work.call(
            lambda workspace: workspace.authoring.check(pack, entry, number),
            partial(page.show_check, asked),
        )
        self._work.call(
            lambda workspace: workspace.authoring.alike(entry, number),
            partial(page.show_alike, asked),
        )

    def _keep_draft(self, page: "EditorPage", entry: Entry) -> None:
        """Keep `entry` as the draft of what is being written; drop it where it is saved."""
        start, moment = page.start, now()
        if start is None:
            return
        is_saved, place = page.is_saved, self._drafts

        def work(workspace: "Workspace") -> int | None:
            if not is_saved:
                place.number = workspace.authoring.keep_draft(
                    start.contents.pack.number,
                    entry,
                    moment,
                    number=start.number,
                    revision=start.revision,
                    draft=place.number,
                )
            elif place.number is not None:
                workspace.authoring.drop_draft(place.number)
                place.number = None
            return place.number

        told = partial(page.note_draft, start)
        self._work.call(work, in_turn(self._on_draft_kept, told))

    def _on_draft_kept(self, draft: int | None) -> None:
        del draft
        self.changed.emit()

    def _save(self, page: "EditorPage", entry: Entry, *, over: bool = False) -> None:
        """Save `entry`; with `over` also over what was saved elsewhere meanwhile."""
        start, moment, place = page.start, now(), self._drafts
        if start is None:
            return

        def work(workspace: "Workspace") -> "EditorStart":
            saved = workspace.authoring.save(
                start.contents.pack.number,
                entry,
                moment,
                number=start.number,
                revision=None if over else start.revision,
                draft=place.number,
            )
            place.number = None
            return workspace.authoring.editor(saved.number)

        self._work.call(
            work,
            in_turn(self._on_saved, page.show_saved),
            partial(self._on_not_saved, page, entry),
        )

    def _on_saved(self, start: "EditorStart") -> None:
        del start
        self._window.forget_page("history")
        self.changed.emit()

    def _on_not_saved(self, page: "EditorPage", entry: Entry, error: Exception) -> None:
        page.show_not_saved()
        if not isinstance(error, LibraryChangedError):
            self._failures.show(error)
        elif messages.ask(
            self._window,
            error.message,
            tr("Both versions stay in the history, whichever is the newest."),
            tr("Save mine as the newest"),
            tr("Go on writing"),
        ):
            self._save(page, entry, over=True)

    def _add_image(
        self, page: "EditorPage", file_name: str, data: bytes, named: Callable[[str], None]
    ) -> None:
        start, moment = page.start, now()
        if start is None:
            return
        pack = start.contents.pack.number
        self._work.call(
            lambda workspace: workspace.authoring.add_image(pack, file_name, data, moment),
            partial(_on_image, page, data, named),
        )

    # History

    def _show_history(self, page: "EditorPage") -> None:
        page.keep_draft()
        self._question = (page.start.number if page.start else None) or 0
        self._window.forget_page("history")
        self._window.show_page("history")

    def _make_history(self) -> Page:
        from quizapp.ui.pages.history_page import HistoryPage

        page = HistoryPage()
        page.refresh_requested.connect(partial(self._refresh_history, page))
        page.restore_requested.connect(self._restore)
        page.retire_requested.connect(partial(self._retire, page))
        page.bring_back_requested.connect(partial(self._bring_back, page))
        page.revision_chosen.connect(partial(self._show_revision, page))
        page.back_requested.connect(self._on_history_left)
        return page

    def _on_history_left(self) -> None:
        self.open(self._question)

    def _refresh_history(self, page: "HistoryPage") -> None:
        number = self._question

        def work(workspace: "Workspace") -> "tuple[EditorStart, tuple[RevisionView, ...]]":
            return workspace.authoring.editor(number), workspace.history.revisions(number)

        self._work.call(work, partial(self._show_revisions, page))

    def _show_revisions(
        self, page: "HistoryPage", found: "tuple[EditorStart, tuple[RevisionView, ...]]"
    ) -> None:
        start, revisions = found
        self._has_draft = start.draft is not None
        page.show_history(
            str(start.saved.get("stem", "")),
            revisions,
            is_retired=start.is_retired,
            is_locked=start.contents.pack.is_locked,
        )

    def _restore(self, revision: int) -> None:
        number, moment = self._question, now()
        if self._has_draft and not messages.ask(
            self._window,
            tr("Restore this version?"),
            tr("What you have written and not saved is thrown away."),
            tr("Restore"),
            tr("Keep what I wrote"),
            danger=True,
        ):
            return

        def work(workspace: "Workspace") -> "EditorStart":
            workspace.history.restore(number, revision, moment)
            start = workspace.authoring.editor(number)
            if start.draft is not None:  # what was written on would hide what is restored
                workspace.authoring.drop_draft(start.draft)
            return workspace.authoring.editor(number)

        self._work.call(work, self._on_restored)

    def _on_restored(self, start: "EditorStart") -> None:
        self.changed.emit()
        self._show_from("history", start)
        self._window.banner.say(tr("The version is restored as the newest one."))

    def _retire(self, page: "HistoryPage") -> None:
        number, moment = self._question, now()
        self._work.call(
            lambda workspace: workspace.bulk.retire([number], moment),
            in_turn(self._on_changed, partial(self._refresh_after, page)),
        )

    def _bring_back(self, page: "HistoryPage") -> None:
        number, moment = self._question, now()
        self._work.call(
            lambda workspace: workspace.bulk.bring_back([number], moment),
            in_turn(self._on_changed, partial(self._refresh_after, page)),
        )

    def _on_changed(self, change: "Change") -> None:
        self._window.banner.say(change.words)
        self.changed.emit()

    def _refresh_after(self, page: "HistoryPage", change: "Change") -> None:
        del change
        self._refresh_history(page)

    def _show_revision(self, page: "HistoryPage", view: "RevisionView") -> None:
        """The chosen version as a learner would have seen it."""
        number = self._question

        def work(workspace: "Workspace") -> "tuple[EditorStart, CheckedEntry]":
            start = workspace.authoring.editor(number)
            entry = {**view.entry, "id": start.saved["id"]}
            return start, workspace.authoring.check(start.contents.pack.number, entry, number)

        self._work.call(work, partial(_show_preview, page, view))


def _on_image(page: "EditorPage", data: bytes, named: Callable[[str], None], name: str) -> None:
    page.note_image(name, data)
    named(name)


def _show_preview(
    page: "HistoryPage", view: "RevisionView", found: "tuple[EditorStart, CheckedEntry]"
) -> None:
    from quizapp.ui.question_preview import QuestionPreview

    if page.chosen is not view:
        return
    start, checked = found
    preview = QuestionPreview()
    contents = start.contents
    preview.set_sources(
        contents.manifest, {fact.id: fact for fact in contents.facts}, contents.media
    )
    if checked.question is not None:
        preview.show_question(checked.question)
    else:
        preview.show_nothing(
            tr("This version no longer fits the pack: {problem}").format(
                problem=checked.problems[0].message
            )
        )
    page.set_preview(preview)
