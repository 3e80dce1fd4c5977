"""How the scores develop: the plot, what its marks mean, and the sitting that is pointed at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.services.values import SittingSummary
from quizapp.translation import tr, tr_n
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import QuietText, SectionTitle, TextLabel
from quizapp.ui.widgets.score_plot import ScorePlot, mean_window, sitting_words
from quizapp.ui.words import moment_words


class ScoreCard(Card):
    """Shows sittings, the oldest first; `attempt_opened` tells the number of one to see again."""

    attempt_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sittings: tuple[SittingSummary, ...] = ()
        self._meaning = QuietText()
        self._pointed = TextLabel()
        self._plot = ScorePlot()
        self._first = TextLabel("", TextRole.SMALL, quiet=True, wraps=False)
        self._last = TextLabel("", TextRole.SMALL, quiet=True, wraps=False)
        dates = QHBoxLayout()
        dates.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeading)
        dates.addStretch(1)
        dates.addWidget(self._last, 0, Qt.AlignmentFlag.AlignTrailing)
        self.body.addWidget(SectionTitle(tr("Score of each quiz")))
        self.body.addWidget(self._meaning)
        self.body.addWidget(self._pointed)
        self.body.addWidget(self._plot)
        self.body.addLayout(dates)
        self._plot.pointed.connect(self._on_pointed)
        self._plot.opened.connect(self._on_opened)

    def show_sittings(self, sittings: Sequence[SittingSummary]) -> None:
        """Show these instead; there is at least one."""
        self._sittings = tuple(sittings)
        self._meaning.set_text(_meaning(self._sittings))
        first, last = (
            moment_words(each.finished_at or each.started_at)
            for each in (self._sittings[0], self._sittings[-1])
        )
        self._first.set_text(first)
        self._last.set_text(last if len(self._sittings) > 1 else "")
        self._plot.show_sittings(self._sittings)

    def _on_pointed(self, number: int) -> None:
        if number < 0:
            self._pointed.set_text(tr("Point at a mark, or press ← and →, to read it."))
        else:
            self._pointed.set_text(sitting_words(self._sittings[number]))

    def _on_opened(self, number: int) -> None:
        self.attempt_opened.emit(self._sittings[number].attempt)


def _meaning(sittings: Sequence[SittingSummary]) -> str:
    """What the marks and the line stand for, as far as they are there."""
    exams = sum(sitting.mode == "exam" for sitting in sittings)
    parts = [tr("The oldest is first.")]
    if len(sittings) == 1:
        parts = []
    if exams < len(sittings):
        parts.append(tr("A circle is a practice quiz."))
    if exams:
        parts.append(tr("A diamond is an exam."))
    if len(sittings) > 1:
        line = tr_n(
            "The line is the mean of {n} quiz in a row.",
            "The line is the mean of {n} quizzes in a row.",
            min(mean_window(len(sittings)), len(sittings)),
        )
        parts.append(line)
    return " ".join(parts)
