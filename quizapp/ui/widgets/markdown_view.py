"""Markdown text of a question, an explanation or a page, as part of the page."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.markdown import Media, SafeDocument

NARROWEST = 40

# The colour of links, the sizes of type and the side were fixed when the text was read.
_RENEW_ON = frozenset(
    {
        QEvent.Type.StyleChange,
        QEvent.Type.PaletteChange,
        QEvent.Type.LayoutDirectionChange,
    }
)


class MarkdownView(QTextBrowser):
    """Text as tall as it needs to be, which can be selected with the mouse.

    It opens nothing: a link that is followed is told by `link_clicked`.
    """

    link_clicked = Signal(str)

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
        *,
        media: Media | None = None,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._bold = bold
        self._markdown = ""
        self._heights: dict[int, int] = {}
        # Kept here: Qt does not own a document that it was given.
        self._document = SafeDocument(media)
        self._set_up()
        self.setDocument(self._document)
        self.set_text(text)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def text(self) -> str:
        """The Markdown."""
        return self._markdown

    def set_text(self, text: str) -> None:
        """Show other Markdown."""
        self._markdown = text
        self._show()
        self.setAccessibleName(self._document.toPlainText())
        self._let_links_have_focus()

    def _show(self) -> None:
        self._document.show_markdown(self._markdown, self._role, bold=self._bold)
        self._document.align_to(self.layoutDirection())
        self._heights.clear()
        self.updateGeometry()

    def _let_links_have_focus(self) -> None:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        has_links = "](" in self._markdown or "://" in self._markdown
        if has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            present = self._document.textWidth()
            self._heights[width] = self._document.height_at(width)
            self._document.setTextWidth(present)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(round(self._document.idealWidth()) + 1, NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RENEW_ON:
            self._show()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_anchor_clicked(self, address: QUrl) -> None:
        self.link_clicked.emit(address.toString())
