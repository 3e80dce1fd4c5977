"""The parts of an answer below each other: what each was, and how it turned out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions.base import Grade, PartResult
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.verdict_banner import verdict_words
from quizapp.ui.widgets.verdict_mark import VerdictMark
from quizapp.ui.words import listed


class PartRows(QWidget):
    """Icon, what was asked for, and what was given; `words` says that in other words."""

    def __init__(
        self,
        parts: Sequence[PartResult],
        words: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part, said in zip(parts, words or [part.given for part in parts], strict=True):
            column.addWidget(_row(part, said))


def _row(part: PartResult, said: str) -> QWidget:
    holder = QWidget()
    verdict = Grade(score=part.score).verdict
    holder.setAccessibleName(listed(part.label, said, verdict_words(verdict)))
    mark = VerdictMark()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    mark.show_verdict(verdict)  # now that it has a parent, or it would be a window
    row.addWidget(BodyText(part.label), 3)
    row.addWidget(QuietText(said), 1)
    return holder
