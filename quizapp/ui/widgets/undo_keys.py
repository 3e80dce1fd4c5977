"""Undo and redo that reach past a text field, to the page that keeps the whole history."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_UNDO_KEYS = frozenset(
    {(Qt.Key.Key_Z, _CTRL), (Qt.Key.Key_Z, _CTRL | _SHIFT), (Qt.Key.Key_Y, _CTRL)}
)
_KINDS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class UndoKeysPass(QObject):
    """Keeps Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y from `editor`, which would undo its own text alone."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KINDS or not isinstance(event, QKeyEvent):
            return False
        if (Qt.Key(event.key()), event.modifiers()) not in _UNDO_KEYS:
            return False
        event.ignore()  # so that shortcuts, or the widgets around, have it
        return True
