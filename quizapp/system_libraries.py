"""The shared libraries of a Linux system that Qt needs, and the packages they come in.

Qt ends the process when one of them is missing, without an exception to catch. So look here
before Qt is imported. Standard library only: `run.py` imports this module too, before anything
is installed. The lists are what `readelf -d` names for Qt 6.11 and 6.12.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library by its file name, and the packages that bring it."""

    file: str
    debian: str
    fedora: str


# QtCore, QtGui, QtWidgets, QtSvg, QtTest and the offscreen platform.
QT = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libz.so.1", "zlib1g", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
)

XCB = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
)

_OF_PLATFORM = {"xcb": QT + XCB, "wayland": QT + WAYLAND}
_DISPLAYS = (("xcb", "DISPLAY"), ("wayland", "WAYLAND_DISPLAY"))


def has_display(environment: Mapping[str, str]) -> bool:
    """Tells whether Qt has something to draw on, be it what QT_QPA_PLATFORM makes up."""
    names = (*(variable for _, variable in _DISPLAYS), "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def find_missing(
    libraries: Iterable[Library], load: Callable[[str], object] = ctypes.CDLL
) -> tuple[Library, ...]:
    """Returns those of the libraries that cannot be loaded; none on systems other than Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(library for library in libraries if not _loads(library, load))


def find_missing_for_window(
    environment: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL
) -> tuple[Library, ...]:
    """Returns what is missing before Qt can open a window under these environment variables.

    Where Qt has a choice of platforms one whole platform is enough. Without any display it is X11:
    Wayland's desktops have that too.
    """
    first: tuple[Library, ...] = ()
    for platform in _choose_platforms(environment):
        missing = find_missing(_OF_PLATFORM.get(platform, QT), load)
        if not missing:
            return ()
        first = first or missing
    return first


def is_root() -> bool:
    """Tells whether we may install packages."""
    return sys.platform != "win32" and os.geteuid() == 0


def find_installer() -> str | None:
    """Returns the package manager of this system that `make_install_commands` can speak to."""
    return next((name for name in ("apt-get", "dnf") if shutil.which(name)), None)


def list_packages(libraries: Iterable[Library], installer: str) -> list[str]:
    """Returns the packages of these libraries as this package manager calls them."""
    if installer == "dnf":
        return sorted({library.fedora for library in libraries})
    return sorted({library.debian for library in libraries})


def make_install_commands(packages: Iterable[str], installer: str) -> list[list[str]]:
    """Returns the commands, for root, that install these packages."""
    if installer == "dnf":
        return [["dnf", "install", "-y", *packages]]
    return [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", *packages],
    ]


def ask_to_install(packages: Iterable[str], installer: str) -> str:
    """Returns what a person is to do to have these packages, with the one line to run."""
    sudo = ["sudo"] if shutil.which("sudo") and not is_root() else []
    commands = make_install_commands(packages, installer)
    line = " && ".join(" ".join(sudo + command) for command in commands)
    return f"Please run: {line}" if sudo or is_root() else f"Please run as root: {line}"


def explain_missing(libraries: Iterable[Library]) -> str:
    """Returns the sentence for a person: what is missing and, where known, the line to run."""
    libraries = tuple(libraries)
    files = ", ".join(library.file for library in libraries)
    installer = find_installer()
    if installer is None:
        return f"Qt needs system libraries that are missing here; please install them: {files}"
    request = ask_to_install(list_packages(libraries, installer), installer)
    return f"Qt needs system libraries that are missing here. {request}"


def _loads(library: Library, load: Callable[[str], object]) -> bool:
    try:
        load(library.file)
    except OSError:
        return False
    return True


def _choose_platforms(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the names of the platforms that Qt will try, in its order."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        return tuple(part.partition(":")[0].partition("-")[0] for part in asked.split(";"))
    present = [platform for platform, variable in _DISPLAYS if environment.get(variable)]
    if environment.get("XDG_SESSION_TYPE") == "wayland":
        present.reverse()
    return tuple(present) or ("xcb",)
