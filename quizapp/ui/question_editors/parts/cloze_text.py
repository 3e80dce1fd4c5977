"""The text of a cloze question, in which words are made gaps."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from quizapp.questions.cloze import MARKER
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.markdown_input import MarkdownInput
from quizapp.ui.theme import colours_of
from quizapp.ui.widgets.buttons import Button


class ClozeText(MarkdownInput):
    """`gap_requested` asks for the words from one place to another to be a gap."""

    gap_requested = Signal(int, int)

    def __init__(self, context: FormContext) -> None:
        super().__init__(
            tr("Text with gaps"),
            context,
            tr("Select the words that learners fill in, then make them a gap."),
            least_lines=3,
        )
        self._marks = _GapMarks(self)
        self.gap_button = Button(tr("Make a gap"), "brackets")
        self.gap_button.clicked.connect(self._on_gap)
        self.column.insertWidget(
            self.column.indexOf(self.remarks), self.gap_button, 0, Qt.AlignmentFlag.AlignLeft
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._marks.rehighlight()

    def _on_gap(self) -> None:
        start, end = self.area.selection()
        chosen = self.area.text()[start:end]
        inside = chosen.strip()
        start += len(chosen) - len(chosen.lstrip()) if inside else 0
        self.gap_requested.emit(start, start + len(inside))


class _GapMarks(QSyntaxHighlighter):
    """Lets the marks of gaps stand out."""

    def __init__(self, owner: ClozeText) -> None:
        super().__init__(owner.area.document())
        self._owner = owner

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        colours = colours_of(self._owner.palette())
        look = QTextCharFormat()
        look.setBackground(QColor(colours.accent_soft))
        look.setForeground(QColor(colours.accent))
        for mark in MARKER.finditer(text):
            start = len(text[: mark.start()].encode("utf-16-le", "surrogatepass")) // 2
            self.setFormat(start, len(mark[0]), look)
