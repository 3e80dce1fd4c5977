"""What the rows of a question share: those that are chosen and those that are put in order."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.markdown import SafeDocument, spare_below
from quizapp.ui.widgets.painting import CORNER, draw_box, draw_ring, leading

PADDING = 14
GAP = 12
LOWEST = 52
NARROWEST_TEXT = 80

Ground = tuple[str, str, float]
"""Fill, edge and the width of the edge."""


def set_up_row(row: QWidget) -> None:
    """As wide as there is room, and as high as its text then needs."""
    row.setMouseTracking(True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)


def draw_row_ground(painter: QPainter, row: QWidget, ground: Ground, *, has_ring: bool) -> None:
    """The box of a row, within the focus ring where that is shown."""
    fill, edge, width = ground
    box, corner = row.rect(), CORNER
    if has_ring:
        draw_ring(painter, box, colours_of(row.palette()).focus, CORNER)
        box, corner = box.adjusted(4, 4, -4, -4), CORNER - 4
    draw_box(painter, box, fill, edge, corner, width)


class RowText:
    """Markdown in the middle of a row, however high that is."""

    def __init__(self, row: QWidget, markdown: str, media: Media = NO_MEDIA) -> None:
        self._row = row
        self._markdown = markdown
        self._media = media
        self._document = SafeDocument()
        self.lay_out()

    @property
    def words(self) -> str:
        """The text without its marks."""
        return self._document.words()

    @property
    def ideal_width(self) -> int:
        """How wide the text would like to be."""
        return round(self._document.idealWidth()) + 1

    def lay_out(self) -> None:
        """Anew, for other colours, another size of text or the other direction."""
        self._document.show_markdown(self._markdown, TextRole.BODY, media=self._media)
        self._document.align_to(self._row.layoutDirection())

    def row_height(self, text_width: int) -> int:
        """How high the row must be where `text_width` is left for the text."""
        text = self._document.height_at(max(text_width, NARROWEST_TEXT))
        return max(text + 2 * PADDING, scaled(LOWEST))

    def draw(self, painter: QPainter, start: int, text_width: int, colour: str) -> None:
        """In `colour`, `start` pixels from the side where reading begins."""
        width = max(text_width, NARROWEST_TEXT)
        height = self._document.height_at(width)
        top = (self._row.height() - height + spare_below(self._document)) / 2
        room = leading(self._row, QRectF(start, top, width, height))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        painter.save()
        painter.translate(room.topLeft())
        self._document.documentLayout().draw(painter, context)
        painter.restore()
