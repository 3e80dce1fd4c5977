"""Icon buttons for places where many of them stand: narrower than others, and calmer."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent

from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.buttons import ICON_SIZE, IconButton
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    centred,
    draw_box,
    draw_ring,
    painting,
)

ROW_WIDTH = 36
TOOL = 32


class RowIconButton(IconButton):
    """Beside a field, and as high as it."""

    def sizeHint(self) -> QSize:
        return QSize(scaled(ROW_WIDTH), field_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.isEnabled() and (self.underMouse() or self.isDown())
        colour = colours.text if is_lit else colours.quiet
        if not self.isEnabled():
            colour = colours.disabled
        with painting(self) as painter:
            if is_lit:
                draw_box(painter, self.rect(), colours.hover, None, CONTROL_CORNER)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            room = centred(self.rect(), scaled(ICON_SIZE))
            draw_icon(painter, self._icon_name, colour, room)


class ToolIconButton(RowIconButton):
    """In a tool bar beside a label."""

    def sizeHint(self) -> QSize:
        return QSize(scaled(TOOL), scaled(TOOL))
