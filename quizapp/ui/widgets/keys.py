"""Keys that mean the same wherever they are pressed."""

from PySide6.QtCore import Qt

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Both of them: the one among the letters and the one among the digits."""
