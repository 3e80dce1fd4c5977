"""How an answer turned out: word, icon and colour, then the given answer beside the right one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions.base import Verdict
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import TextRole, colours_of
from quizapp.ui.widgets.headings import PlainText, TextLabel
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.painting import GRID, draw_box, painting, start_of
from quizapp.ui.words import listed

_ICONS: dict[Verdict, str] = {
    Verdict.RIGHT: "circle-check",
    Verdict.PARTLY: "contrast",
    Verdict.WRONG: "circle-x",
    Verdict.PENDING: "clock",
}
_TONES = {Verdict.PENDING: "accent"}


def verdict_icon(verdict: Verdict) -> str:
    return _ICONS[verdict]


def verdict_tone(verdict: Verdict) -> str:
    """The colour of a verdict in the scheme."""
    return _TONES.get(verdict, verdict.value)


def verdict_words(verdict: Verdict) -> str:
    return {
        Verdict.RIGHT: tr("Right"),
        Verdict.PARTLY: tr("Partly right"),
        Verdict.WRONG: tr("Not quite"),
        Verdict.PENDING: tr("Not scored yet"),
    }[verdict]


class VerdictBanner(QWidget):
    """`given` and `right` are Markdown; `right` is left out when it is empty, as after a right one.
    With `is_written`, `given` is a text of one's own, shown as it was typed.

    `note` stands beside the word: "1 of 2 points".
    """

    def __init__(
        self,
        verdict: Verdict,
        given: str = "",
        right: str = "",
        note: str = "",
        parent: QWidget | None = None,
        *,
        media: Media = NO_MEDIA,
        is_written: bool = False,
    ) -> None:
        super().__init__(parent)
        self._media = media
        self._verdict = verdict
        words = verdict_words(verdict)
        self.setAccessibleName(listed(words, note))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 12, 2 * GRID, 14)
        self._column.setSpacing(10)
        self._column.addLayout(self._head(words, note))
        answers = self._written(given, right) if is_written else self._answers(given, right)
        if answers.count():
            self._column.addLayout(answers)

    def say(self, words: str) -> None:
        """Add what the author says to this answer, in Markdown."""
        self._column.addWidget(MarkdownView(words, media=self._media))

    def _head(self, words: str, note: str) -> QHBoxLayout:
        word = _InColour(words, verdict_tone(self._verdict))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconMark(_ICONS[self._verdict], verdict_tone(self._verdict), 28))
        row.addWidget(word, 1)
        if note:
            row.addWidget(TextLabel(note, TextRole.BODY, wraps=False))
        return row

    def _answers(self, given: str, right: str) -> QGridLayout:
        """Your answer, and the right one beside it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2)
        columns = [(tr("Your answer"), given), (tr("Right answer"), right)]
        for at, (label, answer) in enumerate(column for column in columns if column[1]):
            grid.addWidget(_label(label), 0, at)
            view = MarkdownView(answer, media=self._media)
            grid.addWidget(view, 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        return grid

    def _written(self, given: str, model: str) -> QVBoxLayout:
        """Your text, and below it the model answer."""
        column = QVBoxLayout()
        column.setSpacing(2)
        if given:
            column.addWidget(_label(tr("Your answer")))
            column.addWidget(PlainText(given))
        if model:
            column.addSpacing(GRID if given else 0)
            column.addWidget(_label(tr("Model answer")))
            column.addWidget(MarkdownView(model, media=self._media))
        return column

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        tone = verdict_tone(self._verdict)
        with painting(self) as painter:
            fill = getattr(colours, f"{tone}_soft")
            draw_box(painter, self.rect(), fill, getattr(colours, tone), width=1.5)


def _label(words: str) -> TextLabel:
    return TextLabel(words, TextRole.SMALL, bold=True, quiet=True)


class _InColour(TextLabel):
    """A large word in a colour of the scheme."""

    def __init__(self, text: str, colour: str) -> None:
        super().__init__(text, TextRole.STEM, bold=True)
        self._colour = colour

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(getattr(colours_of(self.palette()), self._colour))
            flags = start_of(self) | Qt.TextFlag.TextWordWrap.value
            painter.drawText(self.rect(), flags, self.text())
