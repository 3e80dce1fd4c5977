"""Colours and type of the program.

The application's palette carries the colour scheme and its font carries the text size, so a painted
widget asks `colours_of(self.palette())` and `text_font(role)`, and follows every change by itself.
"""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.settings import Theme
from quizapp.ui.fonts import FAMILIES

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


class TextRole(IntEnum):
    """What a text is for; the value is its size in pixels at 100 %."""

    SMALL = 13
    BODY = 15
    STEM = 20
    TITLE = 28


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour scheme, as "#rrggbb".

    Each `…_soft` is a ground for text in the colour it is named after; `edge` outlines what can be
    operated, `line` only separates; `track`
    is the empty part of a bar; `hover` is the ground of what the mouse is on.
    """

    ground: str
    surface: str
    raised: str
    text: str
    quiet: str
    disabled: str
    line: str
    track: str
    edge: str
    hover: str
    focus: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    right: str
    right_soft: str
    partly: str
    partly_soft: str
    wrong: str
    wrong_hover: str
    wrong_soft: str


LIGHT = Colours(
    ground="#f6f7f9",
    surface="#ffffff",
    raised="#ffffff",
    text="#1b1f24",
    quiet="#57606a",
    disabled="#8c959f",
    line="#d0d7de",
    track="#d0d7de",
    edge="#818b96",
    hover="#eef2f7",
    focus="#0b57d0",
    accent="#2457c5",
    accent_hover="#1c479f",
    accent_text="#ffffff",
    accent_soft="#e6edfb",
    right="#176f2c",
    right_soft="#e6f5ea",
    partly="#8a5a00",
    partly_soft="#fdf3dc",
    wrong="#b42318",
    wrong_hover="#8f1b12",
    wrong_soft="#fdecea",
)

DARK = Colours(
    ground="#14171c",
    surface="#1e232a",
    raised="#272d36",
    text="#e6eaf0",
    quiet="#9aa6b2",
    disabled="#6b7683",
    line="#343b45",
    track="#3c4450",
    edge="#7a8694",
    hover="#272e38",
    focus="#b7d0ff",
    accent="#7aa7ff",
    accent_hover="#9abdff",
    accent_text="#0d1320",
    accent_soft="#22304a",
    right="#5bd08a",
    right_soft="#183024",
    partly="#e3b341",
    partly_soft="#332a14",
    wrong="#ff8a80",
    wrong_hover="#ffaaa3",
    wrong_soft="#3a2022",
)

CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    raised="#000000",
    text="#ffffff",
    quiet="#ffffff",
    disabled="#a6a6a6",
    line="#ffffff",
    track="#595959",
    edge="#ffffff",
    hover="#333333",
    focus="#ffff00",
    accent="#ffffff",
    accent_hover="#dddddd",
    accent_text="#000000",
    accent_soft="#333333",
    right="#7cff9b",
    right_soft="#000000",
    partly="#ffbe6b",
    partly_soft="#000000",
    wrong="#ff9c94",
    wrong_hover="#ffc2bd",
    wrong_soft="#000000",
)

_BY_GROUND = {scheme.ground: scheme for scheme in (LIGHT, DARK, CONTRAST)}


def palette_of(colours: Colours) -> QPalette:
    """A palette that says for Qt's own widgets what `colours` says for ours."""
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(Group.Disabled, role, QColor(colours.disabled))
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: colours.ground,
        Role.WindowText: colours.text,
        Role.Base: colours.surface,
        Role.AlternateBase: colours.ground,
        Role.Text: colours.text,
        Role.Button: colours.surface,
        Role.ButtonText: colours.text,
        Role.BrightText: colours.wrong,
        Role.PlaceholderText: colours.quiet,
        Role.Highlight: colours.accent,
        Role.HighlightedText: colours.accent_text,
        Role.Accent: colours.accent,
        Role.Link: colours.accent,
        Role.LinkVisited: colours.accent,
        Role.ToolTipBase: colours.raised,
        Role.ToolTipText: colours.text,
        Role.Light: colours.surface,
        Role.Midlight: colours.hover,
        Role.Mid: colours.line,
        Role.Dark: colours.edge,
        Role.Shadow: colours.edge,
    }


def colours_of(palette: QPalette) -> Colours:
    """The scheme that `palette` was made from; for a foreign palette light or dark."""
    ground = palette.color(Group.Active, Role.Window)
    return _BY_GROUND.get(ground.name()) or (LIGHT if ground.lightness() > 127 else DARK)


def colours_for(theme: Theme, system: Qt.ColorScheme) -> Colours:
    """The scheme for what the person chose, where `system` is what the desktop is set to."""
    if theme == "system":
        return DARK if system == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[theme]


def apply_theme(app: QApplication, theme: Theme, text_scale: int) -> None:
    """Give `app` the colours of `theme` and type at `text_scale` percent, old widgets and new."""
    colours = colours_for(theme, QGuiApplication.styleHints().colorScheme())
    app.setPalette(palette_of(colours))
    size = round(TextRole.BODY * text_scale / 100)
    if app.font().pixelSize() != size or app.font().families() != FAMILIES:
        _set_font(app, size)


def _set_font(app: QApplication, pixels: int) -> None:
    font = QFont(FAMILIES)
    font.setPixelSize(pixels)
    app.setFont(font)
    # Qt tells nothing to widgets with a font size of their own; ours depend on the application's.
    for widget in app.allWidgets():
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


class ThemeKeeper(QObject):
    """Holds the chosen theme, and follows the desktop while the choice is "system"."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.setStyle("Fusion")
        self._app = app
        self._theme: Theme = "system"
        self._text_scale = 100
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_desktop_changed)

    def use(self, theme: Theme, text_scale: int) -> None:
        self._theme = theme
        self._text_scale = text_scale
        apply_theme(self._app, theme, text_scale)

    def _on_desktop_changed(self) -> None:
        if self._theme == "system":
            self.use(self._theme, self._text_scale)


def text_scale() -> float:
    """How much larger than 100 % text is now, as a factor."""
    pixels = QApplication.font().pixelSize()
    return pixels / TextRole.BODY if pixels > 0 else 1.0


def scaled(pixels: float) -> int:
    """A length that goes with the text size: icons, key caps, minimum widths."""
    return round(pixels * text_scale())


def text_font(role: TextRole, *, bold: bool = False) -> QFont:
    """The font for `role` at the present text size."""
    font = QFont(QApplication.font())
    font.setPixelSize(scaled(role))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
