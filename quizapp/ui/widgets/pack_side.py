"""Choosing a pack: a list beside the page, or in narrow windows a box above it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.services.authoring_values import AuthorPack
from quizapp.translation import tr
from quizapp.ui.models.packs_model import ALL
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.buttons import Button, IconButton
from quizapp.ui.widgets.fields import ChoiceField
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.pack_list import PackList
from quizapp.ui.widgets.painting import GRID, leading, painting

WIDTH = 216


class PackSide(QWidget):
    """The list, with a line between it and the page."""

    chosen = Signal(int)
    new_pack_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = PackList()
        self._list.chosen.connect(self.chosen)
        new = Button(tr("New pack"), "plus")
        new.clicked.connect(self.new_pack_requested)
        bring = Button(tr("Import…"), "download")
        bring.clicked.connect(self.import_requested)
        column = QVBoxLayout()
        column.setContentsMargins(0, 3 * GRID, 0, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(TextLabel(tr("Packs"), TextRole.BODY, bold=True))
        column.addWidget(self._list, 1)
        column.addWidget(new)
        column.addWidget(bring)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(12)  # not margins: Qt does not mirror those
        row.addLayout(column, 1)
        row.addSpacing(13)
        self._fit()

    def show_packs(self, packs: Sequence[AuthorPack], chosen: int) -> None:
        """Have these, one of them or `ALL` chosen, without telling."""
        self._list.show_packs(packs, chosen)

    def _fit(self) -> None:
        self.setFixedWidth(scaled(WIDTH) + 25)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = leading(self, QRectF(self.width() - 1, 0, 1, self.height()))
        with painting(self) as painter:
            painter.fillRect(edge, QColor(colours_of(self.palette()).line))


class PackBox(QWidget):
    """The same in one line."""

    chosen = Signal(int)
    new_pack_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: ChoiceField[int] = ChoiceField("", [(ALL, tr("All packs"))])
        self._choice.editor.setAccessibleName(tr("Pack"))
        self._choice.chosen.connect(self.chosen.emit)
        new = IconButton("plus", tr("New pack"))
        new.clicked.connect(self.new_pack_requested)
        bring = IconButton("download", tr("Import…"))
        bring.clicked.connect(self.import_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._choice, 1)
        row.addWidget(new)
        row.addWidget(bring)

    def show_packs(self, packs: Sequence[AuthorPack], chosen: int) -> None:
        """Have these, one of them or `ALL` chosen, without telling."""
        choices = [(ALL, tr("All packs")), *((each.number, each.title) for each in packs)]
        self._choice.set_choices(choices)
        self._choice.set_value(chosen)
