"""A labelled bar with its value in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import draw_box, leading, painting
from quizapp.ui.words import percent_words

THICKNESS = 8


class Track(QWidget):
    """The bar alone: a share between 0 and 1, in one of the colours of the scheme."""

    def __init__(self, share: float, colour: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, scaled(THICKNESS))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        corner = self.height() / 2
        filled = QRectF(0, 0, self.width() * self._share, self.height())
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.track, None, corner)
            if self._share > 0:
                filled.setWidth(max(filled.width(), self.height()))
                fill = getattr(colours, self._colour)
                draw_box(painter, leading(self, filled), fill, None, corner)


class Bar(QWidget):
    """A label, its value in words (the percentage unless given), and the bar below."""

    def __init__(
        self,
        label: str,
        share: float,
        words: str = "",
        colour: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._value = TextLabel("", TextRole.BODY, quiet=True, wraps=False)
        self._track = Track(share, colour)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(TextLabel(label), 0, 0)
        grid.addWidget(self._value, 0, 1)
        grid.addWidget(self._track, 1, 0, 1, 2)
        self.set_share(share, words)

    def set_share(self, share: float, words: str = "") -> None:
        words = words or percent_words(share)
        self._value.set_text(words)
        self._track.set_share(share)
        self.setAccessibleName(tr("{name}: {value}").format(name=self._label, value=words))
