"""The order in which Tab goes: as widgets stand in their layouts, not as they were made."""

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

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
        yield from _stops_in(layout, widget)


def _stops_in(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    """In the order of `layout`, which lays out children of `owner`.

    Asked by `indexOf`: a Python object for an item of a layout outlives the item, and is then taken
    for another one that is made in its place.
    """
    placed: list[tuple[int, QWidget | QLayout]] = [
        (layout.indexOf(each), each)
        for each in (*owner.children(), *layout.children())
        if isinstance(each, QWidget | QLayout)
    ]
    for place, each in sorted(placed, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(each, QLayout):
            yield from _stops_in(each, owner)
        else:
            yield from _stops(each)
