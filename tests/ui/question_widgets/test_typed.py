"""Typing words, numbers and dates, and picking a date."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from quizapp.questions import (
    Date,
    DateAnswer,
    Numeric,
    NumericAnswer,
    ShortText,
    ShortTextAnswer,
)
from quizapp.ui.question_widgets.parts.date_picker import DatePicker
from quizapp.ui.widgets.buttons import Button, QuietButton
from quizapp.ui.widgets.fields import NumberField
from quizapp.ui.widgets.verdict_mark import VerdictMark
from quizapp.values.folding import MAX_ANSWER_LENGTH
from tests.ui.question_widgets.conftest import Show, Shown, press, type_text

K = Qt.Key


def short_text() -> ShortText:
    return ShortText(id="q", stem="Who?", topic="person", facts=("f",), accept=("Moshe Kamkhy",))


def numeric() -> Numeric:
    return Numeric(id="q", stem="How many?", topic="figure", facts=("f",), answer=25, unit="%")


def date(answer: str = "1842-05") -> Date:
    return Date(id="q", stem="When?", topic="date", facts=("f",), answer=answer)


def type_in(shown: Shown, text: str) -> None:
    shown.widget.focus_first()
    type_text(text)


def help_of(shown: Shown) -> str:
    words: str = shown.widget.field.help_text
    return words


def labels_of(shown: Shown) -> list[str]:
    labels: list[QLabel] = shown.widget.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.isVisible()]


def press_button(shown: Shown, kind: type[Button]) -> None:
    (button,) = (each for each in shown.widget.findChildren(kind) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_words_are_typed_and_enter_confirms_once(show: Show) -> None:
    shown = show(short_text())
    type_in(shown, "Moshe 12")
    assert shown.widget.answer() == ShortTextAnswer(text="Moshe 12")
    press(K.Key_Return)
    assert shown.confirmed == 1
    assert shown.host.keys == []  # the page would confirm a second time


@pytest.mark.parametrize("text", ["", "   ", "\u200f", "x" * (MAX_ANSWER_LENGTH + 1)])
def test_nothing_to_check(show: Show, text: str) -> None:
    shown = show(short_text())
    shown.widget.field.set_text(text)
    assert shown.widget.answer() is None


def test_what_is_too_long_is_said_to_be(show: Show) -> None:
    shown = show(short_text())
    shown.widget.field.set_text("x" * (MAX_ANSWER_LENGTH + 500))
    assert "1,000" in help_of(shown)


def test_a_number_is_read_while_it_is_typed(show: Show) -> None:
    shown = show(numeric())
    assert "such as" in help_of(shown)
    type_in(shown, "1,0")
    type_in(shown, "1,000")
    assert help_of(shown) == "Read as 1,000%"
    assert shown.widget.answer() == NumericAnswer(text="1,000")


@pytest.mark.parametrize("question", [numeric(), date()], ids=["numeric", "date"])
def test_enter_on_what_cannot_be_read_says_so(show: Show, question: Numeric | Date) -> None:
    shown = show(question)
    type_in(shown, "many")
    assert "Not a" in help_of(shown)
    assert shown.widget.answer() is None
    press(K.Key_Return)
    assert shown.confirmed == 0
    assert shown.widget.field.editor.accessibleDescription() == help_of(shown)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5/1842", "Read as May 1842"),
        ("1842", "Read as 1842; the month is asked for too"),
        ("4/10/1992", "Read as 4 October 1992 or 10 April 1992"),
    ],
)
def test_a_date_is_read_while_it_is_typed(show: Show, text: str, words: str) -> None:
    shown = show(date())
    type_in(shown, text)
    assert help_of(shown) == words
    assert shown.widget.answer() == DateAnswer(text=text)


@pytest.mark.parametrize(
    ("answer", "example"), [("1842", "1987"), ("1842-05", "June 1987"), ("1842-05-03", "23 June")]
)
def test_the_example_is_as_exact_as_what_is_asked(show: Show, answer: str, example: str) -> None:
    assert f"such as {example}" in help_of(show(date(answer)))


@pytest.mark.parametrize(("text", "word"), [("25", "Right"), ("7", "Not quite")])
def test_the_check_shows_in_the_field(show: Show, text: str, word: str) -> None:
    question = numeric()
    shown = show(question)
    type_in(shown, text)
    shown.widget.show_grade(question.grade(NumericAnswer(text=text)))
    (mark,) = shown.widget.findChildren(VerdictMark)
    assert mark.isVisible()
    assert mark.words == word
    assert shown.widget.field.editor.accessibleDescription() == word
    assert not any("25" in words for words in labels_of(shown))  # the page says the right answer


def test_a_part_of_a_date_is_partly_right(show: Show) -> None:
    question = date()
    shown = show(question)
    type_in(shown, "1842")
    shown.widget.show_grade(question.grade(DateAnswer(text="1842")))
    (mark,) = shown.widget.findChildren(VerdictMark)
    assert mark.words == "Partly right"


def test_checked_text_can_still_be_copied(show: Show, qapp: QApplication) -> None:
    question = short_text()
    shown = show(question)
    type_in(shown, "Kamkhy")
    shown.widget.show_grade(question.grade(ShortTextAnswer(text="Kamkhy")))
    editor = shown.widget.field.editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, K.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "Kamkhy"


def test_text_begins_where_reading_begins(show: Show, qapp: QApplication) -> None:
    shown = show(numeric())
    editor: QLineEdit = shown.widget.field.editor
    shown.widget.field.set_text("25")
    left = editor.cursorRect().x()
    shown.host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    assert editor.cursorRect().x() > left + 200


def test_the_button_to_pick_stands_where_reading_begins(show: Show, qapp: QApplication) -> None:
    shown = show(date())
    (button,) = shown.widget.findChildren(QuietButton)
    assert button.mapTo(shown.host, QPoint(0, 0)).x() == 0
    assert button.width() < shown.host.width() / 2
    shown.host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    assert button.mapTo(shown.host, QPoint(0, 0)).x() + button.width() == shown.host.width()


def test_a_date_is_picked_by_mouse(show: Show) -> None:
    shown = show(date())
    press_button(shown, QuietButton)
    assert shown.widget.answer() is None  # what the picker starts from is nobody's answer
    (picker,) = shown.widget.findChildren(DatePicker)
    picker._month.set_value(5)
    (year,) = (each for each in picker.findChildren(NumberField) if each.isVisible())
    year.set_value(1842)
    assert shown.widget.answer() == DateAnswer(text="May 1842")
    use = next(b for b in picker.findChildren(Button) if b.text())
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    assert not picker.isVisible()
    assert shown.widget.field.editor.hasFocus()


def test_a_date_is_picked_by_keys_alone(show: Show) -> None:
    shown = show(date("1842-05-03"))
    shown.widget.focus_first()
    press(K.Key_Tab)
    press(K.Key_Space)
    type_text("3")
    press(K.Key_Tab)
    type_text("May")
    press(K.Key_Tab)
    type_text("1842")
    press(K.Key_Return)
    assert shown.widget.answer() == DateAnswer(text="3 May 1842")
    assert shown.confirmed == 0
    assert shown.host.keys == []
    press(K.Key_Return)
    assert shown.confirmed == 1


def test_the_year_that_the_picker_starts_from_can_be_taken(show: Show) -> None:
    shown = show(date("2000"))
    press_button(shown, QuietButton)
    press(K.Key_Return)
    assert shown.widget.answer() == DateAnswer(text="2000")


def test_the_picker_starts_from_what_was_typed(show: Show) -> None:
    shown = show(date())
    type_in(shown, "June 1987")
    press_button(shown, QuietButton)
    press(K.Key_Return)
    assert shown.widget.answer() == DateAnswer(text="June 1987")


def test_a_day_that_there_is_not_cannot_be_taken(show: Show) -> None:
    shown = show(date("1842-05-03"))
    type_in(shown, "31 January 1987")
    press_button(shown, QuietButton)
    press(K.Key_Tab)
    type_text("Feb")
    assert "The calendar has no such day." in labels_of(shown)
    press(K.Key_Return)
    (picker,) = shown.widget.findChildren(DatePicker)
    assert picker.isVisible()
    assert shown.widget.answer() == DateAnswer(text="31 January 1987")
