"""Motion, and doing without."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.motion import is_reduced, reduce_motion, scroll_to


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    reduce_motion(qapp, is_reduced=False)


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """Something to scroll."""
    made = QScrollArea()
    content = QWidget()
    content.setFixedSize(50, 2000)
    made.setWidget(content)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_scrolling_takes_a_moment_and_arrives(qtbot: QtBot, area: QScrollArea) -> None:
    bar = area.verticalScrollBar()
    scroll_to(bar, 500)
    assert bar.value() < 500
    qtbot.waitUntil(lambda: bar.value() == 500)


def test_with_reduced_motion_it_is_there_at_once(qapp: QApplication, area: QScrollArea) -> None:
    reduce_motion(qapp, is_reduced=True)
    assert is_reduced()
    scroll_to(area.verticalScrollBar(), 500)
    assert area.verticalScrollBar().value() == 500


def test_qts_own_motion_stops_too(qapp: QApplication) -> None:
    reduce_motion(qapp, is_reduced=True)
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
