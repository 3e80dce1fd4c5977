"""A pack, or some of its questions, goes out as a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.authoring_values import AuthorPack
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.headings import BodyText, CardTitle, QuietText
from quizapp.ui.widgets.notice import Notice
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.progress_view import ProgressView
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.version_choice import VersionChoice
from quizapp.ui.words import questions_words


class ExportPage(Page):
    """Begins with `show_pack`; each other `show_…` is a step. The file is asked for at the end."""

    file_requested = Signal(str)
    """A file to write to is to be chosen; a name for it is suggested."""
    export_requested = Signal(str, str, object)
    """File, version, and the numbers of the questions that go out, None for all of them."""
    cancel_requested = Signal()
    """What is being written is to be stopped."""
    shown_requested = Signal(str)
    """The file is to be shown in the desktop's file manager."""
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Export a pack")
        self._pack: AuthorPack | None = None
        self._numbers: tuple[int, ...] = ()
        self._file = ""
        self._version: VersionChoice | None = None
        self._what: SegmentedControl[str] | None = None
        self._part_words = QuietText()
        self._progress: ProgressView | None = None
        self._head = PageHead(self.title)
        self._notice = Notice()
        self._export = PrimaryButton(tr("Export to a file"), "save")
        self._show = PrimaryButton(tr("Show the file"), "folder-open")
        self._back = Button(tr("Cancel"))
        self._lay_out()
        self._head.back_requested.connect(self._on_back)
        self._export.clicked.connect(self._on_export)
        self._show.clicked.connect(self._on_show)
        self._back.clicked.connect(self._on_back)

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
        for button in (self._export, self._show, self._back):
            flow.addWidget(button)
        self._foot.row.addWidget(holder, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._column)
        outer.addWidget(self._foot)

    # Steps

    def show_pack(self, pack: AuthorPack, numbers: tuple[int, ...] = ()) -> None:
        """The pack to export, and the questions that were chosen in it, if any."""
        self._clear()
        self._pack = pack
        self._numbers = numbers
        self._file = ""
        self._head.set_note(pack.title)
        card = Card(margin=3 * GRID)
        card.body.setSpacing(3 * GRID)
        card.body.addWidget(self._what_part(pack, numbers))
        self._version = VersionChoice(pack.version, is_locked=pack.is_locked)
        self._version.changed.connect(self._refresh)
        card.body.addWidget(self._version)
        self._content.addWidget(card)
        why = tr(
            "The file holds facts, questions and images. Whoever has this program opens it with a "
            "double click, or drops it on the window."
        )
        self._content.addWidget(QuietText(why))
        self._export.show()
        self._set_back(tr("Cancel"))
        self._refresh()
        self._export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what_part(self, pack: AuthorPack, numbers: tuple[int, ...]) -> QWidget:
        """What goes out: a choice only where questions were chosen."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(CardTitle(tr("What goes out")))
        if not numbers:
            words = tr("The whole pack: {questions}.")
            column.addWidget(BodyText(words.format(questions=questions_words(pack.questions))))
            return part
        chosen = tr_n("Only the {n} chosen", "Only the {n} chosen", len(numbers))
        choices = [("part", chosen), ("whole", tr("The whole pack"))]
        self._what = SegmentedControl(tr("What goes out"), choices)
        self._what.chosen.connect(self._refresh)
        self._part_words = QuietText(
            tr(
                "The file keeps the id of the pack: whoever has the whole pack and imports this "
                "part over it is left with the part."
            )
        )
        column.addWidget(self._what)
        column.addWidget(self._part_words)
        return part

    def set_file(self, file: str) -> None:
        """The file that was chosen, to which is written now; "" where none was."""
        if file and self._version is not None:
            self._file = file
            self.export_requested.emit(file, self._version.value(), self._chosen())

    def show_exporting(self) -> None:
        """It is being written; `show_progress` tells how far it is."""
        self._clear()
        self._progress = ProgressView(tr("Writing {file}").format(file=self._file))
        self._progress.cancel_requested.connect(self.cancel_requested)
        self._content.addWidget(self._progress)
        self._foot.hide()

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """How far writing is; has the shape that a task wants."""
        if self._progress is not None:
            self._progress.show_progress(done, total, words)

    def show_done(self, file: str) -> None:
        """It is written."""
        self._clear()
        self._file = file
        self._notice.say("right", tr("The pack is exported."), file)
        self._show.show()
        self._set_back(tr("Back to the library"))
        self._show.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self, message: str, remedy: str = "") -> None:
        """It could not be written; what was chosen stays, to try again."""
        if self._pack is not None:
            self.show_pack(self._pack, self._numbers)
        self._notice.say("wrong", message, remedy)

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of this page."""
        return [("Enter", tr("Do what the chosen button says")), ("Esc", tr("Stop, or go back"))]

    # Parts

    def _clear(self) -> None:
        while item := self._content.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._version = None
        self._what = None
        self._progress = None
        self._notice.say("accent", "")
        self._export.hide()
        self._show.hide()
        self._foot.show()

    def _set_back(self, words: str) -> None:
        self._back.setText(words)
        self._back.updateGeometry()

    def _chosen(self) -> tuple[int, ...] | None:
        is_part = self._what is not None and self._what.value() == "part"
        return self._numbers if is_part else None

    def _refresh(self) -> None:
        is_part = self._chosen() is not None
        if self._what is not None:
            self._part_words.setVisible(is_part)
        has_questions = is_part or bool(self._pack and self._pack.questions)
        has_version = self._version is not None and bool(self._version.value())
        self._export.setEnabled(has_questions and has_version)
        if self._pack is not None and not has_questions:
            sentence = tr("This pack has no questions yet.")
            self._notice.say("partly", sentence, tr("Write one, then export it."))

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

    def _on_export(self) -> None:
        if self._pack is not None and self._version is not None:
            self.file_requested.emit(f"{self._pack.id}-{self._version.value()}.quizpack")

    def _on_show(self) -> None:
        self.shown_requested.emit(self._file)
