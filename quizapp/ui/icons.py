"""Icons: bundled SVG drawings in any colour and size."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache, QTransform
from PySide6.QtSvg import QSvgRenderer

from quizapp.settings import resources_folder

# Those that point along the line of reading turn round where one reads from right to left.
# A clock's hands and a play button do not.
DIRECTIONAL = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "external-link",
        "list-ordered",
        "log-out",
        "redo-2",
        "skip-forward",
        "undo-2",
    }
)


def icon_pixmap(
    name: str, colour: str, size: int, ratio: float = 1.0, *, mirrored: bool = False
) -> QPixmap:
    """The icon `name` drawn in `colour`, `size` × `size` pixels on a screen of pixel ratio `ratio`.

    Kept in Qt's pixmap cache. Raises `FileNotFoundError` when there is no such icon.
    """
    key = f"quizapp/{name}/{colour}/{size}/{ratio}/{mirrored}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(_source(name, colour), size, ratio, mirrored)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """For Qt's own widgets, which want a `QIcon`; its colour stays when the theme changes."""
    return QIcon(icon_pixmap(name, colour, size, 2.0, mirrored=is_mirrored(name)))


def draw_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw the icon `name` into the square `rect` of what `painter` draws on."""
    ratio = painter.device().devicePixelRatio()
    mirrored = is_mirrored(name, painter.layoutDirection())
    pixmap = icon_pixmap(name, colour, round(rect.width()), ratio, mirrored=mirrored)
    painter.drawPixmap(rect.topLeft().toPoint(), pixmap)


def is_mirrored(name: str, direction: Qt.LayoutDirection | None = None) -> bool:
    direction = QGuiApplication.layoutDirection() if direction is None else direction
    return name in DIRECTIONAL and direction == Qt.LayoutDirection.RightToLeft


def icon_names() -> list[str]:
    return sorted(file.stem for file in _folder().glob("*.svg"))


def _folder() -> Path:
    return resources_folder() / "icons"


@cache
def _text(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


def _source(name: str, colour: str) -> bytes:
    return _text(name).replace("currentColor", colour).encode()


def _drawn(source: bytes, size: int, ratio: float, mirrored: bool) -> QPixmap:
    pixels = round(size * ratio)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(source).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    if mirrored:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
