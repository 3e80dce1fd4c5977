"""How much of each topic would be recalled today: as bars, and as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.values import TopicMastery
from quizapp.translation import tr
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import QuietText, SectionTitle
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.short_table import ShortTable
from quizapp.ui.words import percent_words
from quizapp.values.topics import topic_word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TopicsModel(QAbstractTableModel):
    """Topics with their numbers, one a row."""

    def __init__(self, topics: Sequence[TopicMastery] = ()) -> None:
        super().__init__()
        self._topics = tuple(topics)

    def show_topics(self, topics: Sequence[TopicMastery]) -> None:
        """Have these rows instead."""
        self.beginResetModel()
        self._topics = tuple(topics)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each topic."""
        return 0 if parent.isValid() else len(self._topics)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Topic, questions, seen, mastery."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Topic"), tr("Questions"), tr("Seen"), tr("Mastery"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A cell's words."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        topic = self._topics[index.row()]
        return (
            topic_word(topic.topic),
            str(topic.questions),
            str(topic.seen),
            percent_words(topic.mastery),
        )[index.column()]


class MasteryCard(Card):
    """The bars carry their numbers in words; the table can be walked with the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TopicsModel()
        self._table = ShortTable(tr("Mastery by topic"), self._model)
        self._table.stretch_column(0)
        self._bars = QWidget()
        self._bar_column = QVBoxLayout(self._bars)
        self._bar_column.setContentsMargins(0, 0, 0, 0)
        self._bar_column.setSpacing(GRID)
        self._form = SegmentedControl(
            tr("Show mastery as"), [("bars", tr("Bars")), ("table", tr("Table"))]
        )
        self._form.chosen.connect(self._on_form)
        self.body.addWidget(SectionTitle(tr("Mastery by topic")))
        self.body.addWidget(
            QuietText(
                tr(
                    "How likely you would recall a question today, as a mean over all of the "
                    "topic; questions you have not seen count as zero."
                )
            )
        )
        self.body.addWidget(self._form)
        self.body.addWidget(self._bars)
        self.body.addWidget(self._table)
        self._on_form("bars")

    def show_topics(self, topics: Sequence[TopicMastery]) -> None:
        """Show these instead."""
        while item := self._bar_column.takeAt(0):
            if bar := item.widget():
                bar.hide()
                bar.deleteLater()
        for topic in topics:
            words = tr("seen {seen} of {count} · {percent}").format(
                seen=topic.seen, count=topic.questions, percent=percent_words(topic.mastery)
            )
            self._bar_column.addWidget(Bar(topic_word(topic.topic), topic.mastery, words))
        self._model.show_topics(topics)
        self._table.fit_columns()

    def _on_form(self, form: str) -> None:
        self._bars.setVisible(form == "bars")
        self._table.setVisible(form == "table")
