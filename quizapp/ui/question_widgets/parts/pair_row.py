"""A left side with the box in which the right side that belongs to it is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions.base import Verdict
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.answer_box import PickBox
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.verdict_banner import verdict_words

SIDE_BY_SIDE = 640
"""From this width on, at 100 % text size, both stand in one row."""
LABEL_DROP = 9
"""Lets the first line of the left side stand level with the text in the box."""


class PairRow(QWidget):
    """The two sides beside each other where there is room for it, else below each other."""

    def __init__(
        self,
        left: str,
        choices: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
        *,
        media: Media = NO_MEDIA,
    ) -> None:
        super().__init__(parent)
        self.box = PickBox(
            plain_text(left), [(value, plain_text(words)) for value, words in choices]
        )
        self._label = QVBoxLayout()
        self._label.addWidget(MarkdownView(left, bold=True, media=media))
        self._label.addStretch(1)
        self._right = QVBoxLayout()
        self._right.setSpacing(GRID // 2)
        self._is_revealed = False
        self._right.addWidget(self.box)
        self._right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.addLayout(self._label, 2)
        self._row.addLayout(self._right, 3)
        self._arrange(is_wide=False)

    def set_read_only(self, read_only: bool) -> None:
        self.box.set_read_only(read_only, tr("Not answered"))

    def show_verdict(self, verdict: Verdict, right_answer: str) -> None:
        """In the box, and below it what would have been right, unless that is empty."""
        words = verdict_words(verdict)
        self.box.show_verdict(verdict, words)
        if not right_answer:
            self.box.setAccessibleDescription(words)
            return
        said = tr("Right answer: {answer}").format(answer=plain_text(right_answer))
        self.box.setAccessibleDescription(f"{words}. {said}")
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addSpacing(GRID + GRID // 2)
        line.addWidget(IconMark("circle-check", "right"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(BodyText(said), 1)
        self._right.insertLayout(1, line)
        self._is_revealed = True
        self._arrange(is_wide=self._is_wide(self.width()))

    def _arrange(self, *, is_wide: bool) -> None:
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._row.setSpacing(2 * GRID if is_wide else GRID // 2)
        # What belongs together stands closer together than one pair and the next.
        apart = 0 if is_wide and not self._is_revealed else GRID
        self._row.setContentsMargins(0, 0, 0, apart)
        self._label.setContentsMargins(0, scaled(LABEL_DROP) if is_wide else 0, 0, 0)

    @staticmethod
    def _is_wide(width: int) -> bool:
        return width >= scaled(SIDE_BY_SIDE)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange(is_wide=self._is_wide(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_wide=self._is_wide(event.size().width()))
