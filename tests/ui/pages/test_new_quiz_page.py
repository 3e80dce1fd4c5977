"""Choosing what to be asked."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from quizapp.quizzes.blueprint import Blueprint
from quizapp.ui.pages.new_quiz_page import NewQuizPage


def test_everything_is_asked_unless_something_is_left_out(qtbot: QtBot) -> None:
    page = NewQuizPage()
    qtbot.addWidget(page)
    all_of_it = page.blueprint()
    assert (all_of_it.topics, all_of_it.types, all_of_it.packs) == ((), (), ())
    spy = QSignalSpy(page.count_requested)
    page._topics["date"].setChecked(False)
    counted = spy.at(0)[0]
    assert isinstance(counted, Blueprint)
    assert counted.topics == ("figure", "institution", "person", "place")


def test_an_exam_can_have_a_time_limit(qtbot: QtBot) -> None:
    page = NewQuizPage()
    qtbot.addWidget(page)
    page._minutes.set_value(20)
    assert page.blueprint().time_limit is None
    page._mode.set_value("exam")
    assert page.blueprint().mode == "exam"
    assert page.blueprint().time_limit == 1200


def test_nothing_that_matches_cannot_be_started(qtbot: QtBot) -> None:
    page = NewQuizPage()
    qtbot.addWidget(page)
    page.show_count(0)
    assert not page._start.isEnabled()
    for toggle in page._topics.values():
        toggle.setChecked(False)
    assert not page._start.isEnabled()
    page.show_count(3)
    assert page._start.isEnabled()
