"""A pack comes in: what it would bring is shown before anything happens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.authoring_values import ImportPreview
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from quizapp.ui.widgets.change_list import ChangeList
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.difference_text import DifferenceKey
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark, beside
from quizapp.ui.widgets.notice import Notice
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.preview_card import PreviewCard
from quizapp.ui.widgets.progress_view import ProgressView
from quizapp.ui.widgets.same_id_choice import SameIdChoice

MOST_ADVICE = 50


class ImportPage(Page):
    """From a file through its preview to what came of it: each `show_…` is a step."""

    file_requested = Signal()
    """Another file is to be chosen."""
    folder_requested = Signal()
    """A folder is to be chosen instead."""
    import_requested = Signal(str, str, str)
    """Path, hash of the files, and the id to import under, "" for the pack's own."""
    in_place_requested = Signal(str)
    """The pack is to be used from its folder; the path of it."""
    cancel_requested = Signal()
    """What is being read or imported is to be stopped."""
    opened_requested = Signal()
    """The pack of the last preview is to be seen in the library."""
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Import a pack")
        self._preview: ImportPreview | None = None
        self._choice: SameIdChoice | None = None
        self._may_stay = False
        self._progress: ProgressView | None = None
        self._head = PageHead(self.title)
        self._head.back_requested.connect(self._on_back)
        self._notice = Notice()
        self._import = PrimaryButton(tr("Import"), "check")
        self._replace = DangerButton(tr("Replace"), "check")
        self._open = PrimaryButton(tr("Open in the library"), "book-open")
        self._in_place = Button(tr("Use it from its folder"), "folder-open")
        self._cancel = Button(tr("Cancel"))
        self._other = Button(tr("Choose another file"), "file-text")
        self._buttons = (
            self._import, self._replace, self._open, self._in_place, self._cancel, self._other,
        )  # fmt: skip
        self._lay_out()
        self._import.clicked.connect(self._on_import)
        self._replace.clicked.connect(self._on_import)
        self._open.clicked.connect(self.opened_requested)
        self._in_place.clicked.connect(self._on_in_place)
        self._cancel.clicked.connect(self._on_back)
        self._other.clicked.connect(self.file_requested)
        self.show_start()

    def _lay_out(self) -> None:
        self._column = Column()
        self._content = QVBoxLayout()
        self._content.setSpacing(2 * GRID)
        self._column.body.addWidget(self._head)
        self._column.body.addWidget(self._notice)
        self._column.body.addLayout(self._content)
        self._column.body.addStretch(1)
        self._foot = Foot(self._column)
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in self._buttons:
            flow.addWidget(button)
        self._foot.row.addWidget(holder, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._column)
        outer.addWidget(self._foot)

    # Steps

    def show_start(self) -> None:
        """Nothing is chosen yet."""
        self._begin()
        start = EmptyState(
            "folder-open",
            tr("Choose the pack to import."),
            tr(
                "A .quizpack file, or the folder of a pack. You can also drop it on this window. "
                "You will see what it brings before anything is changed."
            ),
            tr("Choose a file"),
        )
        start.action_requested.connect(self.file_requested)
        folder = Button(tr("Choose a folder"), "folder-open")
        folder.clicked.connect(self.folder_requested)
        start.add_action(folder)
        self._content.addWidget(start)

    def show_reading(self, name: str) -> None:
        """The file `name` is being looked at."""
        self._begin()
        self._show_progress_view(tr("Looking at {name}").format(name=name))

    def show_preview(self, preview: ImportPreview, *, may_stay: bool = False) -> None:
        """What would come of it; it `may_stay` where it is in a folder that can be used."""
        self._begin()
        self._preview = preview
        self._may_stay = may_stay
        self._notice.say(*_relation_words(preview))
        self._content.addWidget(PreviewCard(preview))
        if may_stay:
            self._content.addWidget(_in_place_words())
        if preview.relation == "other":
            self._choice = SameIdChoice(preview.id, preview.present_title)
            self._choice.changed.connect(self._refresh_buttons)
            self._content.addWidget(self._choice)
        else:
            self._add_changes(preview)
        self._add_advice(preview.advice)
        self._refresh_buttons()
        button = self._open if preview.relation == "same" else self._import
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_importing(self) -> None:
        """It is being imported; `show_progress` tells how far it is."""
        title = self._preview.title if self._preview else ""
        self._begin(keeps_preview=True)
        self._show_progress_view(tr("Importing “{title}”").format(title=title))

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """How far reading or importing is; has the shape that a task wants."""
        if self._progress is not None:
            self._progress.show_progress(done, total, words)

    def show_done(self) -> None:
        """It is in the library."""
        preview = self._preview
        self._begin(keeps_preview=True)
        title = preview.title if preview else ""
        sentence = tr("“{title}” is in your library.").format(title=title)
        self._notice.say("right", sentence, _done_words(preview) if preview else "")
        for button in (self._open, self._other):
            button.show()
        self._foot.show()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self, message: str, remedy: str = "") -> None:
        """It could not be read, or not be imported; nothing was changed."""
        self._begin()
        self._notice.say("wrong", message, remedy)
        self._other.show()
        self._foot.show()
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of this page."""
        return [("Enter", tr("Do what the chosen button says")), ("Esc", tr("Stop, or go back"))]

    # Parts

    def _begin(self, *, keeps_preview: bool = False) -> None:
        """Clear the page for another step."""
        while item := self._content.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._preview = self._preview if keeps_preview else None
        self._choice = None
        self._progress = None
        self._notice.say("accent", "")
        for button in self._buttons:
            button.hide()
        self._foot.hide()
        self._column.scroll_to_top()

    def _show_progress_view(self, words: str) -> None:
        self._progress = ProgressView(words)
        self._progress.cancel_requested.connect(self.cancel_requested)
        self._content.addWidget(self._progress)

    def _add_changes(self, preview: ImportPreview) -> None:
        """What is new, changed and gone, each closed at first, and what becomes of the records."""
        new, changed, gone = preview.new, preview.changed, preview.gone
        if new and preview.relation != "new":
            words = tr_n("{n} new question", "{n} new questions", len(new))
            self._content.addWidget(ChangeList(words, new))
        elif new:
            words = tr_n("{n} question", "{n} questions", len(new))
            self._content.addWidget(ChangeList(words, new))
        if changed:
            words = tr_n("{n} changed question", "{n} changed questions", len(changed))
            part = ChangeList(words, changed, is_changed=True)
            part.body.addWidget(DifferenceKey())
            self._content.addWidget(part)
        if gone:
            words = tr_n("{n} question is gone", "{n} questions are gone", len(gone))
            self._content.addWidget(ChangeList(words, gone))
        if preview.changed_facts or preview.gone_facts:
            facts = tr("{changed}, {gone}.").format(
                changed=tr_n("{n} fact changes", "{n} facts change", preview.changed_facts),
                gone=tr_n("{n} fact goes", "{n} facts go", preview.gone_facts),
            )
            self._content.addWidget(BodyText(facts))
        if preview.unchanged and preview.relation != "same":
            words = tr_n(
                "{n} question stays as it is.", "{n} questions stay as they are.", preview.unchanged
            )
            self._content.addWidget(BodyText(words))
        self._add_records(preview)

    def _add_records(self, preview: ImportPreview) -> None:
        answers = sum(each.answers for each in (*preview.changed, *preview.gone))
        if not answers:
            return
        words = tr_n(
            "Records are kept: {n} answer belongs to a question that changes or goes. It stays "
            "with the question as it was asked.",
            "Records are kept: {n} answers belong to questions that change or go. They stay with "
            "the questions as they were asked.",
            answers,
        )
        holder = QWidget()
        row = beside(IconMark("history", "right"), BodyText(words))
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._content.addWidget(holder)

    def _add_advice(self, advice: tuple[str, ...]) -> None:
        if not advice:
            return
        title = tr_n(
            "{n} piece of advice for its author", "{n} pieces of advice for its author", len(advice)
        )
        part = Disclosure(title)
        for words in advice[:MOST_ADVICE]:
            part.body.addWidget(BodyText(words))
        rest = len(advice) - MOST_ADVICE
        if rest > 0:
            part.body.addWidget(BodyText(tr_n("and {n} more", "and {n} more", rest)))
        self._content.addWidget(part)

    def _refresh_buttons(self) -> None:
        """What can be done with the pack that is previewed."""
        preview = self._preview
        if preview is None:
            return
        is_same = preview.relation == "same"
        is_replacing = self._choice is not None and self._choice.choice == "replace"
        self._import.setVisible(not is_same and not is_replacing)
        self._replace.setVisible(is_replacing)
        self._open.setVisible(is_same)
        self._in_place.setVisible(self._may_stay)
        self._cancel.setVisible(not is_same)
        self._other.setVisible(is_same)
        self._import.setEnabled(self._choice is None or not self._choice.problem())
        self._foot.show()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what goes on, or goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _on_back(self) -> None:
        if self._progress is not None:
            self.cancel_requested.emit()
        else:
            self.back_requested.emit()

    def _on_in_place(self) -> None:
        if self._preview is not None:
            self.in_place_requested.emit(self._preview.path)

    def _on_import(self) -> None:
        preview = self._preview
        if preview is not None:
            as_id = self._choice.as_id() if self._choice else ""
            self.import_requested.emit(preview.path, preview.files_hash, as_id)


def _in_place_words() -> QWidget:
    """What using a pack from its folder means."""
    words = tr(
        "“Import” takes a copy. Used from its folder, the pack stays there: what you edit by hand "
        "in its files appears here at once."
    )
    holder = QWidget()
    row = beside(IconMark("folder-open", "quiet"), BodyText(words))
    row.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(row)
    return holder


def _relation_words(preview: ImportPreview) -> tuple[str, str, str]:
    """What the pack is to the library: tone, sentence, and what follows from it."""
    versions = {"present": preview.present, "version": preview.version}
    match preview.relation:
        case "new":
            return "accent", tr("This pack is not in your library yet."), ""
        case "newer":
            sentence = tr("This is a newer version of a pack that you have.")
            return "right", sentence, tr("From {present} to {version}.").format(**versions)
        case "same":
            sentence = tr("You have exactly this pack already.")
            return "right", sentence, tr("There is nothing to import.")
        case "older":
            sentence = tr("This version is older than the one you have.")
            detail = tr(
                "You have {present}, this is {version}. Importing it takes the pack back to what "
                "it was."
            )
            return "partly", sentence, detail.format(**versions)
        case "changed":
            sentence = tr("This has the same version as your pack, but other contents.")
            detail = tr(
                "Both are called {version}. Import it only if it is the one that you want: where "
                "the two differ, this one then holds."
            )
            return "partly", sentence, detail.format(**versions)
        case "other":
            sentence = tr("Another pack in your library has the same id: “{title}”.")
            detail = tr("They seem to have nothing else in common. Choose what to do.")
            return "partly", sentence.format(title=preview.present_title), detail


def _done_words(preview: ImportPreview) -> str:
    """What was changed, counted."""
    parts = [
        tr_n("{n} question is new", "{n} questions are new", len(preview.new)),
        tr_n("{n} has changed", "{n} have changed", len(preview.changed)),
        tr_n("{n} is retired", "{n} are retired", len(preview.gone)),
    ]
    counts = (len(preview.new), len(preview.changed), len(preview.gone))
    return ", ".join(words for words, count in zip(parts, counts, strict=True) if count)
