"""The history of a question: its versions, their differences, and going back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.pages.history_page import HistoryPage
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.revision_row import RevisionRow
from tests.ui.pack_samples import revisions

STEM = "When was the **lamp** first lit?"


@pytest.fixture
def page(qtbot: QtBot) -> HistoryPage:
    """The page with three versions, shown."""
    made = HistoryPage()
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_history(STEM, revisions())
    QApplication.processEvents()
    return made


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def rows(page: HistoryPage) -> list[RevisionRow]:
    QApplication.processEvents()
    return [row for row in page.findChildren(RevisionRow) if row.isVisible()]


def button(page: HistoryPage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def test_versions_tell_what_changed_and_how_often_they_were_answered(page: HistoryPage) -> None:
    said = [row.accessibleName().split(", ", 2)[-1] for row in rows(page)]
    assert said == [
        "Question, Explanation, the present version · never answered",
        "Difficulty, 17 answers on record",
        "First version, 1 answer on record",
    ]
    assert {"When was the lamp first lit?", "3 versions"} <= set(texts(page))


def test_the_newest_shows_its_differences_first(qtbot: QtBot, page: HistoryPage) -> None:
    said = texts(page)
    assert "When was the (removed: light of Aldsand)(inserted: lamp) first lit?" in said
    assert "(inserted: Oil was brought in **1868**.)" in said
    assert not button(page, "Restore this version").isVisible()
    qtbot.waitUntil(rows(page)[0].hasFocus)


def test_arrow_keys_choose_a_version(qtbot: QtBot, page: HistoryPage) -> None:
    qtbot.waitUntil(rows(page)[0].hasFocus)
    with qtbot.waitSignal(page.revision_chosen) as chosen:
        QTest.keyClick(rows(page)[0], Qt.Key.Key_Down)
    assert chosen.args == [revisions()[1]]
    assert "(removed: 2)(inserted: 3)" in texts(page)
    QTest.keyClick(rows(page)[1], Qt.Key.Key_End)
    assert rows(page)[2].isChecked()
    assert "This is how the question was first saved." in texts(page)


def test_an_older_version_can_be_restored(qtbot: QtBot, page: HistoryPage) -> None:
    QTest.mouseClick(rows(page)[1], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    with qtbot.waitSignal(page.restore_requested) as asked:
        QTest.mouseClick(button(page, "Restore this version"), Qt.MouseButton.LeftButton)
    assert asked.args == [32]


def test_a_preview_is_of_the_chosen_version_only(page: HistoryPage) -> None:
    page.set_preview(QLabel("as a learner sees it"))
    shown = [each.text() for each in page.findChildren(QLabel)]
    assert "as a learner sees it" in shown
    QTest.mouseClick(rows(page)[1], Qt.MouseButton.LeftButton)
    visible = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "as a learner sees it" not in visible


def test_a_question_is_retired_and_brought_back(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.retire_requested):
        QTest.mouseClick(button(page, "Retire question"), Qt.MouseButton.LeftButton)
    page.show_history(STEM, revisions(), is_retired=True)
    assert "This question is retired: it is not asked any more." in texts(page)
    assert not button(page, "Retire question").isVisible()
    with qtbot.waitSignal(page.bring_back_requested):
        QTest.mouseClick(button(page, "Bring back"), Qt.MouseButton.LeftButton)


def test_what_is_locked_is_only_looked_at(page: HistoryPage) -> None:
    page.show_history(STEM, revisions(), is_locked=True)
    QTest.mouseClick(rows(page)[1], Qt.MouseButton.LeftButton)
    words = ("Restore this version", "Retire question", "Bring back")
    assert not any(button(page, each).isVisible() for each in words)


def test_a_narrow_window_has_the_versions_above(page: HistoryPage) -> None:
    page.resize(500, 800)
    QApplication.processEvents()
    row = rows(page)[-1]
    heading = next(
        each for each in page.findChildren(QLabel) if each.accessibleName() == "What changed"
    )
    place = heading.mapTo(page, heading.rect().topLeft())
    assert place.y() > row.mapTo(page, row.rect().bottomLeft()).y()
    assert row.width() > 400


def test_esc_goes_back(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(rows(page)[0], Qt.Key.Key_Escape)


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(
    qapp: QApplication,
    page: HistoryPage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
) -> None:
    apply_theme(qapp, "light", percent)
    page.resize(484, 400)
    QApplication.processEvents()
    assert unnamed(page) == []
    content = page._column.widget()
    assert content is not None
    assert max(page.minimumSizeHint().width(), content.minimumSizeHint().width()) <= 484
