"""A part of a page that is closed until somebody wants it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    GRID,
    draw_box,
    draw_ring,
    leading,
    painting,
    start_of,
)
from quizapp.ui.widgets.push_button import PushButton
from quizapp.ui.words import listed

ICON = 18
SIDE = 10
SPACING = 2 * GRID


class Disclosure(QWidget):
    """A heading that opens and closes what is in `body`; `toggled` tells."""

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = _Heading(title)
        self.heading.clicked.connect(self._on_clicked)
        self._content = QWidget()
        self._content.hide()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, GRID, 0, 0)
        self.body.setSpacing(SPACING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._content)

    @property
    def is_open(self) -> bool:
        """Whether what is in it is shown."""
        return self.heading.is_open

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        if is_open != self.is_open:
            self.heading.set_open(is_open)
            self._content.setVisible(is_open)
            self.toggled.emit(is_open)

    def set_summary(self, words: str) -> None:
        """What is in it, in a few words behind the title while it is closed."""
        self.heading.set_summary(words)

    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)


def open_around(widget: QWidget) -> None:
    """Open whatever hides `widget`."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Disclosure):
            above.set_open(True)
        above = above.parentWidget()


class _Heading(PushButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._summary = ""
        self.is_open = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self._name()
        self.update()

    def set_summary(self, words: str) -> None:
        self._summary = words
        self._name()
        self.update()

    def _name(self) -> None:
        state = tr("open") if self.is_open else tr("closed")
        self.setAccessibleName(listed(self._title, state))
        self.setAccessibleDescription(self._summary)

    def sizeHint(self) -> QSize:
        return QSize(200, field_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, field_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        size = scaled(ICON)
        icon = QRectF(0, (self.height() - size) / 2, size, size)
        bold, small = text_font(TextRole.BODY, bold=True), text_font(TextRole.SMALL)
        start = size + SIDE
        title = QRectF(start, 0, self.width() - start, self.height())
        behind = start + QFontMetrics(bold).horizontalAdvance(self._title) + SIDE
        room = QRectF(behind, 0, max(self.width() - behind, 0), self.height())
        with painting(self) as painter:
            if self.underMouse() or self.isDown():
                draw_box(painter, self.rect(), colours.hover, None, CONTROL_CORNER)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)
            mark = "chevron-down" if self.is_open else "chevron-right"
            draw_icon(painter, mark, colours.text, leading(self, icon))
            painter.setFont(bold)
            painter.setPen(QColor(colours.text))
            painter.drawText(leading(self, title), start_of(self), self._title)
            if not self.is_open:
                words = QFontMetrics(small).elidedText(
                    self._summary, Qt.TextElideMode.ElideRight, round(room.width())
                )
                painter.setFont(small)
                painter.setPen(QColor(colours.quiet))
                painter.drawText(leading(self, room), start_of(self), words)
