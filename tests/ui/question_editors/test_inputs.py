"""Numbers, percentages, dates, tolerances and choices, as people write them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from quizapp.ui.question_editors.date import DateForm
from quizapp.ui.question_editors.numeric import NumericForm
from quizapp.ui.question_editors.parts.date_input import DateInput
from quizapp.ui.question_editors.parts.number_input import NumberInput, share_input
from quizapp.ui.question_editors.parts.tolerance import ToleranceInput
from quizapp.ui.question_editors.short_text import ShortTextForm
from tests.ui.conftest import Place
from tests.ui.question_editors.conftest import Show, click, press, write


@pytest.mark.parametrize(
    ("typed", "value", "help_text"),
    [
        ("95", 95, ""),
        ("-3.5", -3.5, ""),
        ("1,000", 1000, "Read as 1,000."),
        ("95 people", 95, "Read as 95."),
        ("2.50", 2.5, "Read as 2.5."),
        ("many", "many", "No number is read from this yet."),
        ("", None, ""),
        ("  ", None, ""),
    ],
)
def test_a_number_is_read_as_people_write_it(
    place: Place, typed: str, value: object, help_text: str
) -> None:
    field = NumberInput("Answer")
    place(field)
    field.line.setText(typed)
    assert field.value() == value
    assert type(field.value()) is type(value)
    assert field.help.text() == help_text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "50"), (0.333, "33.3"), (1, "100"), (0, "0"), (-0.5, "-50"), ("half", "half")],
)
def test_a_share_is_typed_as_a_percentage(place: Place, value: Any, text: str) -> None:
    field = share_input("Credit")
    place(field)
    field.set_value(value)
    assert field.line.text() == text
    assert field.value() == value
    field.line.setText("")
    field.line.setText(text)
    assert field.value() == value


def test_the_default_leaves_the_field_out(place: Place) -> None:
    field = share_input("Credit", default=0.5)
    place(field)
    assert field.line.text() == "50"
    field.line.setText("5")
    assert field.value() == 0.05
    field.line.setText("50")
    assert field.value() is None


def test_undo_does_not_tidy_what_is_typed(place: Place) -> None:
    field = NumberInput("Answer")
    place(field)
    field.line.setText("1,000")
    field.set_value(1000)
    assert field.line.text() == "1,000"


@pytest.mark.parametrize(
    ("typed", "value", "words"),
    [
        ("10 April 1992", "1992-04-10", "Read as 10 April 1992."),
        ("May 1996", "1996-05", "Read as May 1996."),
        ("about 1850", "~1850", "Read as about 1850."),
        ("44 BC", "-0043", "Read as 44 BC."),
        ("4/10/1992", "1992-10-04", "Read as 4 October 1992. If you mean 10 April 1992"),
        ("soon", "soon", "No date is read from this yet."),
        ("", None, "Any"),
    ],
)
def test_a_date_says_how_it_was_read(
    place: Place, typed: str, value: str | None, words: str
) -> None:
    field = DateInput("When", "Any")
    place(field)
    field.line.setText("x")
    field.line.setText(typed)
    assert field.value() == value
    assert field.help.text().startswith(words)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1992-04-10", "10 April 1992"),
        ("~1850", "about 1850"),
        ("2009-09/2009-10", "September 2009 – October 2009"),
        ("-0043", "44 BC"),
        ("soon", "soon"),
        (1992, "1992"),
        (None, ""),
        (["1992"], ""),
    ],
)
def test_a_date_is_shown_in_words(place: Place, value: Any, text: str) -> None:
    field = DateInput("When")
    place(field)
    field.set_value(value)
    assert field.line.text() == text
    assert field.value() == value


TOLERANCES: list[tuple[str, dict[str, str], dict[str, float] | None]] = [
    ("", {}, None),
    ("absolute", {"absolute": "2.5"}, {"absolute": 2.5}),
    ("relative", {"relative": "5"}, {"relative": 0.05}),
    ("range", {"low": "20", "high": "40"}, {"low": 20, "high": 40}),
    ("range", {"low": "", "high": "40"}, {"high": 40}),
]


@pytest.mark.parametrize(("way", "typed", "value"), TOLERANCES)
def test_a_tolerance_is_chosen_and_typed(
    place: Place, way: str, typed: dict[str, str], value: dict[str, float] | None
) -> None:
    field = ToleranceInput("What counts")
    place(field)
    ways = ["", "absolute", "relative", "range"]
    field.box.setFocus()
    press(Qt.Key.Key_Down, times=ways.index(way))
    for name, text in typed.items():
        assert field.inputs[name].isVisible()
        field.inputs[name].line.setText(text)
    assert field.value() == value
    again = ToleranceInput("What counts")
    again.set_value(value)
    assert again.way() == way
    assert again.value() == value


def test_a_tolerance_of_an_older_kind_stays(place: Place) -> None:
    field = ToleranceInput("What counts")
    place(field)
    both = {"absolute": 0, "relative": 0.1}
    field.set_value(both)
    assert field.value() == both


def test_parts_of_a_date_are_worth_something_only_where_more_is_asked(show: Show) -> None:
    shown = show("date", {"type": "date", "stem": "?", "answer": "1992"})
    form = shown.form
    assert isinstance(form, DateForm)
    assert not form.year_credit.isVisible()
    form.answer.line.setText("10 April 1992")
    assert form.year_credit.isVisible()
    assert form.month_credit.isVisible()
    form.ask.box.setFocus()
    press(Qt.Key.Key_Down, times=2)
    assert shown.entry["ask"] == "month"
    assert form.year_credit.isVisible()
    assert not form.month_credit.isVisible()


def test_other_units_are_words_with_factors(show: Show) -> None:
    entry = {"type": "numeric", "stem": "?", "answer": 3, "other_units": {"mile": 1609.3}}
    shown = show("numeric", entry)
    assert isinstance(shown.form, NumericForm)
    shown.form.units.set_open(True)
    shown.form.focus_path("other_units[0].word")
    press(Qt.Key.Key_Return)
    write("km")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Delete)
    write("000")
    assert shown.entry["other_units"]["mile"] == 1609.3
    assert "km" in shown.entry["other_units"]


def test_near_answers_are_worth_a_part(show: Show) -> None:
    shown = show("numeric", {"type": "numeric", "stem": "?", "answer": 31})
    form = shown.form
    assert isinstance(form, NumericForm)
    bands = form.fields["bands"]
    click(bands.stop)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    write("5")
    press(Qt.Key.Key_Tab)
    write("50")
    press(Qt.Key.Key_Tab)
    write("Close.")
    assert shown.entry["bands"] == [
        {"tolerance": {"absolute": 5}, "credit": 0.5, "feedback": "Close."}
    ]


def test_a_form_of_an_answer_is_a_mere_text_until_it_has_more(show: Show) -> None:
    shown = show("short_text", {"type": "short_text", "stem": "?", "accept": ["Harbour Office"]})
    shown.form.focus_path("accept[0].text")
    write("s")
    press(Qt.Key.Key_Return)
    write("Port Office")
    shown.form.focus_path("accept[1].credit")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("50")
    assert shown.entry["accept"] == [
        "Harbour Offices",
        {"text": "Port Office", "credit": 0.5},
    ]


def test_strictness_is_written_only_where_it_is_unusual(show: Show) -> None:
    shown = show("short_text", {"type": "short_text", "stem": "?", "accept": ["A"]})
    form = shown.form
    assert isinstance(form, ShortTextForm)
    form.strictness.set_open(True)
    for name in ("case_matters", "accents_matter"):
        form.fields[name].focus_path("")
        press(Qt.Key.Key_Space)
    form.fields["typos"].focus_path("")
    press(Qt.Key.Key_Up)
    assert shown.entry["case_matters"] is True
    assert shown.entry["typos"] == 0
    press(Qt.Key.Key_Down)
    form.fields["case_matters"].focus_path("")
    press(Qt.Key.Key_Space)
    assert shown.entry == {
        "type": "short_text",
        "stem": "?",
        "accept": ["A"],
        "accents_matter": True,
    }
