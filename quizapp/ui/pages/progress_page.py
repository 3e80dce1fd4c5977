"""All sittings, and how the scores develop."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.values import ProgressView
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.fields import ChoiceField
from quizapp.ui.widgets.headings import PageTitle
from quizapp.ui.widgets.mastery_card import MasteryCard
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.score_card import ScoreCard
from quizapp.ui.widgets.sittings_model import SittingsModel
from quizapp.ui.widgets.sittings_table import SittingsTable
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.widgets.tile_grid import TileGrid
from quizapp.ui.words import duration_words, percent_words

__all__ = ["ProgressPage", "SittingsModel"]

LATEST = 5


class ProgressPage(Page):
    """Filled by `show_progress`; whoever answers `refresh_requested` asks for the pack in `pack`.

    A view of another pack than the chosen one is shown as what it is: it sets the choice back.
    """

    refresh_requested = Signal()
    result_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Progress")
        self._titles: dict[str, str] = {}
        self._choice: ChoiceField[str] = ChoiceField(tr("Pack"), [("", tr("All packs"))])
        self._choice.chosen.connect(self._on_pack)
        self._nothing = EmptyState(
            "chart-line",
            tr("No quiz is finished yet."),
            tr("Take one from the home page: its score will be the first point here."),
        )
        self._nothing_here = EmptyState(
            "chart-line",
            tr("No quiz with this pack is finished yet."),
            tr("Take one from the home page, or choose all packs."),
        )
        self._record = _Record()
        self._record.scores.attempt_opened.connect(self.result_requested)
        self._record.table.row_opened.connect(self._on_row)
        self._lay_out()

    def _lay_out(self) -> None:
        column = Column(width=920)
        column.body.addWidget(PageTitle(tr("Progress")))
        for part in (self._choice, self._nothing, self._nothing_here, self._record):
            part.hide()
            column.body.addWidget(part)
        column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        self._column = column

    @property
    def pack(self) -> str:
        """The id of the pack that is chosen; "" is all of them."""
        return self._choice.value() or ""

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of the plot and of the tables."""
        return [
            ("← →", tr("In the plot: go from quiz to quiz")),
            ("Enter", tr("See the chosen quiz again")),
        ]

    def show_progress(self, view: ProgressView) -> None:
        """Show a learner's record."""
        if view.titles != self._titles:
            self._titles = view.titles
            self._choice.set_choices([("", tr("All packs")), *view.titles.items()])
        self._choice.set_value(view.pack)
        self._choice.setVisible(len(view.titles) > 1)
        self._nothing.setVisible(not view.sittings and not view.pack)
        self._nothing_here.setVisible(not view.sittings and bool(view.pack))
        if view.sittings:
            self._record.show_progress(view)
        self._record.setVisible(bool(view.sittings))

    def _on_pack(self, pack: str) -> None:
        del pack
        self.refresh_requested.emit()

    def _on_row(self, row: int) -> None:
        self.result_requested.emit(self._record.table.attempt_at(row))


class _Record(QWidget):
    """What there is to see once a quiz is finished."""

    def __init__(self) -> None:
        super().__init__()
        self._count = StatTile("", "")
        self._answers = StatTile("", "")
        self._time = StatTile("", tr("on questions"))
        self._mean = StatTile("", tr("mean of the last five"))
        tiles = TileGrid((self._count, self._answers, self._time, self._mean))
        self.scores = ScoreCard()
        self._mastery = MasteryCard()
        self.table = SittingsTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for part in (tiles, self.scores, self._mastery, self.table):
            column.addWidget(part)

    def show_progress(self, view: ProgressView) -> None:
        """Show a record with at least one sitting."""
        latest = view.sittings[-LATEST:]
        count = len(view.sittings)
        finished = tr_n("quiz finished", "quizzes finished", count)
        self._count.set_number(QLocale().toString(count), finished)
        answers = tr_n("answer", "answers", view.answers)
        self._answers.set_number(QLocale().toString(view.answers), answers)
        self._time.set_number(duration_words(view.seconds))
        self._mean.set_number(percent_words(sum(each.score for each in latest) / len(latest)))
        self.scores.show_sittings(view.sittings)
        self._mastery.show_topics(view.topics)
        self.table.show_sittings(view.sittings)
