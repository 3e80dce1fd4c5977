"""What tests of the window share: the bundled type, a fixed theme, and a look at what is spoken."""

import gc
import os
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.fonts import load_first_fonts, load_other_fonts
from quizapp.ui.garbage import collect_if_due
from quizapp.ui.theme import apply_theme

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _collecting_no_garbage_by_itself() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collecting_garbage_between_tests() -> Iterator[None]:
    """As in the program, in this thread only."""
    yield
    collect_if_due()


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    load_first_fonts()
    load_other_fonts()


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication, _fonts: None) -> Iterator[None]:
    """Every test starts from light colours and text at 100 %."""
    apply_theme(qapp, "light", 100)
    yield
    apply_theme(qapp, "light", 100)


class Place(Protocol):
    """Puts widgets below each other into a window of that width, and shows it."""

    def __call__(self, *widgets: QWidget, width: int = 600) -> QWidget: ...


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    kept = []  # qtbot refers to its widgets only weakly

    def put(*widgets: QWidget, width: int = 600) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 900)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return put


@pytest.fixture
def unnamed() -> Callable[[QWidget], list[str]]:
    """Whatever in a shown widget can have the focus, but tells a screen reader no name."""

    def find(widget: QWidget) -> list[str]:
        root = QAccessible.queryAccessibleInterface(widget)
        return [str(item.object()) for item in _walk(root) if _is_focusable_and_unnamed(item)]

    return find


def _walk(item: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if item is None:
        return
    yield item
    for index in range(item.childCount()):
        yield from _walk(item.child(index))


def _is_focusable_and_unnamed(item: QAccessibleInterface) -> bool:
    state = item.state()
    is_seen = state.focusable and not state.invisible and not state.disabled
    return bool(is_seen) and not item.text(QAccessible.Text.Name)
