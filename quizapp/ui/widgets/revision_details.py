"""A version of a question: how it looks, and what had changed since the one before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.authoring_values import RevisionView
from quizapp.translation import tr
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.difference_text import DifferenceKey, DifferenceText
from quizapp.ui.widgets.entry_words import field_word
from quizapp.ui.widgets.headings import BodyText, CardTitle, SectionTitle
from quizapp.ui.widgets.painting import GRID


class RevisionDetails(QWidget):
    """`set_preview` puts a picture of the version above its differences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: QWidget | None = None
        self._changes: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self._preview_place = QVBoxLayout()
        self._column.addLayout(self._preview_place)

    def show_revision(self, revision: RevisionView, *, is_first: bool) -> None:
        """Show the differences of this version; the picture of another one goes."""
        self.set_preview(None)
        if self._changes is not None:
            self._changes.hide()
            self._changes.deleteLater()
        self._changes = _changes(revision, is_first=is_first)
        self._column.addWidget(self._changes)

    def set_preview(self, preview: QWidget | None) -> None:
        """Show the version as a learner would see it, or take that away."""
        if self._preview is not None:
            self._preview.hide()
            self._preview.deleteLater()
        self._preview = preview
        if preview is not None:
            self._preview_place.addWidget(preview)


def _changes(revision: RevisionView, *, is_first: bool) -> Card:
    card = Card()
    card.body.addWidget(SectionTitle(tr("What changed")))
    if is_first:
        card.body.addWidget(BodyText(tr("This is how the question was first saved.")))
    elif not revision.differences:
        words = tr("Nothing in the text. An image of it may have changed.")
        card.body.addWidget(BodyText(words))
    else:
        card.body.addWidget(DifferenceKey())
    for each in revision.differences:
        card.body.addSpacing(GRID)
        card.body.addWidget(CardTitle(field_word(each.field)))
        card.body.addWidget(DifferenceText(each.before, each.after))
    return card
