"""Keeps the focus in the page when the widget that had it goes away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Qt gives the focus of a widget that is hidden, disabled or gone to the next one, and that may
    be in the list of pages: what is typed next would lead away from the page. It goes to the page.
    """

    def __init__(
        self, rail: QWidget, present_page: Callable[[], QWidget | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rail = rail
        self._present_page = present_page
        self._was_in_page = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return
        if not self._rail.isAncestorOf(new):
            page = self._present_page()
            self._was_in_page = page is not None and (page is new or page.isAncestorOf(new))
            return
        is_gone = old is None or not isValid(old) or not (old.isVisible() and old.isEnabled())
        if self._was_in_page and is_gone:
            QTimer.singleShot(0, self, self._bring_back)
        else:
            self._was_in_page = False

    def _bring_back(self) -> None:
        """Unless the page, or the person, has given the focus to something else meanwhile."""
        page, focused = self._present_page(), QApplication.focusWidget()
        if page is not None and focused is not None and self._rail.isAncestorOf(focused):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
