"""Long work on the screen: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.bar import Track
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.painting import GRID


class ProgressView(QWidget):
    """Give `show_progress` to `TaskRunner.run`; it has that shape."""

    cancel_requested = Signal()

    def __init__(
        self, words: str, parent: QWidget | None = None, *, can_cancel: bool = True
    ) -> None:
        super().__init__(parent)
        self._words = BodyText(words)
        self._count = QuietText(" ")
        self._track = Track(0)
        self._cancel = Button(tr("Stop"))
        if not can_cancel:
            self._cancel.hide()
        self._cancel.clicked.connect(self._on_cancel_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._words)
        column.addWidget(self._track)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._cancel)
        column.addLayout(row)

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """`total` 0 where it is not known; the words stay as they are when none are given."""
        if words:
            self._words.set_text(words)
        self._track.set_share(done / total if total else 0)
        locale = self.locale()
        count = tr("{done} of {total}") if total else "{done}"
        self._count.set_text(count.format(done=locale.toString(done), total=locale.toString(total)))

    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.setText(tr("Stopping…"))
        self.cancel_requested.emit()
