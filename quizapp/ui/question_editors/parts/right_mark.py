"""The mark before an option that says whether it is right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from quizapp.translation import tr
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.marks import draw_check_mark, draw_radio_mark
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    KeyboardFocus,
    draw_box,
    draw_ring,
    leading,
    painting,
)

MARK = 22
WIDTH = 32


class RightMark(QAbstractButton):
    """Round where one option is right (`is_single`), else square. `clicked` tells of a person."""

    def __init__(self, *, is_single: bool) -> None:
        super().__init__()
        self._draw = draw_radio_mark if is_single else draw_check_mark
        self._focus = KeyboardFocus(self)
        self.setCheckable(True)
        self.setToolTip(tr("This is right"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Be the mark of what is called `name`."""
        self.setAccessibleName(tr("{option} is right").format(option=name))

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH), field_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows with Alt move the row; Qt would move the focus."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        size = scaled(MARK)
        room = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        is_on = self.isChecked()
        colour = colours.right if is_on else colours.quiet
        if not self.isEnabled():
            colour = colours.disabled
        with painting(self) as painter:
            if self.underMouse() and self.isEnabled():
                draw_box(painter, self.rect(), colours.hover, None, CONTROL_CORNER)
            if self._focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            self._draw(painter, leading(self, room), colour, colours.surface, is_chosen=is_on)
