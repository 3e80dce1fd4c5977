"""Choosing what to be asked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import PackSummary
from quizapp.services.workspace import Workspace
from quizapp.ui.pages.new_quiz_page import NewQuizPage
from quizapp.ui.widgets.filter_chip import FilterChip
from tests.ui.conftest import Place


@pytest.fixture
def page(place: Place, workspace: Workspace) -> NewQuizPage:
    """The page on the sample pack, in a window."""
    made = NewQuizPage()
    made.show_packs(workspace.library.packs())
    made.show_count(9)
    place(made, width=900)
    return made


def chip(page: NewQuizPage, words: str) -> FilterChip:
    """The chip that says `words`."""
    return next(each for each in page.findChildren(FilterChip) if each.text() == words)


def test_everything_is_asked_unless_something_is_chosen(page: NewQuizPage) -> None:
    chosen = page.blueprint()
    assert (chosen.topics, chosen.types, chosen.packs, chosen.difficulties) == ((), (), (), ())


def test_each_choice_is_counted(qtbot: QtBot, page: NewQuizPage) -> None:
    with qtbot.waitSignal(page.count_requested) as signal:
        QTest.mouseClick(chip(page, "Dates"), Qt.MouseButton.LeftButton)
    assert signal.args is not None
    assert isinstance(signal.args[0], Blueprint)
    assert signal.args[0].topics == ("date",)


def test_several_of_a_kind_can_be_chosen_by_keys(page: NewQuizPage) -> None:
    for words in ("One right option", "True or false"):
        each = chip(page, words)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(each, Qt.Key.Key_Space)
    assert page.blueprint().types == ("single_choice", "true_false")


def test_chips_say_how_many_questions_they_stand_for(page: NewQuizPage) -> None:
    assert chip(page, "One right option").accessibleName() == "One right option, 1"
    assert not chip(page, "5, hard").isEnabled()


def test_an_exam_can_have_a_time_limit(qtbot: QtBot, page: NewQuizPage) -> None:
    assert page._minutes.isHidden()
    page._minutes.set_value(20)
    assert page.blueprint().time_limit is None
    page._mode.setFocus()
    exam = page._mode.findChildren(QWidget)[1]
    QTest.mouseClick(exam, Qt.MouseButton.LeftButton)
    assert page._minutes.isVisible()
    assert page.blueprint().mode == "exam"
    assert page.blueprint().time_limit == 1200


@pytest.mark.parametrize(
    ("count", "words", "can_start"),
    [
        (0, "No question matches. Choose more topics, kinds or difficulties.", False),
        (1, "Only 1 question matches: the quiz will have just that.", True),
        (7, "Only 7 questions match: the quiz will have just these.", True),
        (47, "47 questions match.", True),
    ],
)
def test_it_says_how_many_questions_match(
    page: NewQuizPage, count: int, words: str, can_start: bool
) -> None:
    page.show_count(count)
    assert page._matching.text() == words
    assert page._start.isEnabled() is can_start


def test_with_one_pack_there_is_no_pack_to_choose(page: NewQuizPage, workspace: Workspace) -> None:
    assert page._pack.isHidden()
    (pack,) = workspace.library.packs()
    other = PackSummary(
        id="other",
        title="Other",
        description="",
        version="1",
        language="en",
        authors=(),
        licence="",
        article="",
        facts=1,
        questions=3,
        topics={"date": 3},
        types={"date": 3},
        difficulties={5: 3},
    )
    page.show_packs((pack, other))
    assert page._pack.isVisible()
    page._pack.set_value("other")
    page._pack.chosen.emit("other")
    assert page.blueprint().packs == ("other",)
    assert chip(page, "Dates").accessibleName() == "Dates, 3"


def test_start_tells_the_choice(qtbot: QtBot, page: NewQuizPage) -> None:
    page._count.set_value(5)
    with qtbot.waitSignal(page.quiz_requested) as signal:
        QTest.mouseClick(page._start, Qt.MouseButton.LeftButton)
    assert signal.args is not None
    assert signal.args[0].count == 5


def test_everything_has_a_name(page: NewQuizPage, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(page) == []
