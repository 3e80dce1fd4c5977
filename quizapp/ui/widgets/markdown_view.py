"""Markdown text of a question, an explanation or a page, as part of the page."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.markdown import SafeDocument

NARROWEST = 40

# The sizes of type and the side were fixed when the text was read, and so were colours of code.
_RENEW_ON = frozenset(
    {
        QEvent.Type.StyleChange,
        QEvent.Type.PaletteChange,
        QEvent.Type.LayoutDirectionChange,
    }
)


class MarkdownView(QTextEdit):
    """Text as tall as it needs to be, which can be selected with the mouse.

    Of its images those are shown that are in `media`.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
        *,
        bold: bool = False,
        media: Media = NO_MEDIA,
    ) -> None:
        super().__init__(parent)
        self._media = media
        self._role = role
        self._bold = bold
        self._markdown = ""
        self._heights: dict[int, int] = {}
        self._least = 0
        # Kept here: Qt does not own a document that it was given.
        self._document = SafeDocument()
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
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def text(self) -> str:
        """The Markdown."""
        return self._markdown

    def set_text(self, text: str) -> None:
        """Show other Markdown."""
        self._markdown = text
        self._show()
        self.setAccessibleName(self._document.words())

    def _show(self) -> None:
        self._document.show_markdown(self._markdown, self._role, bold=self._bold, media=self._media)
        self._document.align_to(self.layoutDirection())
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            layout = self._document.documentLayout()
            # The editor answers a change of size by setting its own width in the midst of this.
            layout.blockSignals(True)
            present = self._document.textWidth()
            self._heights[width] = self._document.height_at(width)
            self._document.setTextWidth(present)
            layout.blockSignals(False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(round(self._document.idealWidth()) + 1, NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self._least = self.heightForWidth(max(self.width(), NARROWEST))
        return QSize(NARROWEST, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Layouts keep what they were told when the view had another width.
        if self.heightForWidth(max(self.width(), NARROWEST)) != self._least:
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RENEW_ON:
            self._show()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
