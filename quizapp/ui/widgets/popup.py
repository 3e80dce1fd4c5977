"""Something that opens below a button and closes with Esc or a click beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.painting import GRID, draw_box, is_rtl, painting

ROOM_BESIDE = 8


class Popup(QFrame):
    """Put things into `body`."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GRID, GRID, GRID, GRID)
        self.body.setSpacing(GRID)

    def open_below(self, anchor: QWidget) -> None:
        """Show it below `anchor`, wholly on the screen."""
        self.adjustSize()
        left = anchor.width() - self.width() if is_rtl(anchor) else 0
        at = anchor.mapToGlobal(QPoint(left, anchor.height() + 4))
        room = (
            anchor.screen()
            .availableGeometry()
            .adjusted(ROOM_BESIDE, ROOM_BESIDE, -ROOM_BESIDE, -ROOM_BESIDE)
        )
        at.setX(max(min(at.x(), room.right() - self.width()), room.left()))
        at.setY(max(min(at.y(), room.bottom() - self.height()), room.top()))
        self.move(at)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.raised)
            draw_box(painter, self.rect(), colours.raised, colours.edge, 0)
