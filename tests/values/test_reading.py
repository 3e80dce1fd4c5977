"""Dates, numbers and text in all the ways people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.values.date_reading import read_dates
from quizapp.values.dates import date_text, parse_date
from quizapp.values.folding import fold
from quizapp.values.numbers import NumberReading, exact, number_text, read_numbers


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("1992", "1992"),
        ("May 1996", "1996-05"),
        ("1996 May", "1996-05"),
        ("5/1996", "1996-05"),
        ("1996-05", "1996-05"),
        ("Sept. 2009", "2009-09"),
        ("April 10, 1992", "1992-04-10"),
        ("10th April 1992", "1992-04-10"),
        ("the 10th of April, 1992", "1992-04-10"),
        ("31/12/1999", "1999-12-31"),
        ("12/31/1999", "1999-12-31"),
        ("44 BC", "-0043"),
        ("44 b.c.e.", "-0043"),
        ("AD 800", "0800"),
        ("c. 1850", "~1850"),
        ("about 1850", "~1850"),
        ("1939-1945", "1939/1945"),
        ("between 1989 and 1991", "1989/1991"),
        ("from May 1990 to June 1991", "1990-05/1991-06"),
        ("١٩٩٢", "1992"),
        ("10-Apr-1992", "1992-04-10"),
        ("1992-Apr-10", "1992-04-10"),
        ("10.4.92", "1992-04-10"),
        ("May '96", "1996-05"),
        ("4/96", "1996-04"),
        ("'92", "1992"),
        ("44BC", "-0043"),
        ("BC 44", "-0043"),
        ("15 March 44 BC", "-0043-03-15"),
        ("800ad", "0800"),
        ("4,000 BC", "-3999"),
        ("1939–45", "1939/1945"),
        ("1939-45", "1939/1945"),
        ("100–44 BC", "-0099/-0043"),
        ("September–October 2009", "2009-09/2009-10"),
        ("May-June 1990", "1990-05/1990-06"),
        ("10–12 April 1992", "1992-04-10/1992-04-12"),
        ("10-12 April 1992", "1992-04-10/1992-04-12"),
        ("1990 to May 1991", "1990/1991-05"),
        ("\u200f1992\x00", "1992"),
    ],
)
def test_dates_in_usual_orders(typed: str, normal: str) -> None:
    assert read_dates(typed)[0].normal_form() == normal


def test_an_open_order_gives_both_readings() -> None:
    assert [each.normal_form() for each in read_dates("4/10/1992")] == ["1992-10-04", "1992-04-10"]


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 February 1999", "13/13/1999", "May", "1 2 3 4", "10 April"]
)
def test_what_is_no_date(typed: str) -> None:
    assert read_dates(typed) == ()


@pytest.mark.parametrize(
    "normal", ["1992", "1996-05", "1992-04-10", "-0043", "0800", "0031-01", "~1850"]
)
def test_a_date_in_words_is_read_back(normal: str) -> None:
    value = parse_date(normal)
    assert value.normal_form() == normal
    assert value in read_dates(date_text(value))


@pytest.mark.parametrize("text", ["", "92", "1992-13", "1992-00", "1992-02-30", "1999/1998", "x"])
def test_what_is_no_normal_form(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_date(text)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1,000", ["1000", "1.000"]),
        ("1 000", ["1000"]),
        ("1'000'000", ["1000000"]),
        ("1.000,5", ["1000.5"]),
        ("1,000.5", ["1000.5"]),
        ("12,34,567", ["1234567"]),
        ("1.5", ["1.5"]),
        ("1,5", ["1.5"]),
        (".5", ["0.5"]),
        ("3/4", ["0.75"]),
        ("−7", ["-7"]),
        ("٢٥", ["25"]),
        ("approx. 10 thousand", ["10000"]),
        ("more than 25 per cent", ["25"]),
        ("½", ["0.5"]),
        ("2½", ["2.5"]),
        ("2 1/2", ["2.5"]),
        ("–5", ["-5"]),
        ("minus 5", ["-5"]),
        ("just over 5", ["5"]),
        ("no fewer than 5", ["5"]),
        ("3.5 bn", ["3500000000"]),
        ("3M", ["3", "3000000"]),
        ("10³", []),
        ("1e999999", []),
        ("9" * 5000, []),
        ("5 or 6", []),
        ("ten", []),
        ("1.2.3", []),
        ("0. 5", []),
        ("1, 000", []),
        ("", []),
    ],
)
def test_numbers(typed: str, values: list[str]) -> None:
    assert [each.value for each in read_numbers(typed)] == [Decimal(value) for value in values]


def test_the_unit_is_told() -> None:
    assert read_numbers("25 %")[0].unit == "%"
    assert read_numbers("8 Km")[0].unit == "km"
    assert read_numbers("$5")[0].unit == "$"
    assert read_numbers("5 km²")[0].unit == "km2"


@pytest.mark.parametrize("typed", ["14,", "14!", "(14)", "“14”", "14+", "14\ud800", "14."])
def test_what_stands_around_a_number_is_no_unit(typed: str) -> None:
    assert read_numbers(typed) == (NumberReading(value=Decimal(14)),)


@given(st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9).map(lambda x: round(x, 4)))
def test_a_number_in_words_is_read_back(number: float) -> None:
    assert exact(number) in [each.value for each in read_numbers(number_text(number))]


@given(st.text(max_size=200))
def test_reading_never_fails(text: str) -> None:
    read_dates(text)
    read_numbers(text)
    assert fold(fold(text)) == fold(text) or not text.isascii()


def test_folding() -> None:
    assert fold(" Café-\u200fBAR ") == "cafe bar"
    assert fold("Café", accents_matter=True) == "café"
    assert fold("Trade & Industry") == fold("trade and industry")
    assert fold("A\x00b\ud800c") == "abc"
    assert fold("A.B.", punctuation_matters=True) == "a.b."
