"""What can be done with the questions that are selected, and how many those are."""

from collections.abc import Collection
from enum import Enum, auto

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.buttons import ICON_SIZE, Button
from quizapp.ui.widgets.deeds import Deed, DeedLook, deed_looks
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import GRID, draw_box, painting
from quizapp.ui.words import questions_words

SIDE = 12
EDGE = 6


class SelectionBar(QWidget):
    """Always of the same height, so that nothing moves when something is selected.

    Its buttons have icons and words where there is room for both, else words, else icons with the
    words as tool tips.
    """

    deed_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = TextLabel("", TextRole.BODY, bold=True, wraps=False)
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = {deed: _DeedButton(deed, look) for deed, look in deed_looks().items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, EDGE, 0, EDGE)
        row.setSpacing(GRID)
        row.addSpacing(SIDE)
        row.addWidget(self._count, 1)
        for button in self._buttons.values():
            button.hide()
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addSpacing(SIDE)
        self.setMinimumHeight(field_height() + 2 * EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_selection(
        self, selected: int, found: int, deeds: Collection[Deed], *, is_counted: bool = True
    ) -> None:
        """How many are selected of those found, and what can be done with them.

        `is_counted` False: `found` are only the first.
        """
        number = QLocale().toString
        if selected:
            words = tr("{selected} of {found} selected").format(
                selected=number(selected), found=number(found)
            )
        elif is_counted:
            words = questions_words(found)
        else:
            words = tr("More than {n} questions").format(n=number(found))
        self._count.set_text(words)
        for deed, button in self._buttons.items():
            button.setVisible(bool(selected) and deed in deeds)
        self._fit()

    @property
    def words(self) -> str:
        """What it says about the selection."""
        return self._count.accessibleName()

    def button(self, deed: Deed) -> Button:
        """The button of a deed, to open a menu at."""
        return self._buttons[deed]

    def _fit(self) -> None:
        """Have on all buttons as much as finds room beside the count."""
        shown = [each for each in self._buttons.values() if not each.isHidden()]
        words = self._count.sizeHint().width()
        room = self.width() - 2 * SIDE - words - (len(shown) + 2) * GRID
        for look in _Parts:
            for each in shown:
                each.show_parts(look)
            if sum(each.sizeHint().width() for each in shown) <= room:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.surface, colours.line)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _DeedButton):
            self.deed_requested.emit(button.deed)


class _Parts(Enum):
    """What stands on a button, the widest first."""

    BOTH = auto()
    WORDS = auto()
    ICON = auto()


class _DeedButton(Button):
    def __init__(self, deed: Deed, look: DeedLook) -> None:
        super().__init__(look.verb, look.icon_name)
        self.deed = deed
        self._shown = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(look.words)
        self.setAccessibleName(look.words)

    def show_parts(self, parts: _Parts) -> None:
        """Have words, an icon, or both."""
        words = "" if parts is _Parts.ICON else self._shown.verb
        if words != self.text():
            self.setText(words)
        self.set_icon_name("" if parts is _Parts.WORDS else self._shown.icon_name)

    def minimumSizeHint(self) -> QSize:
        """In the narrowest windows the icons move together."""
        return QSize(scaled(ICON_SIZE) + GRID, self.sizeHint().height())
