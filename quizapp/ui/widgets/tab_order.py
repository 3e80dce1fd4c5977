"""The order in which Tab goes: as widgets stand in their layouts, not as they were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(root: QWidget) -> None:
    """Let Tab go through what is in `root` in the order of its layouts.

    Nothing in it may have a focus proxy: Qt stops at such widgets too, wherever they are.
    """
    stops = list(_stops(root))
    for before, behind in pairwise(stops):
        if before.nextInFocusChain() is not behind:
            QWidget.setTabOrder(before, behind)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at, also where it is hidden for now."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        child = item.widget() if item is not None else None
        if inner is not None:
            yield from _stops_in(inner)
        elif child is not None:
            yield from _stops(child)
