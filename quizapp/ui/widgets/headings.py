"""Text of the page itself: titles, section headings, running and quiet text."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.ui.theme import TextRole, text_font
from quizapp.ui.widgets.painting import start_of


class TextLabel(QLabel):
    """Plain text that wraps, in one of the type sizes. Change it by `set_text`, not `setText`."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
        *,
        bold: bool = False,
        quiet: bool = False,
        wraps: bool = True,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.set_text(text)
        self.setFont(text_font(role, bold=bold))
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._align()

    def set_text(self, text: str) -> None:
        self.setText(breakable(text))
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(text_font(self._role, bold=self._bold))
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def _align(self) -> None:
        """To the side where reading begins in the program, whatever the text is written in."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        self.setAlignment(start_of(self))


class PageTitle(TextLabel):
    """The one title of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.TITLE, parent, bold=True)


class SectionTitle(TextLabel):
    """The heading of a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.STEM, parent, bold=True)


class CardTitle(TextLabel):
    """The heading of a card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.BODY, parent, bold=True)


class BodyText(TextLabel):
    """Running text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.BODY, parent)


class QuietText(TextLabel):
    """What helps but does not matter most."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.SMALL, parent, quiet=True)


class PlainText(TextLabel):
    """What somebody typed, line by line, to be copied with the mouse."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.BODY, parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


LONGEST_UNBROKEN = 24
ZERO_WIDTH_SPACE = "\u200b"


def breakable(text: str) -> str:
    """`text` with places to break inside very long words: a label finds none by itself."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) <= LONGEST_UNBROKEN:
        return word
    parts = (word[at : at + LONGEST_UNBROKEN] for at in range(0, len(word), LONGEST_UNBROKEN))
    return ZERO_WIDTH_SPACE.join(parts)
