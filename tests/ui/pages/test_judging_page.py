"""Judging texts: one after the other, by mouse and by keys, and nothing that is given gets lost."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.questions import Essay, EssayAnswer
from quizapp.services.values import WaitingEssay
from quizapp.ui import messages
from quizapp.ui.pages.judging_page import JudgingPage
from quizapp.ui.panels.judging_side import JudgingBox
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.waiting_row import WaitingRow
from tests.samples import NOW, sample_questions

WHY = next(each for each in sample_questions() if isinstance(each, Essay))
HOW = msgspec.structs.replace(WHY, id="how", stem="How is the lamp lit?", model_answer="")
CONTROL = Qt.KeyboardModifier.ControlModifier


def waiting(number: int, learner: str, question: Essay = WHY) -> WaitingEssay:
    return WaitingEssay(
        attempt=number,
        position=0,
        learner=learner,
        pack="The lighthouse of Aldsand",
        question=question,
        answer=EssayAnswer(text=f"So says {learner}."),
        answered_at=NOW + timedelta(minutes=number),
    )


AIGUL, NOAM, ZOE = waiting(1, "Aigul"), waiting(2, "Noam", HOW), waiting(3, "Zoë")


@pytest.fixture
def page(qtbot: QtBot) -> JudgingPage:
    """The page with three texts that wait, the first one shown."""
    made = JudgingPage()
    qtbot.addWidget(made)
    made.resize(1100, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    show(made, AIGUL, NOAM, ZOE)
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """What the person will answer; each question takes one."""
    given: list[bool] = []
    monkeypatch.setattr(messages, "ask", lambda *_, **__: given.pop(0))
    yield given
    assert given == []


def show(page: JudgingPage, *essays: WaitingEssay) -> None:
    page.show_waiting(essays)
    QApplication.processEvents()


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return next(each for each in shown if words in (each.text(), each.accessibleName()))


def press(page: QWidget, words: str) -> None:
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def field(page: QWidget, name: str) -> QLineEdit:
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QLineEdit) if each.isVisible()]
    return next(each for each in shown if each.accessibleName().startswith(f"Points for “{name}"))


def comment(page: QWidget) -> QPlainTextEdit:
    QApplication.processEvents()
    return next(
        each
        for each in page.findChildren(QPlainTextEdit)
        if each.isVisible() and each.accessibleName() == "Comment"
    )


def type_key(key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    if isinstance(key, str):
        QTest.keyClicks(focused, key)
    else:
        QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def rows(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [row.accessibleName() for row in page.findChildren(WaitingRow) if row.isVisible()]


def shown(page: JudgingPage) -> str:
    """Whose text is on the screen."""
    (words,) = [words for words in texts(page) if words.startswith("Answer of ")]
    return words.removeprefix("Answer of ")


def judge(page: JudgingPage) -> None:
    """All points, saved as the program does it."""
    type_key("1")
    type_key("2")
    page.judge_requested.connect(lambda attempt, position: page.show_judged(attempt, position))
    type_key(Qt.Key.Key_Return, CONTROL)
    page.judge_requested.disconnect()
    QApplication.processEvents()


def test_all_that_is_needed_to_judge_is_shown(page: JudgingPage) -> None:
    said = texts(page)
    assert {
        "3 texts wait",
        "Answer of Aigul",
        "So says Aigul.",
        "Model answer",
        "Names the year 1842",
        "of 1 point",
        "Names the Harbour Office",
        "of 2 points",
        "0 of 3 points",
    } <= set(said)
    assert any("3 words · 10 to 100 words are asked for" in words for words in said)
    assert shown(page) == "Aigul"


def test_texts_stand_together_by_their_question(page: JudgingPage) -> None:
    assert [words.split(",")[0] for words in rows(page)] == ["Aigul", "Zoë", "Noam"]
    assert "Why was the lighthouse of Aldsand built, and who keeps it?" in rows(page)[0]


def test_number_keys_give_points_and_control_enter_saves(qtbot: QtBot, page: JudgingPage) -> None:
    type_key("1")
    assert "1 of 3 points" in texts(page)
    type_key("2")
    assert "3 of 3 points" in texts(page)
    assert button(page, "Save judgement and next").hasFocus()
    with qtbot.waitSignal(page.judge_requested) as asked:
        type_key(Qt.Key.Key_Return, CONTROL)
    assert asked.args == [1, 0, (1.0, 2.0), ""]


def test_buttons_and_typed_points_by_mouse(qtbot: QtBot, page: JudgingPage) -> None:
    press(page, "Full")
    assert field(page, "Names the year").text() == "1"
    editor = field(page, "Names the Harbour")
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    type_key("1,5")
    assert "2.5 of 3 points" in texts(page)
    QTest.mouseClick(comment(page), Qt.MouseButton.LeftButton)
    type_key("2 facts, well told")
    with qtbot.waitSignal(page.judge_requested) as asked:
        press(page, "Save judgement and next")
    assert asked.args == [1, 0, (1.0, 1.5), "2 facts, well told"]


def test_control_enter_saves_from_the_comment_too(qtbot: QtBot, page: JudgingPage) -> None:
    type_key("1")
    type_key("2")
    comment(page).setFocus()
    with qtbot.waitSignal(page.judge_requested):
        type_key(Qt.Key.Key_Return, CONTROL)


@pytest.mark.parametrize("typed", ["3", "-1", "one", "nan"])
def test_points_that_cannot_be_given_are_told(qtbot: QtBot, page: JudgingPage, typed: str) -> None:
    press(page, "Full")
    editor = field(page, "Names the Harbour")
    editor.setFocus()
    type_key(typed)
    assert "0 to 2" in texts(page)
    with qtbot.assertNotEmitted(page.judge_requested):
        type_key(Qt.Key.Key_Return, CONTROL)
    assert "Give points for each criterion first." in texts(page)


def test_a_number_key_beyond_the_points_is_told_and_gives_nothing(page: JudgingPage) -> None:
    type_key("7")
    assert "0 to 1" in texts(page)
    assert "0 of 3 points" in texts(page)
    type_key("1")
    assert "1 of 3 points" in texts(page)
    assert "0 to 1" not in texts(page)


def test_one_is_led_to_what_is_missing(qtbot: QtBot, page: JudgingPage) -> None:
    type_key("1")
    with qtbot.assertNotEmitted(page.judge_requested):
        press(page, "Save judgement and next")
    type_key("2")  # the second criterion has the focus
    assert "3 of 3 points" in texts(page)


def test_after_the_last_one_nothing_waits(qtbot: QtBot, page: JudgingPage) -> None:
    for name in ("Aigul", "Zoë", "Noam"):
        assert shown(page) == name
        judge(page)
        assert not page._side.has_focus()
    assert "Nothing waits to be judged." in texts(page)
    assert all("Judged: 3 of 3 points" in words for words in rows(page))
    assert button(page, "Back to the library").hasFocus()
    with qtbot.waitSignal(page.back_requested):
        type_key(Qt.Key.Key_Return)


def test_a_judgement_can_be_changed(qtbot: QtBot, page: JudgingPage) -> None:
    judge(page)
    press(page, rows(page)[0])
    assert shown(page) == "Aigul"
    assert "3 of 3 points" in texts(page)
    field(page, "Names the Harbour").setFocus()
    field(page, "Names the Harbour").selectAll()
    type_key("1")
    with qtbot.waitSignal(page.judge_requested) as asked:
        press(page, "Save the change")
    assert asked.args == [1, 0, (1.0, 1.0), ""]
    page.show_judged(1, 0)
    assert shown(page) == "Aigul"
    assert "Judged: 2 of 3 points" in rows(page)[0]
    assert "Saved: 2 of 3 points" in texts(page)


def test_skipping_goes_round_and_keeps_what_was_given(page: JudgingPage) -> None:
    type_key("1")
    press(page, "Skip")
    assert shown(page) == "Zoë"
    type_key(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == "Noam"
    press(page, "Skip")
    assert shown(page) == "Aigul"
    assert "1 of 3 points" in texts(page)


def test_the_list_is_gone_through_by_keys(page: JudgingPage) -> None:
    row = next(each for each in page.findChildren(WaitingRow) if each.isChecked())
    row.setFocus()
    type_key(Qt.Key.Key_Down)
    assert shown(page) == "Zoë"
    type_key(Qt.Key.Key_End)
    assert shown(page) == "Noam"
    type_key("1")
    assert "1 of 3 points" in texts(page)


def test_looking_again_keeps_what_is_begun_and_judged(page: JudgingPage) -> None:
    judge(page)
    type_key("1")
    show(page, NOAM, ZOE, waiting(4, "Miriam"))
    assert shown(page) == "Zoë"
    assert "1 of 3 points" in texts(page)
    names = [words.split(",")[0] for words in rows(page)]
    assert names == ["Aigul", "Zoë", "Miriam", "Noam"]
    assert "3 texts wait" in texts(page)


def test_a_text_that_does_not_wait_any_more_goes(page: JudgingPage) -> None:
    type_key("1")
    show(page, NOAM)
    assert shown(page) == "Noam"
    assert page.may_leave()


def test_what_could_not_be_saved_can_be_saved_again(qtbot: QtBot, page: JudgingPage) -> None:
    type_key("1")
    type_key("2")
    press(page, "Save judgement and next")
    with qtbot.assertNotEmitted(page.judge_requested):  # it is being saved
        press(page, "Save judgement and next")
    page.show_failed()
    assert shown(page) == "Aigul"
    with qtbot.waitSignal(page.judge_requested):
        press(page, "Save judgement and next")


def test_leaving_asks_about_what_is_not_saved(page: JudgingPage, answers: list[bool]) -> None:
    assert page.may_leave()
    type_key("1")
    answers[:] = [False, True]
    assert not page.may_leave()
    assert "1 of 3 points" in texts(page)
    assert page.may_leave()


def test_without_texts_it_says_where_they_come_from(qtbot: QtBot, page: JudgingPage) -> None:
    show(page)
    assert any("the question says that the teacher judges" in words for words in texts(page))
    assert rows(page) == []
    with qtbot.waitSignal(page.back_requested):
        press(page, "Back to the library")


def test_a_narrow_window_has_a_box_in_place_of_the_list(page: JudgingPage) -> None:
    page.resize(620, 700)
    QApplication.processEvents()
    assert rows(page) == []
    box = page.findChild(JudgingBox)
    assert isinstance(box, JudgingBox)
    assert box.isVisible()
    editor = box._choice.editor
    assert editor.currentText().startswith("Aigul")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert shown(page) == "Zoë"
    assert editor.hasFocus()
    press(page, "Skip")
    press(page, "Skip")
    assert shown(page) == "Aigul"
    judge(page)
    assert "Judged: 3 of 3 points" in editor.itemText(0)


def test_escape_goes_back(qtbot: QtBot, page: JudgingPage) -> None:
    with qtbot.waitSignal(page.back_requested):
        type_key(Qt.Key.Key_Escape)


def test_everything_has_a_name_and_room(
    qapp: QApplication, page: JudgingPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []
    apply_theme(qapp, "contrast", 200)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(700, 700)
    QApplication.processEvents()
    content = page._column.widget()
    assert content is not None
    assert content.width() <= page._column.viewport().width()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert unnamed(page) == []
