"""The evidence: what the article says, and where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import QuietText, TextLabel
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.markdown_view import MarkdownView


class EvidenceCard(Card):
    """A fact with its section, reference and date of validity, each left out where empty."""

    link_clicked = Signal(str)

    def __init__(
        self,
        statement: str,
        section: str = "",
        reference: str = "",
        as_of: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addWidget(TextLabel(tr("From the article"), TextRole.SMALL, bold=True, quiet=True))
        view = MarkdownView(statement)
        view.link_clicked.connect(self.link_clicked)
        lines.addWidget(view)
        for words in _place(section, reference, as_of):
            line = QuietText(words)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark("book-open", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.body.addLayout(row)


def _place(section: str, reference: str, as_of: str) -> list[str]:
    parts = [
        (tr("Section: {section}").format(section=section), section),
        (tr("Reference: {reference}").format(reference=reference), reference),
        (tr("As of {date}").format(date=as_of), as_of),
    ]
    return [words for words, is_given in parts if is_given]
