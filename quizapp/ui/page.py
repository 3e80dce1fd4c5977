"""What the main window expects of a page."""

from PySide6.QtWidgets import QWidget

from quizapp.translation import tr

PAGE_KEYS = 5
"""How many pages have a key of their own: Ctrl with their place on the rail."""


class Page(QWidget):
    """One page of the main window. Pages do not know each other: they emit, the window navigates.

    Set `title` for the title bar, and `wants_focus` to have the rail hidden meanwhile.
    """

    title = ""
    wants_focus = False

    def entered(self) -> None:
        """The page has just been shown: fetch what it shows, and give a widget the focus."""

    def left(self) -> None:
        """Another page has been shown instead."""

    def may_leave(self) -> bool:
        """Whether the person may go elsewhere now; the page may ask them first."""
        return True

    def help_keys(self) -> list[tuple[str, str]]:
        """Keys that do something here, each with what it does: `[("1–9", "Choose an option")]`."""
        return []


def window_keys() -> list[tuple[str, str]]:
    """The keys that work on every page."""
    return [
        (f"Ctrl+1 … Ctrl+{PAGE_KEYS}", tr("Go to a page")),
        ("F6", tr("Move between the page and the list of pages")),
        ("F11", tr("Full screen")),
        (tr("F1 or ?"), tr("Show the keys")),
    ]
