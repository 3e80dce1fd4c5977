"""A row of a list that is edited: a grip, what is edited, and a button that takes it out."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.question_editors.base import FieldEditor, RecordEditor, Remark
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import CONTROL_CORNER, draw_box, painting
from quizapp.ui.widgets.small_button import RowIconButton

GRIP = 18
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowContent(FieldEditor):
    """What a row edits."""

    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return self.value() is None

    def set_name(self, name: str) -> None:
        """What the row is called: "Option 1"."""
        raise NotImplementedError

    def set_place(self, number: int) -> None:
        """Stand at `number`, from 1."""

    def take_enter(self) -> bool:
        """Go to the next place in this row; False where there is none."""
        return False


class RecordRow(RecordEditor, RowContent):
    """A row for a dict.

    Where packs may write a mere text for a dict of nothing but its `main` field, it does so.
    """

    main = ""
    may_be_text = False

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value({self.main: value} if isinstance(value, str) else value)

    def read(self) -> Any:  # noqa: ANN401
        record = super().read()
        if record is not None and self.may_be_text and [*record] == [self.main]:
            return record[self.main]
        return record

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        """What is said of the row as a whole is said of its main field."""
        super().show_problems(
            [each if each.path else each._replace(path=self.main) for each in remarks]
        )

    def focus_path(self, path: str) -> None:
        super().focus_path(path or self.main)


class RowFrame(QWidget):
    """Alt with an arrow moves the row, Enter asks for the next, Backspace in an empty one for none.

    The first line of the content is as high as the buttons beside it.
    """

    next_requested = Signal()
    removal_requested = Signal()
    move_requested = Signal(int)
    """By how many places; -1 is up."""

    def __init__(self, content: RowContent, *, can_move: bool = True) -> None:
        super().__init__()
        self.content = content
        self.grip = Grip()
        self.remove_button = RowIconButton("x", tr("Remove"))
        self.remove_button.clicked.connect(self.removal_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part, stretch in ((self.grip, 0), (content, 1), (self.remove_button, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop if not stretch else _NONE)
        self.grip.setVisible(can_move)

    def set_name(self, name: str, number: int) -> None:
        """Be called so, and stand at `number`, from 1."""
        self.content.set_name(name)
        self.content.set_place(number)
        self.remove_button.set_name(tr("Remove: {what}").format(what=name))

    def has_focus_within(self) -> bool:
        """Whether somebody is in this row."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def set_lifted(self, is_lifted: bool) -> None:
        """Look as if held in the hand, or no longer."""
        self.grip.set_lifted(is_lifted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(_STEPS[key])
        elif key in ENTER and is_plain:
            if not self.content.take_enter():
                self.next_requested.emit()
        elif key == Qt.Key.Key_Backspace and self.content.is_empty():
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


_NONE = Qt.AlignmentFlag(0)


class Grip(QWidget):
    """Where a row is taken with the mouse or a finger; Esc lets go."""

    pulled = Signal(QPoint)
    """To a place on the screen."""
    released = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._press: QPoint | None = None
        self._is_pulled = False
        self._is_lifted = False
        self.setToolTip(tr("Drag to move. In the text, Alt+Up and Alt+Down move it too."))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(GRIP) + 2, field_height())

    def set_lifted(self, is_lifted: bool) -> None:
        self._is_lifted = is_lifted
        closed, opened = Qt.CursorShape.ClosedHandCursor, Qt.CursorShape.OpenHandCursor
        self.setCursor(closed if is_lifted else opened)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.globalPosition().toPoint()
            self.grabKeyboard()  # for Esc; the focus stays where it is

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        at = event.globalPosition().toPoint()
        far = abs(at.y() - self._press.y()) >= QApplication.startDragDistance()
        if far or self._is_pulled:
            self._is_pulled = True
            self.pulled.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._let_go():
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._let_go():
            self.cancelled.emit()

    def _let_go(self) -> bool:
        was_pulled, self._is_pulled, self._press = self._is_pulled, False, None
        self.releaseKeyboard()
        return was_pulled

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        size = scaled(GRIP)
        room = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        with painting(self) as painter:
            if self._is_lifted:
                draw_box(painter, self.rect(), colours.accent_soft, colours.accent, CONTROL_CORNER)
            colour = colours.accent if self._is_lifted else colours.quiet
            draw_icon(painter, "grip-vertical", colour, room)
