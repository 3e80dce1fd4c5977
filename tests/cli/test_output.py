"""Printing, and reading lines."""

import io

import pytest

from quizapp.cli import output
from quizapp.cli.lines import MAX_LINE, Lines
from quizapp.cli.words import points
from quizapp.values.shares import percent_words


def test_an_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.error("first\nsecond\x1b[0m")
    assert capsys.readouterr().err == "quizapp: first second�[0m\n"


def test_without_a_console_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}", None)
    output.prepare_streams()
    output.line("text")
    output.error("text")
    output.note("text")
    assert Lines(None).next() is None


def test_a_line_without_end_is_cut_and_the_next_is_whole() -> None:
    lines = Lines(io.StringIO("x" * (3 * MAX_LINE) + "\nnext\r\nlast"))
    assert lines.next() == "x" * MAX_LINE
    assert [lines.next(), lines.next(), lines.next()] == ["next", "last", None]


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.504, "50%"), (0.999, "99%"), (1, "100%")]
)
def test_only_all_is_a_hundred_percent(share: float, text: str) -> None:
    assert percent_words(share) == text


def test_points_have_two_digits_at_most() -> None:
    assert [points(number) for number in (1.0, 2.5, 1 / 3)] == ["1", "2.5", "0.33"]
