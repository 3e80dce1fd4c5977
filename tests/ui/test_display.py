"""Whether a window can be opened is said in words, before Qt ends the process."""

import ctypes

import pytest

from quizapp.errors import DisplayError
from quizapp.ui import display
from quizapp.ui.display import check_display

NOBODY = ":4711"


def has_xcb() -> bool:
    """Whether this system could ask an X server at all."""
    try:
        ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    return True


def test_no_display_is_said() -> None:
    with pytest.raises(DisplayError, match="There is no display"):
        check_display({})


@pytest.mark.skipif(not has_xcb(), reason="there is no libxcb here")
def test_a_display_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "find_missing_for_window", lambda environment: ())
    with pytest.raises(DisplayError, match=f"The display {NOBODY} does not answer"):
        check_display({"DISPLAY": NOBODY})


def test_without_a_display_the_offscreen_platform_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "find_missing_for_window", lambda environment: ())
    check_display({"QT_QPA_PLATFORM": "offscreen"})


def test_where_there_is_wayland_the_x_server_need_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(display, "find_missing_for_window", lambda environment: ())
    check_display({"DISPLAY": NOBODY, "WAYLAND_DISPLAY": "wayland-0"})
