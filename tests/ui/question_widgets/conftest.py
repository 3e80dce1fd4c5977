"""A question widget in a window that keeps the keys which reach it, as the page would."""

from typing import Any, Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quizapp.questions import AnyQuestion
from quizapp.questions.base import Layout
from quizapp.ui.question_widgets import make_question_widget
from tests.images import lighthouse
from tests.samples import IMAGE
from tests.ui.conftest import Place

_MODIFIERS = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift)


def focused() -> QWidget:
    """Whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(
    key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


class Host(QWidget):
    """What stands for the page."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[Qt.Key] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _MODIFIERS:
            self.keys.append(Qt.Key(event.key()))


class Shown:
    """A widget on the screen, its host, and how often it asked to confirm or told of a change."""

    def __init__(self, widget: Any, host: Host) -> None:
        self.widget = widget
        self.host = host
        self.confirmed = 0
        self.changed = 0
        widget.confirm_requested.connect(self._on_confirm_requested)
        widget.answer_changed.connect(self._on_answer_changed)

    def _on_confirm_requested(self) -> None:
        self.confirmed += 1

    def _on_answer_changed(self) -> None:
        self.changed += 1


class Show(Protocol):
    """Shows a question; its lists stand in the authored order unless `layout` says otherwise."""

    def __call__(
        self, question: AnyQuestion, layout: Layout | None = None, width: int = 760
    ) -> Shown: ...


@pytest.fixture
def show(place: Place) -> Show:
    def put(question: AnyQuestion, layout: Layout | None = None, width: int = 760) -> Shown:
        unshuffled = tuple(tuple(sorted(order)) for order in question.layout(1))
        host = Host()
        widget = make_question_widget(
            question, unshuffled if layout is None else layout, {IMAGE: lighthouse()}
        )
        host.column.addWidget(widget)
        place(host, width=width)
        return Shown(widget, host)

    return put
