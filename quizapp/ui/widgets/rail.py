"""The rail: the pages of the program at the side, and whose turn it is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
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
from quizapp.ui.widgets.reveal import reveal
from quizapp.ui.widgets.scroll_bar import slim_scroll_bars

ICON = 20
SIDE = 14
GAP = 12
ROW_HEIGHT = 44
LEARNER_HEIGHT = 56
NARROWEST = 176
WIDEST_NAME = 220
MARK_WIDTH = 4
LOCK = 14
NARROW_LOCK = 12
SPACING = 4


class _RailItem(PushButton):
    """A button over the width of the rail; where that is narrow, its icon alone."""

    def __init__(self, words: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._icon_name = icon_name
        self._is_narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave the words to the tool tip, or show them."""
        self._is_narrow = is_narrow
        self.setToolTip(self._tip())
        self.updateGeometry()
        self.update()

    def _tip(self) -> str:
        return self.text() if self._is_narrow else ""

    def sizeHint(self) -> QSize:
        words = SIDE if self._is_narrow else GAP + self._words_width() + SIDE
        return QSize(SIDE + scaled(ICON) + words, scaled(self._row_height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _words_width(self) -> int:
        return QFontMetrics(text_font(TextRole.BODY, bold=True)).horizontalAdvance(self.text())

    def _row_height(self) -> int:
        """In pixels at 100 %."""
        return ROW_HEIGHT

    @staticmethod
    def _words_start() -> int:
        return SIDE + scaled(ICON) + GAP

    def _draw_icon(self, painter: QPainter, colour: str) -> None:
        size = scaled(ICON)
        room = QRectF(SIDE, (self.height() - size) / 2, size, size)
        draw_icon(painter, self._icon_name, colour, leading(self, room))


class RailButton(_RailItem):
    """An icon and a word; the present page's is marked, and so are those that are locked."""

    _is_current = False
    _is_locked = False

    @property
    def is_current(self) -> bool:
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        self._is_current = is_current
        self._describe()

    def set_locked(self, is_locked: bool) -> None:
        """Show beside the word that the page asks for the teacher's PIN."""
        self._is_locked = is_locked
        self._describe()
        self.updateGeometry()

    def _describe(self) -> None:
        shown = tr("This page is shown") if self._is_current else ""
        locked = tr("Locked") if self._is_locked else ""
        self.setAccessibleDescription(", ".join(filter(None, (shown, locked))))
        self.setToolTip(self._tip())
        self.update()

    def _tip(self) -> str:
        if self._is_locked:
            return tr("{page} (locked)").format(page=self.text())
        return super()._tip()

    def _words_width(self) -> int:
        lock = GAP + scaled(LOCK) if self._is_locked else 0
        return super()._words_width() + lock

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        colour = colours.accent if self._is_current else colours.text
        lit = colours.hover if self.underMouse() else None
        fill = colours.accent_soft if self._is_current else lit
        start = self._words_start()
        words = QRectF(start, 0, self.width() - start, self.height())
        mark = QRectF(0, self.height() / 4, MARK_WIDTH, self.height() / 2)
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, None, CONTROL_CORNER)
            if self._is_current:
                draw_box(painter, leading(self, mark), colour, None, MARK_WIDTH / 2)
            self._draw_icon(painter, colour)
            if not self._is_narrow:
                painter.setFont(text_font(TextRole.BODY, bold=self._is_current))
                painter.setPen(QColor(colour))
                painter.drawText(leading(self, words), start_of(self), self.text())
            if self._is_locked:
                self._draw_lock(painter, colours, fill or colours.surface)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)

    def _draw_lock(self, painter: QPainter, colours: Colours, ground: str) -> None:
        """At the end of the line; where there is none, at the corner of the icon, cut out of it."""
        if self._is_narrow:
            size = scaled(NARROW_LOCK)
            bottom = (self.height() + scaled(ICON)) / 2
            room = QRectF(self.width() - size - 2, bottom - size + 4, size, size)
            around = leading(self, room.adjusted(-2, -2, 2, 2))
            draw_box(painter, around, ground, None, CONTROL_CORNER)
        else:
            size = scaled(LOCK)
            room = QRectF(self.width() - SIDE - size, (self.height() - size) / 2, size, size)
        draw_icon(painter, "lock", colours.quiet, leading(self, room))


class LearnerButton(_RailItem):
    """Who is learning, and below it what a click does: let somebody else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._name = ""
        super().__init__("", "user", parent)
        self.set_name("")

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(tr("Switch learner ({name})").format(name=name) if name else "")
        self.setToolTip(self._tip())
        self.setVisible(bool(name))
        self.updateGeometry()
        self.update()

    def _tip(self) -> str:
        return self.accessibleName() if self._is_narrow else self._name

    def _words_width(self) -> int:
        name = QFontMetrics(text_font(TextRole.BODY, bold=True)).horizontalAdvance(self._name)
        words = QFontMetrics(text_font(TextRole.SMALL)).horizontalAdvance(tr("Switch learner"))
        return max(min(name, scaled(WIDEST_NAME) - self._words_start()), words)

    def _row_height(self) -> int:
        return LEARNER_HEIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            fill = colours.hover if self.underMouse() else None
            draw_box(painter, self.rect(), fill, colours.line, CONTROL_CORNER)
            self._draw_icon(painter, colours.text)
            if not self._is_narrow:
                self._draw_words(painter, colours)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, CONTROL_CORNER)

    def _draw_words(self, painter: QPainter, colours: Colours) -> None:
        start, half = self._words_start(), self.height() / 2
        room = self.width() - start - SIDE // 2
        font = text_font(TextRole.BODY, bold=True)
        name = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, round(room))
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        upper = QRectF(start, 4, room, half - 4)
        painter.drawText(leading(self, upper), start_of(self), name)
        painter.setFont(text_font(TextRole.SMALL))
        painter.setPen(QColor(colours.quiet))
        lower = QRectF(start, half, room, half - 4)
        painter.drawText(leading(self, lower), start_of(self), tr("Switch learner"))


class Rail(QWidget):
    """A column of buttons, one for each page; the arrow keys go from one to the next.

    In a window too low for them the buttons of the pages scroll; the learner stays in sight. Where
    it must be narrow there are icons alone, with the words as tool tips.
    """

    page_requested = Signal(str)
    switch_learner_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RailButton] = {}
        self._is_narrow = False
        self._learner = LearnerButton()
        self._learner.clicked.connect(self.switch_learner_requested)
        self.setAccessibleName(tr("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._area = QScrollArea()
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING)
        self._column.addStretch(1)
        self._lay_out()

    def _lay_out(self) -> None:
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim_scroll_bars(area)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._pages)
        for each in (area.viewport(), self._pages):
            each.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 1, 2 * GRID, GRID + 1, 2 * GRID)
        column.setSpacing(SPACING)
        column.addWidget(area, 1)
        column.addWidget(self._learner)

    def add_page(self, name: str, words: str, icon_name: str) -> None:
        """Add a button below the others."""
        button = RailButton(words, icon_name)
        button.setObjectName(name)
        button.set_narrow(self._is_narrow)
        button.clicked.connect(self._on_clicked)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[name] = button
        QWidget.setTabOrder(button, self._learner)
        self.updateGeometry()

    def button(self, name: str) -> RailButton:
        return self._buttons[name]

    def set_current(self, name: str) -> None:
        """Mark the page `name`; none when it has no button here."""
        for other, button in self._buttons.items():
            button.set_current(other == name)

    def set_locked(self, name: str, is_locked: bool) -> None:
        """Mark the button of the page `name` as locked, or not."""
        self._buttons[name].set_locked(is_locked)
        self.updateGeometry()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons alone, or the words too."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for item in (*self._buttons.values(), self._learner):
            item.set_narrow(is_narrow)
        # The bar would stand on the icons; wheel and keys scroll without it.
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAlwaysOff if is_narrow else policies.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def set_learner(self, name: str) -> None:
        """Say who is learning; nothing is shown for ""."""
        self._learner.set_name(name)

    def take_focus(self) -> None:
        """Give the focus to the present page's button, else to the first."""
        buttons = list(self._buttons.values())
        present = next((button for button in buttons if button.is_current), buttons[0])
        _focus(present, Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        if not self._learner.isHidden():
            widths.append(self._learner.sizeHint().width())
        sides = 2 * (GRID + 1)
        widest = max(widths, default=0) + sides
        least = 0 if self._is_narrow else scaled(NARROWEST)
        return QSize(max(widest, least), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        stops = [*self._buttons.values(), *([] if self._learner.isHidden() else [self._learner])]
        at = next((index for index, stop in enumerate(stops) if stop.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        _focus(stops[(at + step) % len(stops)], Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.surface))
            painter.fillRect(leading(self, edge), QColor(colours.line))

    def _on_clicked(self) -> None:
        self.page_requested.emit(self.sender().objectName())


def _focus(button: QWidget, reason: Qt.FocusReason) -> None:
    button.setFocus(reason)
    reveal(button)
