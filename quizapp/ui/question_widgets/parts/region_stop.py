"""A region of a picture for the keyboard and for screen readers; the picture draws it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import KeyboardFocus

_STEPS = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Down): 1,
}


class RegionStop(QAbstractButton):
    """Invisible, and let through by the mouse. Space chooses, arrows go on, Enter confirms."""

    step_requested = Signal(int)
    confirm_requested = Signal()

    def __init__(self, shown: int, key: str, label: str, picture: QWidget) -> None:
        super().__init__(picture)
        self._picture = picture
        self.shown = shown
        self.is_read_only = False
        self._focus = KeyboardFocus(self)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("{key}. {option}").format(key=key, option=label))

    @property
    def has_ring(self) -> bool:
        """Whether its focus is to be seen."""
        return self._focus.is_visible

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        has_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.is_read_only or has_alt:
            event.ignore()
        elif step is not None:
            self.step_requested.emit(step)
        elif event.key() in ENTER:
            self.confirm_requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._picture.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the regions are part of the picture."""
