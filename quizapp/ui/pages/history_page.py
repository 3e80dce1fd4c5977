"""What a question was before: its versions, what changed between them, and going back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.services.authoring_values import RevisionView
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import PrimaryButton, QuietButton
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.notice import Notice
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.revision_details import RevisionDetails
from quizapp.ui.widgets.revision_row import RevisionRow
from quizapp.ui.widgets.row_list import RowList

WIDTH = 1120
WIDE = 820
LIST_WIDTH = 320


class HistoryPage(Page):
    """Filled by `show_history`; the newest version is chosen first."""

    refresh_requested = Signal()
    back_requested = Signal()
    revision_chosen = Signal(object)
    """The `RevisionView` that is shown now; whoever can answers with `set_preview`."""
    restore_requested = Signal(int)
    retire_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("History")
        self._revisions: Sequence[RevisionView] = ()
        self._chosen = -1
        self._is_locked = False
        self._head = PageHead(self.title)
        self._retire = QuietButton(tr("Retire question"), "archive")
        self._bring_back = QuietButton(tr("Bring back"), "rotate-ccw")
        self._retired = Notice()
        self._count = QuietText()
        self._list = RowList()
        self._details = RevisionDetails()
        self._restore = PrimaryButton(tr("Restore this version"), "rotate-ccw")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for button in (self._retire, self._bring_back):
            button.hide()
        side = QWidget()
        self._side = side
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GRID)
        for part in (self._count, self._list):
            left.addWidget(part)
        # Not above, where a second click on what led here would hit them.
        for button in (self._retire, self._bring_back):
            left.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2 * GRID)
        right.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeading)
        right.addWidget(self._details)
        right.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(3 * GRID)
        self._parts.addWidget(side)
        self._parts.addLayout(right, 1)
        self._column = Column(width=WIDTH)
        self._column.body.addWidget(self._head)
        self._column.body.addWidget(self._retired)
        self._column.body.addLayout(self._parts)
        self._column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
        self._restore.hide()
        self._arrange()

    def _connect(self) -> None:
        self._head.back_requested.connect(self.back_requested)
        self._list.moved.connect(self._choose)
        self._restore.clicked.connect(self._on_restore)
        self._retire.clicked.connect(self.retire_requested)
        self._bring_back.clicked.connect(self.bring_back_requested)

    # What is shown

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of the list."""
        return [
            ("↑ ↓", tr("Go from version to version")),
            ("Home End", tr("Go to the newest or the first version")),
            ("Esc", tr("Back")),
        ]

    def show_history(
        self,
        stem: str,
        revisions: Sequence[RevisionView],
        *,
        is_retired: bool = False,
        is_locked: bool = False,
    ) -> None:
        """Show a question's versions, the newest first; one that is locked is only looked at."""
        self._revisions = revisions
        self._is_locked = is_locked
        self._head.set_note(plain_text(stem))
        self._retire.setVisible(not is_retired and not is_locked)
        self._bring_back.setVisible(is_retired and not is_locked)
        why = tr("This question is retired: it is not asked any more.")
        self._retired.say("accent", why if is_retired else "", tr("Its answers are kept."))
        self._count.set_text(tr_n("{n} version", "{n} versions", len(revisions)))
        self._list.clear()
        rows = [
            RevisionRow(each, is_first=number == len(revisions) - 1)
            for number, each in enumerate(revisions)
        ]
        for row in rows:
            row.clicked.connect(self._on_clicked)
        self._list.add_rows(rows)
        if revisions:
            self._choose(0)
        # After the rows are shown, and the old ones with the focus are gone.
        QTimer.singleShot(0, self, self._focus_list)

    def set_preview(self, preview: QWidget) -> None:
        """Show the chosen version as a learner would see it; the page takes the widget over."""
        self._details.set_preview(preview)

    @property
    def chosen(self) -> RevisionView | None:
        """The version that is shown now."""
        return self._revisions[self._chosen] if self._chosen >= 0 else None

    def _focus_list(self) -> None:
        if self.isVisible() and self._list.rows:
            self._list.rows[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, number: int) -> None:
        self._chosen = number
        revision = self._revisions[number]
        self._list.rows[number].setChecked(True)
        is_first = number == len(self._revisions) - 1
        self._details.show_revision(revision, is_first=is_first)
        self._restore.setVisible(not revision.is_current and not self._is_locked)
        self.revision_chosen.emit(revision)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """The versions beside what one of them is, or above it where there is no room."""
        is_wide = self.width() >= scaled(WIDE)
        along = QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(along if is_wide else QBoxLayout.Direction.TopToBottom)
        if is_wide:
            self._side.setFixedWidth(scaled(LIST_WIDTH))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(scaled(WIDTH))

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RevisionRow):
            self._choose(self._list.rows.index(row))

    def _on_restore(self) -> None:
        if self.chosen is not None:
            self.restore_requested.emit(self.chosen.revision)
