"""What the page expects of every type."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.questions import AnyAnswer, AnyQuestion, Cloze, ClozeAnswer, type_name
from quizapp.ui.theme import apply_theme
from tests.answers import right_answer
from tests.answers import wrong_answer as any_wrong_answer
from tests.samples import sample_questions
from tests.ui.question_widgets.conftest import Show, focused, press

QUESTIONS = pytest.mark.parametrize("question", sample_questions(), ids=type_name)


def wrong_answer(question: AnyQuestion) -> AnyAnswer:
    """As elsewhere, but one that can be given in the window."""
    if isinstance(question, Cloze):
        return ClozeAnswer(gaps=("Police", "red", "", "1066"))
    return any_wrong_answer(question)


Give = Callable[[AnyQuestion], Any]
GIVE = pytest.mark.parametrize("give", [right_answer, wrong_answer])
KEYS = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_T,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
)


def check(widget: Any, answer: AnyAnswer, *, reveal: bool = True) -> None:
    """Answer, and show what it came to."""
    widget.set_answer(answer)
    widget.show_grade(widget.question.grade(answer), reveal=reveal)


def shown_children(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.findChildren(QWidget) if child.isVisible()]


def meddle(widget: QWidget) -> None:
    """Press keys on, and click, everything that can be seen."""
    for child in shown_children(widget):
        for key in KEYS if child.focusPolicy() != Qt.FocusPolicy.NoFocus else ():
            QTest.keyClick(child, key)
            QTest.keyClick(child, key, Qt.KeyboardModifier.AltModifier)
        under = widget.childAt(child.mapTo(widget, child.rect().center())) or widget
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)


@QUESTIONS
def test_nothing_is_answered_at_first(show: Show, question: AnyQuestion) -> None:
    assert show(question).widget.answer() is None


@QUESTIONS
@GIVE
def test_an_earlier_answer_is_shown_and_told(show: Show, question: AnyQuestion, give: Give) -> None:
    shown = show(question)
    shown.widget.set_answer(give(question))
    assert shown.widget.answer() == give(question)
    assert shown.changed >= 1


@QUESTIONS
def test_an_answer_of_another_type_changes_nothing(show: Show, question: AnyQuestion) -> None:
    widget = show(question).widget
    for other in sample_questions():
        if type(other) is not type(question):
            widget.set_answer(right_answer(other))
    assert widget.answer() is None


@QUESTIONS
@GIVE
@pytest.mark.parametrize("reveal", [True, False])
def test_after_the_check_nothing_changes_and_nothing_is_grey(
    show: Show, question: AnyQuestion, give: Give, reveal: bool
) -> None:
    widget = show(question).widget
    answer = give(question)
    check(widget, answer, reveal=reveal)
    assert widget.is_read_only
    assert all(child.isEnabled() for child in shown_children(widget))
    meddle(widget)
    assert not widget.choose("1")
    assert widget.answer() == answer


@QUESTIONS
def test_everything_has_a_name(
    show: Show, question: AnyQuestion, unnamed: Callable[[QWidget], list[str]]
) -> None:
    shown = show(question)
    assert unnamed(shown.host) == []
    check(shown.widget, wrong_answer(question))
    assert unnamed(shown.host) == []


@QUESTIONS
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_fits_at_every_size(
    show: Show,
    qapp: QApplication,
    question: AnyQuestion,
    direction: Qt.LayoutDirection,
    theme: str,
) -> None:
    """Also when text size, theme and direction change while it is on the screen."""
    shown = show(question, width=500)
    apply_theme(qapp, theme, 200)  # type: ignore[arg-type]
    shown.host.setLayoutDirection(direction)
    check(shown.widget, wrong_answer(question))
    qapp.processEvents()
    assert shown.host.width() == 500
    for child in shown_children(shown.widget):
        left = child.mapTo(shown.widget, child.rect().topLeft()).x()
        assert left >= 0
        assert left + child.width() <= shown.widget.width() + 1
    assert not shown.host.grab().isNull()


@QUESTIONS
def test_the_focus_begins_inside(show: Show, question: AnyQuestion) -> None:
    shown = show(question)
    shown.widget.focus_first()
    assert shown.widget.isAncestorOf(focused())


@QUESTIONS
@pytest.mark.parametrize("key", [Qt.Key.Key_H, Qt.Key.Key_S, Qt.Key.Key_F])
def test_alt_with_a_letter_goes_to_the_page(show: Show, question: AnyQuestion, key: Qt.Key) -> None:
    shown = show(question)
    shown.widget.focus_first()
    press(key, Qt.KeyboardModifier.AltModifier)
    assert shown.host.keys == [key]
    assert shown.widget.answer() is None
