"""The evidence: what the article says, and where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.packs import Evidence
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import BodyText, QuietText, TextLabel
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.markdown_view import MarkdownView


class EvidenceCard(Card):
    """A fact with its source: article, section, references and date, each left out where empty.

    What the article only reports is said to be somebody's claim.
    """

    def __init__(
        self, evidence: Evidence, parent: QWidget | None = None, *, media: Media = NO_MEDIA
    ) -> None:
        super().__init__(parent)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addWidget(TextLabel(_heading(evidence), TextRole.SMALL, bold=True, quiet=True))
        lines.addWidget(MarkdownView(evidence.statement, media=media))
        if evidence.attributed_to:
            claim = tr("Claim of {who}").format(who=evidence.attributed_to)
            lines.addWidget(_selectable(BodyText(claim)))
        for words in _source(evidence):
            lines.addWidget(_selectable(QuietText(words)))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark("book-open", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.body.addLayout(row)


def _heading(evidence: Evidence) -> str:
    if not evidence.article:
        return tr("From the article")
    return tr("From the article “{title}”").format(title=evidence.article)


def _source(evidence: Evidence) -> list[str]:
    """Where in the article, on what it relies, and when it was so."""
    lines = []
    if evidence.section:
        lines.append(tr("Section: {section}").format(section=evidence.section))
    lines += [tr("Reference: {text}").format(text=text) for text in evidence.references]
    if evidence.as_of:
        lines.append(tr("As of {date}").format(date=evidence.as_of_text()))
    return lines


def _selectable(label: TextLabel) -> TextLabel:
    """To be copied with the mouse."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
