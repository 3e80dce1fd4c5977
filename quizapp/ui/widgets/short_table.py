"""A table in a page that scrolls: as high as its rows, within bounds."""

from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.theme import scaled
from quizapp.ui.widgets.data_table import LEAST_ROWS, ROW_HEIGHT, DataTable

MOST_ROWS = 10
FRAME = 2


class ShortTable(DataTable):
    """Shows `MOST_ROWS` at once at most: what scrolls within what scrolls is hard to use."""

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setModel(model)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = min(max(self.model().rowCount(), LEAST_ROWS), MOST_ROWS)
        return QSize(super().sizeHint().width(), (rows + 1) * scaled(ROW_HEIGHT) + FRAME)
