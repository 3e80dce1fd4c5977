"""Choosing who is learning."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.ui.pages.learner_page import LearnerPage
from quizapp.ui.widgets.name_tile import NameTile, initials
from tests.samples import NOW
from tests.ui.conftest import Place


def people(*names: str) -> list[Learner]:
    """Learners with these names."""
    return [Learner(id=n, name=name, joined_at=NOW) for n, name in enumerate(names, start=1)]


@pytest.fixture
def page(place: Place) -> LearnerPage:
    """The page in a window."""
    made = LearnerPage()
    place(made, width=900)
    return made


def shown(page: LearnerPage) -> list[str]:
    """The names in sight."""
    tiles = [tile for tile in page.findChildren(NameTile) if tile.isVisible()]
    return [tile.accessibleName() for tile in tiles]


def test_with_nobody_known_a_name_is_typed(qtbot: QtBot, page: LearnerPage) -> None:
    page.show_learners([])
    assert page._name.editor.hasFocus()
    QTest.keyClicks(page._name.editor, "Noam")
    with qtbot.waitSignal(page.added) as signal:
        QTest.keyClick(page._name.editor, Qt.Key.Key_Return)
    assert signal.args == ["Noam"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_known_name_is_chosen_by_key(qtbot: QtBot, page: LearnerPage, key: Qt.Key) -> None:
    known = people("Aigul", "Noam")
    page.show_learners(known)
    first = page.findChildren(NameTile)[0]
    assert first.hasFocus()
    with qtbot.waitSignal(page.chosen) as signal:
        QTest.keyClick(first, key)
    assert signal.args == [known[0]]


def test_a_known_name_is_chosen_by_mouse(qtbot: QtBot, page: LearnerPage) -> None:
    known = people("Aigul", "Noam")
    page.show_learners(known)
    with qtbot.waitSignal(page.chosen) as signal:
        QTest.mouseClick(page.findChildren(NameTile)[1], Qt.MouseButton.LeftButton)
    assert signal.args == [known[1]]


def test_many_names_are_found_by_typing(qtbot: QtBot, page: LearnerPage) -> None:
    known = people(*(f"Pupil {n}" for n in range(1, 30)), "Zoë Ångström")
    page.show_learners(known)
    assert page._filter.editor.hasFocus()
    QTest.keyClicks(page._filter.editor, "zo")
    assert shown(page) == ["Zoë Ångström"]
    with qtbot.waitSignal(page.chosen) as signal:
        QTest.keyClick(page._filter.editor, Qt.Key.Key_Return)
    assert signal.args == [known[-1]]


def test_letters_that_no_name_has_say_what_to_do(page: LearnerPage) -> None:
    page.show_learners(people(*(f"Pupil {n}" for n in range(1, 30))))
    assert not page._nobody.isVisible()
    QTest.keyClicks(page._filter.editor, "zzz")
    assert shown(page) == []
    assert page._nobody.isVisible()


def test_few_names_need_no_search(page: LearnerPage) -> None:
    page.show_learners(people("Aigul", "Noam"))
    assert page._filter.isHidden()


def test_a_refused_name_is_said_at_the_field(page: LearnerPage) -> None:
    page.show_learners(people("Aigul"))
    page.show_problem(QuizError("“Aigul” is taken.", "Choose it from the list."))
    assert page._name.editor.hasFocus()
    assert page._name.editor.accessibleDescription().startswith("“Aigul” is taken.")
    QTest.keyClicks(page._name.editor, "B")
    assert page._name.editor.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Aigul", "A"), ("noam levi", "NL"), ("Anna Maria Rossi", "AR"), ("מרים כהן", "מכ"), ("", "")],
)
def test_initials_stand_for_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_everything_has_a_name(page: LearnerPage, unnamed: Callable[[QWidget], list[str]]) -> None:
    page.show_learners(people(*(f"Pupil {n}" for n in range(1, 30))))
    assert unnamed(page) == []


def test_esc_goes_back_to_whoever_was_learning(qtbot: QtBot, page: LearnerPage) -> None:
    page.show_learners(people("Aigul", "Noam"), "Noam")
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    page.show_learners(people("Aigul", "Noam"))
    with qtbot.assertNotEmitted(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_down_and_tab_go_from_the_search_to_the_names(qtbot: QtBot, page: LearnerPage) -> None:
    page.show_learners(people(*(f"Pupil {n:02}" for n in range(1, 30))))
    qtbot.waitUntil(lambda: len(shown(page)) == 29)
    QTest.keyClick(page._filter.editor, Qt.Key.Key_Down)
    assert page.window().focusWidget().accessibleName() == "Pupil 01"
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget().accessibleName() == "Pupil 02"
