"""How many facts of a pack are asked for, in all and of each kind."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.facts import FACT_KINDS
from quizapp.services.authoring_values import FactView
from quizapp.translation import tr
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import CardTitle
from quizapp.ui.widgets.painting import GRID
from quizapp.values.topics import topic_word


class CoverageCard(Card):
    """A bar for each kind that the pack has, each with its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = CardTitle()
        self._bars: _Bars | None = None
        self.body.addWidget(self._title)

    def show_facts(self, facts: Sequence[FactView]) -> None:
        """Show the coverage of these instead."""
        if self._bars is not None:
            self._bars.hide()
            self._bars.deleteLater()
        asked, total = _asked(facts)
        words = tr("{asked} of {total} facts are asked for").format(asked=asked, total=total)
        self._title.set_text(words)
        bars = [_bar(kind, facts) for kind in FACT_KINDS]
        self._bars = _Bars([bar for bar in bars if bar is not None])
        self.body.addWidget(self._bars)
        self.setVisible(bool(facts))


class _Bars(QWidget):
    """As many side by side as find room, all of one width."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        super().__init__()
        self._bars = bars
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID)
        self._place(1)

    def minimumSizeHint(self) -> QSize:
        """That of one column, or it could not get narrower again."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (self.width() + 2 * GRID) // (self._widest() + 2 * GRID)
        self._place(min(max(fitting, 1), len(self._bars)))

    def _widest(self) -> int:
        return max((bar.minimumSizeHint().width() for bar in self._bars), default=0)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, bar in enumerate(self._bars):
            self._grid.addWidget(bar, number // columns, number % columns)
            self._grid.setColumnStretch(number, 1 if number < columns else 0)


def _asked(facts: Sequence[FactView]) -> tuple[int, int]:
    return sum(bool(view.questions) for view in facts), len(facts)


def _bar(kind: str, facts: Sequence[FactView]) -> Bar | None:
    asked, total = _asked([view for view in facts if view.kind == kind])
    if not total:
        return None
    words = tr("{asked} of {total}").format(asked=asked, total=total)
    return Bar(topic_word(kind), asked / total, words)
