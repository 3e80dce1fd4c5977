"""A learner at the window: name, quiz, result, and everything still there the next time."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.errors import DiskFullError
from quizapp.questions import EssayAnswer, SingleChoiceAnswer, type_name
from quizapp.quizzes.attempt import Confidence
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from quizapp.store.pack_store import PackStore
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.pages.home_page import HomePage
from quizapp.ui.pages.learner_page import LearnerPage
from quizapp.ui.pages.quiz_page import QuizPage
from quizapp.ui.pages.result_page import ResultPage
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.buttons import PrimaryButton
from quizapp.ui.widgets.judging_rows import JudgingRows
from quizapp.ui.widgets.option_row import OptionRow
from quizapp.ui.widgets.verdict_banner import VerdictBanner
from tests.questions.test_grading import RIGHT, WRONG
from tests.samples import IMAGE, NOW, sample_pack, sample_questions

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
    qtbot.waitUntil(lambda: workspace.study.resume(attempt, NOW).attempt.answered == count)
    qtbot.waitUntil(lambda: not page._course.is_busy)


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
    sitting = sitting_of(workspace, count=len(sample_questions()))
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
    assert right == 6
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
        qtbot.waitUntil(lambda: not page._course.is_busy)
    assert signal.args is not None
    assert signal.args[0].sitting.attempt.is_finished


def test_the_feedback_comes_into_view(qtbot: QtBot, workspace: Workspace, page: QuizPage) -> None:
    page.resize(700, 420)
    page.show_sitting(sitting_of(workspace, types=("single_choice",)))
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)

    def is_in_view() -> bool:
        (banner,) = page.findChildren(VerdictBanner)
        top = banner.mapTo(page._column, QPoint(0, 0)).y()
        return 0 <= top <= page._column.viewport().height() - banner.height()

    qtbot.waitUntil(is_in_view)


def test_how_sure_one_is_can_be_said_and_taken_back(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    sitting = sitting_of(workspace, types=("single_choice",))
    page.show_sitting(sitting)
    sure = page._sure.findChildren(QAbstractButton)[2]
    assert page._sure.value_or_none() is None
    QTest.mouseClick(sure, Qt.MouseButton.LeftButton)
    assert page._sure.value_or_none() is Confidence.SURE
    QTest.mouseClick(sure, Qt.MouseButton.LeftButton)
    assert page._sure.value_or_none() is None
    QTest.mouseClick(sure, Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)
    asked = workspace.study.resume(sitting.attempt.id, NOW).attempt.asked[0]
    assert asked.confidence is Confidence.SURE


def test_a_click_on_a_tool_leaves_enter_to_the_answer(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    page.show_sitting(sitting_of(workspace, types=("single_choice",)))
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.mouseClick(page._flag, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page._course.is_busy)
    focused = page.window().focusWidget()
    assert focused is not page._flag
    QTest.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)


def test_going_back_shows_and_never_grades_again(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    sitting = sitting_of(workspace, count=3)
    page.show_sitting(sitting)
    assert page._widget is not None
    page._widget.set_answer(WRONG[type_name(page._widget.question)])
    check(qtbot, page, sitting.attempt.id, workspace, 1)
    page._on_go()
    qtbot.waitUntil(lambda: not page._is_checked and not page._course.is_busy)
    page._segments.segment_clicked.emit(0)
    qtbot.waitUntil(lambda: page._is_checked)
    assert page._widget.is_read_only
    before = workspace.study.resume(sitting.attempt.id, NOW).attempt.asked[0]
    page._on_go()
    qtbot.waitUntil(lambda: not page._is_checked and not page._course.is_busy)
    after = workspace.study.resume(sitting.attempt.id, NOW).attempt
    assert after.asked[0] == before
    assert after.position == 1


def test_time_that_is_up_ends_the_exam(qtbot: QtBot, workspace: Workspace, page: QuizPage) -> None:
    learner = workspace.study.add_learner("Noam", NOW)
    blueprint = Blueprint(seed=1, mode="exam", count=3, time_limit=1)
    sitting = workspace.study.start(learner.id, blueprint, datetime.now(UTC))
    with qtbot.waitSignal(page.finished, timeout=10_000) as signal:
        page.show_sitting(sitting)
    assert signal.args is not None
    assert signal.args[0].sitting.attempt.is_finished


def test_leaving_is_asked_and_can_be_refused(
    workspace: Workspace, page: QuizPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_sitting(sitting_of(workspace))
    asked: list[str] = []

    def stay(parent: object, question: str, detail: str, *words: str) -> bool:
        asked.append(detail)
        return False

    monkeypatch.setattr(messages, "ask", stay)
    assert not page.may_leave()
    assert asked == ["You can go on later."]


def test_what_is_being_checked_cannot_be_changed(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    sitting = sitting_of(workspace, types=("single_choice",))
    page.show_sitting(sitting)
    gate = threading.Event()
    page._course._runner.call(lambda: gate.wait(20), lambda done: None, lambda error: None)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page._go.text() == "Saving…")
    gate.set()
    qtbot.waitUntil(lambda: page._is_checked)
    assert page._widget is not None
    assert page._widget.answer() == SingleChoiceAnswer(option=1)


def test_an_answer_that_could_not_be_saved_can_be_sent_again(
    qtbot: QtBot, workspace: Workspace, page: QuizPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[BaseException] = []
    monkeypatch.setattr(messages, "show_error", lambda parent, error: said.append(error))
    page.show_sitting(sitting_of(workspace, types=("single_choice",)))

    def fail(*words: Any, **named: Any) -> None:
        raise DiskFullError("The disk is full.", "Make some room.")

    monkeypatch.setattr(workspace.study, "answer", fail)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(said))
    monkeypatch.undo()
    assert page._widget is not None
    assert not page._widget.is_read_only
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)


def test_tab_goes_from_the_answer_to_the_tools(workspace: Workspace, page: QuizPage) -> None:
    page.show_sitting(sitting_of(workspace, types=("date",)))
    order: list[QWidget | None] = [page._skip]
    while order[-1] is not None and len(order) < 40:
        order.append(order[-1].nextInFocusChain())
    assert order.index(page._flag) < order.index(page._go) < order.index(page._segments)


def test_arrows_scroll_the_feedback_and_keep_the_focus(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    page.resize(700, 420)
    page.show_sitting(sitting_of(workspace, types=("single_choice",)))
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)
    bar = page._column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for _ in range(20):
        QTest.keyClick(page._go, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert page._go.hasFocus()


def test_an_essay_is_written_compared_and_judged_by_keys(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    sitting = sitting_of(workspace, types=("essay",))
    page.show_sitting(sitting)
    with qtbot.waitActive(page):
        page.activateWindow()
    assert page._go.text() == "Compare with the model answer"
    assert not page._go.isEnabled()
    QTest.keyClicks(page.focusWidget(), "It was built in 1842.")
    assert page._go.isEnabled()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return, control)
    assert page._go.text() == "Save my judgement"
    assert not page._go.isEnabled()
    QApplication.processEvents()
    keys = Qt.Key
    first_in_full = (keys.Key_Right, keys.Key_Right, keys.Key_Space, keys.Key_Tab)
    for key in (*first_in_full, keys.Key_Right, keys.Key_Space, keys.Key_Return):
        QTest.keyClick(page.focusWidget(), key)
    qtbot.waitUntil(lambda: page._is_checked)
    asked = workspace.study.resume(sitting.attempt.id, NOW).attempt.asked[0]
    assert asked.grade is not None
    assert [part.score for part in asked.grade.parts] == [1, 0.5]


def test_what_was_written_before_a_crash_is_there_again(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    page._course._keeping.setInterval(0)
    sitting = sitting_of(workspace, types=("essay",))
    page.show_sitting(sitting)
    widget = page._widget
    assert widget is not None
    (editor,) = widget.findChildren(QPlainTextEdit)
    QTest.keyClicks(editor, "It was built")
    ident = sitting.attempt.id
    kept = EssayAnswer(text="It was built")
    qtbot.waitUntil(lambda: workspace.study.resume(ident, NOW).attempt.asked[0].answer == kept)
    page.show_sitting(workspace.study.resume(ident, NOW))
    assert page._widget is not None
    assert page._widget.draft() == kept
    assert page._go.isEnabled()


def test_images_of_the_question_are_shown(
    qtbot: QtBot, workspace: Workspace, page: QuizPage
) -> None:
    page.show_sitting(sitting_of(workspace, types=("hotspot",)))
    assert page._widget is not None
    assert set(page._widget.media) == {IMAGE}
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._is_checked)


def test_ones_own_text_is_judged_after_the_exam(qtbot: QtBot, start: Start) -> None:
    program = start()
    window = program.window
    qtbot.waitUntil(lambda: window.current_page == "learner", timeout=20_000)
    workspace = program.session.workspace
    with workspace._database.writing() as connection:
        PackStore(connection).install(sample_pack(), "x", NOW, lambda done, total: None)
    page = window.page("learner")
    QTest.keyClicks(page._name.editor, "Aigul")
    QTest.keyClick(page._name.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_page == "home", timeout=20_000)
    (learner,) = workspace.study.learners()
    blueprint = Blueprint(seed=3, mode="exam", packs=("aldsand",), types=("essay",))
    ident = workspace.study.start(learner.id, blueprint, NOW).attempt.id
    answer = EssayAnswer(text="It was built in 1842.")
    workspace.study.answer(ident, 0, answer, seconds=1, confidence=None, now=NOW)
    workspace.study.finish(ident, NOW)
    program.quizzes._fetch_result(ident)
    qtbot.waitUntil(lambda: window.current_page == "result", timeout=20_000)
    result = window.page("result")
    (judging,) = result.findChildren(JudgingRows)
    judging.judged.emit((1.0, 2.0))
    qtbot.waitUntil(lambda: workspace.study.result(ident).sitting.attempt.score == 1)
