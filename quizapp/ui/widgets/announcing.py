"""Telling screen readers what just happened."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have `words` spoken; `widget` is what they are about."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
