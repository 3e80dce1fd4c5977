"""Statements to learn from do not give their dates away."""

import pytest

from quizapp.values.date_hiding import hide_dates


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Relations date from 10 April 1992.", "Relations date from […]."),
        ("It opened in May 1996, after 1992.", "It opened in […], after […]."),
        ("On April 10th, 1992 it began", "On […] it began"),
        ("From September to October 2009", "From […] to […]"),
        ("On 1992-04-10, or 10.4.1992, or 10/4/92", "On […], or […], or […]"),
        ("Caesar died in 44 BC, Tacitus in 120 AD.", "Caesar died in […], Tacitus in […]."),
        ("In the 1990s, 3,500 people and 1,992 more", "In the […], 3,500 people and 1,992 more"),
        ("8500 people; 12 barrels", "8500 people; 12 barrels"),
        ("They may march.", "They may march."),
        ("", ""),
    ],
)
def test_dates_are_hidden_and_numbers_are_not(text: str, hidden: str) -> None:
    assert hide_dates(text) == hidden
