"""What a quiz came to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.questions import EssayAnswer
from quizapp.quizzes.blueprint import Blueprint, Mode
from quizapp.services.values import Result
from quizapp.services.workspace import Workspace
from quizapp.ui.pages.result_page import ResultPage
from quizapp.ui.widgets.headings import PlainText, TextLabel
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.verdict_banner import VerdictBanner
from tests.answers import right_answer, wrong_answer
from tests.samples import NOW, sample_questions
from tests.ui.conftest import Place

COUNT = len(sample_questions())


def finished(workspace: Workspace, *, wrong: int, left_out: int = 0) -> Result:
    """A sitting on all questions of which the first `wrong` were answered wrong."""
    learner = workspace.study.add_learner("Aigul", NOW)
    sitting = workspace.study.start(learner.id, Blueprint(seed=3, count=COUNT), NOW)
    for presented in sitting.questions[: COUNT - left_out]:
        give = wrong_answer if presented.position < wrong else right_answer
        workspace.study.answer(
            sitting.attempt.id,
            presented.position,
            give(presented.question),
            seconds=10,
            confidence=None,
            now=NOW,
        )
    return workspace.study.finish(sitting.attempt.id, NOW)


@pytest.fixture
def page(place: Place) -> ResultPage:
    """The page in a window."""
    made = ResultPage()
    place(made, width=900)
    return made


def words_of(page: ResultPage) -> str:
    """All words on the page."""
    return "\n".join(label.accessibleName() for label in page.findChildren(TextLabel))


def button(page: ResultPage, words: str) -> QAbstractButton:
    """The button that says `words`."""
    buttons = page.findChildren(QAbstractButton)
    return next(each for each in buttons if words in each.text())


def test_it_says_points_answers_and_time(page: ResultPage, workspace: Workspace) -> None:
    result = finished(workspace, wrong=0, left_out=2)
    page.show_result(result)
    words = words_of(page)
    assert "9 of 11 points" in words
    assert "9 of 11 questions answered in 90 seconds" in words
    assert words.count("Not answered.") == 2
    for topic in result.topics:
        assert f"{topic.points:g} of {topic.possible:g} point" in words


def test_every_question_stands_there_with_both_answers(
    page: ResultPage, workspace: Workspace
) -> None:
    result = finished(workspace, wrong=COUNT)
    page.show_result(result)
    shown = "\n".join(
        [
            *(view.accessibleName() for view in page.findChildren(MarkdownView)),
            *(label.accessibleName() for label in page.findChildren(PlainText)),
        ]
    )
    for presented, feedback in zip(result.sitting.questions, result.feedback, strict=True):
        assert feedback is not None
        assert presented.question.stem in shown
        assert feedback.given in shown
        assert plain_text(feedback.key) in shown
        assert feedback.evidence[0].statement in shown
    assert len(page.findChildren(VerdictBanner)) == COUNT


def test_what_was_missed_is_practised(qtbot: QtBot, page: ResultPage, workspace: Workspace) -> None:
    result = finished(workspace, wrong=2, left_out=1)
    page.show_result(result)
    with qtbot.waitSignal(page.practise_requested) as signal:
        QTest.mouseClick(button(page, "Practise the 3 I missed"), Qt.MouseButton.LeftButton)
    assert signal.args is not None
    assert signal.args[0].questions == result.missed
    again = workspace.study.start(result.sitting.attempt.learner, signal.args[0], NOW)
    assert {each.asked.question for each in again.questions} == set(result.missed)


def test_only_the_missed_ones_can_be_shown(
    qtbot: QtBot, page: ResultPage, workspace: Workspace
) -> None:
    page.show_result(finished(workspace, wrong=2))
    banners = page.findChildren(VerdictBanner)
    qtbot.waitUntil(lambda: all(banner.isVisible() for banner in banners))
    QTest.mouseClick(button(page, "Missed 2"), Qt.MouseButton.LeftButton)
    assert [banner.isVisible() for banner in banners] == [True, True, *[False] * (COUNT - 2)]
    QTest.mouseClick(button(page, f"All {COUNT}"), Qt.MouseButton.LeftButton)
    assert all(banner.isVisible() for banner in banners)


def test_with_everything_right_there_is_nothing_to_practise(
    qtbot: QtBot, page: ResultPage, workspace: Workspace
) -> None:
    page.show_result(finished(workspace, wrong=0))
    assert "Everything right." in words_of(page)
    assert [each.text() for each in page.findChildren(QPushButton)] == ["Back home"]
    with qtbot.waitSignal(page.home_requested):
        QTest.mouseClick(button(page, "Back home"), Qt.MouseButton.LeftButton)


def test_everything_has_a_name(
    page: ResultPage, workspace: Workspace, unnamed: Callable[[QWidget], list[str]]
) -> None:
    page.show_result(finished(workspace, wrong=2))
    assert unnamed(page) == []


def essays(workspace: Workspace, *, mode: Mode = "exam") -> Result:
    """An exam of one essay that was written."""
    learner = workspace.study.add_learner("Aigul", NOW)
    blueprint = Blueprint(seed=3, mode=mode, types=("essay",))
    sitting = workspace.study.start(learner.id, blueprint, NOW)
    answer = EssayAnswer(text="It was *built*\nin 1842.")
    ident = sitting.attempt.id
    workspace.study.answer(ident, 0, answer, seconds=60, confidence=None, now=NOW)
    return workspace.study.finish(ident, NOW)


def test_a_text_that_waits_is_not_scored_and_not_missed(
    page: ResultPage, workspace: Workspace
) -> None:
    page.show_result(essays(workspace))
    words = words_of(page)
    assert "Not scored yet" in words
    assert "1 answer has yet to be judged" in words
    assert "It was *built*\nin 1842." in words
    assert not page.findChildren(Ring)
    assert not any("missed" in each.text() for each in page.findChildren(QPushButton))


def test_ones_own_text_is_judged_on_the_page(
    qtbot: QtBot, page: ResultPage, workspace: Workspace
) -> None:
    result = essays(workspace)
    page.show_result(result)
    save = button(page, "Save my judgement")
    assert not save.isEnabled()
    first, second = page.findChildren(SegmentedControl)
    QTest.mouseClick(button_in(first, "In full"), Qt.MouseButton.LeftButton)
    assert not save.isEnabled()
    QTest.mouseClick(button_in(second, "In part"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.judge_requested) as signal:
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    attempt = result.sitting.attempt.id
    assert signal.args == [attempt, 0, (1.0, 1.0)]
    workspace.study.judge(attempt, 0, signal.args[2], "", NOW)
    page.show_result(workspace.study.result(attempt))
    assert "0.67 of 1 point" in words_of(page)
    qtbot.waitUntil(
        lambda: not any("judgement" in each.text() for each in page.findChildren(QPushButton))
    )


def button_in(widget: QWidget, words: str) -> QAbstractButton:
    return next(each for each in widget.findChildren(QAbstractButton) if words == each.text())
