"""Garbage collection in the window's own thread only.

Python looks for garbage in whichever thread happens to make an object. What it finds can be a
document, a timer or a scene, and one that is destroyed in another thread than the window's can
end the process. (PySide itself takes care of widgets, and of nothing else.)
"""

import gc

from PySide6.QtCore import QObject, QTimer

MILLISECONDS = 1_000


def collect_if_due() -> None:
    """Collect what Python itself would have collected by now, generation by generation."""
    for generation, (count, threshold) in enumerate(
        zip(gc.get_count(), gc.get_threshold(), strict=True)
    ):
        if count <= threshold:
            return
        gc.collect(generation)


class GarbageKeeper(QObject):
    """While it lives, Python collects no garbage by itself; a timer of this thread does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_if_due)
        timer.start(MILLISECONDS)
