from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.settings import Theme
from quizapp.ui.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    Colours,
    TextRole,
    ThemeKeeper,
    apply_theme,
    colours_for,
    colours_of,
    palette_of,
    scaled,
    text_font,
)
from quizapp.ui.widgets.headings import PageTitle

SCHEMES: dict[Theme, Colours] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

GROUNDS = ("ground", "surface", "raised", "hover", "accent_soft")
TONES = ("right", "partly", "wrong", "accent")
TEXT_PAIRS = [
    *product(("text", "quiet", "accent"), GROUNDS),
    *((tone, ground) for tone in TONES for ground in ("ground", "surface", f"{tone}_soft")),
    *product(("text", "quiet"), ("right_soft", "partly_soft", "wrong_soft")),
    *product(("accent_text",), ("accent", "accent_hover", "wrong", "wrong_hover")),
]
MARK_PAIRS = [
    *product(("edge", "focus"), ("ground", "surface", "raised")),
    *product(("focus",), ("hover", "accent_soft")),
    ("surface", "right"),
    ("surface", "quiet"),
]


def luminance(colour: str) -> float:
    """Relative luminance, by WCAG 2.2."""
    rgb = QColor(colour)
    channels = (rgb.redF(), rgb.greenF(), rgb.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_and_outlines_can_be_seen(scheme: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(scheme, mark), getattr(scheme, ground)) >= 3


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_the_palette_carries_the_scheme(scheme: Colours) -> None:
    assert colours_of(palette_of(scheme)) is scheme


def test_a_foreign_palette_gets_the_nearer_scheme() -> None:
    assert colours_of(QPalette(QColor("#eeeeee"))) is LIGHT
    assert colours_of(QPalette(QColor("#222222"))) is DARK


def test_a_widget_on_the_screen_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    for theme, scheme in SCHEMES.items():
        apply_theme(qapp, theme, 100)
        qapp.processEvents()
        assert colours_of(widget.palette()) is scheme


def test_system_means_what_the_desktop_is_set_to() -> None:
    assert colours_for("system", Qt.ColorScheme.Dark) is DARK
    assert colours_for("system", Qt.ColorScheme.Light) is LIGHT
    assert colours_for("system", Qt.ColorScheme.Unknown) is LIGHT
    assert colours_for("contrast", Qt.ColorScheme.Dark) is CONTRAST


def test_the_keeper_follows_the_desktop_only_when_asked_to(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, told = ThemeKeeper(qapp), []
    themes: list[Theme] = ["system", "dark"]
    for theme in themes:
        keeper.use(theme, 150)
        with monkeypatch.context() as patch:
            patch.setattr(keeper, "use", lambda *used: told.append(used))
            qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert told == [("system", 150)]
    keeper.deleteLater()


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_text_sizes_follow_the_setting(qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    for role in TextRole:
        assert text_font(role).pixelSize() == pytest.approx(role * percent / 100, abs=1)
    assert scaled(40) == pytest.approx(40 * percent / 100, abs=1)


def test_a_title_on_the_screen_grows_with_the_text_size(qtbot: QtBot, qapp: QApplication) -> None:
    title = PageTitle("Progress")
    qtbot.addWidget(title)
    title.show()
    apply_theme(qapp, "light", 200)
    assert title.font().pixelSize() == 56
