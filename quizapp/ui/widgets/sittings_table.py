"""All sittings in a table, in an order that the mouse and the keys choose alike."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.services.values import SittingSummary
from quizapp.translation import tr
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.fields import ChoiceField
from quizapp.ui.widgets.headings import QuietText, SectionTitle
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.short_table import ShortTable
from quizapp.ui.widgets.sittings_model import SittingsModel

ORDER_WIDTH = 260

_FALLING, _RISING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
_ORDERS = {
    "newest": (SittingsModel.FINISHED, _FALLING),
    "oldest": (SittingsModel.FINISHED, _RISING),
    "best": (SittingsModel.SCORE, _FALLING),
    "weakest": (SittingsModel.SCORE, _RISING),
    "longest": (SittingsModel.TIME, _FALLING),
}


class SittingsTable(QWidget):
    """`row_opened` tells the row of a sitting to see again; `attempt_at` knows its number."""

    row_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SittingsModel()
        name = tr("All quizzes: the scores of the plot as a table")
        self._table = ShortTable(name, self._model)
        self._table.stretch_column(SittingsModel.FINISHED)
        self._table.row_activated.connect(self.row_opened)
        self._order = ChoiceField(tr("Order"), _order_choices())
        self._order.chosen.connect(self._on_order)
        self._lay_out()
        self._fit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(SectionTitle(tr("All quizzes")))
        words.addWidget(
            QuietText(
                tr(
                    "The scores of the plot as a table. Double-click a quiz, or press Enter on "
                    "it, to see it again."
                )
            )
        )
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addLayout(words, 3)
        head.addWidget(self._order, 2, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._table, 1)

    def show_sittings(self, sittings: Sequence[SittingSummary]) -> None:
        """Show these instead, in the order that was chosen."""
        self._model.show_sittings(sittings)
        self._table.fit_columns()

    def attempt_at(self, row: int) -> int:
        """The number of the sitting in a row, in the order of the moment."""
        return self._model.attempt_at(row)

    def _fit(self) -> None:
        self._order.setMaximumWidth(scaled(ORDER_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _on_order(self, order: str) -> None:
        self._model.sort(*_ORDERS[order])


def _order_choices() -> list[tuple[str, str]]:
    return [
        ("newest", tr("Newest first")),
        ("oldest", tr("Oldest first")),
        ("best", tr("Best score first")),
        ("weakest", tr("Lowest score first")),
        ("longest", tr("Longest first")),
    ]
