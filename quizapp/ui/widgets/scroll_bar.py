"""A slim scroll bar: a rounded handle and nothing else."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider

from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.painting import draw_box, painting

MARGIN = 4


class SlimScrollBar(QScrollBar):
    """Behaves as any other; what Fusion draws around the handle is left out."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() == self.minimum():
            return  # its room is kept, so that nothing moves sideways when it is needed
        colours = colours_of(self.palette())
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ScrollBar
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = QRectF(self.style().subControlRect(control, option, part, self))
        is_lit = self.underMouse() or self.isSliderDown()
        with painting(self) as painter:
            box = handle.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            fill = colours.quiet if is_lit else colours.edge
            draw_box(painter, box, fill, None, min(box.width(), box.height()) / 2)


def slim_scroll_bars(area: QAbstractScrollArea) -> None:
    """Give `area` slim scroll bars; its policies stay."""
    area.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal, area))
