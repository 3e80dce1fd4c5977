"""The progress page: its figures, its choice of a pack, and what opens a result."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import Workspace
from quizapp.settings import Theme
from quizapp.ui.pages.progress_page import ProgressPage
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.fields import ChoiceBox
from quizapp.ui.widgets.score_plot import ScorePlot
from quizapp.ui.widgets.stat_tile import StatTile
from tests.samples import NOW
from tests.ui.sittings import record, sitting, sittings

TWO = {"aldsand": "The lighthouse of Aldsand", "relations": "Israel–Kazakhstan relations"}


@pytest.fixture
def page(qtbot: QtBot) -> ProgressPage:
    """An empty page, shown."""
    made = ProgressPage()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(page: ProgressPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def tiles(page: ProgressPage) -> list[str]:
    return [tile.accessibleName() for tile in page.findChildren(StatTile) if tile.isVisible()]


def pack_box(page: ProgressPage) -> ChoiceBox:
    return next(box for box in page.findChildren(ChoiceBox) if box.accessibleName() == "Pack")


def sittings_view(page: ProgressPage) -> DataTable:
    return next(table for table in page.findChildren(DataTable) if table.isVisible())


def test_the_tiles_tell_the_record(page: ProgressPage) -> None:
    shown = sittings([0, 10, 4, 6, 8, 7])
    page.show_progress(record(shown, answers=57, seconds=90.0))
    assert tiles(page) == [
        "6 quizzes finished",
        "57 answers",
        "90 seconds on questions",
        "70% mean of the last five",
    ]
    page.show_progress(record(shown[:2], answers=3, seconds=3000.0))
    assert tiles(page)[-1] == "50% mean of the last five"
    assert tiles(page)[0] == "2 quizzes finished"


def test_an_empty_record_says_what_to_do(page: ProgressPage) -> None:
    page.show_progress(record([]))
    assert "No quiz is finished yet." in texts(page)
    assert tiles(page) == []
    page.show_progress(record(sittings([5])))
    assert "No quiz is finished yet." not in texts(page)
    assert len(tiles(page)) == 4


def test_entering_asks_for_the_record(qtbot: QtBot, page: ProgressPage) -> None:
    with qtbot.waitSignal(page.refresh_requested):
        page.entered()


def test_one_pack_is_no_choice(page: ProgressPage) -> None:
    page.show_progress(record(sittings([5])))
    assert not pack_box(page).isVisible()
    assert page.pack == ""


def test_choosing_a_pack_asks_for_its_record(qtbot: QtBot, page: ProgressPage) -> None:
    page.show_progress(record(sittings([5, 6]), titles=TWO))
    box = pack_box(page)
    assert box.isVisible()
    assert [box.itemText(n) for n in range(box.count())] == ["All packs", *TWO.values()]
    with qtbot.waitSignal(page.refresh_requested):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert page.pack == "aldsand"
    page.show_progress(record(sittings([5]), titles=TWO, pack="aldsand"))
    assert box.currentText() == TWO["aldsand"]
    assert tiles(page)[0] == "1 quiz finished"


def test_a_pack_without_a_sitting_can_be_left_again(page: ProgressPage) -> None:
    page.show_progress(record(sittings([5]), titles=TWO))
    QTest.keyClick(pack_box(page), Qt.Key.Key_End)
    page.show_progress(record([], titles=TWO, pack="relations"))
    assert "No quiz with this pack is finished yet." in texts(page)
    assert pack_box(page).isVisible()
    assert tiles(page) == []


def test_a_view_of_all_packs_is_not_said_to_be_of_one(page: ProgressPage) -> None:
    """As long as nobody reads `pack`, the choice does not lie."""
    page.show_progress(record(sittings([5]), titles=TWO))
    QTest.keyClick(pack_box(page), Qt.Key.Key_Down)
    page.show_progress(record(sittings([5]), titles=TWO))
    assert pack_box(page).currentText() == "All packs"
    assert page.pack == ""


def test_rows_and_marks_open_their_results(qtbot: QtBot, page: ProgressPage) -> None:
    page.show_progress(record(sittings([5, 6, 7])))
    table = sittings_view(page)
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.result_requested) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [102]
    at = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(page.result_requested) as asked:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [101]
    (plot,) = page.findChildren(ScorePlot)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    with qtbot.waitSignal(page.result_requested) as asked:
        QTest.keyClick(plot, Qt.Key.Key_Return)
    assert asked.args == [101]


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(
    qtbot: QtBot,
    qapp: QApplication,
    page: ProgressPage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
) -> None:
    """In the room that the smallest window leaves at 200 %."""
    apply_theme(qapp, "light", percent)
    page.resize(640, 600)
    page.show_progress(record(sittings([5, 6, 7]), titles=TWO))
    qtbot.waitUntil(lambda: page.findChildren(ScorePlot)[0].is_drawn, timeout=20_000)
    assert unnamed(page) == []
    column = page._column
    content = column.body.parentWidget()
    assert content is not None
    assert content.width() <= column.viewport().width()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("rtl", [False, True])
def test_it_lives_through_changes_of_look(
    qtbot: QtBot, qapp: QApplication, page: ProgressPage, theme: Theme, rtl: bool
) -> None:
    """The items of pyqtgraph and Qt's news of a new palette once met in a crash."""
    page.show_progress(record(sittings([5, 6, 7])))
    qtbot.waitUntil(lambda: page.findChildren(ScorePlot)[0].is_drawn, timeout=20_000)
    for percent in (100, 200, 100):
        apply_theme(qapp, theme, percent)
        side = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        page.setLayoutDirection(side)
        page.show_progress(record(sittings([1] * percent)))
        QApplication.processEvents()
        assert not page.grab().isNull()


def test_a_real_record_is_shown(qtbot: QtBot, workspace: Workspace, page: ProgressPage) -> None:
    study = workspace.study
    learner = study.add_learner("Aigul", NOW)
    for seed in range(3):
        started = study.start(learner.id, Blueprint(seed=seed, count=3), NOW)
        study.finish(started.attempt.id, NOW)
    page.show_progress(workspace.reports.progress(learner.id, NOW))
    assert tiles(page)[0] == "3 quizzes finished"
    assert sittings_view(page).model().rowCount() == 3
    assert "The lighthouse of Aldsand" not in texts(page)


def test_the_keys_are_told(page: ProgressPage) -> None:
    assert [key for key, _ in page.help_keys()] == ["← →", "Enter"]


def test_the_last_sitting_is_the_newest(page: ProgressPage) -> None:
    page.show_progress(record([sitting(1, 2), sitting(2, 9)]))
    (plot,) = page.findChildren(ScorePlot)
    assert plot.accessibleName().endswith("from 20% to 90%, the last 90%")
    assert sittings_view(page).model().index(0, 3).data() == "90%"
