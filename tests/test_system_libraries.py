"""What Qt needs of the system: the lists are true, and what is missing is said so it can be run."""

import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

from quizapp import system_libraries
from quizapp.system_libraries import QT, WAYLAND, XCB, Library

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")

EGL = Library("libEGL.so.1", "libegl1", "libglvnd-egl")
GLIB = Library("libglib-2.0.so.0", "libglib2.0-0", "glib2")
GTHREAD = Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2")


class Machine:
    """A system that has every library but those named."""

    def __init__(self, *missing: str) -> None:
        self.missing = missing

    def load(self, file: str) -> None:
        if file in self.missing:
            raise OSError(file)


def test_missing_libraries_are_those_that_do_not_load() -> None:
    load = Machine("libEGL.so.1", "libgthread-2.0.so.0").load
    assert system_libraries.find_missing(QT, load) == (EGL, GTHREAD)


def test_nothing_is_missing_on_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_libraries.find_missing(QT, Machine("libEGL.so.1").load) == ()


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({"DISPLAY": ":0"}, ["libxcb-cursor.so.0"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["libwayland-client.so.0"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["libxcb-cursor.so.0"]),
        (
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"},
            ["libwayland-client.so.0"],
        ),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=800x600"}, []),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland-egl;xcb"}, ["libwayland-client.so.0"]),
        ({"QT_QPA_PLATFORM": "xcb"}, ["libxcb-cursor.so.0"]),
        ({}, ["libxcb-cursor.so.0"]),
    ],
)
def test_window_needs_the_libraries_of_its_platform(
    environment: dict[str, str], missing: list[str]
) -> None:
    load = Machine("libxcb-cursor.so.0", "libwayland-client.so.0").load
    found = system_libraries.find_missing_for_window(environment, load)
    assert [library.file for library in found] == missing


def test_one_whole_platform_is_enough() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    load = Machine("libxcb-cursor.so.0").load
    assert system_libraries.find_missing_for_window(both, load) == ()


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"DISPLAY": ""}, False),
        ({}, False),
    ],
)
def test_display_is_what_the_environment_names(environment: dict[str, str], there: bool) -> None:
    assert system_libraries.has_display(environment) is there


@pytest.mark.parametrize(
    ("tools", "user", "line"),
    [
        (
            ["apt-get", "sudo"],
            1000,
            (
                "Please run: sudo apt-get update"
                " && sudo apt-get install -y --no-install-recommends libegl1 libglib2.0-0"
            ),
        ),
        (["dnf", "sudo"], 1000, "Please run: sudo dnf install -y glib2 libglvnd-egl"),
        (["dnf"], 1000, "Please run as root: dnf install -y glib2 libglvnd-egl"),
        (["dnf", "sudo"], 0, "Please run: dnf install -y glib2 libglvnd-egl"),
    ],
)
def test_explanation_ends_in_the_line_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tools: list[str], user: int, line: str
) -> None:
    for tool in tools:
        (tmp_path / tool).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    explanation = system_libraries.explain_missing([EGL, GLIB, GTHREAD])
    assert explanation.endswith(f" {line}")
    assert "\n" not in explanation


def test_explanation_names_the_files_where_no_installer_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "libEGL.so.1" in system_libraries.explain_missing([EGL])


QT_FOLDER = Path(PySide6.__file__).parent / "Qt"
# What every glibc system has, or the wheels bring themselves.
ALWAYS_THERE = {
    "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1",
    "libstdc++.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("files", "listed"),
    [
        (
            [
                *(f"lib/libQt6{name}.so.6" for name in ("Core", "DBus", "Gui", "Svg", "Widgets")),
                "plugins/platforms/libqoffscreen.so",
                "plugins/imageformats/libqsvg.so",
                "plugins/iconengines/libqsvgicon.so",
            ],
            QT,
        ),
        (
            [
                "lib/libQt6XcbQpa.so.6",
                "plugins/platforms/libqxcb.so",
                "plugins/xcbglintegrations/libqxcb-egl-integration.so",
                "plugins/xcbglintegrations/libqxcb-glx-integration.so",
            ],
            QT + XCB,
        ),
        (
            [
                "lib/libQt6WaylandClient.so.6",
                "plugins/platforms/libqwayland.so",
                "plugins/wayland-shell-integration/libxdg-shell.so",
                "plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
            ],
            QT + WAYLAND,
        ),
    ],
    ids=["offscreen", "xcb", "wayland"],
)
def test_lists_hold_whatever_the_installed_qt_is_linked_to(
    files: list[str], listed: tuple[Library, ...]
) -> None:
    known = ALWAYS_THERE | {library.file for library in listed}
    needed = {name for file in files for name in read_needed(QT_FOLDER / file)}
    own = {name for name in needed if name.startswith(("libQt6", "libicu"))}
    assert needed - own - known == set()


def read_needed(path: Path) -> Iterator[str]:
    """The libraries that a 64-bit little-endian ELF file names as needed (`readelf -d`)."""
    data = path.read_bytes()
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    headers = [struct.unpack_from("<IIQQQQQQ", data, table + i * size) for i in range(count)]
    loads = [(header[3], header[2], header[5]) for header in headers if header[0] == 1]
    (dynamic,) = [(header[2], header[5]) for header in headers if header[0] == 2]
    entries = list(struct.iter_unpack("<qQ", data[dynamic[0] : sum(dynamic)]))
    address = next(value for tag, value in entries if tag == 5)
    strings = next(
        offset + address - start
        for start, offset, length in loads
        if start <= address < start + length
    )
    for tag, value in entries:
        if tag == 1:
            begin = strings + value
            yield data[begin : data.index(b"\0", begin)].decode()
