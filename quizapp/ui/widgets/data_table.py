"""A table to read and to choose a row from."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars

ROW_HEIGHT = 40
COLUMN_WIDTH = 110
LEAST_ROWS = 4
ROWS_TO_MEASURE = 50

# On this one kind of widget a style sheet is cheap, and takes its colours from the palette.
_STYLE = """
QTableView { border: 1px solid palette(mid); border-radius: 8px; gridline-color: palette(mid); }
QTableView::item { padding: 0 10px; border: none; }
QHeaderView { background: palette(base); border: none; }
QHeaderView::section {
    background: palette(base); padding: 0 12px; font-weight: 600;
    border: none; border-bottom: 1px solid palette(dark);
}
"""


class DataTable(QTableView):
    """Rows of one fixed height, so that a hundred thousand cost nothing until they are seen.

    Sorting and filtering are the model's business (in SQL). `name` is for screen readers.
    """

    row_activated = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretched: int | None = None
        self._least = 0
        self.setAccessibleName(name)
        self.setStyleSheet(_STYLE)
        slim_scroll_bars(self)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_up_headers()
        self._fit_text_size()
        self.activated.connect(self._on_activated)

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(start)
        header.setStretchLastSection(True)

    def _fit_text_size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(scaled(ROW_HEIGHT))
        self.horizontalHeader().setDefaultSectionSize(scaled(COLUMN_WIDTH))
        self.setMinimumHeight(LEAST_ROWS * scaled(ROW_HEIGHT))

    def stretch_column(self, column: int) -> None:
        """Let this column have the room that is left, instead of the last.

        It stays as wide as what is in it: the table scrolls where there is no room for that.
        """
        self.horizontalHeader().setStretchLastSection(False)
        self._stretched = column
        self._stretch()

    def fit_columns(self) -> None:
        """Give each column the width of its heading and of the first rows."""
        self.horizontalHeader().setResizeContentsPrecision(ROWS_TO_MEASURE)
        self.resizeColumnsToContents()
        if self._stretched is not None:
            self._least = self.columnWidth(self._stretched)
        self._stretch()

    def _stretch(self) -> None:
        if self._stretched is None:
            return
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(self._stretched)
        room = self.viewport().width() - others
        header.resizeSection(self._stretched, max(room, self._least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def select_row(self, row: int) -> None:
        """Qt's own `selectRow` does nothing from right to left while the table is not yet shown."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; on some platforms Qt would take it for editing."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit_text_size()
        super().changeEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(index.row())
