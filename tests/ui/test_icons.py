import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

import quizapp.ui
from quizapp.ui.icons import DIRECTIONAL, icon_names, icon_pixmap, is_mirrored


def opaque_colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_has_the_colour_asked_for() -> None:
    image = icon_pixmap("play", "#2457c5", 48).toImage()
    assert opaque_colours(image) == {QColor("#2457c5").name()}


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    pixmap = icon_pixmap("house", "#000000", 20, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_mirroring_turns_the_icon_round() -> None:
    plain = icon_pixmap("chevron-right", "#000000", 24).toImage()
    mirrored = icon_pixmap("chevron-right", "#000000", 24, mirrored=True).toImage()
    assert mirrored != plain
    assert mirrored.flipped(Qt.Orientation.Horizontal) == plain


def test_only_what_points_along_the_line_is_mirrored() -> None:
    rtl = Qt.LayoutDirection.RightToLeft
    assert is_mirrored("chevron-right", rtl)
    assert not is_mirrored("clock", rtl)
    assert not is_mirrored("chevron-right", Qt.LayoutDirection.LeftToRight)


def test_a_missing_icon_is_a_bug() -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "#000000", 16)


def test_every_icon_that_a_widget_names_is_bundled() -> None:
    """Words in quotes that look like icon names, in calls that draw icons."""
    names = set(icon_names())
    source = "\n".join(file.read_text() for file in Path(quizapp.ui.__path__[0]).rglob("*.py"))
    named = re.findall(r'(?:IconMark|draw_icon|IconButton)\((?:painter, )?"([a-z0-9-]+)"', source)
    named += re.findall(r'icon_name="([a-z0-9-]+)"', source)
    assert named
    assert set(named) <= names
    assert {name for name in DIRECTIONAL if not name.endswith("-left")} <= names


def test_every_icon_is_named_somewhere() -> None:
    source = "\n".join(file.read_text() for file in Path(quizapp.ui.__path__[0]).rglob("*.py"))
    unused = {name for name in icon_names() if f'"{name}"' not in source}
    assert unused <= {"quizapp"}
