"""Markdown as a text document that can reach nothing outside."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextOption,
)

from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import TextRole, text_font
from quizapp.ui.widgets.markdown_images import IMAGE, MarkdownImages, alt_text, note_rooms
from quizapp.values.images import is_media_name

LINE_HEIGHT_PERCENT = 120
SPACE = 10
SPACE_IN_LIST = 4

_Feature = QTextDocument.MarkdownFeature
_FEATURES = _Feature.MarkdownNoHTML | _Feature.MarkdownDialectGitHub
_PERHAPS_MARKDOWN = re.compile(r"[*_`\[\]<>#|~\\&\n]|^\s*([-+]|\d+[.)])\s|://|www\.|@", re.ASCII)


class SafeDocument(QTextDocument):
    """A document that loads nothing, neither files nor addresses, and in which links are text.

    Packs come from strangers: the address of a link stands behind its words, to be read, and to be
    copied by whoever wants to go there. Images are shown from the bytes that are given with the
    text; what describes an image stands for any other.
    """

    def __init__(self) -> None:
        super().__init__()
        self._images: MarkdownImages | None = None
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        del kind, name
        return None

    def show_markdown(
        self, text: str, role: TextRole, *, bold: bool = False, media: Media = NO_MEDIA
    ) -> None:
        """Replace the text, in the type size of `role`. Raw HTML is shown as it was typed."""
        self.setDefaultFont(text_font(role, bold=bold))
        if is_plain(text):
            self.setPlainText(text)
        else:
            self._draw_images_from(media, text)
            self.setMarkdown(text, _FEATURES)
            _write_out(self, keeps_images=True)
            _space_blocks(self)
        _space_lines(self)

    def _draw_images_from(self, media: Media, text: str) -> None:
        if self._images is None and "![" in text:
            self._images = MarkdownImages(self)
            self.documentLayout().registerHandler(IMAGE, self._images)
        if self._images is not None:
            self._images.show_from(media)

    def words(self) -> str:
        """The text as it is spoken: images by what describes them."""
        if self._images is None:
            return self.toPlainText()
        copy = self.clone()
        _replace_images(copy)
        return copy.toPlainText()

    def align_to(self, direction: Qt.LayoutDirection) -> None:
        """Let a single paragraph begin where the program's lines do, whatever it is written in.

        Lists and longer texts keep the side of their own language.
        """
        option = self.defaultTextOption()
        if self.blockCount() > 1:
            option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        else:
            from_right = direction == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
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
    _write_out(document)
    return document.toPlainText()


@dataclass(slots=True)
class _Link:
    """Where it ends, its words, its address, and how they look without it."""

    end: int
    words: str
    address: str
    look: QTextCharFormat


def _write_out(document: QTextDocument, *, keeps_images: bool = False) -> None:
    """Make plain text of links, with the address behind the words, and of images, but for those
    that a pack can hold where `keeps_images`.
    """
    for link in reversed(_links(document)):
        # An address that was typed as it is needs no second one.
        if link.words not in {link.address, link.address.partition(":")[2].lstrip("/")}:
            cursor = QTextCursor(document)
            cursor.setPosition(link.end)
            cursor.insertText(" " + tr("({address})").format(address=link.address), link.look)
    _replace_images(document, keeps_images=keeps_images)
    for piece in reversed(_fragments(document)):
        if piece.charFormat().isAnchor():
            _selection_of(document, piece).setCharFormat(_without_link(piece.charFormat()))


def _replace_images(document: QTextDocument, *, keeps_images: bool = False) -> None:
    """Write what describes images in their place."""
    for piece in reversed(_fragments(document)):
        look = piece.charFormat()
        if not look.isImageFormat():
            continue
        cursor = _selection_of(document, piece)
        if keeps_images and is_media_name(look.toImageFormat().name()):
            note_rooms(document, cursor)
        else:
            cursor.insertText(alt_text(look), QTextCharFormat())


def _selection_of(document: QTextDocument, piece: QTextFragment) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _fragments(document: QTextDocument) -> list[QTextFragment]:
    """The pieces of one look each, in their order."""
    found = []
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            found.append(at.fragment())
            at += 1
        block = block.next()
    return found


def _links(document: QTextDocument) -> list[_Link]:
    """Links in their order, each whole, although it may have several looks."""
    found: list[_Link] = []
    for piece in _fragments(document):
        look = piece.charFormat()
        if not look.isAnchor():
            continue
        start, end = piece.position(), piece.position() + piece.length()
        if found and (found[-1].end, found[-1].address) == (start, look.anchorHref()):
            found[-1].end = end
            found[-1].words += piece.text()
        else:
            plain = _without_link(look)
            found.append(_Link(end, piece.text(), look.anchorHref(), plain))
    return found


def _without_link(look: QTextCharFormat) -> QTextCharFormat:
    plain = QTextCharFormat(look)
    plain.setAnchor(False)
    plain.clearForeground()
    plain.clearProperty(QTextFormat.Property.AnchorHref)
    plain.clearProperty(QTextFormat.Property.TextUnderlineStyle)
    return plain


def _space_lines(document: QTextDocument) -> None:
    spacing = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    spacing.setLineHeight(LINE_HEIGHT_PERCENT, kind)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spacing)
    close_images(document)


def close_images(document: QTextDocument) -> None:
    """Take the spacing of lines from those with an image: room would grow with its height."""
    close = QTextBlockFormat()
    close.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    for piece in _fragments(document):
        if piece.charFormat().isImageFormat():
            _selection_of(document, piece).mergeBlockFormat(close)


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
