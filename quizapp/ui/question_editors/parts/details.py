"""A button that opens what is seldom needed, and shows whether something is in it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.painting import leading, painting
from quizapp.ui.widgets.small_button import RowIconButton
from quizapp.ui.words import listed

DOT = 8


class DetailsButton(RowIconButton):
    """Opens and closes `target`; a dot says that something is written there."""

    def __init__(self, icon_name: str, name: str) -> None:
        super().__init__(icon_name, name)
        self._name = name
        self._is_filled = False
        self._target: QWidget | None = None
        self.clicked.connect(self._on_clicked)

    def set_target(self, target: QWidget) -> None:
        """What it opens, which is closed from now on."""
        self._target = target
        self.set_open(False)

    def set_name(self, name: str) -> None:
        self._name = name
        super().set_name(name)

    @property
    def is_open(self) -> bool:
        return self._target is not None and not self._target.isHidden()

    def set_open(self, is_open: bool) -> None:
        if self._target is not None:
            self._target.setVisible(is_open)
            self._describe()
            self.update()

    def set_filled(self, is_filled: bool) -> None:
        """Whether something is written in what it opens."""
        if is_filled != self._is_filled:
            self._is_filled = is_filled
            self._describe()
            self.update()

    def _describe(self) -> None:
        state = tr("open") if self.is_open else tr("closed")
        self.setAccessibleDescription(listed(state, tr("filled in") if self._is_filled else ""))

    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_filled:
            colours = colours_of(self.palette())
            size = scaled(DOT)
            middle = self.width() / 2
            spot = QRectF(middle + size / 2, self.height() / 2 - 1.5 * size, size, size)
            with painting(self) as painter:
                painter.setPen(QColor(colours.surface))
                painter.setBrush(QColor(colours.accent))
                painter.drawEllipse(leading(self, spot))
