"""Tells when a window has been painted. Imports Qt and nothing else."""

import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

PAINTINGS = (QEvent.Type.Expose, QEvent.Type.UpdateRequest)
"""What makes Qt paint a window: it got onto the screen, or something in it changed."""


def report(name: str, value: float) -> None:
    """A line on stdout that `bench_start` reads."""
    sys.stdout.write(f"{name} {value}\n")
    sys.stdout.flush()


class Painted(QObject):
    """Reports when the next painting of a shown window is done, then calls `after`."""

    def __init__(self, window: QWidget, name: str, after: Callable[[], object]) -> None:
        super().__init__(window)
        self._name = name
        self._after = after
        self._watched = (window, window.windowHandle())
        for each in self._watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt paints while it handles such an event; what is posted now comes after it."""
        del watched
        if event.type() in PAINTINGS:
            for each in self._watched:
                each.removeEventFilter(self)
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            report(self._name, monotonic())
            self._after()
        return True
