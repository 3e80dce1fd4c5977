"""All sittings, and how the scores develop."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.services.values import ProgressView, SittingSummary
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.headings import PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.score_chart import ScoreChart
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.words import duration_words, moment_words, percent_words, topic_word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SittingsModel(QAbstractTableModel):
    """Finished sittings, the newest first; a row's sitting number is `attempt_at(row)`."""

    def __init__(self, sittings: tuple[SittingSummary, ...]) -> None:
        super().__init__()
        self._sittings = tuple(reversed(sittings))

    def attempt_at(self, row: int) -> int:
        """The number of the sitting in a row."""
        return self._sittings[row].attempt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each sitting."""
        return 0 if parent.isValid() else len(self._sittings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """When, kind, right, score, time."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Finished"), tr("Kind"), tr("Right"), tr("Score"), tr("Time"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A cell's words."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        sitting = self._sittings[index.row()]
        cells = (
            moment_words(sitting.finished_at or sitting.started_at),
            tr("Exam") if sitting.mode == "exam" else tr("Practice"),
            tr("{right} of {count}").format(right=sitting.right, count=sitting.questions),
            percent_words(sitting.score),
            duration_words(sitting.seconds),
        )
        return cells[index.column()]


class ProgressPage(Page):
    """Filled anew by `show_progress`."""

    refresh_requested = Signal()
    result_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Progress")
        self._model: SittingsModel | None = None
        self._column = Column(width=920)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def show_progress(self, view: ProgressView) -> None:
        """Show a learner's record."""
        body = self._column.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        body.addWidget(PageTitle(tr("Progress")))
        if not view.sittings:
            body.addWidget(
                EmptyState(
                    "chart-line",
                    tr("No quiz is finished yet."),
                    tr("Take one from the home page: its score will be the first point here."),
                )
            )
            body.addStretch(1)
            return
        body.addWidget(self._tiles(view))
        body.addWidget(self._chart_card(view))
        body.addWidget(self._mastery_card(view))
        self._add_table(view)
        body.addStretch(1)

    @staticmethod
    def _tiles(view: ProgressView) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        last = view.sittings[-5:]
        mean = sum(sitting.score for sitting in last) / len(last)
        for number, label in (
            (str(len(view.sittings)), tr("quizzes finished")),
            (str(view.answers), tr("answers")),
            (duration_words(view.seconds), tr("on questions")),
            (percent_words(mean), tr("mean of the last five")),
        ):
            row.addWidget(StatTile(number, label), 1)
        return holder

    @staticmethod
    def _chart_card(view: ProgressView) -> Card:
        card = Card()
        card.body.addWidget(SectionTitle(tr("Score of each quiz, oldest first")))
        card.body.addWidget(ScoreChart([sitting.score for sitting in view.sittings]))
        return card

    @staticmethod
    def _mastery_card(view: ProgressView) -> Card:
        card = Card()
        card.body.addWidget(SectionTitle(tr("Mastery by topic")))
        card.body.addWidget(
            QuietText(
                tr(
                    "How likely you would recall a question today, as a mean over all of the "
                    "topic; questions you have not seen count as zero."
                )
            )
        )
        for topic in view.topics:
            words = tr("seen {seen} of {count} · {percent}").format(
                seen=topic.seen, count=topic.questions, percent=percent_words(topic.mastery)
            )
            card.body.addWidget(Bar(topic_word(topic.topic), topic.mastery, words))
        return card

    def _add_table(self, view: ProgressView) -> None:
        body = self._column.body
        body.addWidget(SectionTitle(tr("All quizzes")))
        body.addWidget(QuietText(tr("Double-click one, or press Enter on it, to see it again.")))
        self._model = SittingsModel(view.sittings)
        table = DataTable(tr("All quizzes"))
        table.setModel(self._model)
        table.fit_columns()
        table.stretch_column(0)
        table.row_activated.connect(self._on_row)
        table.setMinimumHeight(240)
        body.addWidget(table)

    def _on_row(self, row: int) -> None:
        if self._model:
            self.result_requested.emit(self._model.attempt_at(row))
