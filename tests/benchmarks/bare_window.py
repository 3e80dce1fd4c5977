"""The floor of every start: a process that shows an empty window."""

import os
import sys

from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.process import kilobytes
from tests.benchmarks.watch import Painted, report


def leave() -> None:
    """Say what it takes, and end at once."""
    report("kilobytes", kilobytes("VmRSS"))
    os._exit(0)


app = QApplication(sys.argv)
window = QWidget()
window.resize(1120, 760)
window.show()
Painted(window, "window", leave)
sys.exit(app.exec())
