"""A learner at the window: name, quiz, result, and everything still there the next time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.questions import SingleChoiceAnswer, type_name
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.pages.home_page import HomePage
from quizapp.ui.pages.learner_page import LearnerPage
from quizapp.ui.pages.progress_page import ProgressPage, SittingsModel
from quizapp.ui.pages.quiz_page import QuizPage
from quizapp.ui.pages.result_page import ResultPage
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.buttons import PrimaryButton
from quizapp.ui.widgets.option_row import OptionRow
from tests.questions.test_grading import RIGHT, WRONG
from tests.samples import NOW

Start = Any


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Opens the program on one library as often as it is called; closes what it opened."""
    opened: list[Application] = []

    def open_program() -> Application:
        program = Application(qapp, str(tmp_path / "l.quizdb"), tmp_path / "preferences.json")
        opened.append(program)
        return program

    monkeypatch.setattr(messages, "ask", lambda *words, **named: True)
    yield open_program
    for program in opened:
        program.close()
        program.window.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[QuizPage]:
    """A quiz page on the sample pack."""
    runner = TaskRunner()
    made = QuizPage(runner, workspace.study)
    qtbot.addWidget(made)
    made.show()
    yield made
    runner.close()


def sitting_of(workspace: Workspace, **choice: Any) -> Sitting:
    learner = workspace.study.add_learner("Aigul", NOW)
    return workspace.study.start(learner.id, Blueprint(seed=3, **choice), NOW)


def check(qtbot: QtBot, page: QuizPage, attempt: int, workspace: Workspace, count: int) -> None:
    page._on_go()
    qtbot.waitUntil(
        lambda: workspace.study.resume(attempt, NOW).attempt.answered == count and not page._is_busy
    )


def test_a_name_is_enough_to_begin(qtbot: QtBot, start: Start) -> None:
    program = start()
    window = program.window
    qtbot.waitUntil(lambda: window.current_page == "learner", timeout=20_000)
    page = window.page("learner")
    assert isinstance(page, LearnerPage)
    QTest.keyClicks(page._name.editor, "Aigul")
    QTest.keyClick(page._name.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_page == "home", timeout=20_000)
    home = window.page("home")
    assert isinstance(home, HomePage)
    qtbot.waitUntil(lambda: bool(home.findChildren(PrimaryButton)), timeout=20_000)
    QTest.keyClick(home, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_page == "quiz", timeout=20_000)
    program.close()

    again = start()
    qtbot.waitUntil(lambda: again.window.current_page == "home", timeout=20_000)
    home = again.window.page("home")
    qtbot.waitUntil(
        lambda: any("Continue" in each.text() for each in home.findChildren(PrimaryButton)),
        timeout=20_000,
    )


def test_every_type_is_answered_checked_and_kept(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    sitting = sitting_of(workspace)
    page.show_sitting(sitting)
    results: list[Any] = []
    page.finished.connect(results.append)
    for number in range(1, len(sitting.questions) + 1):
        widget = page._widget
        assert widget is not None
        assert not page._go.isEnabled()
        give = RIGHT if number % 2 else WRONG
        widget.set_answer(give[type_name(widget.question)])
        assert widget.answer() is not None
        check(qtbot, page, sitting.attempt.id, workspace, number)
        qtbot.waitUntil(lambda: page._is_checked)
        assert widget.is_read_only
        page._on_go()
        qtbot.waitUntil(lambda: not page._is_checked or bool(results))
    (result,) = results
    right = sum(1 for each in result.feedback if each.grade.score == 1)
    assert right == 5
    shown = ResultPage()
    qtbot.addWidget(shown)
    wanted: list[Blueprint] = []
    shown.practise_requested.connect(wanted.append)
    shown.show_result(result)
    shown.findChildren(PrimaryButton)[0].click()
    assert wanted[0].questions == result.missed


def test_keys_choose_and_enter_checks(qtbot: QtBot, workspace: Workspace, page: QuizPage) -> None:
    sitting = sitting_of(workspace, types=("single_choice",))
    page.show_sitting(sitting)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)
    asked = workspace.study.resume(sitting.attempt.id, NOW).attempt.asked[0]
    assert asked.grade is not None
    assert asked.grade.score == 1


def test_one_option_is_chosen_however_often_keys_change_it(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    page.show_sitting(sitting_of(workspace, types=("single_choice",)))
    for key, place in ((Qt.Key.Key_1, 0), (Qt.Key.Key_3, 2), (Qt.Key.Key_2, 1)):
        QTest.keyClick(page, key)
        assert page._widget is not None
        assert page._widget.answer() == SingleChoiceAnswer(option=place)
        chosen = [row for row in page.findChildren(OptionRow) if row.isChecked()]
        assert len(chosen) == 1


def test_a_hint_is_shown_and_counted(qtbot: QtBot, workspace: Workspace, page: QuizPage) -> None:
    sitting = sitting_of(workspace, types=("single_choice",))
    page.show_sitting(sitting)
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not page._hint.isVisible())
    assert workspace.study.resume(sitting.attempt.id, NOW).attempt.asked[0].hints_used == 1


def test_an_exam_shows_no_feedback_and_is_handed_in(
    qtbot: QtBot, workspace: Workspace, page: QuizPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *words, **named: True)
    sitting = sitting_of(workspace, types=("true_false",), mode="exam")
    page.show_sitting(sitting)
    QTest.keyClick(page, Qt.Key.Key_T)
    with qtbot.waitSignal(page.finished) as signal:
        page._on_go()
        qtbot.waitUntil(lambda: not page._is_busy)
    assert signal.args is not None
    assert signal.args[0].sitting.attempt.is_finished


def test_progress_lists_every_sitting(qtbot: QtBot, workspace: Workspace) -> None:
    sitting = sitting_of(workspace, types=("true_false",))
    workspace.study.finish(sitting.attempt.id, NOW)
    view = workspace.reports.progress(sitting.attempt.learner, NOW)
    model = SittingsModel(view.sittings)
    tester = QAbstractItemModelTester(model)
    assert tester is not None
    assert model.rowCount() == 1
    assert model.data(model.index(0, 2)) == "0 of 1"
    page = ProgressPage()
    qtbot.addWidget(page)
    page.show_progress(view)
    with qtbot.waitSignal(page.result_requested) as signal:
        page._on_row(0)
    assert signal.args == [sitting.attempt.id]
