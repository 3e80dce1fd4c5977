"""Packs that are dragged from the desktop over a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from quizapp.ui.pack_files import packs_among


class FileDrop(QObject):
    """Takes packs before any widget does, wherever over the window they are.

    Install it as event filter on a `QWindow`: a field below the pointer would else take the name
    of a file as text. Whatever is no pack goes on to the widgets.
    """

    entered = Signal(object)
    """Packs are held over the window; with their paths."""
    left = Signal()
    """They are elsewhere, or dropped."""
    dropped = Signal(object)
    """Packs are dropped; with a tuple of their paths."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[Path, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._on_enter(event)
        if not self._held:
            return False
        if isinstance(event, QDragMoveEvent):
            take_copy(event)
            return True
        if isinstance(event, QDropEvent):
            take_copy(event)
            held = self._let_go()
            self.dropped.emit(held)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._let_go()
            return True
        return False

    def _on_enter(self, event: QDragEnterEvent) -> bool:
        if QApplication.activeModalWidget() is not None:
            event.ignore()
            return True
        packs = packs_among(files_of(event.mimeData()))
        if not packs:
            self._let_go()
            return False
        self._held = packs
        take_copy(event)
        self.entered.emit(packs)
        return True

    def _let_go(self) -> tuple[Path, ...]:
        held, self._held = self._held, ()
        if held:
            self.left.emit()
        return held


def files_of(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def take_copy(event: QDropEvent) -> None:
    """Take what is dragged, but never move it: the other program would delete the files."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
