"""The time line: what it tells, what covering hides, and what it asks for."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.quizzes.blueprint import Blueprint
from quizapp.ui.pages.timeline_page import TimelinePage
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.timeline_rows import GapMark, TimelineRow, YearMark
from quizapp.ui.widgets.toggle import Toggle
from tests.ui.pack_samples import timeline


@pytest.fixture
def page(qtbot: QtBot) -> TimelinePage:
    """The page with seven dates, shown."""
    made = TimelinePage()
    qtbot.addWidget(made)
    made.resize(900, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_timeline(timeline())
    return made


def names(page: TimelinePage, kind: type[QWidget]) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(kind) if each.isVisible()]


def rows(page: TimelinePage) -> list[TimelineRow]:
    return page.findChildren(TimelineRow)


def cover(page: TimelinePage) -> None:
    (toggle,) = page.findChildren(Toggle)
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)


def button(page: TimelinePage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if words in each.text())


def test_years_and_the_gaps_between_them_are_told(page: TimelinePage) -> None:
    assert names(page, YearMark) == ["44 BC", "1850", "1867", "1868", "1914", "2009"]
    assert names(page, GapMark) == ["1893 years", "17 years", "46 years", "95 years"]


def test_dates_are_as_exact_as_they_are_known(page: TimelinePage) -> None:
    dates = [name.split(", ")[:2] for name in names(page, TimelineRow)]
    assert dates[0][0] == "15 March 44 BC"
    assert dates[1][0] == "about 1850"
    assert dates[2] == ["1867", "year only"]
    assert dates[4] == ["November 1868", "month only"]
    assert dates[5][0] == "August 1914 – November 1918"


def test_covered_nothing_gives_a_date_away(page: TimelinePage) -> None:
    cover(page)
    said = " ".join([*names(page, YearMark), *names(page, GapMark), *names(page, TimelineRow)])
    assert not any(year in said for year in ("44", "1850", "1867", "1868", "1914", "2009"))
    assert rows(page)[2].accessibleName() == (
        "Date covered, The lighthouse was built in […] by the harbour board., History · 2 questions"
    )


def test_a_click_uncovers_a_date_and_its_year(page: TimelinePage) -> None:
    cover(page)
    row = rows(page)[2]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.accessibleName().startswith("1867, year only")
    assert names(page, YearMark) == [*["Year covered"] * 2, "1867", *["Year covered"] * 3]
    assert names(page, GapMark) == ["some years"] * 4
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.is_covered


def test_a_gap_is_told_once_both_its_ends_are(page: TimelinePage) -> None:
    cover(page)
    for number in (1, 2):
        QTest.mouseClick(rows(page)[number], Qt.MouseButton.LeftButton)
    assert names(page, GapMark) == ["some years", "17 years", "some years", "some years"]


def test_keys_go_along_the_line_and_uncover(qtbot: QtBot, page: TimelinePage) -> None:
    cover(page)
    first, second, *_, last = rows(page)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert not second.is_covered
    QTest.keyClick(second, Qt.Key.Key_End)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Home)
    assert first.hasFocus()
    with qtbot.waitSignal(page.fact_requested) as asked:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked.args == ["fact-0"]


def test_all_can_be_covered_again(page: TimelinePage) -> None:
    cover(page)
    again = button(page, "Cover all again")
    assert not again.isEnabled()
    QTest.mouseClick(rows(page)[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert all(row.is_covered for row in rows(page))
    assert rows(page)[0].hasFocus()
    cover(page)
    assert not any(row.is_covered for row in rows(page))


def test_uncovered_a_click_opens_the_fact(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.waitSignal(page.fact_requested) as asked:
        QTest.mouseClick(rows(page)[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["fact-1"]


def test_the_dates_of_this_pack_can_be_practised(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.waitSignal(page.quiz_requested) as asked:
        QTest.mouseClick(button(page, "Practise"), Qt.MouseButton.LeftButton)
    assert asked.args is not None
    blueprint: Blueprint = asked.args[0]
    assert (blueprint.packs, blueprint.topics, blueprint.count) == (("aldsand",), ("date",), 6)
    unasked = timeline()
    entries = tuple(msgspec.structs.replace(each, questions=0) for each in unasked.entries)
    page.show_timeline(msgspec.structs.replace(unasked, entries=entries))
    assert not button(page, "Practise").isEnabled()


def test_a_pack_without_dates_says_what_to_do(qtbot: QtBot, page: TimelinePage) -> None:
    page.show_timeline(timeline(()))
    QApplication.processEvents()
    assert not button(page, "Practise").isVisible()
    with qtbot.waitSignal(page.facts_requested):
        QTest.mouseClick(button(page, "Facts and sources"), Qt.MouseButton.LeftButton)


def test_esc_goes_back(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(rows(page)[0], Qt.Key.Key_Escape)


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(
    qapp: QApplication,
    page: TimelinePage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
) -> None:
    apply_theme(qapp, "light", percent)
    cover(page)
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 484


def test_in_a_low_window_the_controls_leave_room_for_the_line(
    qapp: QApplication, page: TimelinePage
) -> None:
    page.resize(484, 320)
    qapp.processEvents()
    (foot,) = page.findChildren(Foot)
    assert not foot.isVisible()
    cover(page)
    assert rows(page)[0].is_covered
    page.resize(484, 700)
    qapp.processEvents()
    assert foot.isVisible()
    assert foot.isAncestorOf(button(page, "Practise"))
