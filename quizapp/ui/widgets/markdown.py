"""Markdown as a text document that can reach nothing outside."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from quizapp.ui.theme import TextRole, text_font

LINE_HEIGHT_PERCENT = 120
SPACE = 10
SPACE_IN_LIST = 4

_Feature = QTextDocument.MarkdownFeature
_FEATURES = _Feature.MarkdownNoHTML | _Feature.MarkdownDialectGitHub
_PERHAPS_MARKDOWN = re.compile(r"[*_`\[\]<>#|~\\&\n]|^\s*([-+]|\d+[.)])\s|://|www\.|@", re.ASCII)

Media = Callable[[str], QImage | None]
"""Gives the picture of that name from the pack, or None."""


class SafeDocument(QTextDocument):
    """A document whose only pictures are those that `media` gives; files and network are out."""

    def __init__(self, media: Media | None = None) -> None:
        super().__init__()
        self._media = media
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if self._media is None or kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        return self._media(name.toString() if isinstance(name, QUrl) else name)

    def show_markdown(self, text: str, role: TextRole, *, bold: bool = False) -> None:
        """Replace the text, in the type size of `role`. Raw HTML is shown as it was typed."""
        self.setDefaultFont(text_font(role, bold=bold))
        if is_plain(text):
            self.setPlainText(text)
        else:
            self.setMarkdown(text, _FEATURES)
            _space_blocks(self)
        _space_lines(self)

    def align_to(self, direction: Qt.LayoutDirection) -> None:
        """Let a single paragraph begin where the program's lines do, whatever it is written in.

        Lists and longer texts keep the side of their own language.
        """
        option = self.defaultTextOption()
        if self.blockCount() > 1:
            option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        else:
            is_rtl = direction == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.setDefaultTextOption(option)

    def height_at(self, width: int) -> int:
        """How tall the text is when `width` wide; the layout is left at that width."""
        self.setTextWidth(width)
        return round(self.size().height() + 0.49)


def spare_below(document: QTextDocument) -> float:
    """What the spacing of lines leaves below the last one, which would set it off centre."""
    return QFontMetricsF(document.defaultFont()).height() * (LINE_HEIGHT_PERCENT - 100) / 100


def is_plain(text: str) -> bool:
    """Whether nothing in `text` can mean anything in Markdown: a quick and careful no."""
    return _PERHAPS_MARKDOWN.search(text) is None


def plain_text(markdown: str) -> str:
    """The words of `markdown` without its marks, for accessible names."""
    if is_plain(markdown):
        return markdown
    document = SafeDocument()
    document.setMarkdown(markdown, _FEATURES)
    return document.toPlainText()


def _space_lines(document: QTextDocument) -> None:
    spacing = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    spacing.setLineHeight(LINE_HEIGHT_PERCENT, kind)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spacing)


def _space_blocks(document: QTextDocument) -> None:
    """Space between blocks, none above the first: the layout around the text gives that."""
    block = document.begin()
    while block.isValid():
        margins = QTextBlockFormat()
        in_list = block.textList() is not None
        in_table = QTextCursor(block).currentTable() is not None
        is_first = block.blockNumber() == 0
        margins.setTopMargin(0 if is_first or in_table else SPACE_IN_LIST if in_list else SPACE)
        margins.setBottomMargin(0)
        QTextCursor(block).mergeBlockFormat(margins)
        block = block.next()
