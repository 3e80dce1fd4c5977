"""Writing a text, comparing it and judging it, by mouse and by keys."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from quizapp.questions import Essay, EssayAnswer
from quizapp.questions.essay import MAX_ESSAY_LENGTH
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.segmented_control import SegmentedControl
from tests.samples import sample_questions
from tests.ui.question_widgets.conftest import Show, Shown, focused, press, type_text

SELF = next(each for each in sample_questions() if isinstance(each, Essay))
TEACHER = msgspec.structs.replace(SELF, judged_by="teacher")


def editor(shown: Shown) -> QPlainTextEdit:
    found = shown.widget.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def words_of(shown: Shown) -> str:
    QApplication.processEvents()
    labels = shown.widget.findChildren(TextLabel)
    views = shown.widget.findChildren(MarkdownView)
    return "\n".join(each.accessibleName() for each in (*labels, *views) if each.isVisible())


def choose(shown: Shown, row: int, words: str) -> None:
    control: Any = shown.widget.findChildren(SegmentedControl)[row]
    for button in control.findChildren(QAbstractButton):
        if button.text() == words:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(shown: Shown, text: str = "It was built in 1842.") -> None:
    shown.widget.focus_first()
    type_text(text)


def test_words_are_counted_while_one_writes(show: Show) -> None:
    shown = show(SELF)
    assert "0 words · 10 to 100 words are asked for" in words_of(shown)
    write(shown)
    assert "5 words · 10 to 100 words are asked for" in words_of(shown)


def test_enter_begins_a_new_line_and_with_ctrl_goes_on(show: Show) -> None:
    shown = show(TEACHER)
    write(shown, "One")
    press(Qt.Key.Key_Return)
    type_text("two")
    assert shown.widget.answer() == EssayAnswer(text="One\ntwo")
    assert shown.confirmed == 0
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.confirmed == 1
    assert shown.widget.answer() == EssayAnswer(text="One\ntwo")


def test_tab_leaves_the_text_and_escape_is_the_pages(show: Show) -> None:
    shown = show(SELF)
    write(shown)
    press(Qt.Key.Key_Escape)
    assert shown.host.keys == [Qt.Key.Key_Escape]
    other = QLineEdit()
    shown.host.column.addWidget(other)
    QApplication.processEvents()
    press(Qt.Key.Key_Tab)
    assert focused() is other


def test_one_compares_before_one_judges(show: Show) -> None:
    shown = show(SELF)
    assert shown.widget.step_words() == "Compare with the model answer"
    shown.widget.take_step()
    assert "Model answer" not in words_of(shown)  # there is nothing to compare
    write(shown)
    assert shown.widget.answer() is None
    shown.widget.take_step()
    assert "After wrecks it was built in 1842" in words_of(shown)
    assert shown.widget.step_words() == ""
    assert shown.widget.check_words() == "Save my judgement"
    type_text("More.")
    assert editor(shown).toPlainText() == "It was built in 1842."


def test_one_judges_by_mouse(show: Show) -> None:
    shown = show(SELF)
    write(shown)
    shown.widget.take_step()
    choose(shown, 0, "In full")
    assert shown.widget.answer() is None
    assert shown.widget.missing_parts() == 1
    choose(shown, 1, "In part")
    assert shown.widget.answer() == EssayAnswer(text="It was built in 1842.", judged=(1.0, 1.0))
    choose(shown, 1, "In part")
    assert shown.widget.answer() is None


def test_one_judges_by_keys(show: Show) -> None:
    shown = show(SELF)
    write(shown)
    shown.widget.take_step()
    QApplication.processEvents()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Space)
    answer = shown.widget.answer()
    assert answer is not None
    assert answer.judged == (0.0, 2.0)
    press(Qt.Key.Key_Return)
    assert Qt.Key.Key_Return in shown.host.keys


def test_what_is_missing_is_led_to(show: Show) -> None:
    shown = show(SELF)
    shown.widget.ask_for_answer()
    assert focused() is editor(shown)
    write(shown)
    shown.widget.take_step()
    choose(shown, 0, "None")
    shown.widget.ask_for_answer()
    assert shown.widget.findChildren(SegmentedControl)[1].isAncestorOf(focused())


def test_in_an_exam_the_text_is_the_answer(show: Show) -> None:
    shown = show(SELF)
    shown.widget.set_exam(True)
    assert shown.widget.step_words() == ""
    write(shown)
    assert shown.widget.answer() == EssayAnswer(text="It was built in 1842.")
    shown.widget.set_answer(EssayAnswer(text="So.", judged=(1.0, 2.0)))
    assert shown.widget.answer() == EssayAnswer(text="So.")


def test_the_teacher_gets_the_text_alone(show: Show) -> None:
    shown = show(TEACHER)
    assert shown.widget.step_words() == ""
    assert shown.widget.check_words() == "Hand in to the teacher"
    write(shown)
    answer = shown.widget.answer()
    assert answer == EssayAnswer(text="It was built in 1842.")
    shown.widget.show_grade(TEACHER.grade(answer))
    assert "After wrecks" in words_of(shown)
    assert editor(shown).isReadOnly()


def test_a_draft_is_all_that_is_written_and_goes_on_where_it_was(show: Show) -> None:
    shown = show(SELF)
    assert shown.widget.draft() is None
    write(shown)
    draft = shown.widget.draft()
    assert draft == EssayAnswer(text="It was built in 1842.")
    again = show(SELF)
    again.widget.set_answer(draft)
    assert again.widget.draft() == draft
    assert again.widget.step_words()


def test_a_judgement_is_shown_with_the_points_it_gave(show: Show) -> None:
    shown = show(SELF)
    answer = EssayAnswer(text="So.", judged=(1.0, 0.5))
    shown.widget.set_answer(answer)
    shown.widget.show_grade(SELF.grade(answer))
    words = words_of(shown)
    assert "1 point" in words
    assert "0.5 points of 2 points" in words
    assert shown.widget.answer() == answer


def test_a_text_that_is_too_long_is_said_to_be(show: Show) -> None:
    shown = show(TEACHER)
    editor(shown).setPlainText("a" * (MAX_ESSAY_LENGTH + 1))
    assert shown.widget.answer() is None
    assert shown.widget.draft() is None
    assert "at most 20,000 characters" in words_of(shown)


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_nothing_is_no_answer(show: Show, text: str) -> None:
    shown = show(TEACHER)
    editor(shown).setPlainText(text)
    assert shown.widget.answer() is None
