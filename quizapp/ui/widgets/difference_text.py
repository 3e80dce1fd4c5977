"""Two texts as one: what was removed is struck out, what was inserted is underlined."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of
from quizapp.ui.widgets.headings import TextLabel, breakable
from quizapp.values.word_difference import Piece, PieceKind, word_difference

_STYLES: dict[PieceKind, str] = {
    "same": "",
    "removed": "color: {wrong}; background-color: {wrong_soft}; text-decoration: line-through",
    "inserted": "color: {right}; background-color: {right_soft}; text-decoration: underline",
}

_TOUCHING = "</span><span"
_GAP = "&nbsp;"
"""Between what was removed and what stands in its place, which are not one word."""


class DifferenceText(TextLabel):
    """Marks by line and colour; a screen reader hears the words removed and inserted."""

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__("", TextRole.BODY, parent)
        self._pieces = word_difference(before, after)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName("".join(_said(piece) for piece in self._pieces))
        self._show()

    def _show(self) -> None:
        colours = colours_of(self.palette())
        names = ("wrong", "wrong_soft", "right", "right_soft")
        styles = {name: getattr(colours, name) for name in names}
        marked = "".join(_marked(piece, styles) for piece in self._pieces)
        self.setText(marked.replace(_TOUCHING, f"</span>{_GAP}<span"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()


def _marked(piece: Piece, styles: dict[str, str]) -> str:
    text = escape(breakable(piece.text)).replace("\n", "<br>")
    style = _STYLES[piece.kind].format(**styles)
    return f'<span style="{style}">{text}</span>' if style else text


def _said(piece: Piece) -> str:
    if piece.kind == "same":
        return piece.text
    words = tr("(removed: {text})") if piece.kind == "removed" else tr("(inserted: {text})")
    return words.format(text=piece.text)


class DifferenceKey(DifferenceText):
    """What the marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("removed"), tr("inserted"), parent)
