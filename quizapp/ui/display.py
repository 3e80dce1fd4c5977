"""Whether a window can be opened here; looked at before Qt, which would end the process."""

import ctypes
import os
import sys
from collections.abc import Mapping

from quizapp.errors import DisplayError
from quizapp.system_libraries import explain_missing, find_missing_for_window, has_display
from quizapp.translation import tr


def check_display(environment: Mapping[str, str] = os.environ) -> None:
    """`DisplayError` where there is no display, or Qt lacks a library of the system."""
    if not sys.platform.startswith("linux"):
        return
    if not has_display(environment):
        raise DisplayError(
            tr("There is no display to open a window on."),
            tr("Start quizapp from a desktop, or use its commands: quizapp --help."),
        )
    if missing := find_missing_for_window(environment):
        raise DisplayError(explain_missing(missing))
    if not _answers(environment):
        raise DisplayError(
            tr("The display {name} does not answer.").format(name=environment["DISPLAY"]),
            tr("Start quizapp from a desktop, or use its commands: quizapp --help."),
        )


def _answers(environment: Mapping[str, str]) -> bool:
    """Whether the X server that Qt will open the window on is there; True where it will not."""
    asked = environment.get("QT_QPA_PLATFORM", "xcb")
    if not asked.startswith("xcb") or environment.get("WAYLAND_DISPLAY"):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(environment["DISPLAY"].encode(), None))
    has_failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not has_failed
