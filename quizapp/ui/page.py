"""What the main window expects of a page, and of a flow that gives it pages."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from quizapp.translation import tr

MOST_PAGE_KEYS = 9
"""How many pages can have a key of their own: Ctrl with their place on the rail."""


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


class PagePlan(NamedTuple):
    """How to make a page, and how the rail shows it; the page is made when it is first shown.

    A protected page is shown only while the teacher's lock is open.
    """

    label: str
    icon_name: str
    factory: Callable[[], Page]
    on_rail: bool = True
    is_protected: bool = False


class Flow(Protocol):
    """Leads through some pages: makes them, connects them with the services and each other.

    Whatever a flow works with comes through its constructor. Pages are imported in the factories
    of their plans, so that the window is on the screen before them.
    """

    def plans(self) -> Mapping[str, PagePlan]:
        """Its pages by name, in the order in which the rail has them."""


def window_keys(pages: int) -> list[tuple[str, str]]:
    """The keys that work on every page; `pages` of them have a key of their own."""
    return [
        (f"Ctrl+1 … Ctrl+{pages}", tr("Go to a page")),
        ("F6", tr("Move between the page and the list of pages")),
        ("F11", tr("Full screen")),
        (tr("F1 or ?"), tr("Show the keys")),
    ]
