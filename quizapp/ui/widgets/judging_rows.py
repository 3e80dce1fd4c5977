"""Judging one's own text after the quiz, on the page of its result."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions.essay import Essay
from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.rubric_rows import RubricRows


class JudgingRows(QWidget):
    """The rubric of `question`; `judged` tells the points once all are given and saved."""

    judged = Signal(object)

    def __init__(self, question: Essay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rubric = RubricRows(question.rubric)
        self._rubric.changed.connect(self._on_changed)
        self._save = Button(tr("Save my judgement"), "check")
        self._save.setEnabled(False)
        self._save.clicked.connect(self._on_saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(QuietText(tr("How much of this is in your answer?")))
        column.addWidget(self._rubric)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_changed(self) -> None:
        self._save.setEnabled(self._rubric.judged() is not None)

    def _on_saved(self) -> None:
        points = self._rubric.judged()
        if points is not None:
            self._save.setEnabled(False)
            self.judged.emit(points)
