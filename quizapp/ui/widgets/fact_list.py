"""The facts of a pack as rows that open in place; only as many are made as are scrolled to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.services.authoring_values import FactView
from quizapp.ui.widgets.fact_row import FactRow
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.row_list import RowList

AT_ONCE = 40


class FactList(RowList):
    """`turned` tells which fact was clicked; `open_fact` puts its details below its row."""

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=GRID)
        self._views: Sequence[FactView] = ()
        self._by_id: dict[str, FactRow] = {}
        self._details: QWidget | None = None
        self._open: FactRow | None = None
        self.end_reached.connect(self.show_more)
        self.end_requested.connect(self._show_all)

    @property
    def details(self) -> QWidget | None:
        """What is open below a row."""
        return self._details

    def show_facts(self, views: Sequence[FactView], least: int = AT_ONCE) -> None:
        """Show these instead, at least so many of them at once."""
        self.clear()
        self._by_id = {}
        self._details = self._open = None
        self._views = views
        self._make(max(least, AT_ONCE))

    def show_more(self) -> None:
        """Make the next rows, if there are more."""
        self._make(len(self._by_id) + AT_ONCE)

    def _show_all(self) -> None:
        self._make(len(self._views))

    def _make(self, count: int) -> None:
        rows = [FactRow(view) for view in self._views[len(self._by_id) : count]]
        for row in rows:
            row.clicked.connect(self._on_clicked)
            self._by_id[row.view.fact.id] = row
        if rows:
            self.add_rows(rows)

    def row_of(self, fact: str) -> FactRow | None:
        """The row of a fact, made now if it was not yet; None where it is not among those shown."""
        if fact not in self._by_id:
            ids = [view.fact.id for view in self._views]
            self._make(ids.index(fact) + 1 if fact in ids else 0)
        return self._by_id.get(fact)

    def open_fact(self, fact: str, details: QWidget) -> None:
        """Put `details` below the row of a fact, in place of what is open."""
        self.close_fact()
        row = self.row_of(fact)
        if row is not None:
            row.setChecked(True)
            self._open, self._details = row, details
            self.insert_below(row, details)

    def release(self, details: QWidget | None) -> None:
        """Let go of `details`, if they are open here: they can then be shown elsewhere."""
        if details is not None and details is self._details:
            details.setParent(None)
            self._details = None
            self.close_fact()

    def close_fact(self) -> None:
        """Take the open details away."""
        if self._open is not None:
            self._open.setChecked(False)
        if self._details is not None:
            self._details.hide()
            self._details.deleteLater()
        self._open = self._details = None

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, FactRow):
            row.setChecked(row is self._open)  # whoever hears of it decides
            self.turned.emit(row.view.fact.id)
